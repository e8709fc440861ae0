# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What scans found: a snapshot once for each commit and set of checks, and a row for each answer that changed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from ospo.domain.crawl import Scanned
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.store.database import inserting
from ospo.store.schema import accounts, findings, repositories, snapshots, tallies, totals, words

OUTCOMES = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)
CODES = {outcome: number for number, outcome in enumerate(OUTCOMES)}


def record(connection: Connection, repository: Row[Any], found: Scanned) -> None:
    """Record a scan; the same one twice is there once."""
    number = _snapshot(connection, repository.id, found)
    change = {
        "digest": found.digest,
        "basis": found.basis,
        "snapshot_id": number,
        "until": found.until,
        "done_mark": repository.mark if found.is_lasting else None,
        "is_ahead": found.is_ahead,
    }
    connection.execute(update(repositories).where(repositories.c.id == repository.id).values(change))
    if _answers(connection, repository.id, number, found):
        # The last thing in the transaction: who counts the tallies of this account waits for it, and the other way.
        connection.execute(update(accounts).where(accounts.c.id == repository.account_id).values(is_stale=True))


def _snapshot(connection: Connection, repository: int, found: Scanned) -> int:
    tally = Counter(outcome for outcome, _ in found.answers.values())
    values = {
        "commit_id": found.commit,
        "committed": found.committed,
        "scanned": found.scanned,
        "is_lasting": found.is_lasting,
        "met": tally[Outcome.MET],
        "not_met": tally[Outcome.NOT_MET],
        "unknown": tally[Outcome.UNKNOWN],
        "not_applicable": tally[Outcome.NOT_APPLICABLE],
        "seen": found.seen,
    }
    key = {"repository_id": repository, "digest": found.digest, "basis": found.basis}
    statement = inserting(connection, snapshots).values(**key, **values)
    # A snapshot that is looked at again, because a fact in it aged or something was missing, is the same snapshot.
    same = statement.on_conflict_do_update(index_elements=[snapshots.c[name] for name in key], set_=values)
    return int(connection.execute(same.returning(snapshots.c.id)).scalar_one())


def _answers(connection: Connection, repository: int, snapshot: int, found: Scanned) -> bool:
    """End the answers that no longer hold, and begin the new ones; false when every answer is what it was."""
    numbers = numbers_of(connection, {*found.answers, *(reason for _, reason in found.answers.values())})
    new = {numbers[c]: (CODES[outcome], numbers[reason]) for c, (outcome, reason) in found.answers.items()}
    f = findings.c
    now = (f.repository_id == repository) & f.ended.is_(None)
    rows = connection.execute(select(f.check_id, f.outcome, f.reason_id).where(now))
    old = {row.check_id: (row.outcome, row.reason_id) for row in rows}
    over = [check for check in old if new.get(check) != old[check]]
    begun = [check for check in new if old.get(check) != new[check]]
    if over:
        ended = update(findings).where(now, f.check_id.in_(over)).values(ended=found.scanned)
        connection.execute(ended)
    if begun:
        statement = inserting(connection, findings)
        names = ("snapshot_id", "outcome", "reason_id", "ended")
        same = statement.on_conflict_do_update(
            index_elements=[f.repository_id, f.check_id, f.since], set_={n: statement.excluded[n] for n in names}
        )
        fixed = {"repository_id": repository, "since": found.scanned, "snapshot_id": snapshot, "ended": None}
        rows_of = [{**fixed, "check_id": c, "outcome": new[c][0], "reason_id": new[c][1]} for c in sorted(begun)]
        connection.execute(same, rows_of)
    return bool(over or begun)


def numbers_of(connection: Connection, some: Collection[str]) -> Mapping[str, int]:
    """The numbers of checks and reasons; new ones get theirs."""
    known = _numbers(connection, some)
    new = sorted(set(some) - set(known))
    if new:
        statement = inserting(connection, words).on_conflict_do_nothing(index_elements=[words.c.word])
        connection.execute(statement, [{"word": word} for word in new])
        known |= _numbers(connection, new)
    return known


def _numbers(connection: Connection, some: Iterable[str]) -> dict[str, int]:
    found = connection.execute(select(words.c.word, words.c.id).where(words.c.word.in_(sorted(some))))
    return {row.word: row.id for row in found}


def count_tallies(connection: Connection) -> bool:
    """Count anew for one account whose findings changed; false when there is none."""
    stale = select(accounts.c.id).where(accounts.c.is_stale).order_by(accounts.c.id).limit(1)
    number = connection.execute(stale.with_for_update(skip_locked=True)).scalar()
    if number is None:
        return False
    connection.execute(update(accounts).where(accounts.c.id == number).values(is_stale=False))
    before = _counted(connection, number)
    connection.execute(delete(tallies).where(tallies.c.account_id == number))
    f = findings.c
    counted = (
        select(repositories.c.account_id, f.check_id, f.outcome, func.count())
        .join(repositories, repositories.c.id == f.repository_id)
        .where(repositories.c.account_id == number, f.ended.is_(None))
        .group_by(repositories.c.account_id, f.check_id, f.outcome)
    )
    names = ["account_id", "check_id", "outcome", "repositories"]
    connection.execute(insert(tallies).from_select(names, counted))
    _add_to_totals(connection, before, _counted(connection, number))
    return True


def _counted(connection: Connection, account: int) -> Counter[tuple[int, int]]:
    t = tallies.c
    rows = connection.execute(select(t.check_id, t.outcome, t.repositories).where(t.account_id == account))
    return Counter({(row.check_id, row.outcome): row.repositories for row in rows})


def _add_to_totals(connection: Connection, before: Counter[tuple[int, int]], after: Counter[tuple[int, int]]) -> None:
    """In the order of their keys, so that two who do this at once wait for each other and not in a circle."""
    more = [(key, after[key] - before[key]) for key in sorted({*before, *after}) if after[key] != before[key]]
    statement = inserting(connection, totals)
    t = totals.c
    added = {"repositories": t.repositories + statement.excluded.repositories}
    statement = statement.on_conflict_do_update(index_elements=[t.check_id, t.outcome], set_=added)
    if more:
        connection.execute(
            statement, [{"check_id": check, "outcome": outcome, "repositories": n} for (check, outcome), n in more]
        )


def tally(connection: Connection, account: int | None = None) -> Mapping[CheckId, Mapping[Outcome, int]]:
    """How many repositories have which outcome, by check; in one account, or in all."""
    table = totals if account is None else tallies
    t = table.c
    statement = select(words.c.word, t.outcome, t.repositories).join(words, words.c.id == t.check_id)
    if account is not None:
        statement = statement.where(tallies.c.account_id == account)
    found: dict[CheckId, dict[Outcome, int]] = {}
    for word, outcome, n in connection.execute(statement.where(t.repositories > 0).order_by(words.c.word, t.outcome)):
        found.setdefault(CheckId(word), {})[OUTCOMES[outcome]] = int(n)
    return found
