# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the past: the states a repository was in, its answers through time, and looks back at it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ospo.domain.crawl import ForkKind
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.observation import ObservedRepository
from ospo.domain.overview import ListedRepository, StateChange, Stretch
from ospo.domain.register import CrawlSeen


@dataclass(frozen=True, slots=True)
class KnownRepository:
    """What a crawl recorded of a repository besides its findings; `states` are from old to new.

    `was` are the addresses that it had before; `history` every answer that it ever had.
    """

    address: str
    first_seen: datetime.datetime
    states: tuple[StateChange, ...] = ()
    fork: ForkKind = ForkKind.NONE
    fork_of: str = ""
    was: tuple[str, ...] = ()
    history: tuple[Stretch, ...] = ()


# The letters by which a look back keeps outcomes; a blank stands for a check that was not asked then.
LETTERS = {"m": Outcome.MET, "n": Outcome.NOT_MET, "u": Outcome.UNKNOWN, "a": Outcome.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What the checks said of a repository as it was at the end of some days, from old to new.

    `commits` has the commit of each day, `outcomes` for each check a letter of each day.
    """

    days: tuple[datetime.date, ...]
    commits: tuple[str, ...]
    outcomes: Mapping[CheckId, str]

    def at(self, number: int) -> dict[CheckId, Outcome]:
        """The outcome of each check on the day with this number."""
        letters = ((check, text[number : number + 1]) for check, text in self.outcomes.items())
        return {check: LETTERS[letter] for check, letter in letters if letter in LETTERS}


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer to a check became another one."""

    address: str
    check: CheckId
    was: Outcome
    now: Outcome
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of repositories through time.

    Of each by its normalised address: what a crawl recorded, and what looks back at it showed. `recent` are those that
    a crawl found anew or in another state of late, and `turned` the answers that became others of late. `listed` are
    those that only a crawl found and that have a page of their own wherever the site is.
    """

    repositories: Mapping[str, KnownRepository] = field(default_factory=dict)
    looks: Mapping[str, LookedBack] = field(default_factory=dict)
    recent: tuple[KnownRepository, ...] = ()
    turned: tuple[Turn, ...] = ()
    listed: tuple[ListedRepository, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedRepository:
    """A repository that a crawl found: what the checks saw in it, and its story."""

    observed: ObservedRepository
    known: KnownRepository


class Recorded(Protocol):
    """The register of the user, asked for what is too much to have at hand; each answer is of that moment."""

    def repository(self, address: str) -> RecordedRepository | None:
        """A repository that was scanned; None when none has this address."""
        ...

    def search(self, asked: str) -> Sequence[ListedRepository]:
        """The first repositories with all these words in their address."""
        ...

    def seen(self, accounts: Sequence[str], wanted: str) -> CrawlSeen:
        """What crawls saw of some accounts, and of a repository ("" for none)."""
        ...
