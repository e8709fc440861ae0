# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles: which one a repository is held against, what it asks with all it extends, and how it stands by that."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ospo.domain.choice import Choice, Route
from ospo.domain.declaration import Declaration, RepositoryKind, Waiver
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, ControlId, NormId, ProfileId, is_slug
from ospo.domain.norm import Norm
from ospo.domain.profile import (
    Answer,
    Asked,
    Importance,
    Judgement,
    LeftOut,
    Part,
    Pick,
    Profile,
    Resolved,
    State,
    Subject,
    Threshold,
    Tier,
)
from ospo.engine import standing
from ospo.engine.standing import Standing
from ospo.errors import ParseError, SettingsError, UnknownId

Profiles = Mapping[ProfileId, Profile]
_DECLARATION = ".ospo.yml"
_OUTCOMES = {
    Outcome.MET: State.MET,
    Outcome.NOT_MET: State.OPEN,
    Outcome.UNKNOWN: State.UNKNOWN,
    Outcome.NOT_APPLICABLE: State.NOT_APPLICABLE,
}
_STANDINGS = {
    Standing.MET: State.MET,
    Standing.NOT_MET: State.OPEN,
    Standing.WAIVED: State.WAIVED,
    Standing.UNKNOWN: State.UNKNOWN,
    Standing.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


def choose(
    profiles: Profiles,
    asked: ProfileId | None,
    declared: Declaration,
    owner: str | None,
    propose: Callable[[], RepositoryKind | None],
) -> tuple[Choice | None, list[ParseError]]:
    """The profile that holds for a repository, and what is wrong in how it names one.

    Args:
        profiles: every profile there is.
        asked: the one that the user named; it goes before all others.
        declared: what the repository says of itself.
        owner: the profile that its owner names for all its repositories.
        propose: what the files suggest the repository is for; asked only when that makes a difference, and it does
            not say so itself.

    Raises:
        UnknownId, SettingsError: see `chain`.
    """
    problems = []
    found: tuple[ProfileId, Route] | None = None
    named = ((asked, Route.ASKED), (declared.profile, Route.OWN), (owner, Route.OWNER))
    for name, route in named:
        if name is None or found is not None:
            continue
        if ProfileId(name) in profiles:
            found = ProfileId(name), route
        else:
            problems.append(_unknown(name, route))
    if found is None:
        return None, problems
    line = chain(profiles, found[0])
    tiers = {tier for profile in line for tier in profile.tiers}
    tier = declared.tier if declared.tier in tiers else None
    if declared.tier is not None and tier is None:
        message = "names the tier '{tier}', which the profile '{profile}' does not have"
        problems.append(ParseError(message, path=_DECLARATION, tier=declared.tier, profile=found[0]))
    makes_a_difference = any(profile.kinds for profile in line)
    kind = declared.kind or (propose() if makes_a_difference else None)
    return Choice(*found, kind, kind is not None and declared.kind is None, tier), problems


def _unknown(name: str, route: Route) -> ParseError:
    shown = name if is_slug(name) else "?"
    if route is Route.OWNER:
        message = "the owner names the profile '{profile}', which does not exist: `ospo profiles list` names them"
        return ParseError(message, profile=shown)
    message = "names the profile '{profile}', which does not exist: `ospo profiles list` names them"
    return ParseError(message, path=_DECLARATION, profile=shown)


def chain(profiles: Profiles, name: ProfileId) -> tuple[Profile, ...]:
    """A profile after everything it extends, the most general first, each once.

    Raises:
        UnknownId: one of them does not exist.
        SettingsError: one of them extends itself, by way of others or not.
    """
    found: dict[ProfileId, Profile] = {}

    def visit(this: ProfileId, above: tuple[ProfileId, ...]) -> None:
        if this in above:
            circle = " > ".join((*above[above.index(this) :], this))
            raise SettingsError("The profile '{id}' extends itself: {circle}", id=this, circle=circle)
        if this in found:
            return
        if this not in profiles:
            raise UnknownId("There is no profile '{id}': `ospo profiles list` names them all.", id=this)
        for parent in profiles[this].extends:
            visit(parent, (*above, this))
        found[this] = profiles[this]

    visit(name, ())
    return tuple(found.values())


def resolve(
    profiles: Profiles,
    norms: Mapping[NormId, Norm],
    name: ProfileId,
    kind: RepositoryKind | None = None,
    tier: str | None = None,
) -> Resolved:
    """What a profile asks of a repository of some kind, in some tier.

    First counts what holds for every repository, along the chain; then what the tier adds, and last what the kind does:
    what is not asked of a kind is not asked in any tier. Of two picks of one thing the stronger holds.

    Raises:
        UnknownId, SettingsError: see `chain`.
    """
    line = chain(profiles, name)
    checks: dict[CheckId, Asked] = {}
    controls: dict[ControlId, Asked] = {}
    left: dict[tuple[Subject, str], LeftOut] = {}
    for profile, part in _parts(line, kind, tier):
        for item in part.left_out:
            if item.subject is Subject.CHECK:
                checks.pop(CheckId(item.about), None)
            else:
                controls.pop(ControlId(item.about), None)
            left[item.subject, item.about] = item
        for asked in _asked(profile, part.picks, norms):
            left.pop((asked.subject, asked.about), None)
            if asked.subject is Subject.CHECK:
                checks[CheckId(asked.about)] = _stronger(checks.get(CheckId(asked.about)), asked)
            else:
                controls[ControlId(asked.about)] = _stronger(controls.get(ControlId(asked.about)), asked)
    tiers = {key: item for profile in line for key, item in profile.tiers.items()}
    return Resolved(
        profile=profiles[name],
        chain=line,
        kind=kind,
        tier=_tier(tiers, tier),
        checks=checks,
        controls=controls,
        left_out=tuple(left.values()),
        thresholds=thresholds(line, kind, tier),
        waivers=tuple({w.about: w for profile in line for w in profile.waivers}.values()),
    )


def _tier(tiers: Mapping[str, Tier], name: str | None) -> Tier | None:
    return None if name is None else tiers.get(name)


def thresholds(
    line: Sequence[Profile], kind: RepositoryKind | None = None, tier: str | None = None
) -> tuple[Threshold, ...]:
    """The values that a chain of profiles sets; the most specific one holds."""
    found = {(t.check, t.name): t for _, part in _parts(line, kind, tier) for t in part.thresholds}
    return tuple(found.values())


def _parts(line: Sequence[Profile], kind: RepositoryKind | None, tier: str | None) -> Iterator[tuple[Profile, Part]]:
    yield from ((profile, profile.part) for profile in line)
    yield from ((profile, profile.tiers[tier].part) for profile in line if tier is not None and tier in profile.tiers)
    yield from ((profile, profile.kinds[kind]) for profile in line if kind is not None and kind in profile.kinds)


def _asked(profile: Profile, picks: Iterable[Pick], norms: Mapping[NormId, Norm]) -> Iterator[Asked]:
    """The picks one by one; a level stands for the controls that its norm asks there."""
    for pick in picks:
        if pick.subject is not Subject.LEVEL:
            yield Asked(pick.subject, pick.about, pick.importance, profile.id)
            continue
        norm = norms.get(NormId(pick.about))
        for control in norm.asked_at(pick.level, pick.axis) if norm is not None else ():
            yield Asked(Subject.CONTROL, control.id, pick.importance, profile.id, NormId(pick.about))


def _stronger(known: Asked | None, new: Asked) -> Asked:
    """The one that was there, unless the new one turns a should into a must."""
    if known is None or (known.importance is Importance.SHOULD and new.importance is Importance.MUST):
        return new
    return known


def judge(
    findings: Iterable[Finding],
    resolved: Resolved,
    choice: Choice,
    norms: Mapping[NormId, Norm],
    declared: Declaration,
    today: datetime.date,
) -> Judgement:
    """How a repository answers to a profile: by what was found, what it states of itself, and which waivers hold.

    A check that was not run, and a control of which no check was, are left out of the answers.
    """
    found = {f.check: f for f in findings}
    waivers = {w.about: w for w in resolved.waivers}
    known = {c.id: c for norm in norms.values() for c in norm.controls}
    controls = [known[name] for name in resolved.controls if name in known]
    looked_at = [c for c in controls if not c.mappings or any(m.check in found for m in c.mappings)]
    answers = [
        _of_check(asked, found[check], waivers.get(check), today)
        for check, asked in resolved.checks.items()
        if check in found
    ]
    for stand in standing.stands(looked_at, found.values(), declared, today):
        control, state = stand.control, _STANDINGS[stand.standing]
        serving_it = tuple(dict.fromkeys(m.check for m in control.mappings if m.check in found))
        by = serving_it if state is State.UNKNOWN else stand.checks
        answer = _answer(resolved.controls[control.id], state, by, waivers.get(control.id), today)
        answers.append(replace(answer, control=control))
    serving = {m.check for control in controls for m in control.mappings}
    not_asked = tuple(check for check in found if check not in resolved.checks and check not in serving)
    return Judgement(choice, resolved, tuple(answers), not_asked)


def _of_check(asked: Asked, finding: Finding, waiver: Waiver | None, today: datetime.date) -> Answer:
    state = _OUTCOMES[finding.outcome]
    if state is State.OPEN and not finding.is_open(today):
        state = State.WAIVED
    return _answer(asked, state, (finding.check,), waiver, today)


def _answer(
    asked: Asked, state: State, checks: tuple[CheckId, ...], waiver: Waiver | None, today: datetime.date
) -> Answer:
    if state is State.OPEN and waiver is not None and waiver.holds(today):
        state = State.WAIVED
    return Answer(asked, state, checks, waiver)


def by_urgency(judgement: Judgement) -> Iterator[set[CheckId]]:
    """The checks to put right, in groups: by which musts are open, then shoulds; then by which either is not known."""
    for state in (State.OPEN, State.UNKNOWN):
        for wanted in Importance:
            yield {check for answer in judgement.having(state, wanted) for check in answer.checks}
