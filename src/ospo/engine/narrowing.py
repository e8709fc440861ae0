# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Narrowing a search: by kind of page, phase or role, as words of the question, so that its address can be shared.

`licentie kind:practice for:jurist` looks for *licentie* among practices for lawyers. What is no such word of ours is
just a word.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ospo.domain.practice import Audience, Phase
from ospo.domain.site import Document, Kind

FILTERS = ("kind", "phase", "for")
OVERVIEW = "overview"  # the kind of every page that lists others: there is one of each, and nobody chooses by that
LISTS = frozenset(
    {
        Kind.PRACTICES,
        Kind.ROADMAP,
        Kind.BOARD,
        Kind.EVENTS,
        Kind.TEMPLATES,
        Kind.CHECKS,
        Kind.NORMS,
        Kind.PROFILES,
        Kind.ORGANISATIONS,
        Kind.PARTICIPANTS,
        Kind.GROUPS,
        Kind.DECISIONS,
        Kind.WHY,
        Kind.WEEK,
        Kind.STATISTICS,
    }
)
_VALUES: Mapping[str, frozenset[str]] = {
    "kind": frozenset({OVERVIEW, *map(str, set(Kind) - LISTS)}),
    "phase": frozenset(map(str, Phase)),
    "for": frozenset(map(str, Audience)),
}
_MOST = 500  # words of a question that are looked at


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A question: its words, and what is chosen of each filter."""

    words: str
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        """The whole as one text, as in an address."""
        return " ".join([self.words, *(f"{name}:{value}" for name, value in self.chosen)]).strip()

    def having(self, name: str, value: str) -> "Narrowed":
        """The same with another choice; an empty one takes the filter away."""
        kept = {**dict(self.chosen), name: value}
        return replace(self, chosen=tuple((n, kept[n]) for n in FILTERS if kept.get(n)))

    def of(self, name: str) -> str:
        """What is chosen of a filter; empty when nothing is."""
        return dict(self.chosen).get(name, "")


def read(query: str) -> Narrowed:
    """Take the filters out of what was typed; of a filter that stands there twice, the last counts."""
    words, chosen = [], {}
    for word in query.split()[:_MOST]:
        name, _, value = word.partition(":")
        if value in _VALUES.get(name, ()):
            chosen[name] = value
        else:
            words.append(word)
    return Narrowed(" ".join(words), tuple((n, chosen[n]) for n in FILTERS if n in chosen))


def kind(document: Document) -> str:
    """The kind of a page as a reader chooses by it."""
    return OVERVIEW if document.route.kind in LISTS else str(document.route.kind)


def fits(document: Document, chosen: Iterable[tuple[str, str]]) -> bool:
    """Whether a page is among what was chosen."""
    return all(value in _values(document, name) for name, value in chosen)


def counts(found: Sequence[Document], asked: Narrowed, name: str) -> dict[str, int]:
    """How many of the pages each value of a filter would leave, with the other filters as they are; most first."""
    others = [choice for choice in asked.chosen if choice[0] != name]
    counted = Counter(value for d in found if fits(d, others) for value in _values(d, name) if value)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _values(document: Document, name: str) -> tuple[str, ...]:
    if name == "kind":
        return (kind(document),)
    return (document.phase,) if name == "phase" else document.audience
