# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Crawling: sources to accounts, accounts to repositories, and each of those looked at when it changed."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from ospo.app import budgets, databases, keeping, sources
from ospo.app.tasks import Tools
from ospo.app.working import Manners, Worker
from ospo.domain.crawl import HostBudget, RunReport, SourceKind, Trouble
from ospo.domain.work import Job
from ospo.errors import SettingsError
from ospo.settings import Settings
from ospo.store import address_index, backup
from ospo.store.database import Database
from ospo.store.register import Register
from ospo.store.upgrading import is_up_to_date, upgrade


@contextmanager
def opened(settings: Settings, address: str | None = None) -> Iterator[Database]:
    """The database of the register, up to date.

    Args:
        settings: where it is when no address is given.
        address: another one.
    """
    database = databases.opened(settings, address)
    try:
        yield database
    finally:
        database.close()


def tools_of(settings: Settings, internal: Sequence[str] = (), only: Sequence[str] = ()) -> Tools:
    """What tasks work with under these settings."""
    mirrors = Path(settings.data).absolute() / "mirrors"
    return Tools(mirrors, tuple(internal), keeping.keeper(settings), tuple(only), settings.tokens)


def budget(
    settings: Settings, given: Sequence[str], now: datetime, address: str | None = None
) -> tuple[HostBudget, ...]:
    """What a crawl of these sources is going to ask of which host; asks nothing, and changes nothing.

    Raises:
        SettingsError: a source is none.
    """
    accounts = [sources.account_of(source) for source in given]
    database = databases.located(settings, address)
    try:
        if not is_up_to_date(database):
            return budgets.of(accounts, {}, [], tools_of(settings), now)
        register = Register(database)
        known = register.known([account.url for account in accounts])
        return budgets.of(accounts, known, register.jobs.uses(now), tools_of(settings), now)
    finally:
        database.close()


def crawl(
    settings: Settings,
    given: Sequence[str],
    now: Callable[[], datetime],
    address: str | None = None,
    internal: Sequence[str] = (),
    processes: int | None = None,
    *,
    tools: Tools | None = None,
    manners: Manners | None = None,
) -> Iterator[Job]:
    """Crawl these sources, and finish what an earlier crawl left; gives each job that is done.

    Raises:
        SettingsError: a source is none, or something must be put right first.
    """
    tools = tools or tools_of(settings, internal)
    accounts = [sources.account_of(source) for source in given]
    named = [sources.named(account) for account in accounts if account.kind is SourceKind.GIT]
    with opened(settings, address) as database:
        register = Register(database)
        run = register.begin([account.url for account in accounts], now())
        try:
            register.add_accounts([a for a in accounts if a.kind is not SourceKind.GIT], now(), run)
            for account, listing in named:
                register.add_listing(account, listing, tools.checks, now(), run)
            yield from _worker(register, tools, now, processes, manners).work()
            _name_what_waits(register, run)
        except SettingsError as error:
            with suppress(Exception):  # it may be the register itself that cannot be written
                values = {name: str(value) for name, value in error.values.items()}
                register.name(run, Trouble("", error.message, values))
            raise
        finally:
            register.end(run, now())


def _name_what_waits(register: Register, run: int) -> None:
    """Jobs that wait for longer than we do: for a limit of a forge, mostly."""
    for host, jobs, first in register.jobs.waiting():
        message = "{n} jobs wait until {when}: start again by then, or leave `ospo worker` at work"
        when = first.strftime("%Y-%m-%d %H:%M UTC")
        register.name(run, Trouble(host, message, {"n": str(jobs), "when": when}))


def work(
    settings: Settings,
    now: Callable[[], datetime],
    address: str | None = None,
    internal: Sequence[str] = (),
    processes: int | None = None,
    *,
    forever: bool = True,
    every: timedelta | None = None,
    tell: Callable[[RunReport], None] | None = None,
    tools: Tools | None = None,
    manners: Manners | None = None,
) -> Iterator[Job]:
    """Do what is in the queue; with `every`, also put in it what was last asked so long ago, and tell what came."""
    with opened(settings, address) as database:
        tools = tools or tools_of(settings, internal)
        yield from _worker(Register(database), tools, now, processes, manners, every, tell).work(forever=forever)


def _worker(
    register: Register,
    tools: Tools,
    now: Callable[[], datetime],
    processes: int | None,
    manners: Manners | None,
    every: timedelta | None = None,
    tell: Callable[[RunReport], None] | None = None,
) -> Worker:
    processes = processes or os.cpu_count() or 1
    return Worker(register, tools, now, processes=processes, manners=manners, every=every, tell=tell)


def last_report(settings: Settings, address: str | None = None) -> RunReport:
    """What the last crawl did.

    Raises:
        SettingsError: there was none.
    """
    with opened(settings, address) as database:
        report = Register(database).last()
    if report is None:
        raise SettingsError("the register holds no crawl yet: `ospo crawl SOURCE` makes one")
    return report


def upgraded(settings: Settings, address: str | None = None) -> tuple[str | None, str, bool]:
    """Bring the tables up to date; gives the revision that they had, and have, and whether addresses are indexed.

    That index is made where it can be had; an extension may have come since the tables were made.
    """
    database = databases.located(settings, address)
    try:
        was, now = upgrade(database)
        with database.writing(is_told=False) as connection:
            return was, now, address_index.make(connection)
    finally:
        database.close()


def backed_up(settings: Settings, file: Path, address: str | None = None) -> int:
    """Write the register to a file; gives the number of rows."""
    with opened(settings, address) as database:
        return backup.write(database, file)


def restored(settings: Settings, file: Path, address: str | None = None) -> int:
    """Read a backup into an empty database; gives the number of rows."""
    with opened(settings, address) as database:
        return backup.read(database, file)
