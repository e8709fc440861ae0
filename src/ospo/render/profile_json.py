# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a repository answers to its profile, as a part of the JSON of a report."""

import datetime

from msgspec import Struct

from ospo.domain.catalogue import Catalogue
from ospo.domain.choice import Route
from ospo.domain.declaration import RepositoryKind
from ospo.domain.language import Language
from ospo.domain.profile import Importance, Judgement, Profile, State, Subject
from ospo.render.profile_text import ProfileWords
from ospo.render.terminal import printable


class ProfileName(Struct, frozen=True):
    """A profile: its id, title and version, the day of that, and where it comes from."""

    id: str
    title: str
    version: str
    date: datetime.date
    keeper: str
    is_proposal: bool
    source: str | None


class AnswerEntry(Struct, frozen=True):
    """One check or control that the profile asks, and how it stands; `waived_until` when the profile waives it."""

    subject: Subject
    about: str
    title: str
    importance: Importance
    state: State
    asked_by: str
    checks: list[str]
    waived_until: datetime.date | None


class LeftOutEntry(Struct, frozen=True):
    """What a profile leaves out on purpose."""

    subject: Subject
    about: str
    reason: str
    left_out_by: str


class ThresholdEntry(Struct, frozen=True):
    """A parameter as the profile sets it."""

    check: str
    name: str
    value: int | str | list[str]
    source: str


class ProfileEntry(Struct, frozen=True):
    """The profile that the repository was held against.

    `route` says who chose it; `kind_is_proposed` that the repository did not say itself what it is for. A scan fails
    when `open_musts` is not 0. `not_asked` are the checks that the profile does not ask.
    """

    profile: ProfileName
    extends: list[ProfileName]
    route: Route
    kind: RepositoryKind | None
    kind_is_proposed: bool
    tier: str | None
    open_musts: int
    open_shoulds: int
    counts: dict[State, int]
    answers: list[AnswerEntry]
    left_out: list[LeftOutEntry]
    thresholds: list[ThresholdEntry]
    not_asked: list[str]


def entry(judgement: Judgement, catalogue: Catalogue, language: Language) -> ProfileEntry:
    """The judgement in one language."""
    choice, resolved, words = judgement.choice, judgement.resolved, ProfileWords(catalogue, language)
    return ProfileEntry(
        profile=_profile_name(resolved.profile, language),
        extends=[_profile_name(parent, language) for parent in resolved.chain[:-1]],
        route=choice.route,
        kind=choice.kind,
        kind_is_proposed=choice.is_proposed,
        tier=choice.tier,
        open_musts=len(judgement.open_musts),
        open_shoulds=len(judgement.open_shoulds),
        counts={state: len(judgement.having(state)) for state in State},
        answers=[
            AnswerEntry(
                subject=a.asked.subject,
                about=printable(a.asked.about),
                title=words.title(a),
                importance=a.asked.importance,
                state=a.state,
                asked_by=a.asked.profile,
                checks=list(a.checks),
                waived_until=a.waiver.until if a.waiver and a.state is State.WAIVED else None,
            )
            for a in judgement.answers
        ],
        left_out=[
            LeftOutEntry(i.subject, printable(i.about), printable(i.reason[language]), i.profile)
            for i in resolved.left_out
        ],
        thresholds=[
            ThresholdEntry(
                t.check, t.name, list(t.value) if isinstance(t.value, tuple) else t.value, printable(t.source)
            )
            for t in resolved.thresholds
        ],
        not_asked=list(judgement.not_asked),
    )


def _profile_name(profile: Profile, language: Language) -> ProfileName:
    return ProfileName(
        id=profile.id,
        title=printable(profile.title[language]),
        version=printable(profile.version),
        date=profile.date,
        keeper=printable(profile.keeper),
        is_proposal=profile.is_proposal,
        source=profile.source.url if profile.source else None,
    )
