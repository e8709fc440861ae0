# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small profiles, a small norm with two levels, and findings, for tests."""

import datetime
from collections.abc import Mapping, Sequence

from ospo.domain.choice import Choice, Route
from ospo.domain.declaration import RepositoryKind, Waiver
from ospo.domain.finding import Finding, Outcome, Verdict
from ospo.domain.identifier import CheckId, ControlId, NormId, ProfileId
from ospo.domain.language import Language
from ospo.domain.norm import Control, Norm, Relation
from ospo.domain.norm import Mapping as Serves
from ospo.domain.profile import Importance, LeftOut, Part, Pick, Profile, Subject, Threshold, Tier

TODAY = datetime.date(2026, 11, 25)
MUST, SHOULD = Importance.MUST, Importance.SHOULD


def both(text: str) -> dict[Language, str]:
    return {Language.NL: f"{text} (nl)", Language.EN: text}


def check(name: str, importance: Importance = MUST) -> Pick:
    return Pick(Subject.CHECK, name, importance)


def control(name: str, importance: Importance = MUST) -> Pick:
    return Pick(Subject.CONTROL, name, importance)


def level(number: int, axis: str = "", importance: Importance = MUST) -> Pick:
    return Pick(Subject.LEVEL, "stairs", importance, axis, number)


def leave(name: str, why: str = "no use", profile: str = "base", subject: Subject = Subject.CHECK) -> LeftOut:
    return LeftOut(subject, name, both(why), ProfileId(profile))


def threshold(name: str, value: int, source: str = "a rule") -> Threshold:
    return Threshold(CheckId(name), "days", value, source)


def part(*picks: Pick, left_out: Sequence[LeftOut] = (), thresholds: Sequence[Threshold] = ()) -> Part:
    return Part(picks, tuple(left_out), tuple(thresholds))


def profile(
    name: str,
    held: Part | None = None,
    *,
    extends: Sequence[str] = (),
    kinds: Mapping[RepositoryKind, Part] | None = None,
    tiers: Mapping[str, Part] | None = None,
    waivers: Sequence[Waiver] = (),
) -> Profile:
    return Profile(
        id=ProfileId(name),
        title=both(f"Policy {name}"),
        summary=both(f"What {name} is for."),
        version="3",
        date=TODAY,
        keeper="redactie-ospo",
        licence="CC0-1.0",
        is_proposal=True,
        extends=tuple(map(ProfileId, extends)),
        part=held or Part(),
        kinds=kinds or {},
        tiers={key: Tier(key, both(f"Tier {key}"), value) for key, value in (tiers or {}).items()},
        waivers=tuple(waivers),
        path=f"profiles/{name}.yaml",
    )


def shelf(*profiles: Profile) -> dict[ProfileId, Profile]:
    return {p.id: p for p in profiles}


def _control(name: str, number: int, axis: str, *serves: tuple[str, Relation]) -> Control:
    mappings = tuple(Serves(CheckId(c), r) for c, r in serves)
    url = "https://voorbeeld.example/stairs"
    return Control(ControlId(name), both(f"Step {name}"), url, mappings, level=number, axis=axis)


STAIRS = Norm(
    id=NormId("stairs"),
    title=both("Stairs"),
    version="1",
    keeper="Voorbeeld",
    url="https://voorbeeld.example/stairs",
    licence="CC0-1.0",
    read=TODAY,
    summary=both("Steps."),
    controls=(
        _control("s-1", 1, "left", ("has-door", Relation.FULL), ("has-door", Relation.NECESSARY)),
        _control("s-2", 2, "left", ("has-key", Relation.NECESSARY)),
        _control("s-3", 1, "right"),
    ),
    total_controls=3,
)
NORMS = {STAIRS.id: STAIRS}


def finding(name: str, outcome: Outcome, waiver: Waiver | None = None) -> Finding:
    return Finding(CheckId(name), Verdict(outcome, "found"), waiver)


def waiver(about: str, until: datetime.date) -> Waiver:
    return Waiver(about, "not yet", "product owner", until)


def choice(name: str, kind: RepositoryKind | None = None, *, is_proposed: bool = False) -> Choice:
    return Choice(ProfileId(name), Route.ASKED, kind, is_proposed)
