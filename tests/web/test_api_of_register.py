# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API over a socket with a register behind it, while a crawl writes in that."""

import datetime
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import uvicorn

import sites
from ospo.app import registering
from ospo.domain.finding import Verdict
from ospo.settings import Settings
from ospo.store.database import Database
from ospo.store.upgrading import upgrade
from ospo.web import server
from ospo.web.application import create
from recorded_register import DAY, HOST, NOW, VALID, fill_claims, invalid, met, record


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(str(tmp_path / "register.db"))
    upgrade(opened)
    crawl(opened, 0, invalid())
    registering.conclude(fill_claims(opened), DAY)
    yield opened
    opened.close()


@pytest.fixture
def place(database: Database) -> Iterator[str]:
    bound = server.listen("127.0.0.1", 0)
    view = registering.view(Settings.read({}), database.address)
    config = uvicorn.Config(create(sites.static(), register=view), log_level="warning", lifespan="off")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}/api/v1"
    running.should_exit = True
    thread.join(10)
    bound.close()
    view.close()


def crawl(database: Database, hour: int, verdict: Verdict) -> None:
    found = {f"{HOST}/{name}": {VALID: verdict} for name in "abcde"}
    record(database, found, now=NOW + datetime.timedelta(hours=hour))


def test_it_answers_from_the_register_and_knows_when_that_changed(place: str, database: Database) -> None:
    asked = f"{place}/findings?organisation=gemeente-voorbeeld"
    first = httpx.get(asked)
    again = httpx.get(asked, headers={"If-None-Match": first.headers["ETag"]})
    crawl(database, 1, met("valid"))
    changed = httpx.get(asked, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, changed.status_code) == (200, 304, 200)
    assert {f["outcome"] for f in first.json()["results"]} == {"not-met"}
    assert {f["outcome"] for f in changed.json()["results"]} == {"met"}


def test_readers_are_answered_while_a_crawl_writes(place: str, database: Database) -> None:
    paths = ["findings", "repositories?format=csv", "organisations", f"findings?check={VALID}&format=atom"]

    def read(number: int) -> int:
        return httpx.get(f"{place}/{paths[number % len(paths)]}", timeout=60).status_code

    with ThreadPoolExecutor(8) as readers:
        codes = readers.map(read, range(100))
        for hour in range(1, 6):
            crawl(database, hour, invalid() if hour % 2 else met("valid"))
        assert set(codes) == {200}
