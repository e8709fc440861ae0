# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of fork a repository is: by what its forge says, and by a look at what it is a fork of."""

import shutil

import pytest

from crawler import Crawler
from forge import Forge
from ospo.domain.crawl import ForkKind
from ospo.store.database import Database
from ospo.store.overview import Overview

PLACE = "https://github.voorbeeld.example"


def copied(forge: Forge, to: str, **flags: object) -> None:
    for kind, end in (("served", ".git"), ("work", "")):
        shutil.copytree(forge.root / kind / f"elders/kaart{end}", forge.root / kind / f"{to}{end}")
    config = forge.root / "work" / to / ".git" / "config"
    config.write_text(config.read_text().replace("elders/kaart", to))
    forge.flags[to] = {"fork": True, "fork_of": f"{PLACE}/elders/kaart", **flags}


def kinds(crawl: Crawler) -> dict[str, ForkKind]:
    database = Database(crawl.address)
    found = {r.address.removeprefix(f"{PLACE}/"): r.fork for r in Overview(database).search("")}
    database.close()
    return found


@pytest.fixture
def lists(forge: Forge) -> list[str]:
    forge.commit("elders/kaart", LICENSE="EUPL-1.2")
    copied(forge, "gemeente/gelijk")
    copied(forge, "gemeente/eigen")
    copied(forge, "gemeente/spiegel", mirror=True)
    copied(forge, "gemeente/elders", fork_of=f"{PLACE}/elders/onbekend")
    forge.commit("gemeente/eigen", README__md="Van ons")
    forge.commit("elders/kaart", README__md="Van hen")
    return [forge.list_of("elders"), forge.list_of("gemeente")]


def test_forks_are_told_apart_when_what_they_are_forks_of_is_known(
    forge: Forge, crawl: Crawler, lists: list[str]
) -> None:
    for source in lists:
        crawl(source)

    assert kinds(crawl) == {
        "elders/kaart": ForkKind.NONE,
        "gemeente/eigen": ForkKind.OWN_WORK,
        "gemeente/elders": ForkKind.FORK,
        "gemeente/gelijk": ForkKind.COPY,
        "gemeente/spiegel": ForkKind.MIRROR,
    }


def test_without_the_other_one_it_is_not_known_until_a_later_scan(
    forge: Forge, crawl: Crawler, lists: list[str]
) -> None:
    crawl(lists[1])
    assert kinds(crawl)["gemeente/eigen"] is ForkKind.FORK

    crawl(lists[0])
    forge.commit("gemeente/eigen", README__md="Nog meer van ons")
    crawl(lists[1])
    assert kinds(crawl)["gemeente/eigen"] is ForkKind.OWN_WORK


def test_what_the_other_one_may_have_got_since_is_no_work_of_ones_own(
    forge: Forge, crawl: Crawler, lists: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(lists[0])
    monkeypatch.setattr("forge.WHEN", "2090-11-01T12:00:00+00:00")  # after our copy of the other one
    forge.commit("gemeente/gelijk", README__md="Misschien van hen")
    crawl(lists[1])

    assert kinds(crawl)["gemeente/gelijk"] is ForkKind.FORK
