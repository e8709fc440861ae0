# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls recorded of repositories through time, as pages show it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.domain.crawled import KnownRepository, LookedBack, Past, Turn
from ospo.domain.identifier import CheckId
from ospo.domain.overview import ListedRepository, StateChange, Stretch
from ospo.store.database import Database
from ospo.store.findings import OUTCOMES
from ospo.store.overview import listed, rows
from ospo.store.schema import aliases, findings, repositories, snapshots, states, words

_MOST = 200  # repositories that are told of as new or changed, and answers that turned
_AT_ONCE = 400  # addresses in one question
_MOST_PAGES = 500  # repositories with a page wherever the site is; a server shows all of them
_SHOWN = (RepositoryState.ACTIVE, RepositoryState.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Scan:
    """The newest scan of a repository: what the checks saw in it as it was kept, and the story of the repository."""

    known: KnownRepository
    commit: str
    committed: datetime
    scanned: datetime
    seen: bytes


def read(database: Database, wanted: Sequence[str], since: datetime, looks: Mapping[str, LookedBack]) -> Past:
    """The whole story of some repositories, and of all others what changed of late.

    Args:
        database: the register.
        wanted: addresses of repositories, normalised.
        since: from when on a change is told.
        looks: looks back, to be passed on.
    """
    with database.reading() as connection:
        known: dict[str, KnownRepository] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            known |= _known(connection, wanted[start : start + _AT_ONCE], with_history=True)
        recent = _recent(connection, since)
        turned = tuple(_turned(connection, since))
        listed = tuple(_listed(connection, wanted))
    return Past(known, looks, recent, turned, listed)


def one(database: Database, address: str) -> Scan | None:
    """What the newest scan of a repository saw, as it was kept, with its story; None when it was never scanned."""
    r, s = repositories.c, snapshots.c
    statement = select(s.commit_id, s.committed, s.scanned, s.seen).join(repositories, r.snapshot_id == s.id)
    with database.reading() as connection:
        row = connection.execute(statement.where(r.address == address)).first()
        known = {} if row is None else _known(connection, [address], with_history=True)
    if row is None or address not in known:
        return None
    return Scan(known[address], row.commit_id, row.committed, row.scanned, row.seen)


def _listed(connection: Connection, but: Sequence[str]) -> Iterator[ListedRepository]:
    """Those that were scanned and are public, without some; the ones that were scanned last when there are many."""
    r, s = repositories.c, snapshots.c
    public = and_(~r.address.startswith("file:"), r.state.in_(_SHOWN))
    statement = select(r.address).join(snapshots, s.id == r.snapshot_id).where(public, r.address.not_in(but[:_AT_ONCE]))
    newest = statement.order_by(s.scanned.desc(), r.address).limit(_MOST_PAGES)
    wanted = sorted(set(connection.execute(newest).scalars()).difference(but))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield from map(listed, connection.execute(rows().where(r.address.in_(some)).order_by(r.address)))


def _known(connection: Connection, wanted: Sequence[str], *, with_history: bool) -> dict[str, KnownRepository]:
    r = repositories.c
    columns = (r.id, r.address, r.first_seen, r.is_fork, r.fork_of, r.fork, r.is_ahead)
    rows = list(connection.execute(select(*columns).where(r.address.in_(wanted))))
    numbers = [row.id for row in rows]
    changes: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    s = states.c
    query = select(s.repository_id, s.state, s.since).where(s.repository_id.in_(numbers)).order_by(s.since)
    for row in connection.execute(query):
        changes[row.repository_id].append((row.state, row.since))
    was: dict[int, list[str]] = defaultdict(list)
    a = aliases.c
    for number, name in connection.execute(select(a.repository_id, a.address).where(a.repository_id.in_(numbers))):
        was[number].append(name)
    history = _history(connection, numbers) if with_history else {}
    return {
        row.address: KnownRepository(
            address=row.address,
            first_seen=row.first_seen,
            states=tuple(StateChange(row.address, RepositoryState(n), when) for n, when in changes[row.id]),
            fork=ForkKind(row.fork).seen_beside(row.is_ahead),
            fork_of=row.fork_of or "",
            was=tuple(sorted(was[row.id])),
            history=tuple(history.get(row.id, ())),
        )
        for row in rows
    }


def _history(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Stretch]]:
    f, check, reason = findings.c, words.alias(), words.alias()
    columns = (f.repository_id, check.c.word, f.outcome, reason.c.word.label("reason"), snapshots.c.commit_id)
    statement = (
        select(*columns, f.since, f.ended)
        .join(snapshots, snapshots.c.id == f.snapshot_id)
        .join(check, check.c.id == f.check_id)
        .join(reason, reason.c.id == f.reason_id)
        .where(f.repository_id.in_(numbers))
        .order_by(f.since)
    )
    found: dict[int, list[Stretch]] = defaultdict(list)
    for row in connection.execute(statement):
        outcome = OUTCOMES[row.outcome]
        stretch = Stretch(CheckId(row.word), outcome, row.reason, row.commit_id, row.since, row.ended)
        found[row.repository_id].append(stretch)
    return found


def _recent(connection: Connection, since: datetime) -> tuple[KnownRepository, ...]:
    """Those that were first seen or changed their state of late, the newest first."""
    r = repositories.c
    late = or_(r.first_seen >= since, and_(r.since >= since, r.state != str(RepositoryState.ACTIVE)))
    statement = select(r.address).where(late).order_by(r.since.desc(), r.address).limit(_MOST)
    wanted = [row.address for row in connection.execute(statement)]
    found = _known(connection, wanted, with_history=False)
    return tuple(found[name] for name in wanted)


def _turned(connection: Connection, since: datetime) -> Iterator[Turn]:
    """The answers that came in the place of another one of late, the newest first."""
    now, before = findings.alias(), findings.alias()
    statement = (
        select(repositories.c.address, words.c.word, before.c.outcome.label("was"), now.c.outcome, now.c.since)
        .join(before, and_(before.c.repository_id == now.c.repository_id, before.c.check_id == now.c.check_id))
        .join(repositories, repositories.c.id == now.c.repository_id)
        .join(words, words.c.id == now.c.check_id)
        .where(now.c.since >= since, before.c.ended == now.c.since, before.c.outcome != now.c.outcome)
        .order_by(now.c.since.desc(), repositories.c.address, words.c.word)
        .limit(_MOST)
    )
    for row in connection.execute(statement):
        yield Turn(row.address, CheckId(row.word), OUTCOMES[row.was], OUTCOMES[row.outcome], row.since.date())
