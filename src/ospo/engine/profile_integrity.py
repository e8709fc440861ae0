# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Integrity of profiles: what they name exists, what they set fits, nothing extends itself, and waivers still hold."""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ospo.domain.check import Parameter
from ospo.domain.identifier import CheckId, FactId, NormId, ProfileId
from ospo.domain.norm import Norm
from ospo.domain.profile import Part, Pick, Profile, Subject, Threshold
from ospo.engine import profiles as verbs
from ospo.errors import Problem, SettingsError, UnknownId

_TAKES = {
    int: "sets '{name}' of '{id}', which takes a whole number",
    str: "sets '{name}' of '{id}', which takes a text",
    tuple: "sets '{name}' of '{id}', which takes a list of texts",
}
ParametersOf = Callable[[CheckId], Mapping[str, Parameter]]
_CHECK = "names the check '{id}', which does not exist: `ospo checks list` names them all"
_CONTROL = "names the control '{id}', which no norm here has: check its spelling"


class Integrity:
    """What profiles may name, and the day that decides which waivers hold."""

    def __init__(
        self,
        profiles: Mapping[ProfileId, Profile],
        norms: Mapping[NormId, Norm],
        checks: Collection[CheckId],
        facts: Collection[FactId],
        parameters_of: ParametersOf,
        today: datetime.date,
    ) -> None:
        self._profiles = profiles
        self._norms = norms
        self._checks = checks
        self._facts = facts
        self._controls = {c.id for norm in norms.values() for c in norm.controls}
        self._parameters_of = parameters_of
        self._today = today

    def every_problem(self) -> list[Problem]:
        """What is wrong in all of them."""
        return [problem for profile in self._profiles.values() for problem in self.problems(profile)]

    def problems(self, profile: Profile) -> Iterator[Problem]:
        """What is wrong in one profile."""
        try:
            verbs.chain(self._profiles, profile.id)
        except SettingsError as error:
            yield Problem(profile.path, None, "extends itself: {circle}", {"circle": error.values["circle"]})
        except UnknownId as error:
            message = "extends '{id}' (itself, or by way of another), which does not exist: check its spelling"
            yield Problem(profile.path, None, message, {"id": error.values["id"]})
        for fact in profile.facts:
            if fact not in self._facts:
                message = "names the fact '{id}', which does not exist: check its spelling or add it to facts/"
                yield Problem(profile.path, None, message, {"id": fact})
        parts = [profile.part, *profile.kinds.values(), *(tier.part for tier in profile.tiers.values())]
        for part in parts:
            yield from self._part(profile.path, part)
        yield from self._waivers(profile)

    def _part(self, path: str, part: Part) -> Iterator[Problem]:
        for pick in part.picks:
            yield from (
                self._level(path, pick)
                if pick.subject is Subject.LEVEL
                else self._named(path, pick.subject, pick.about)
            )
        for item in part.left_out:
            yield from self._named(path, item.subject, item.about)
        both = {(p.subject, p.about) for p in part.picks} & {(i.subject, i.about) for i in part.left_out}
        for _, about in sorted(both):
            yield Problem(path, None, "asks '{id}' and leaves it out in one breath: keep one", {"id": about})
        yield from _twice(path, (p.about for p in part.picks if p.subject is not Subject.LEVEL))
        for threshold in part.thresholds:
            yield from self._threshold(path, threshold)

    def _named(self, path: str, subject: Subject, about: str) -> Iterator[Problem]:
        if subject is Subject.CHECK and about not in self._checks:
            yield Problem(path, None, _CHECK, {"id": about})
        if subject is Subject.CONTROL and about not in self._controls:
            yield Problem(path, None, _CONTROL, {"id": about})

    def _level(self, path: str, pick: Pick) -> Iterator[Problem]:
        norm = self._norms.get(NormId(pick.about))
        if norm is None:
            message = "names the norm '{id}', which does not exist: check its spelling"
            yield Problem(path, None, message, {"id": pick.about})
        elif pick.level not in norm.levels() or not norm.asked_at(pick.level, pick.axis):
            values = {"id": pick.about, "level": pick.level, "axis": pick.axis or "-"}
            yield Problem(path, None, "asks level {level} (axis {axis}) of '{id}', which has no such level", values)

    def _threshold(self, path: str, threshold: Threshold) -> Iterator[Problem]:
        values = {"id": threshold.check, "name": threshold.name}
        if threshold.check not in self._checks:
            yield Problem(path, None, _CHECK, {"id": threshold.check})
            return
        parameter = self._parameters_of(threshold.check).get(threshold.name)
        if parameter is None:
            yield Problem(path, None, "sets '{name}' of '{id}', which that check does not have", values)
        elif type(threshold.value) is not type(parameter.default):
            yield Problem(path, None, _TAKES[type(parameter.default)], values)

    def _waivers(self, profile: Profile) -> Iterator[Problem]:
        for waiver in profile.waivers:
            if waiver.about not in self._checks and waiver.about not in self._controls:
                message = "waives '{id}', which is neither a check nor a control: check its spelling"
                yield Problem(profile.path, None, message, {"id": waiver.about})
            if not waiver.holds(self._today):
                message = "has a waiver of '{id}' that ended on {until}: take it out, or decide anew"
                yield Problem(profile.path, None, message, {"id": waiver.about, "until": waiver.until.isoformat()})
        yield from _twice(profile.path, (waiver.about for waiver in profile.waivers))


def _twice(path: str, names: Iterable[str]) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem(path, None, "names '{id}' twice in one place: keep one", {"id": name})
