# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small register for tests: organisations by their claims, and repositories as a crawl would record them."""

import datetime
import zlib
from collections.abc import Mapping

from ospo.app.remembering import packed
from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.crawl import Counts, ForgeAccount, Listing, Scanned, SeenRepository, SourceKind, Trouble
from ospo.domain.finding import Evidence, Outcome, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.seen import Seen
from ospo.store.claims import Claims
from ospo.store.database import Database
from ospo.store.register import Register

NOW = datetime.datetime(2026, 11, 20, 12, 0, tzinfo=datetime.UTC)
DAY = NOW.date()
ORIGIN = Origin("lijst", "https://voorbeeld.example/lijst.csv", "row 3", DAY, datetime.date(2026, 5, 1))
TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm9999"
HOST = "https://github.com/voorbeeld"
VALID = CheckId("has-valid-publiccode")
OTHER = CheckId("has-licence-file")
CHECKS = "set-1"
COMMIT = "c" * 40


def claims_of(subject: str, **values: str) -> tuple[Claim, ...]:
    """Claims of one source on one organisation."""
    names = {name.replace("_", "-"): value for name, value in values.items()}
    return tuple(Claim(subject, Attribute(n), v, ORIGIN, Confidence.LISTED) for n, v in names.items())


def reading(*claims: Claim) -> Reading:
    """What a list says."""
    return Reading("lijst", "lijst", ORIGIN.url, DAY, ORIGIN.dated, claims)


def fill_claims(database: Database) -> Claims:
    """Two organisations: one with an account and a number, one without."""
    claims = Claims(database)
    one = claims_of(
        "a", name="Gemeente Voorbeeld", kind="municipality", tooi=TOOI, roo="12", country="NL", account=HOST
    )
    claims.put(reading(*one, *claims_of("b", name="Stichting Proef", kind="foundation")))
    return claims


def record(
    database: Database,
    found: Mapping[str, Mapping[CheckId, Verdict]],
    archived: tuple[str, ...] = (),
    *,
    account: str = HOST,
    now: datetime.datetime = NOW,
) -> None:
    """Record that an account lists these repositories, and what the checks saw in each of them."""
    register = Register(database)
    run = register.begin([account], now)
    register.add_accounts([ForgeAccount(account, SourceKind.INDEX)], now, run)
    until = now + datetime.timedelta(days=1)
    job = register.jobs.take("test", now, until)
    assert job is not None
    seen = tuple(
        SeenRepository(address, f"/clones/{number}", f"{now}", is_archived=address in archived)
        for number, address in enumerate(sorted(found))
    )
    register.listed(job, "test", Listing(seen), {}, CHECKS, now)
    while (job := register.jobs.take("test", now, until)) is not None:
        register.scanned(job, "test", _scanned(job.subject, found[job.subject], now), Counts(scans=1), CHECKS, now)
    register.count_tallies()
    register.end(run, now)


def _scanned(address: str, verdicts: Mapping[CheckId, Verdict], now: datetime.datetime) -> Scanned:
    return Scanned(
        digest=f"{now}",
        basis=CHECKS,
        commit=COMMIT,
        committed=now,
        scanned=now,
        answers={check: (v.outcome, v.reason) for check, v in verdicts.items()},
        seen=zlib.compress(packed(Seen(COMMIT, now, verdicts, address))),
    )


def met(reason: str = "found") -> Verdict:
    """An answer."""
    return Verdict(Outcome.MET, reason)


def invalid(path: str = "publiccode.yml") -> Verdict:
    """An answer with a place."""
    values = {"path": path, "key": "legal.license", "line": 7, "count": 1, "problem": "not-a-licence"}
    return Verdict(Outcome.NOT_MET, "invalid", (Evidence(path, 7),), values)


def fail(database: Database, subject: str, message: str, now: datetime.datetime = NOW) -> None:
    """Record that a crawl could not have something."""
    register = Register(database)
    run = register.begin([subject], now)
    register.name(run, Trouble(subject, message, {"url": subject}))
    register.end(run, now)
