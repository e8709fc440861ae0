# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as the crawler sees it: each method is one transaction, with its job in it, so nothing counts twice.

Rows are locked in one order, so that no two transactions wait for each other: repositories, jobs, hosts and runs, and
their account last. Where two cross all the same, one of them is done again.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, update

from ospo.domain.crawl import Counts, ForgeAccount, Listing, RepositoryState, RunReport, Scanned, Target, Trouble
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.work import Job, JobKind
from ospo.formats.forge_limits import host_of
from ospo.store import edition, findings, hosts, jobs, listings, moves, periodic, runs
from ospo.store.database import Database, retried
from ospo.store.jobs import STOPPED
from ospo.store.schema import accounts, repositories
from ospo.store.schema import jobs as jobs_table

_GIVEN_UP = (RepositoryState.MOVED, RepositoryState.DISAPPEARED, RepositoryState.PRIVATE)


class Register:
    """Everything that is recorded of accounts and repositories."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.jobs = jobs.Jobs(database)

    @retried
    def begin(self, sources: Sequence[str], now: datetime) -> int:
        """A crawl starts: it takes over what an earlier one left to be done."""
        with self._database.writing() as connection:
            run = runs.begin(connection, sources, now)
            jobs.adopt(connection, run)
            return run

    @retried
    def add_accounts(self, found: Sequence[ForgeAccount], now: datetime, run: int) -> None:
        """Have these accounts listed."""
        with self._database.writing() as connection:
            listings.add_accounts(connection, found, now)
            urls = dict.fromkeys(account.url for account in found)
            jobs.put(connection, JobKind.ACCOUNT, urls, listings.ACCOUNT, now, run)

    @retried
    def add_listing(self, account: ForgeAccount, listing: Listing, checks: str, now: datetime, run: int) -> None:
        """Have these repositories looked at, which were named one by one."""
        with self._database.writing() as connection:
            listings.add_accounts(connection, [account], now)
            known = listings.account(connection, account.url)
            if known is not None:
                listing = moves.resolved(connection, listing)
                new, _ = listings.take_in(connection, known[0], listing, now, {})
                only = [r.address for r in listing.repositories]
                listings.put_due(connection, known[0], checks, now, run, only)
                runs.count(connection, run, Counts(listed=len(only), new=new))
                listings.note_listed(connection, known[0], now)

    def known(self, urls: Sequence[str]) -> Mapping[str, int]:
        """How many repositories each of these accounts is known to have."""
        with self._database.reading() as connection:
            a, r = accounts.c, repositories.c
            found = select(a.url, func.count()).join(repositories, r.account_id == a.id)
            found = found.where(r.state != RepositoryState.DISAPPEARED).group_by(a.url)
            wanted = set(urls)
            return {row[0]: row[1] for row in connection.execute(found) if row[0] in wanted}

    def account(self, url: str) -> tuple[ForgeAccount, str | None] | None:
        """An account, and the mark of its last list."""
        with self._database.reading() as connection:
            known = listings.account(connection, url)
            return None if known is None else (known[1], listings.etag(connection, url))

    @retried
    def listed(
        self,
        job: Job,
        taker: str,
        listing: Listing,
        defaults: Mapping[str, bool],
        checks: str,
        now: datetime,
        most: int = 1_000_000,
    ) -> None:
        """A list came: record it, remember its mark, and have looked at what it says is new.

        `most` is how many lists its host may be asked in an hour.
        """
        with self._database.writing() as connection:
            run = _run(connection, job)
            jobs.finish(connection, job, taker)
            known = listings.account(connection, job.subject)
            if known is None:
                return
            listing = moves.resolved(connection, listing)
            new, gone = listings.take_in(connection, known[0], listing, now, defaults)
            if not listing.is_unchanged:
                listings.keep_etag(connection, job.subject, listing.etag, now)
            listings.put_due(connection, known[0], checks, now, run)
            unchanged, listed = int(listing.is_unchanged), len(listing.repositories)
            counts = Counts(1, unchanged, listing.requests, listed, new, gone)
            runs.count(connection, run, counts)
            for trouble in listing.troubles:
                runs.name(connection, run, trouble)
            host = host_of(job.subject)
            hosts.count(connection, host, listing.requests, most, now)
            if listing.rest is not None:
                hosts.rest(connection, host, now + timedelta(seconds=listing.rest), is_list=True)
            listings.note_listed(connection, known[0], now)

    def target(self, address: str, checks: str) -> Target | None:
        """What is known of a repository that is to be looked at."""
        with self._database.reading() as connection:
            row = moves.find(connection, address)
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
            fork_of=row.fork_of,
            defaults=None if found is None or row.is_defaults else (found.address, found.clone),
        )

    @retried
    def scanned(
        self,
        job: Job,
        taker: str,
        found: Scanned | None,
        counts: Counts,
        checks: str,
        now: datetime,
        moved: str | None = None,
    ) -> None:
        """A repository was looked at: record what was found; None when it was what it was.

        `moved` is where git finds it from now on.
        """
        with self._database.writing() as connection:
            run = _run(connection, job)
            row = moves.find(connection, job.subject, is_alone=True)
            jobs.finish(connection, job, taker)
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
            trouble = moves.move(connection, row, moved, now) if moved else None
            if trouble is not None:
                runs.name(connection, run, trouble)
            runs.count(connection, run, counts)

    @retried
    def failed(
        self,
        job: Job,
        taker: str,
        trouble: Trouble,
        state: RepositoryState | None,
        again: datetime | None,
        checks: str,
        now: datetime,
        rest: datetime | None = None,
    ) -> None:
        """A job went wrong: name it when it is not tried again, and let what waits for it go on.

        `rest` is until when its host wants to hear nothing: then it was no try.
        """
        with self._database.writing() as connection:
            run = _run(connection, job)
            moves.find(connection, job.subject, is_alone=True)
            said = str(trouble.message).format(**trouble.values)
            jobs.give_up(connection, job, taker, said, again, counts=rest is None)
            if rest is not None:
                host = connection.execute(select(jobs_table.c.host).where(jobs_table.c.id == job.id)).scalar_one()
                hosts.rest(connection, host, rest, is_list=job.kind is JobKind.ACCOUNT)
            if again is not None:
                return
            _given_up(connection, job, run, trouble, state, checks, now)

    @retried
    def bury(self, checks: str, now: datetime) -> int:
        """Name the jobs that stopped whoever took them, and let what waits for them go on; gives how many."""
        with self._database.writing(is_told=False) as connection:
            found = jobs.bury(connection)
            for job, run in found:
                _given_up(connection, job, run, Trouble(job.subject, STOPPED), RepositoryState.UNREACHABLE, checks, now)
            if found:
                edition.renew(connection)
            return len(found)

    @retried
    def count_tallies(self) -> None:
        """Count anew what pages show of the accounts whose findings changed."""
        while True:
            with self._database.writing(is_told=False) as connection:
                if not findings.count_tallies(connection):
                    return
                edition.renew(connection)

    def tally(self) -> Mapping[CheckId, Mapping[Outcome, int]]:
        """How many repositories have which outcome, by check."""
        with self._database.reading() as connection:
            return findings.tally(connection)

    @retried
    def put_again(self, every: timedelta, now: datetime) -> int | None:
        """Have everything listed that was last asked so long ago; gives the number of the crawl, if there is one."""
        with self._database.writing(is_told=False) as connection:
            return periodic.put_again(connection, every, now)

    @retried
    def end_periodic(self, now: datetime) -> list[RunReport]:
        """The crawls that began by themselves and of which nothing is left to be done are over."""
        with self._database.writing(is_told=False) as connection:
            return periodic.end(connection, now)

    @retried
    def name(self, run: int, trouble: Trouble) -> None:
        """Name something that went wrong in a crawl as a whole."""
        with self._database.writing() as connection:
            runs.name(connection, run, trouble)

    @retried
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
    if job.kind is JobKind.ACCOUNT and state is RepositoryState.DISAPPEARED:
        listings.look_where_they_went(connection, job.subject, now, run)
    row = moves.find(connection, job.subject) if job.kind is JobKind.REPOSITORY else None
    if row is None:
        return
    if state is not None:
        listings.become(connection, row.id, row.state, state, now)
    if state in (*_GIVEN_UP, RepositoryState.ACTIVE):  # nothing to try until its list says that it changed
        connection.execute(update(repositories).where(repositories.c.id == row.id).values(done_mark=row.mark))
    if row.is_defaults:
        listings.put_rest(connection, row.account_id, checks, now, run)
