# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A crawl says beforehand what it will ask, keeps to what a forge allows, and shows a token to that forge alone."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

import forge as forges
from crawler import NOW, Crawler
from forge import Forge
from ospo.app import budgets, crawling, working
from ospo.app.forge_client import TOKEN, ApiForge
from ospo.app.tasks import Failure, Tools
from ospo.domain.crawl import Answer, ForgeAccount, SourceKind
from ospo.domain.work import HostUse
from ospo.settings import Settings
from ospo.store.database import Database

HOUR = datetime.timedelta(hours=1)
SECRET = "geheim-en-van-niemand"


def account(name: str) -> ForgeAccount:
    return ForgeAccount(f"https://github.com/{name}", SourceKind.FORGE)


def test_what_will_be_asked_is_known_beforehand() -> None:
    accounts = [account("a"), account("b"), ForgeAccount("file:///srv/clones", SourceKind.FOLDER)]
    known = {"https://github.com/a": 120}
    uses = [HostUse("github.com", 10, NOW)]

    (without,) = budgets.of(accounts, known, uses, Tools(Path("m")), NOW)
    (with_one,) = budgets.of(accounts, known, uses, Tools(Path("m"), tokens={"OSPO_TOKEN_GITHUB_COM": SECRET}), NOW)

    assert (without.least, without.most, without.known) == (2, 4, 120)
    assert (without.allowed, without.left, without.has_token, without.otherwise) == (60, 50, False, 5000)
    assert (with_one.allowed, with_one.left, with_one.has_token) == (5000, 4990, True)


def test_the_budget_is_told_before_there_is_a_register_and_makes_none(tmp_path: Path) -> None:
    settings = Settings.read({"OSPO_DATA": str(tmp_path / "data"), "OSPO_CACHE": ""})

    (found,) = crawling.budget(settings, ["https://github.com/voorbeeld"], NOW)

    assert (found.host, found.least, found.known) == ("github.com", 1, 0)
    assert not (tmp_path / "data" / "register.db").exists()


def test_a_forge_that_asks_us_to_wait_is_left_alone_and_the_crawl_says_until_when(forge: Forge, crawl: Crawler) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    forge.commit("provincie/een", LICENSE="EUPL-1.2")
    wait = {"Retry-After": "3600"}
    forge.faults["/gemeente.json"] = lambda request: forges.reply(request, 429, b"", wait)

    report = crawl(forge.list_of("gemeente"), forge.list_of("provincie"), now=NOW)

    assert forge.asked == ["GET /gemeente.json fault"]  # not the other list of this host either
    (trouble,) = report.troubles
    assert (trouble.subject, trouble.values["n"]) == ("localhost", "2")
    assert trouble.values["when"] == "2026-11-02 13:00 UTC"
    assert report.counts.failures == 0

    forge.faults.clear()
    forge.asked.clear()
    assert crawl(forge.list_of("gemeente"), now=NOW + HOUR / 2).counts.scans == 0
    assert forge.asked == []
    assert crawl(forge.list_of("gemeente"), now=NOW + HOUR * 2).counts.scans == 2


def test_the_lists_of_an_hour_are_no_more_than_allowed(
    forge: Forge, crawl: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        forge.commit(f"{name}/een", LICENSE="EUPL-1.2")
    monkeypatch.setattr(Tools, "lists_of", lambda _tools, _host: 2)

    report = crawl(*(forge.list_of(name) for name in ("a", "b", "c")), now=NOW)

    assert forge.lists() == ["GET /a.json 200", "GET /b.json 200"]
    assert report.counts.scans == 2  # git goes on
    assert [t.values["n"] for t in report.troubles] == ["1"]
    assert crawl(now=NOW + 2 * HOUR).counts.scans == 1


def test_waiting_wears_nobody_out(forge: Forge, crawl: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    moments = iter(NOW + n * HOUR for n in range(100))
    busy = Failure("asks us to wait: that is done, and then it is tried again", rests=True, after=3000.0)
    with monkeypatch.context() as slow:
        slow.setattr(working.tasks, "list_account", lambda *_: busy)
        for _ in range(working.TRIES * 3):
            crawl(forge.list_of("gemeente"), now=next(moments))

    assert crawl(forge.list_of("gemeente"), now=next(moments)).counts.scans == 1


class Guarded:
    """A forge that accepts no token; says which it was shown."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.shown: list[str | None] = []

    def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
        self.shown.append(token)
        return Answer(self.status, url, None, b"{}") if token else Answer(200, url, '"1"', b"[]")


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_was_revoked_is_named_and_the_forge_is_asked_without(status: int) -> None:
    forge = Guarded(status)

    listing = ApiForge(forge, SECRET).list_repositories(account("voorbeeld"), None)

    assert forge.shown == [SECRET, None]
    assert listing.requests == 2
    (trouble,) = listing.troubles
    assert trouble.message == TOKEN
    assert trouble.values == {"host": "github.com", "name": "OSPO_TOKEN_GITHUB_COM"}


def test_a_limit_that_was_reached_is_no_revoked_token() -> None:
    class Busy(Guarded):
        def get(self, url: str, etag: str | None = None, token: str | None = None) -> Answer:
            self.shown.append(token)
            return Answer(403, url, None, b"{}", rest=900.0)

    forge = Busy(403)
    from ospo.domain.crawl import Refused

    with pytest.raises(Refused) as told:
        ApiForge(forge, SECRET).list_repositories(account("voorbeeld"), None)

    assert (told.value.rests, told.value.after, forge.shown) == (True, 900.0, [SECRET])


def test_a_token_is_kept_from_the_register_the_mirrors_and_what_is_shown(
    forge: Forge, crawl: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_TOKEN_LOCALHOST", SECRET)
    settings = Settings.read({"OSPO_DATA": "x", "OSPO_TOKEN_LOCALHOST": SECRET})
    crawl.tools = Tools(crawl.tools.mirrors, ("localhost",), only=crawl.tools.only, tokens=settings.tokens)
    forge.commit("gemeente/een", LICENSE="EUPL-1.2")
    forge.faults["/provincie.json"] = lambda request: forges.reply(request, 401)

    report = crawl(forge.list_of("gemeente"), forge.list_of("provincie"))

    assert report.counts.scans == 1
    shown = [repr(settings), repr(crawl.tools), repr(report), *forge.asked]
    shown += [path.read_text("utf-8", "replace") for path in crawl.tools.mirrors.rglob("*") if path.is_file()]
    shown += everything(crawl.address)
    assert not [part for part in shown if SECRET in part]


def everything(address: str) -> list[str]:
    from ospo.store.schema import metadata

    database = Database(address)
    with database.reading() as connection:
        found = [str(row) for t in metadata.sorted_tables for row in connection.execute(select(t))]
    database.close()
    return found


def test_what_is_no_token_is_said_without_showing_it() -> None:
    from ospo.errors import SettingsError

    with pytest.raises(SettingsError) as told:
        Settings.read({"OSPO_TOKEN_GITHUB_COM": f"{SECRET}\nX-Other: 1"})

    assert SECRET not in str(told.value)
    assert "OSPO_TOKEN_GITHUB_COM" in str(told.value)
