# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crawler with three checks, at moments that a test chooses."""

import datetime
from pathlib import Path

from ospo.app import crawling
from ospo.app.tasks import Tools
from ospo.app.working import Manners
from ospo.domain.crawl import RepositoryState, RunReport
from ospo.settings import Settings
from ospo.store.database import Database
from ospo.store.register import Register

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
CHECKS = ("has-licence-file", "has-security-policy", "has-ci")
MANNERS = Manners(back_off=0.0, looks=0.01, chance=lambda: 0.5)


class Crawler:
    """Crawls with three checks, at a moment that the test chooses."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.settings = Settings.read({"OSPO_DATA": str(folder / "data"), "OSPO_CACHE": ""})
        self.tools = Tools(folder / "data" / "mirrors", ("localhost",), only=CHECKS)
        self.now = NOW

    def __call__(self, *sources: str, now: datetime.datetime | None = None) -> RunReport:
        self.now = now or self.now + datetime.timedelta(minutes=1)
        crawl = crawling.crawl(
            self.settings, sources, lambda: self.now, self.address, processes=1, tools=self.tools, manners=MANNERS
        )
        self.done = [job.subject for job in crawl]
        return crawling.last_report(self.settings, self.address)

    def states(self) -> dict[RepositoryState, list[str]]:
        database = Database(self.address)
        found = {state: Register(database).addresses([state]) for state in RepositoryState}
        database.close()
        return {state: addresses for state, addresses in found.items() if addresses}
