# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An older knowledge base held beside ours: what of it we cover and how we saw that, what not, and what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.link import Stretch


class How(StrEnum):
    """How something of theirs was matched with something of ours, the surest first."""

    SOURCE = "source"  # ours names their page as its source
    ADDRESS = "address"  # both name the same address
    ACCOUNT = "account"  # the same account on a forge
    NAME = "name"  # the same name, or one that contains the other
    TERM = "term"  # they use a word that we explain
    WORDS = "words"  # they use the same rare words


@dataclass(frozen=True, slots=True)
class Match:
    """Something of ours: `kind` is practice, page, term, fact, organisation or event; `words` say what was seen."""

    kind: str
    id: str
    how: How
    words: tuple[str, ...] = ()
    score: float = 0.0  # how much alike, from 0 to 1, when that was measured


@dataclass(frozen=True, slots=True)
class Part:
    """A section of an old page: its heading (empty above the first), line, length, and what of ours covers it.

    `nearest` is the page of ours that is most like it when none is like it enough: where to look first.
    """

    title: str
    line: int
    words: int
    matches: tuple[Match, ...]
    nearest: Match | None = None


class FlawKind(StrEnum):
    """What was wrong with an old page, or has aged; each can be seen in its text and in ours."""

    FRONT_MATTER = "front-matter"  # cannot be read
    BROKEN_LINK = "broken-link"  # to a file of theirs that is not there
    OTHERS_ACCOUNT = "others-account"  # an organisation with an account that is somebody else's
    OTHER_KIND = "other-kind"  # an organisation under a heading for another kind
    NOT_A_SITE = "not-a-site"  # a page on a social network as web site of an organisation
    OLD_LAW = "old-law"  # a law as it read on a day in the past
    PLAIN_HTTP = "plain-http"
    OPEN_END = "open-end"  # a place that was still to be filled in
    RECORDED = "recorded"  # an address with which our records say that something is wrong


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong: on which line, what it is about, and the address that shows it, where there is one."""

    kind: FlawKind
    line: int
    values: Mapping[str, str]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """An address outside that an old page names: on which line, which files of ours name it too, what is recorded."""

    url: str
    line: int
    files: tuple[str, ...]
    state: Stretch | None = None


@dataclass(frozen=True, slots=True)
class OldPage:
    """One old page beside ours; `missing` are organisations that it lists and we do not know."""

    path: str
    title: str
    words: int
    parts: tuple[Part, ...]
    matches: tuple[Match, ...]
    addresses: tuple[Address, ...]
    missing: tuple[str, ...]
    flaws: tuple[Flaw, ...]

    @property
    def open_parts(self) -> tuple[Part, ...]:
        """The sections of which we cover nothing."""
        return tuple(part for part in self.parts if not part.matches)

    @property
    def is_covered(self) -> bool:
        """Whether something of ours covers the page, and each of its sections."""
        return bool(self.matches) and not self.open_parts and not self.missing


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole old knowledge base: its pages, at which commit (empty for a folder), and what could not be read."""

    pages: tuple[OldPage, ...]
    commit: str = ""
    committed: str = ""
    unreadable: tuple[str, ...] = ()
