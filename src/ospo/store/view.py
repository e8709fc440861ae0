# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as other programs read it: parts of long lists, narrowed down in SQL; nothing of a machine of ours."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, func, select

from ospo.domain.finding import Evidence, Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.overview import ListedRepository, Part, RecordedFinding
from ospo.domain.register import KnownOrganisation
from ospo.formats import mail_address
from ospo.store import address_index, edition
from ospo.store.database import Database
from ospo.store.findings import CODES, OUTCOMES
from ospo.store.overview import listed
from ospo.store.schema import (
    findings,
    organisations,
    owners,
    repositories,
    snapshots,
    totals,
    words,
)

Unpack = Callable[[bytes, datetime], Sequence[Finding]]
_MOST = 200_000  # findings; how many there are in all is counted exactly up to here, and summed beyond
_LAST = 200  # repositories whose answers are in a list of the newest, when nothing narrows it down
_NARROW = {"organisation", "repository", "check"}


class View:
    """A view of a register; satisfies the RegisterView protocol. Each answer is of one moment.

    `unpack` gives the findings of a scan, with their evidence, from what the checks saw.
    """

    def __init__(self, database: Database, unpack: Unpack) -> None:
        self._database = database
        self._unpack = unpack

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def version(self) -> str:
        """A mark that is another one when anything in it changed."""
        with self._database.reading() as connection:
            return edition.read(connection)

    def has_organisations(self) -> bool:
        """Whether any organisation follows from what was read."""
        return self._has(organisations.c.id)

    def has_repositories(self) -> bool:
        """Whether any crawl found a repository."""
        return self._has(repositories.c.id)

    def _has(self, column: Any) -> bool:
        with self._database.reading() as connection:
            return connection.execute(select(column).limit(1)).first() is not None

    def organisations(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[KnownOrganisation]]:
        """By `id`, `kind` and `tooi`, ordered by id."""
        if _is_nowhere(wanted):
            return 0, []
        here = and_(True, *(organisations.c[name] == value for name, value in wanted.items()))
        statement = select(organisations.c.body).where(here).order_by(organisations.c.id)
        with self._database.reading() as connection:
            total = connection.execute(select(func.count()).select_from(organisations).where(here)).scalar_one()
            bodies = connection.execute(statement.offset(part.start).limit(part.size)).scalars().all()
        return total, [msgspec.msgpack.decode(body, type=KnownOrganisation) for body in bodies]

    def repositories(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[ListedRepository]]:
        """By `organisation`, `state`, `address` and `q`, ordered by address, or by the day of their state."""
        if _is_nowhere(wanted):
            return 0, []
        r = repositories.c
        here = and_(_is_public(), *_narrowed(wanted))
        order = (r.since.desc(), r.address) if part.is_newest else (r.address,)
        chosen = _repositories().where(here)
        counted = select(func.count()).select_from(_with_owner("organisation" in wanted)).where(here)
        with self._database.reading() as connection:
            if "q" in wanted:
                counted, chosen = address_index.narrowed(connection, (counted, chosen), wanted["q"])
            total = connection.execute(counted).scalar_one()
            rows = connection.execute(chosen.order_by(*order).offset(part.start).limit(part.size))
            return total, [listed(row, row.organisation or "") for row in rows]

    def findings(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[RecordedFinding]]:
        """By `organisation`, `repository` (its address), `check` and `outcome`, in an order that stays.

        The newest, when only an outcome narrows them down, are those of the repositories that were scanned last.
        """
        if _is_nowhere(wanted) or wanted.get("outcome", Outcome.MET) not in set(Outcome):
            return 0, []
        with self._database.reading() as connection:
            chosen = _findings(connection, wanted)
            if chosen is None:
                return 0, []
            f = findings.c
            if part.is_newest and not set(wanted) & _NARROW:
                chosen = chosen.where(f.repository_id.in_(_scanned_last()))
                total = _counted(connection, chosen)
            else:
                total = _total(connection, wanted, chosen)
            order = (f.since.desc(), f.repository_id, f.check_id) if part.is_newest else _order(wanted)
            keys = chosen.order_by(*order).offset(part.start).limit(part.size)
            rows = connection.execute(_told(keys).order_by(*order)).all()
            bodies = _bodies(connection, {row.snapshot_id for row in rows})
        evidence = {number: self._evidence(*body) for number, body in bodies.items()}
        return total, [_finding(row, evidence.get(row.snapshot_id, {})) for row in rows]

    def _evidence(self, seen: bytes, scanned: datetime) -> Mapping[tuple[str, str], tuple[Evidence, ...]]:
        """By check and reason: what the scan says counts only for the answer that it gave."""
        return {
            (found.check, found.verdict.reason): tuple(e for e in found.verdict.evidence if _is_plain(str(e)))
            for found in self._unpack(seen, scanned)
        }


def _is_nowhere(wanted: Mapping[str, str]) -> bool:
    """True for a sign that PostgreSQL keeps in no text and takes in no question."""
    return any("\0" in value for value in wanted.values())


def _is_plain(text: str) -> bool:
    """Whether a place is no way to reach somebody."""
    return not mail_address.is_in(text)


def _is_public() -> Any:
    return ~repositories.c.address.startswith("file:")


def _with_owner(is_asked: bool) -> Any:
    return repositories.join(owners, owners.c.address == repositories.c.owner) if is_asked else repositories


def _narrowed(wanted: Mapping[str, str]) -> Iterable[Any]:
    if "organisation" in wanted:
        yield owners.c.organisation == wanted["organisation"]
    if "state" in wanted:
        yield repositories.c.state == wanted["state"]
    if "address" in wanted:
        yield repositories.c.address == wanted["address"]


def _repositories() -> Select[Any]:
    r, s = repositories.c, snapshots.c
    counts = (s.met, s.not_met, s.unknown, s.not_applicable)
    columns = (
        r.address,
        r.owner.label("account"),
        r.state,
        r.since,
        r.is_fork,
        r.fork,
        r.is_ahead,
        s.commit_id,
        s.committed,
        s.scanned,
        *counts,
    )
    return (
        select(*columns, owners.c.organisation)
        .join(owners, owners.c.address == r.owner, isouter=True)
        .join(snapshots, s.id == r.snapshot_id, isouter=True)
    )


def _findings(connection: Connection, wanted: Mapping[str, str]) -> Select[Any] | None:
    """The keys of what is asked for; None when there can be none."""
    f = findings.c
    chosen = select(f.repository_id, f.check_id, f.since).where(f.ended.is_(None))
    if "check" in wanted:
        number = connection.execute(select(words.c.id).where(words.c.word == wanted["check"])).scalar()
        if number is None:
            return None
        chosen = chosen.where(f.check_id == number)
    if "outcome" in wanted:
        chosen = chosen.where(f.outcome == CODES[Outcome(wanted["outcome"])])
    where = {"address": wanted["repository"]} if "repository" in wanted else {}
    where |= {"organisation": wanted["organisation"]} if "organisation" in wanted else {}
    if where or _holds_folders(connection):
        chosen = chosen.join(repositories, repositories.c.id == f.repository_id).where(_is_public(), *_narrowed(where))
        if "organisation" in where:
            chosen = chosen.join(owners, owners.c.address == repositories.c.owner)
    return chosen


def _holds_folders(connection: Connection) -> bool:
    """Whether some repository is known only by its place on a machine; their addresses sort before all others."""
    first = connection.execute(select(func.min(repositories.c.address))).scalar()
    return first is not None and first.startswith("file:")


def _order(wanted: Mapping[str, str]) -> tuple[Any, ...]:
    """The order of an index, so that nothing has to be sorted."""
    f = findings.c
    if "check" in wanted and not {"repository", "organisation"} & set(wanted):
        return (f.check_id, f.outcome, f.repository_id)
    return (f.repository_id, f.check_id)


def _total(connection: Connection, wanted: Mapping[str, str], chosen: Select[Any]) -> int:
    if not {"repository", "organisation"} & set(wanted):
        t = totals.c
        summed = select(func.sum(t.repositories)).join(words, words.c.id == t.check_id)
        if "check" in wanted:
            summed = summed.where(words.c.word == wanted["check"])
        if "outcome" in wanted:
            summed = summed.where(t.outcome == CODES[Outcome(wanted["outcome"])])
        if (found := connection.execute(summed).scalar() or 0) > _MOST:
            return int(found)
    return _counted(connection, chosen)


def _counted(connection: Connection, chosen: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()


def _scanned_last() -> Select[Any]:
    """The repositories that were scanned last: the newest of millions of answers are among theirs."""
    s = snapshots.c
    return select(s.repository_id).order_by(s.scanned.desc()).limit(_LAST)


def _told(keys: Select[Any]) -> Select[Any]:
    f, r, s = findings.c, repositories.c, snapshots.c
    key, check, reason = keys.subquery(), words.alias(), words.alias()
    same = and_(f.repository_id == key.c.repository_id, f.check_id == key.c.check_id, f.since == key.c.since)
    return (
        select(f.repository_id, f.check_id, f.since, f.outcome, r.snapshot_id, r.address, owners.c.organisation)
        .add_columns(check.c.word.label("check"), reason.c.word.label("reason"), s.commit_id, s.committed, s.scanned)
        .join(key, same)
        .join(repositories, r.id == f.repository_id)
        .join(snapshots, s.id == r.snapshot_id)
        .join(check, check.c.id == f.check_id)
        .join(reason, reason.c.id == f.reason_id)
        .join(owners, owners.c.address == r.owner, isouter=True)
    )


def _bodies(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[bytes, datetime]]:
    s = snapshots.c
    rows = connection.execute(select(s.id, s.seen, s.scanned).where(s.id.in_(sorted(numbers))))
    return {row.id: (row.seen, row.scanned) for row in rows}


def _finding(row: Row[Any], evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]) -> RecordedFinding:
    return RecordedFinding(
        repository=row.address,
        organisation=row.organisation or "",
        check=CheckId(row.check),
        outcome=OUTCOMES[row.outcome],
        reason=row.reason,
        since=row.since,
        commit=row.commit_id,
        committed=row.committed,
        scanned=row.scanned,
        evidence=evidence.get((row.check, row.reason), ()),
    )
