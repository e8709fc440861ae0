# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A worker crawls again by itself what was last asked long enough ago, once for all workers, and tells what came."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

import forge as forges
from crawler import MANNERS, NOW, Crawler
from forge import Forge
from ospo.app import crawling
from ospo.domain.crawl import RunReport
from ospo.store.database import Database
from ospo.store.register import Register

DAY, HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    with forges.running(tmp_path / "forge") as running:
        running.commit("gemeente/een", LICENSE="EUPL-1.2")
        running.commit("gemeente/twee", LICENSE="EUPL-1.2")
        running.commit("provincie/kaart", LICENSE="EUPL-1.2")
        yield running


@pytest.fixture
def crawl(address: str, tmp_path: Path) -> Crawler:
    return Crawler(address, tmp_path)


def work(crawl: Crawler, now: datetime.datetime, every: datetime.timedelta = DAY) -> tuple[list[str], list[RunReport]]:
    told: list[RunReport] = []
    done = crawling.work(
        crawl.settings,
        lambda: now,
        crawl.address,
        processes=1,
        forever=False,
        every=every,
        tell=told.append,
        tools=crawl.tools,
        manners=MANNERS,
    )
    return [job.subject for job in done], told


def test_what_was_asked_long_enough_ago_is_asked_again(forge: Forge, crawl: Crawler) -> None:
    crawl(forge.list_of("gemeente"), forge.clone("provincie/kaart"), now=NOW)
    forge.commit("gemeente/twee", README__md="Nieuw")
    forge.asked.clear()

    assert work(crawl, NOW + HOUR) == ([], [])
    assert forge.asked == []

    done, (report,) = work(crawl, NOW + DAY)
    assert forge.lists() == ["GET /gemeente.json 200"]
    assert sorted(forge.conversations()) == ["gemeente/twee.git", "provincie/kaart.git"]
    assert (len(done), report.counts.scans, report.counts.looks) == (3, 1, 1)
    assert report.ended == NOW + DAY

    assert work(crawl, NOW + DAY + HOUR) == ([], [])


def test_two_workers_put_it_in_the_queue_once(forge: Forge, crawl: Crawler) -> None:
    crawl(forge.list_of("gemeente"), now=NOW)
    database = Database(crawl.address)
    register = Register(database)

    first, second = register.put_again(DAY, NOW + DAY), register.put_again(DAY, NOW + DAY)

    assert (first is None, second is None) == (False, True)
    assert register.jobs.counts().queued == 1
    assert register.end_periodic(NOW + DAY) == []  # it is not over
    database.close()


def test_a_list_that_failed_is_asked_again_the_next_time(forge: Forge, crawl: Crawler) -> None:
    forge.faults["/gemeente.json"] = lambda request: forges.reply(request, 404)
    assert crawl(forge.list_of("gemeente"), now=NOW).counts.failures == 1
    forge.faults.clear()

    _, (report,) = work(crawl, NOW + DAY)

    assert (report.counts.scans, report.troubles) == (2, ())
