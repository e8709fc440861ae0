# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weighs claims: how a source knows, times how long ago it was dated. A weight orders values and says no more.

Each source counts once for a value, by its heaviest claim. The figures are a choice of ours (docs/register.md), made
so that what a body says of itself outweighs one list, and two lists of this year outweigh one list of long ago.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ospo.domain.claim import Attribute, Claim, Confidence
from ospo.domain.register import Freshness, KnownFact, Value
from ospo.formats import organisation_names

CONFIDENCE = {
    Confidence.OFFICIAL: 1.0,
    Confidence.DECLARED: 0.9,
    Confidence.LISTED: 0.6,
    Confidence.DERIVED: 0.3,
}
HALF_LIFE = datetime.timedelta(days=730)  # after two years a claim weighs half
UNDATED = 0.5  # a source without a date weighs as one of two years ago
_YEAR = datetime.timedelta(days=366)
_SINGLE = frozenset(
    {
        Attribute.NAME,
        Attribute.KIND,
        Attribute.COUNTRY,
        Attribute.TOOI,
        Attribute.ROO,
        Attribute.OIN,
        Attribute.KVK,
        Attribute.WIKIDATA,
        Attribute.VALID_FROM,
        Attribute.VALID_UNTIL,
        Attribute.HAS_OSPO,
        Attribute.OSPO_SINCE,
        Attribute.OSPO_LINE,
    }
)


def weight(claim: Claim, today: datetime.date) -> float:
    """Between 0 and 1."""
    dated = claim.origin.dated
    if dated is None:
        return CONFIDENCE[claim.confidence] * UNDATED
    age = max(today - dated, datetime.timedelta())
    return float(CONFIDENCE[claim.confidence] * 0.5 ** (age / HALF_LIFE))


def freshness(claims: Iterable[Claim], today: datetime.date) -> Freshness:
    """How old the newest dated claim is."""
    dates = [claim.origin.dated for claim in claims if claim.origin.dated is not None]
    if not dates:
        return Freshness.UNDATED
    age = today - max(dates)
    return Freshness.FRESH if age <= _YEAR else Freshness.AGEING if age <= 3 * _YEAR else Freshness.OLD


def value(claims: Sequence[Claim], today: datetime.date) -> Value:
    """One value of the claims that say it, under the spelling that weighs most."""
    best: dict[str, float] = {}
    spelling: dict[str, float] = defaultdict(float)
    for claim in claims:
        heavy = weight(claim, today)
        best[claim.origin.name] = max(best.get(claim.origin.name, 0.0), heavy)
        spelling[claim.value] = max(spelling[claim.value], heavy)
    text = max(sorted(spelling), key=lambda spelled: spelling[spelled])
    return Value(text, tuple(claims), round(sum(best.values()), 4), freshness(claims, today))


def fact(attribute: Attribute, claims: Iterable[Claim], today: datetime.date) -> KnownFact:
    """Everything that is said of one attribute."""
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_same(attribute, claim.value)].append(claim)
    values = sorted((value(group, today) for group in groups.values()), key=lambda v: (-v.weight, v.text))
    return KnownFact(tuple(values), attribute in _SINGLE and len(values) > 1)


def _same(attribute: Attribute, text: str) -> object:
    """What two spellings of the same value have in common."""
    if attribute is Attribute.NAME:
        return organisation_names.read(text).words
    if attribute is Attribute.WEBSITE:
        return text.lower().partition("://")[2].removeprefix("www.").rstrip("/")
    return organisation_names.fold(text)
