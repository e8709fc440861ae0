# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who came after whom: bodies of one kind to which a source gives the same identifier, of which all but one ended.

A ministry that was renamed keeps its Wikidata page or its OIN, and gets a row of its own for each of its names.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from ospo.domain.claim import Attribute, Claim, Confidence
from ospo.engine.register.subjects import Subject

_CARRIERS = (Attribute.WIKIDATA, Attribute.OIN, Attribute.KVK)
Place = tuple[str, str]


@dataclass(slots=True)
class Line:
    """The next body of each that has one, the claims that say so, and the identifiers that carried them."""

    next: dict[Place, Place] = field(default_factory=dict)
    claims: dict[Place, list[Claim]] = field(default_factory=dict)

    def last(self, place: Place) -> Place:
        """The body at the end of the line."""
        seen = {place}
        while place in self.next and self.next[place] not in seen:
            place = self.next[place]
            seen.add(place)
        return place


def follow(subjects: list[Subject]) -> Line:
    """Every succession that the sources state or that follows from a shared identifier."""
    line = Line()
    by_place = {(s.source, s.key): s for s in subjects}
    for attribute in _CARRIERS:
        groups: dict[tuple[str, str, str], list[Subject]] = defaultdict(list)
        for subject in subjects:
            kind, value = subject.one(Attribute.KIND), subject.one(attribute)
            if kind and value:
                groups[subject.source, kind, value].append(subject)
        for group in groups.values():
            _chain(line, group, attribute)
    for subject in subjects:
        for key in subject.all(Attribute.SUCCESSOR):
            if (subject.source, key) in by_place:
                line.next.setdefault((subject.source, subject.key), (subject.source, key))
    return line


def _chain(line: Line, group: list[Subject], attribute: Attribute) -> None:
    current = [s for s in group if not s.one(Attribute.VALID_UNTIL)]
    if len(group) < 2 or len(current) != 1:
        return
    ended = sorted((s for s in group if s not in current), key=lambda s: (s.one(Attribute.VALID_UNTIL), s.key))
    for earlier, later in zip(ended, [*ended[1:], current[0]], strict=True):
        before, after = (earlier.source, earlier.key), (later.source, later.key)
        if before in line.next:
            continue
        line.next[before] = after
        line.claims.setdefault(before, []).append(_claim(earlier, attribute, Attribute.SUCCESSOR, later))
        line.claims.setdefault(after, []).append(_claim(later, attribute, Attribute.PREDECESSOR, earlier))


def _claim(subject: Subject, carrier: Attribute, said: Attribute, other: Subject) -> Claim:
    origin = next(claim.origin for claim in subject.claims if claim.attribute is carrier)
    return Claim(subject.key, said, other.one(Attribute.NAME) or other.key, origin, Confidence.DERIVED)
