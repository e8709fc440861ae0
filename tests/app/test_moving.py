# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What moved is followed: the history goes along, the old address stays known with its date, and traps are named."""

import pytest
from sqlalchemy import text

import forge as forges
from crawler import Crawler
from forge import Forge
from ospo.app import tasks
from ospo.domain.crawl import ForgeAccount, Listing, Refused, RepositoryState, SeenRepository
from ospo.store.database import Database
from ospo.store.moves import DOUBLE, MOVED

BASE = "https://github.voorbeeld.example/gemeente"


def aliases(crawl: Crawler) -> list[tuple[str, str]]:
    database = Database(crawl.address)
    query = "SELECT a.address, r.address FROM aliases a JOIN repositories r ON r.id = a.repository_id ORDER BY 1"
    with database.reading() as connection:
        found = [(row[0], row[1]) for row in connection.execute(text(query))]
    database.close()
    return found


def leads(forge: Forge, name: str, to: str) -> None:
    """From now on what git asks of a repository leads elsewhere."""
    where = f"{to}/info/refs?service=git-upload-pack"
    forge.faults[f"/{name}.git/info/refs"] = lambda request: forges.reply(request, 301, b"", {"Location": where})


def renamed(forge: Forge, old: str, new: str) -> None:
    served = forge.root / "served"
    (served / new).parent.mkdir(exist_ok=True)
    (served / f"{old}.git").rename(served / f"{new}.git")
    leads(forge, old, forge.clone(new))


def test_a_repository_that_was_renamed_is_followed_with_its_history(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    crawl(forge.clone("gemeente/kaart"))
    renamed(forge, "gemeente/kaart", "provincie/atlas")

    report = crawl(forge.clone("gemeente/kaart"))

    old, new = (f"https://localhost:{forge.port}/{name}" for name in ("gemeente/kaart", "provincie/atlas"))
    assert [(t.subject, t.message, t.values) for t in report.troubles] == [(old, MOVED, {"to": new})]
    assert report.counts.failures == 0
    assert crawl.states() == {RepositoryState.ACTIVE: [new]}
    assert aliases(crawl) == [(old, new)]


def test_who_goes_on_naming_the_old_address_gets_the_repository_at_its_new_one(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    crawl(forge.clone("gemeente/kaart"))
    renamed(forge, "gemeente/kaart", "provincie/atlas")
    crawl(forge.clone("gemeente/kaart"))

    again = crawl(forge.clone("gemeente/kaart"))

    assert (again.troubles, again.counts.new, again.counts.failures) == ((), 0, 0)
    assert len(crawl.states()[RepositoryState.ACTIVE]) == 1


def test_two_that_became_one_are_named_and_the_old_one_is_dated(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    forge.commit("gemeente/atlas", LICENSE="EUPL-1.2")
    crawl(forge.clone("gemeente/kaart"), forge.clone("gemeente/atlas"))
    leads(forge, "gemeente/kaart", forge.clone("gemeente/atlas"))

    report = crawl(forge.clone("gemeente/kaart"))

    assert [t.message for t in report.troubles] == [DOUBLE]
    assert {state: len(found) for state, found in crawl.states().items()} == {
        RepositoryState.ACTIVE: 1,
        RepositoryState.MOVED: 1,
    }


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("http://localhost:{port}/gemeente/kaart.git", "in a circle"),
        ("http://169.254.169.254/kaart.git", "in a network that is not public"),
        ("ftp://localhost/kaart.git", "leads to"),
    ],
)
def test_a_redirect_that_is_a_trap_is_named_and_git_is_not_led_there(
    forge: Forge, crawl: Crawler, to: str, said: str
) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    forge.commit("gemeente/goed", LICENSE="EUPL-1.2")
    leads(forge, "gemeente/kaart", to.format(port=forge.port))

    report = crawl(forge.list_of("gemeente"))

    assert [(t.subject, t.message) for t in report.troubles] == [
        (f"{BASE}/kaart", "leads to another address, which cannot be asked ({why}): look where it went")
    ]
    assert said in report.troubles[0].values["why"]
    assert crawl.states() == {RepositoryState.ACTIVE: [f"{BASE}/goed"], RepositoryState.MOVED: [f"{BASE}/kaart"]}


def test_a_redirect_to_a_page_is_no_repository(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    page = {"Location": "/inloggen"}
    forge.faults["/gemeente/kaart.git/info/refs"] = lambda request: forges.reply(request, 302, b"", page)
    forge.faults["/inloggen"] = lambda request: forges.reply(request, 200, b"<html>")

    report = crawl(forge.list_of("gemeente"))

    assert [t.message for t in report.troubles] == [
        "leads to another address, which is no repository: look where it went"
    ]


def test_a_list_goes_on_naming_an_old_address_and_nothing_is_doubled(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    crawl(forge.list_of("gemeente"))
    served = forge.root / "served"
    (served / "provincie").mkdir()
    (served / "gemeente" / "kaart.git").rename(served / "provincie" / "atlas.git")
    (served / "gemeente" / "kaart.git" / "refs/heads").mkdir(parents=True)  # the list still names it
    (served / "gemeente" / "kaart.git" / "refs/heads/main").write_text("0" * 40)
    leads(forge, "gemeente/kaart", forge.clone("provincie/atlas"))
    crawl(forge.list_of("gemeente"))
    forge.flags["gemeente/kaart"] = {"pushed": "once more"}

    report = crawl(forge.list_of("gemeente"))

    assert (report.counts.new, report.counts.gone, report.troubles) == (0, 0, ())
    assert crawl.states() == {RepositoryState.ACTIVE: [f"https://localhost:{forge.port}/provincie/atlas"]}


def test_the_repositories_of_an_account_that_is_gone_are_looked_for(
    forge: Forge, crawl: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Accounts on a known forge are played, repositories are real."""
    forge.commit("oud/kaart", LICENSE="EUPL-1.2")
    forge.commit("oud/weg", LICENSE="EUPL-1.2")
    seen = [
        SeenRepository(f"https://github.com/oud/{name}", forge.clone(f"oud/{name}"), "1", identity=name)
        for name in ("kaart", "weg")
    ]
    answers: list[Listing | Refused] = [
        Listing(tuple(seen), requests=1),
        Refused("{url}: gone", RepositoryState.DISAPPEARED, url="https://github.com/oud"),
    ]

    def listed(_account: ForgeAccount, *_: object) -> Listing:
        answer = answers.pop(0)
        if isinstance(answer, Refused):
            raise answer
        return answer

    monkeypatch.setattr(tasks.sources, "list_repositories", listed)
    crawl("https://github.com/oud")
    renamed(forge, "oud/kaart", "nieuw/kaart")
    forge.faults["/oud/weg.git/info/refs"] = lambda request: forges.reply(request, 404)

    report = crawl("https://github.com/oud")

    assert sorted(t.message for t in report.troubles) == sorted(["{url}: gone", MOVED, "is no longer there"])
    assert crawl.states() == {
        RepositoryState.ACTIVE: [f"https://localhost:{forge.port}/nieuw/kaart"],
        RepositoryState.DISAPPEARED: ["https://github.com/oud/weg"],
    }


def test_a_number_holds_within_one_list(forge: Forge, crawl: Crawler) -> None:
    """Else whoever writes a list could rename what another one lists."""
    forge.commit("gemeente/kaart", LICENSE="EUPL-1.2")
    forge.commit("vreemd/val", LICENSE="EUPL-1.2")
    forge.flags["vreemd/val"] = {"id": "gemeente/kaart"}
    crawl(forge.list_of("gemeente"))

    crawl(forge.list_of("vreemd"))

    assert aliases(crawl) == []
    assert len(crawl.states()[RepositoryState.ACTIVE]) == 2
