# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests of outsiders that are not merged are closed with a word of explanation."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, retirement

PARAMETERS = {
    "percent": Parameter(
        10,
        source="Our own choice: the Standard for Public Code 0.8.1 asks for feedback on every request that is not"
        " accepted (require-review-of-contributions); one in ten leaves room for spam and mistakes.",
    )
}
ENOUGH = 5  # closed requests; below that, one silence decides


def check(repository: Snapshot, percent: int) -> Verdict:
    """Compares the share that got no comment at all with the limit."""
    closed, silent = (repository.facts.get(f"outside-requests-{name}") for name in ("closed", "closed-silently"))
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if closed is None or not isinstance(closed.value, int):
        return unknown("not-told")
    seen, places, n = fact_age.seen(closed), fact_age.evidence(closed), closed.value
    old = unknown("fact-is-old", *places, seen=seen)
    if n == 0:
        return fact_age.while_fresh(not_applicable("none-closed", *places, seen=seen), closed, old)
    if silent is None or not isinstance(silent.value, int) or silent.value > n:
        return unknown("not-told")
    if silent.value * 100 <= percent * n:
        explained = met("explained", *places, n=n, silent=silent.value, percent=percent, seen=seen)
        return fact_age.while_fresh(explained, closed, old)
    if n < ENOUGH:
        few = unknown("too-few", *places, n=n, silent=silent.value, enough=ENOUGH, seen=seen)
        return fact_age.while_fresh(few, closed, old)
    quiet = not_met("silent", *places, n=n, silent=silent.value, percent=percent, seen=seen)
    return fact_age.while_fresh(quiet, closed, old)
