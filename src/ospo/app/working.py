# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working off the queue: jobs to processes, results to the register, and leases kept for as long as it takes."""

import os
import platform
import random
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from multiprocessing import get_context
from typing import Any

from ospo.app import tasks
from ospo.app.tasks import Failure, Looked, Tools
from ospo.domain.crawl import Listing, RunReport, Trouble
from ospo.domain.work import Job, JobKind
from ospo.errors import SettingsError
from ospo.formats import forges
from ospo.formats.forge_limits import host_of
from ospo.store.jobs import LeaseLost
from ospo.store.register import Register

LEASE = timedelta(seconds=120)
TRIES = 4  # of what may be better in a while
_MINUTE = timedelta(minutes=1)  # the longest between two looks whether something is due
_GONE = Failure("is no longer known", {})


@dataclass(frozen=True, slots=True)
class Manners:
    """How a worker behaves; times in seconds. `waits` is for how long it waits when there is nothing to do now."""

    back_off: float = 15.0  # before the second try, and four times as long before each next one
    waits: float = 600.0
    looks: float = 1.0  # between two looks whether there is something to do, for who does not wait for ever
    rests: float = 30.0  # the same for who does: PostgreSQL tells it earlier
    chance: Callable[[], float] = random.random


class Worker:
    """Takes jobs until there are none; what it does is recorded job by job, each in one transaction."""

    def __init__(
        self,
        register: Register,
        tools: Tools,
        now: Callable[[], datetime],
        *,
        processes: int = 1,
        manners: Manners | None = None,
        every: timedelta | None = None,
        tell: Callable[[RunReport], None] | None = None,
    ) -> None:
        """Work on this register.

        Args:
            register: where the queue is, and where results go.
            tools: what tasks work with.
            now: the clock.
            processes: how many jobs at a time.
            manners: how it behaves.
            every: crawl again by itself, what was last asked so long ago.
            tell: is told what each crawl did that began by itself and is over.
        """
        self._register = register
        self._tools = tools
        self._now = now
        self._processes = max(1, processes)
        self._manners = manners or Manners()
        self._every, self._tell, self._due = every, tell, now()
        self._name = f"{platform.node()}/{os.getpid()}/{random.getrandbits(32):08x}"

    def work(self, *, forever: bool = False) -> Iterator[Job]:
        """Do jobs until none is left that can be done soon, or without an end; gives each one that is done.

        Raises:
            SettingsError: something that must be put right first, such as a full disk; the jobs stay in the queue.
        """
        self._take_from_the_dead()
        running: dict[Future[Any], Job] = {}
        with self._pool() as pool:
            try:
                yield from self._turn(pool, running, forever)
            except BaseException:
                with suppress(Exception):
                    self._register.jobs.release(self._name)
                raise
            finally:
                self._register.jobs.close()

    def _turn(self, pool: "_Pool", running: dict[Future[Any], Job], forever: bool) -> Iterator[Job]:
        while True:
            self._crawl_again()
            while len(running) < self._processes and (job := self._next()) is not None:
                future = self._start(pool, job)
                if future is not None:
                    running[future] = job
            if not running:
                if self._register.bury(self._tools.checks, self._now()):
                    continue
                self._register.count_tallies()
                self._tell_what_is_over()
                if not self._is_worth_waiting(forever):
                    return
                self._wait(forever)
                continue
            done, _ = wait(running, timeout=LEASE.total_seconds() / 4, return_when=FIRST_COMPLETED)
            if len(running) > len(done):
                self._register.jobs.keep(self._name, self._now() + LEASE)
            for future in done:
                job = running.pop(future)
                if self._finish(job, future):
                    yield job
                else:
                    running.clear()
                    self._register.jobs.release(self._name, is_over=False)
                    pool.renew()
                    break

    def _next(self) -> Job | None:
        now = self._now()
        return self._register.jobs.take(self._name, now, now + LEASE)

    def _start(self, pool: "_Pool", job: Job) -> "Future[Any] | None":
        """Send a job to a process; one about something that is not there any more is done."""
        if job.kind is JobKind.ACCOUNT:
            account = self._register.account(job.subject)
            if account is not None:
                return pool.submit(tasks.list_account, *account, self._tools)
        else:
            target = self._register.target(job.subject, self._tools.checks)
            if target is not None:
                return pool.submit(tasks.look_at_repository, target, replace(self._tools, tokens={}), self._now())
        self._record(job, _GONE)
        return None

    def _finish(self, job: Job, future: "Future[Any]") -> bool:
        """Record what came of a job; false when the process that did it is no more."""
        try:
            result = future.result()
        except BrokenProcessPool:
            return False
        with suppress(LeaseLost):
            self._record(job, result)
        return True

    def _record(self, job: Job, result: Listing | Looked | Failure) -> None:
        now, checks = self._now(), self._tools.checks
        if isinstance(result, Failure):
            if result.is_fatal:
                raise SettingsError(result.message, **result.values)
            trouble = Trouble(job.subject, result.message, result.values)
            again, rest = self._again(job, result, now), None
            if result.rests:
                again = rest = now + timedelta(seconds=(result.after or 0.0) + 2 * self._manners.chance())
            self._register.failed(job, self._name, trouble, result.state, again, checks, now, rest)
        elif isinstance(result, Listing):
            defaults = {r.address: True for r in result.repositories if forges.holds_defaults(r.address)}
            most = self._tools.lists_of(host_of(job.subject))
            self._register.listed(job, self._name, result, defaults, checks, now, most)
        else:
            self._register.scanned(job, self._name, result.found, result.counts, checks, now, result.moved)

    def _again(self, job: Job, failure: Failure, now: datetime) -> datetime | None:
        if not failure.is_passing or job.attempts >= TRIES:
            return None
        seconds = self._manners.back_off * 4.0 ** (job.attempts - 1) * (0.5 + self._manners.chance())
        return now + timedelta(seconds=max(seconds, min(failure.after or 0.0, self._manners.waits)))

    def _is_worth_waiting(self, forever: bool) -> bool:
        """Whether something is to be done before long: by us, or after somebody else's lease runs out."""
        if forever:
            return True
        soon = self._register.jobs.next_moment()
        return soon is not None and soon <= self._now() + timedelta(seconds=self._manners.waits)

    def _wait(self, forever: bool) -> None:
        """Until there may be something to do: somebody tells, a moment comes, or it is time to look."""
        now, seconds = self._now(), self._manners.rests if forever else self._manners.looks
        if (soon := self._register.jobs.next_moment()) is not None:
            # What may be done at this moment and was not given out waits for room at its host.
            seconds = min(seconds, (soon - now).total_seconds() if soon > now else self._manners.looks)
        if self._every is not None:
            seconds = min(seconds, max(0.01, (self._due - now).total_seconds()))
        self._register.jobs.wait(seconds)

    def _crawl_again(self) -> None:
        """Put in the queue what is due, when we crawl by ourselves; looked at now and then."""
        if self._every is not None and self._due <= (now := self._now()):
            self._register.put_again(self._every, now)
            self._due = now + min(self._every, _MINUTE)

    def _tell_what_is_over(self) -> None:
        if self._every is not None:
            for report in self._register.end_periodic(self._now()):
                if self._tell is not None:
                    self._tell(report)

    def _take_from_the_dead(self) -> None:
        """Put back what a process on this machine had that is no more; others lose theirs when their lease runs out."""
        here = platform.node()
        for taker in self._register.jobs.takers():
            host, _, rest = taker.partition("/")
            if host == here and not _is_alive(rest.partition("/")[0]):
                self._register.jobs.release(taker, is_over=False)

    @contextmanager
    def _pool(self) -> "Iterator[_Pool]":
        pool = _Pool(self._processes)
        try:
            yield pool
        finally:
            pool.close()


class _Pool:
    """Processes that do tasks; this process itself when one is enough."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._executor: Executor | None = None

    def submit(self, task: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Have a task done."""
        if self._executor is None:
            self._executor = ThreadPoolExecutor(1) if self._processes == 1 else self._several()
        return self._executor.submit(task, *arguments)

    def _several(self) -> Executor:
        context = get_context("forkserver")
        context.set_forkserver_preload(["ospo.app.prepared"])
        return ProcessPoolExecutor(self._processes, context, _leave_interrupts)

    def renew(self) -> None:
        """Start over with new processes."""
        self.close()

    def close(self) -> None:
        """Stop; what is being done is not waited for."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started the workers; they end when it ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError, OverflowError):
        return True
    return True
