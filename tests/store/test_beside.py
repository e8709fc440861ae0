# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who imports and who crawls at the same time: neither fails, and what they leave behind fits together."""

import datetime
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import func, select

from ospo.app import registering
from ospo.domain.crawl import Counts, ForgeAccount, Listing, Scanned, SeenRepository, SourceKind
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.work import JobKind
from ospo.store.claims import Claims
from ospo.store.database import Database
from ospo.store.register import Register
from ospo.store.schema import findings, owners, tallies, totals
from recorded_register import DAY, claims_of, reading

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
MANY, ROUNDS = 24, 6  # accounts; of which each round takes a part


def account(number: int) -> str:
    return f"https://github.com/owner{number}"


def imports(database: Database, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - figures, not secrets
    claims = Claims(database)
    for _ in range(ROUNDS):
        told = [claims_of(f"o{n}", name=f"Gemeente {n}", account=account(n)) for n in chance.sample(range(MANY), 9)]
        claims.put(replace(reading(*(claim for some in told for claim in some)), name=f"lijst {seed}"))
        registering.conclude(claims, DAY)


def crawls(database: Database, seed: int) -> None:
    register, taker = Register(database), f"taker {seed}"
    chance = random.Random(seed)  # noqa: S311 - figures, not secrets
    checks = [CheckId(f"check-{n}") for n in range(5)]
    for _ in range(ROUNDS):
        found = [ForgeAccount(account(n), SourceKind.INDEX) for n in chance.sample(range(MANY), 4)]
        register.add_accounts(found, NOW, register.begin([], NOW))
        while (job := register.jobs.take(taker, NOW, NOW + datetime.timedelta(days=1))) is not None:
            if job.kind is JobKind.ACCOUNT:
                places = [f"{job.subject}/{n}" for n in range(chance.randint(1, 3))]
                seen = tuple(SeenRepository(p, f"{p}.git", str(chance.random())) for p in places)
                register.listed(job, taker, Listing(seen), {}, "c", NOW)
            else:
                answers = {check: (chance.choice(list(Outcome)), "x") for check in checks}
                digest = f"{chance.getrandbits(64):x}"
                scan = Scanned(
                    digest, "c", digest, NOW, NOW + chance.random() * datetime.timedelta(days=1), answers, b""
                )
                register.scanned(job, taker, scan, Counts(), "c", NOW)
        register.count_tallies()


def test_who_imports_and_who_crawls_do_not_stand_in_each_others_way(database: Database) -> None:
    tasks: list[Callable[[Database, int], None]] = [imports, crawls, imports, crawls]
    opened = [Database(database.address) for _ in tasks]
    with ThreadPoolExecutor(len(tasks)) as pool:
        done = [pool.submit(task, own, seed) for seed, (task, own) in enumerate(zip(tasks, opened, strict=True))]
        for one in done:
            one.result()
    for own in opened:
        own.close()

    known = registering.known(Claims(database), DAY)
    wanted = {a.address: next(iter(a.organisations)) for a in known.accounts.values() if a.organisations}
    with database.reading() as connection:
        whose = {row.address: row.organisation for row in connection.execute(select(owners))}
        now = connection.execute(select(func.count()).select_from(findings).where(findings.c.ended.is_(None))).scalar()
        counted = [connection.execute(select(func.sum(t.c.repositories))).scalar() for t in (tallies, totals)]
    assert whose == {address: wanted.get(address) for address in whose}
    assert counted == [now, now]
