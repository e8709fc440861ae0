# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking the register of the user, for pages, what is too much to have at hand: one repository, a search, a trace."""

import os
from collections.abc import Sequence

from ospo.app import databases, recorded, tracing
from ospo.domain.crawled import RecordedRepository
from ospo.domain.overview import ListedRepository
from ospo.domain.register import CrawlSeen
from ospo.settings import Settings
from ospo.store import past
from ospo.store.crawl_record import CrawlRecord
from ospo.store.database import Database
from ospo.store.overview import Overview


class Asking:
    """The register, opened when it is first asked; satisfies the Recorded protocol.

    A process that is forked from another one opens it anew: no two of them may share a connection.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opened: tuple[int, Database] | None = None

    @property
    def _database(self) -> Database:
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), databases.located(self._settings)
        return self._opened[1]

    def repository(self, address: str) -> RecordedRepository | None:
        """A repository that was scanned; None when none has this address, or only this machine has it."""
        if "\0" in address or address.startswith("file:"):
            return None
        scan = past.one(self._database, address)
        return None if scan is None else recorded.repository(scan)

    def search(self, asked: str) -> Sequence[ListedRepository]:
        """The first repositories with all these words in their address."""
        found = Overview(self._database).search(asked) if asked.strip() else []
        return [one for one in found if not one.address.startswith("file:")]

    def seen(self, accounts: Sequence[str], wanted: str) -> CrawlSeen:
        """What crawls saw of some accounts, and of a repository ("" for none)."""
        return tracing.seen(CrawlRecord(self._database), accounts, wanted)
