# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outsiders get a human answer to their issues and requests within the time that was chosen."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, retirement

PARAMETERS = {
    "days": Parameter(
        14,
        source="Our own choice: two weeks leaves room for leave. The Standard for Public Code 0.8.1 asks for two"
        " working days for a review (require-review-of-contributions), the openCode badge for seven days.",
    )
}
ENOUGH = 5  # issues and requests; below that, one holiday decides


def check(repository: Snapshot, days: int) -> Verdict:
    """Compares the median that was measured at the forge with the limit; a few answers say nothing."""
    median, count = (repository.facts.get(f"first-response-{name}") for name in ("days", "count"))
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    if median is None or count is None or not isinstance(median.value, int) or not isinstance(count.value, int):
        return unknown("not-told")
    seen, places, n = fact_age.seen(median), fact_age.evidence(median), count.value
    old = unknown("fact-is-old", *places, seen=seen)
    if n < ENOUGH:
        few = unknown("too-few", *places, n=n, enough=ENOUGH, seen=seen)
        return fact_age.while_fresh(few, median, old)
    if median.value > days:
        late = not_met("late", *places, median=median.value, days=days, n=n, seen=seen)
        return fact_age.while_fresh(late, median, old)
    return fact_age.while_fresh(met("in-time", *places, median=median.value, days=days, n=n, seen=seen), median, old)
