# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles: what a policy asks of which kind of repository, at which thresholds, and how a repository answers to it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.check import ParameterValue
from ospo.domain.choice import Choice
from ospo.domain.declaration import RepositoryKind, Waiver
from ospo.domain.identifier import CheckId, ControlId, FactId, NormId, ProfileId
from ospo.domain.language import Translated
from ospo.domain.norm import Control
from ospo.domain.source import Source


class Importance(StrEnum):
    """How much a profile wants something: without a must a scan fails, without a should it says so."""

    MUST = "must"
    SHOULD = "should"


class Subject(StrEnum):
    """What a pick is about."""

    CHECK = "check"
    CONTROL = "control"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that is asked: a check, a control of a norm, or all that a norm asks at a level (of an axis)."""

    subject: Subject
    about: str
    importance: Importance
    axis: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A check or control that is not asked, and why; `profile` says which one leaves it out."""

    subject: Subject
    about: str
    reason: Translated
    profile: ProfileId


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value that a profile gives a parameter of a check, and the rule that it comes from."""

    check: CheckId
    name: str
    value: ParameterValue
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a profile says of every repository, or of one kind or tier."""

    picks: tuple[Pick, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """A choice within a profile, such as core systems against the rest."""

    id: str
    title: Translated
    part: Part


@dataclass(frozen=True, slots=True)
class Profile:
    """A policy.

    `extends` are the profiles it builds on. `is_proposal` says that nobody decided on it: it is a proposal of the
    keeper and no rule of those it is meant for. `path` is the file, for messages.
    """

    id: ProfileId
    title: Translated
    summary: Translated
    version: str
    date: datetime.date
    keeper: str
    licence: str
    is_proposal: bool
    extends: tuple[ProfileId, ...] = ()
    part: Part = field(default_factory=Part)
    kinds: Mapping[RepositoryKind, Part] = field(default_factory=dict)
    tiers: Mapping[str, Tier] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    facts: tuple[FactId, ...] = ()
    source: Source | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A check or a control that is asked: how much, by which profile of the chain, and through which norm and level."""

    subject: Subject
    about: str
    importance: Importance
    profile: ProfileId
    norm: NormId | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A profile with all it extends, for one kind and tier; `chain` runs from the most general to itself."""

    profile: Profile
    chain: tuple[Profile, ...]
    kind: RepositoryKind | None
    tier: Tier | None
    checks: Mapping[CheckId, Asked]
    controls: Mapping[ControlId, Asked]
    left_out: tuple[LeftOut, ...]
    thresholds: tuple[Threshold, ...]
    waivers: tuple[Waiver, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The checks, then the controls."""
        return (*self.checks.values(), *self.controls.values())


class State(StrEnum):
    """How it stands with one thing that is asked."""

    MET = "met"
    OPEN = "open"
    WAIVED = "waived"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that is asked and how it stands; `checks` are those that say so, `waiver` is that of the profile.

    `control` is there when a control is asked.
    """

    asked: Asked
    state: State
    checks: tuple[CheckId, ...] = ()
    waiver: Waiver | None = None
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a repository answers to a profile; `not_asked` are the checks that were run and that it does not ask."""

    choice: Choice
    resolved: Resolved
    answers: tuple[Answer, ...]
    not_asked: tuple[CheckId, ...]

    def having(self, state: State, importance: Importance | None = None) -> tuple[Answer, ...]:
        """The answers that stand so, of one importance when it is named."""
        return tuple(a for a in self.answers if a.state is state and importance in (None, a.asked.importance))

    @property
    def open_musts(self) -> tuple[Answer, ...]:
        """What makes a scan fail."""
        return self.having(State.OPEN, Importance.MUST)

    @property
    def open_shoulds(self) -> tuple[Answer, ...]:
        """What is asked and does not make a scan fail."""
        return self.having(State.OPEN, Importance.SHOULD)


@dataclass(frozen=True, slots=True)
class Policies:
    """The profiles that a scan may need, and the one that the user asked for; `mark` changes with any of them."""

    profiles: Mapping[ProfileId, Profile] = field(default_factory=dict)
    asked: ProfileId | None = None
    mark: str = ""
