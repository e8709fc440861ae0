# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tracing: why something is in the register or not, by what the sources say and by what crawls saw."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.register import CrawlSeen, RepositorySeen, Trace
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.store.claims import Claims
    from ospo.store.crawl_record import CrawlRecord, Recorded

_VALID = CheckId("has-valid-publiccode")
_MISSING = "missing"  # the reason of that check when there is no such file
_MOST_SHOWN = 20  # repositories of which it is told what is open


def explain(claims: "Claims", asked: str, today: datetime.date) -> Trace:
    """Why something is in the register or not: what the sources say, and what crawls saw.

    Raises:
        SettingsError: nothing was imported yet, and nothing crawled.
    """
    from ospo.engine.register import crawl_steps, reconcile, tracing
    from ospo.store.crawl_record import CrawlRecord

    record = CrawlRecord(claims.database)
    readings = list(claims.readings())
    if not readings and record.is_empty():
        raise SettingsError("the register is empty: read a list with `ospo register import FILE`")
    trace = tracing.explain(reconcile(readings, today), asked)
    accounts, wanted = crawl_steps.wanted(trace)
    return crawl_steps.add(trace, seen(record, accounts, wanted))


def seen(record: "CrawlRecord", accounts: Sequence[str], wanted: str) -> CrawlSeen:
    """What crawls saw: of the repository that was asked for, else of some whose publiccode.yml is not valid."""
    from ospo import checks

    publiccode = [check.id for check in checks.all_checks() if check.topic == "publiccode"]
    if wanted:
        one = record.repository(wanted)
        found = (_open(one, publiccode, was=wanted),) if one is not None else ()
        return CrawlSeen(record.accounts(accounts), found, wanted)
    invalid = record.answering(accounts, _VALID, Outcome.NOT_MET, _MOST_SHOWN) if accounts else ()
    shown = tuple(_open(one, [_VALID], was="") for one in invalid)
    return CrawlSeen(record.accounts(accounts), tuple(r for r in shown if _is_there(r)))


def _is_there(repository: RepositorySeen) -> bool:
    """Whether there is a file to be put right: that every repository of an account has one is not asked."""
    return any(finding.verdict.reason != _MISSING for finding in repository.findings)


def _open(one: "Recorded", wanted: Sequence[CheckId], *, was: str) -> RepositorySeen:
    from ospo.app.recorded import findings

    open_ends = (Outcome.NOT_MET, Outcome.UNKNOWN)
    found = [f for f in findings(one.seen, one.scanned) if f.check in wanted and f.outcome in open_ends]
    return RepositorySeen(
        address=one.address,
        state=one.state,
        since=one.since,
        was=was if was != one.address else "",
        commit=one.commit,
        scanned=one.scanned,
        findings=tuple(found),
        trouble=one.trouble,
    )
