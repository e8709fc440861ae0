# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own facts about organisations as claims: what we ship and what others list go through one and the same gate."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.library import Library
from ospo.domain.organisation import Organisation
from ospo.domain.source import Source
from ospo.formats import accounts

KIND = "knowledge-base"
# Lists that our facts come from, by the name of their file: who reads the list itself need not hear it from us again.
_LISTS = {
    "publishers.json": "don-publishers",
    "landscape.yml": "todo-landscape",
    "nederlands-overzicht.md": "kennisbank-overview",
    "governments.yml": "government-github",
}


def readings(library: Library, others: Iterable[Reading] = ()) -> tuple[Reading, ...]:
    """What content/organisations says, one reading for each source that it names.

    Args:
        library: the knowledge base.
        others: what was read besides; what comes from a list that is among it is second-hand here.
    """
    kinds = {reading.kind for reading in others}
    said: dict[str, list[Claim]] = defaultdict(list)
    sources: dict[str, Source] = {}
    for organisation in library.organisations.values():
        for source, claims in _claims(organisation, kinds):
            sources.setdefault(source.title, source)
            said[source.title] += claims
    return tuple(_reading(sources[title], claims) for title, claims in sorted(said.items()))


def _claims(organisation: Organisation, kinds: set[str]) -> Iterator[tuple[Source, list[Claim]]]:
    name = (Attribute.NAME, organisation.name)  # by which what several sources say of it comes together
    about = [
        name,
        (Attribute.KIND, str(organisation.kind)),
        (Attribute.WEBSITE, organisation.website),
        (Attribute.TOOI, organisation.tooi),
        *((Attribute.ACCOUNT, accounts.account(a.url, is_forge=True) or a.url) for a in organisation.accounts),
    ]
    yield organisation.source, _of(organisation, organisation.source, about, kinds)
    if organisation.ids is not None:
        pairs = [name, *((Attribute(number), value) for number, value in organisation.ids.values.items())]
        yield organisation.ids.source, _of(organisation, organisation.ids.source, pairs, kinds)
    if organisation.ospo is not None:
        ospo = organisation.ospo
        pairs = [
            name,
            (Attribute.HAS_OSPO, "yes"),
            (Attribute.OSPO_NAME, ospo.name),
            (Attribute.OSPO_SINCE, ospo.since),
            (Attribute.OSPO_POLICY, ospo.policy),
        ]
        yield ospo.source, _of(organisation, ospo.source, pairs, kinds)


def _of(
    organisation: Organisation, source: Source, pairs: Iterable[tuple[Attribute, str]], kinds: set[str]
) -> list[Claim]:
    place = f"content/organisations/{organisation.id}.yaml"
    origin = Origin(source.title, source.url, place, _read(source), _dated(source))
    confidence = _confidence(organisation, source, kinds)
    return [Claim(str(organisation.id), name, value, origin, confidence) for name, value in pairs if value]


def _confidence(organisation: Organisation, source: Source, kinds: set[str]) -> Confidence:
    """What stands in an account of the organisation is its own word; what stands in a list is that of the list."""
    where = source.url.lower()
    if any(where.startswith(f"{account.url.lower()}/") for account in organisation.accounts):
        return Confidence.DECLARED
    is_again = _LISTS.get(where.rpartition("/")[2]) in kinds
    return Confidence.DERIVED if is_again else Confidence.LISTED


def _reading(source: Source, claims: list[Claim]) -> Reading:
    return Reading(KIND, source.title, source.url, _read(source), _dated(source), tuple(claims))


def _read(source: Source) -> datetime.date:
    return source.read or datetime.date.min


def _dated(source: Source) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(source.date)
    except ValueError:
        return None
