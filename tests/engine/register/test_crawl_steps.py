# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls saw is told before the questions, and what to do about it after all else."""

import datetime

from claim_files import TODAY, read
from ospo.domain.crawl import RepositoryState, Trouble
from ospo.domain.finding import Finding, Outcome, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.register import AccountSeen, CrawlSeen, RepositorySeen, Trace, TraceKind
from ospo.engine.register import crawl_steps, reconcile
from ospo.engine.register.tracing import explain

NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
HOST = "https://github.com/voorbeeld"
README = """# Open source & Dutch public sector
## Organisations
* [Gemeente Voorbeeld](https://github.com/voorbeeld)
* [Groep](https://gitlab.com/proef/groep)
## About
"""
REGISTER = reconcile([read("public-sector-nl", README)], TODAY)
INVALID = Finding(CheckId("has-valid-publiccode"), Verdict(Outcome.NOT_MET, "invalid", (), {"line": 3}))


def trace(asked: str, *accounts: AccountSeen, repositories: tuple[RepositorySeen, ...] = (), wanted: str = "") -> Trace:
    return crawl_steps.add(explain(REGISTER, asked), CrawlSeen(accounts, repositories, wanted))


def kinds(found: Trace) -> list[TraceKind]:
    return [step.kind for step in found.steps]


def test_what_is_asked_of_a_crawl_depends_on_what_was_asked() -> None:
    def wanted(asked: str) -> tuple[list[str], str]:
        accounts, repository = crawl_steps.wanted(explain(REGISTER, asked))
        return list(accounts), repository

    assert wanted("https://github.com/Voorbeeld") == ([HOST], "")
    assert wanted("git@github.com:Voorbeeld/Kaart.git") == ([HOST], f"{HOST}/kaart")
    assert wanted("Gemeente Voorbeeld") == ([HOST], "")
    assert wanted("https://gitlab.com/proef/groep/kern") == (
        ["https://gitlab.com/proef/groep"],
        "https://gitlab.com/proef/groep/kern",
    )
    assert wanted("https://github.com/niemand/iets") == (
        ["https://github.com/niemand"],
        "https://github.com/niemand/iets",
    )
    assert wanted("niets van dat al") == ([], "")


def test_an_account_that_no_crawl_looked_at_says_how_to_have_that_done() -> None:
    found = trace(HOST, AccountSeen(HOST))

    assert TraceKind.NOT_CRAWLED in kinds(found)
    assert found.steps[-1].kind is TraceKind.ADVICE_CRAWL
    assert found.steps[-1].values == {"account": HOST}


def test_an_account_is_told_with_its_day_its_counts_and_its_trouble() -> None:
    counts = {RepositoryState.ACTIVE: 3, RepositoryState.ARCHIVED: 1}
    trouble = Trouble(HOST, "answers with status {status}", {"status": "404"})

    found = trace(HOST, AccountSeen(HOST, NOW, counts, trouble, NOW))

    [crawled] = [step for step in found.steps if step.kind is TraceKind.CRAWLED]
    [failed] = [step for step in found.steps if step.kind is TraceKind.TROUBLE]
    assert crawled.values == {"account": HOST, "day": "2026-11-20", "n": "4", "active": "3", "archived": "1"}
    assert (failed.trouble, failed.values["day"]) == (trouble, "2026-11-20")
    assert TraceKind.ADVICE_CRAWL not in kinds(found)


def test_a_repository_tells_its_state_its_earlier_name_and_the_field_that_failed() -> None:
    gone = RepositorySeen(f"{HOST}/kaart", RepositoryState.DISAPPEARED, NOW, was=f"{HOST}/plaat", findings=(INVALID,))

    found = trace(f"{HOST}/plaat", AccountSeen(HOST, NOW), repositories=(gone,), wanted=f"{HOST}/plaat")

    order = [k for k in kinds(found) if k in (TraceKind.RENAMED, TraceKind.REPOSITORY, TraceKind.FINDING)]
    assert order == [TraceKind.RENAMED, TraceKind.REPOSITORY, TraceKind.FINDING]
    assert kinds(found)[-2:] == [TraceKind.ADVICE_STATE, TraceKind.ADVICE_FINDING]
    assert found.steps[-1].finding is INVALID


def test_a_repository_that_no_crawl_found_is_said_only_when_its_account_was_looked_at() -> None:
    asked = f"{HOST}/weg"

    assert TraceKind.NOT_FOUND in kinds(trace(asked, AccountSeen(HOST, NOW), wanted=asked))
    assert TraceKind.NOT_FOUND not in kinds(trace(asked, AccountSeen(HOST), wanted=asked))


def test_what_crawls_saw_comes_before_what_is_close_and_what_to_do() -> None:
    order = kinds(trace("https://github.com/voorbeelt", AccountSeen("https://github.com/voorbeelt", NOW)))

    assert order.index(TraceKind.CRAWLED) < order.index(TraceKind.CLOSE) < order.index(TraceKind.ADVICE_DECLARE)
