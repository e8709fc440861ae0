# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as the crawler sees it: each method is one transaction, with its job in it, so nothing counts twice."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from ospo.domain.crawl import Counts, ForgeAccount, Listing, RepositoryState, RunReport, Scanned, Target, Trouble
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.work import Job, JobKind
from ospo.store import findings, jobs, listings, runs
from ospo.store.database import Database
from ospo.store.jobs import STOPPED
from ospo.store.schema import jobs as jobs_table
from ospo.store.schema import repositories

_GIVEN_UP = (RepositoryState.MOVED, RepositoryState.DISAPPEARED, RepositoryState.PRIVATE)


class Register:
    """Everything that is recorded of accounts and repositories."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.jobs = jobs.Jobs(database)

    def begin(self, sources: Sequence[str], now: datetime) -> int:
        """A crawl starts: it takes over what an earlier one left to be done."""
        with self._database.writing() as connection:
            run = runs.begin(connection, sources, now)
            jobs.adopt(connection, run)
            return run

    def add_accounts(self, found: Sequence[ForgeAccount], now: datetime, run: int) -> None:
        """Have these accounts listed."""
        with self._database.writing() as connection:
            listings.add_accounts(connection, found, now)
            urls = dict.fromkeys(account.url for account in found)
            jobs.put(connection, JobKind.ACCOUNT, urls, listings.ACCOUNT, now, run)

    def add_listing(self, account: ForgeAccount, listing: Listing, checks: str, now: datetime, run: int) -> None:
        """Have these repositories looked at, which were named one by one."""
        with self._database.writing() as connection:
            listings.add_accounts(connection, [account], now)
            known = listings.account(connection, account.url)
            if known is not None:
                new, _ = listings.take_in(connection, known[0], listing, now, {})
                only = [r.address for r in listing.repositories]
                listings.put_due(connection, known[0], checks, now, run, only)
                runs.count(connection, run, Counts(listed=len(only), new=new))

    def account(self, url: str) -> tuple[ForgeAccount, str | None] | None:
        """An account, and the mark of its last list."""
        with self._database.reading() as connection:
            known = listings.account(connection, url)
            return None if known is None else (known[1], listings.etag(connection, url))

    def listed(
        self, job: Job, taker: str, listing: Listing, defaults: Mapping[str, bool], checks: str, now: datetime
    ) -> None:
        """A list came: record it, remember its mark, and have looked at what it says is new."""
        with self._database.writing() as connection:
            run = _run(connection, job)
            jobs.finish(connection, job, taker)
            known = listings.account(connection, job.subject)
            if known is None:
                return
            new, gone = listings.take_in(connection, known[0], listing, now, defaults)
            if not listing.is_unchanged:
                listings.keep_etag(connection, job.subject, listing.etag, now)
            listings.put_due(connection, known[0], checks, now, run)
            unchanged, listed = int(listing.is_unchanged), len(listing.repositories)
            counts = Counts(1, unchanged, listing.requests, listed, new, gone)
            runs.count(connection, run, counts)

    def target(self, address: str, checks: str) -> Target | None:
        """What is known of a repository that is to be looked at."""
        with self._database.reading() as connection:
            row = _repository(connection, address)
            if row is None:
                return None
            rests_on = checks if row.is_defaults else listings.basis(connection, row.account_id, checks)
            r = repositories.c
            supplied = (r.account_id == row.account_id) & r.is_defaults & r.digest.is_not(None)
            found = connection.execute(select(r.address, r.clone).where(supplied).order_by(r.address)).first()
        return Target(
            address=row.address,
            clone=row.clone,
            basis=rests_on,
            mark=row.mark,
            is_archived=row.is_archived,
            is_defaults=row.is_defaults,
            done_mark=row.done_mark,
            done_basis=row.basis,
            digest=row.digest,
            until=row.until,
            defaults=None if found is None or row.is_defaults else (found.address, found.clone),
        )

    def scanned(self, job: Job, taker: str, found: Scanned | None, counts: Counts, checks: str, now: datetime) -> None:
        """A repository was looked at: record what was found; None when it was what it was."""
        with self._database.writing() as connection:
            run = _run(connection, job)
            jobs.finish(connection, job, taker)
            row = _repository(connection, job.subject)
            if row is None:
                return
            state = RepositoryState.ARCHIVED if row.is_archived else RepositoryState.ACTIVE
            listings.become(connection, row.id, row.state, state, now)
            if found is None:
                done = update(repositories).where(repositories.c.id == row.id)
                connection.execute(done.values(done_mark=row.mark))
            else:
                findings.record(connection, row, found)
            if row.is_defaults:  # what the owner supplies is known: now its other repositories can be looked at
                listings.put_rest(connection, row.account_id, checks, now, run)
            runs.count(connection, run, counts)

    def failed(
        self,
        job: Job,
        taker: str,
        trouble: Trouble,
        state: RepositoryState | None,
        again: datetime | None,
        checks: str,
        now: datetime,
    ) -> None:
        """A job went wrong: name it when it is not tried again, and let what waits for it go on."""
        with self._database.writing() as connection:
            run = _run(connection, job)
            jobs.give_up(connection, job, taker, str(trouble.message).format(**trouble.values), again)
            if again is not None:
                return
            _given_up(connection, job, run, trouble, state, checks, now)

    def bury(self, checks: str, now: datetime) -> int:
        """Name the jobs that stopped whoever took them, and let what waits for them go on; gives how many."""
        with self._database.writing() as connection:
            found = jobs.bury(connection)
            for job, run in found:
                _given_up(connection, job, run, Trouble(job.subject, STOPPED), RepositoryState.UNREACHABLE, checks, now)
            return len(found)

    def count_tallies(self) -> None:
        """Count anew what pages show of the accounts whose findings changed."""
        while True:
            with self._database.writing() as connection:
                if not findings.count_tallies(connection):
                    return

    def tally(self) -> Mapping[CheckId, Mapping[Outcome, int]]:
        """How many repositories have which outcome, by check."""
        with self._database.reading() as connection:
            return findings.tally(connection)

    def name(self, run: int, trouble: Trouble) -> None:
        """Name something that went wrong in a crawl as a whole."""
        with self._database.writing() as connection:
            runs.name(connection, run, trouble)

    def end(self, run: int, now: datetime) -> RunReport:
        """A crawl is over."""
        with self._database.writing() as connection:
            runs.end(connection, run, now)
            return runs.report(connection, run)

    def last(self) -> RunReport | None:
        """What the last crawl did."""
        with self._database.reading() as connection:
            run = runs.newest(connection)
            return None if run is None else runs.report(connection, run)

    def addresses(self, states: Collection[RepositoryState]) -> list[str]:
        """The repositories in these states."""
        with self._database.reading() as connection:
            r = repositories.c
            found = connection.execute(select(r.address).where(r.state.in_(sorted(states))).order_by(r.address))
            return list(found.scalars())


def _repository(connection: Connection, address: str) -> Row[Any] | None:
    return connection.execute(select(repositories).where(repositories.c.address == address)).first()


def _run(connection: Connection, job: Job) -> int | None:
    return connection.execute(select(jobs_table.c.run_id).where(jobs_table.c.id == job.id)).scalar()


def _given_up(
    connection: Connection,
    job: Job,
    run: int | None,
    trouble: Trouble,
    state: RepositoryState | None,
    checks: str,
    now: datetime,
) -> None:
    runs.name(connection, run, trouble)
    runs.count(connection, run, Counts(failures=1))
    row = _repository(connection, job.subject) if job.kind is JobKind.REPOSITORY else None
    if row is None:
        return
    if state is not None:
        listings.become(connection, row.id, row.state, state, now)
    if state in (*_GIVEN_UP, RepositoryState.ACTIVE):  # nothing to try until its list says that it changed
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(done_mark=row.mark))
    if row.is_defaults:
        listings.put_rest(connection, row.account_id, checks, now, run)
