# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts of a forge in a verdict: where somebody can see them, and how long they hold."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict

HOLDS = timedelta(days=366)  # our own choice: a setting may change any day, and nobody looks every week


def evidence(fact: ForgeFact) -> tuple[Evidence, ...]:
    """The address where the fact was seen; nothing when the source is a role."""
    return (Evidence(url=fact.source),) if fact.source.startswith(("https://", "http://")) else ()


def seen(fact: ForgeFact) -> str:
    """The day on which the fact was seen, as messages show it."""
    return fact.observed.isoformat()


def while_fresh(verdict: Verdict, fact: ForgeFact, afterwards: Verdict) -> Verdict:
    """A verdict that rests on a fact: it holds for a year after the fact was seen, and then another one does."""
    until = datetime.combine(fact.observed, time(), UTC) + HOLDS
    return replace(verdict, until=until, afterwards=afterwards)
