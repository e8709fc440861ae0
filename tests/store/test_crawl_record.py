# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a decision trace asks of what crawls recorded."""

import datetime

from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Outcome
from ospo.store.crawl_record import CrawlRecord
from ospo.store.database import Database
from recorded_register import HOST, NOW, OTHER, VALID, fail, invalid, met, record

HOUR = datetime.timedelta(hours=1)


def test_an_account_is_told_with_its_list_and_states_those_below_it_too(database: Database) -> None:
    record(database, {f"{HOST}/a": {OTHER: met()}, f"{HOST}/groep/b": {OTHER: met()}}, archived=(f"{HOST}/a",))
    record(database, {f"{HOST}er/c": {OTHER: met()}}, account=f"{HOST}er", now=NOW + HOUR)

    [found, other] = CrawlRecord(database).accounts([HOST, "https://github.com/niemand"])

    assert (found.listed, found.trouble) == (NOW, None)
    assert found.states == {RepositoryState.ACTIVE: 1, RepositoryState.ARCHIVED: 1}
    assert not other.is_known


def test_trouble_counts_until_a_list_comes(database: Database) -> None:
    fail(database, HOST, "{url}: answers with status 500")
    [before] = CrawlRecord(database).accounts([HOST])
    record(database, {f"{HOST}/a": {OTHER: met()}}, now=NOW + HOUR)
    [after] = CrawlRecord(database).accounts([HOST])
    fail(database, HOST, "{url}: answers with status 404", NOW + 2 * HOUR)
    [again] = CrawlRecord(database).accounts([HOST])

    assert before.trouble is not None
    assert (before.is_known, before.asked) == (True, NOW)
    assert after.trouble is None
    assert again.trouble is not None
    assert again.trouble.message == "{url}: answers with status 404"


def test_a_repository_is_found_with_what_the_checks_saw_and_one_that_is_not_there_is_none(database: Database) -> None:
    record(database, {f"{HOST}/a": {VALID: invalid()}})

    found = CrawlRecord(database).repository(f"{HOST}/a")

    assert found is not None
    assert (found.state, found.scanned, bool(found.seen)) == (RepositoryState.ACTIVE, NOW, True)
    assert CrawlRecord(database).repository(f"{HOST}/b") is None


def test_the_repositories_of_some_accounts_with_an_outcome(database: Database) -> None:
    found = {f"{HOST}/{name}": {VALID: invalid()} for name in "abc"} | {f"{HOST}/d": {VALID: met("valid")}}
    record(database, found, archived=(f"{HOST}/a",))
    asked = CrawlRecord(database)

    assert [r.address[-1] for r in asked.answering([HOST], VALID, Outcome.NOT_MET, 9)] == ["b", "c"]
    assert [r.address[-1] for r in asked.answering([HOST], VALID, Outcome.NOT_MET, 1)] == ["b"]
    assert asked.answering(["https://github.com/ander"], VALID, Outcome.NOT_MET, 9) == ()


def test_a_register_without_a_crawl_is_empty(database: Database) -> None:
    assert CrawlRecord(database).is_empty()
    record(database, {})
    assert not CrawlRecord(database).is_empty()
