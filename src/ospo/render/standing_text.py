# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a repository stands on a norm, in words: the level of each axis, what is missing, and how to know the rest."""

from collections.abc import Iterator, Sequence

from ospo.domain.language import Language
from ospo.domain.norm import Proof
from ospo.engine.standing import Axis, Level, Stand, Standing
from ospo.i18n import translator
from ospo.render.terminal import WIDTH, wrapped

AXES = {
    "transparant": "Transparency",
    "samen": "Collaboration",
    "veilig": "Security",
    "efficient": "Efficiency",
    "maintenance": "Maintenance",
    "security": "Security",
    "": "All requirements",
}
STANDINGS = {
    Standing.MET: "{n} met",
    Standing.NOT_MET: "{n} not met",
    Standing.WAIVED: "{n} waived",
    Standing.UNKNOWN: "{n} not known",
    Standing.NOT_APPLICABLE: "{n} not applicable",
}
MISSING = {
    Standing.NOT_MET: "For level {n}, {count} not met, first: {title}",
    Standing.WAIVED: "For level {n}, {count} waived, first: {title}",
    Standing.UNKNOWN: "For level {n}, {count} not known, first: {title}",
}
HOW_TO_KNOW = {
    Proof.FILES: "Not known, to be found in the files or stated in .ospo.yml:",
    Proof.FORGE: "Not known, the forge tells (`ospo scan --facts FILE`, or a statement in .ospo.yml):",
    Proof.PERSON: "Not known, a person tells (a statement in .ospo.yml):",
}


class StandingWords:
    """Says how repositories stand, in one language and width."""

    def __init__(self, language: Language, width: int = WIDTH) -> None:
        self._language = language
        self._say = translator(language)
        self._width = width

    def axis(self, axis: Axis) -> str:
        """The level that is shown, the highest that is possible, and what to take up first; one or two sentences."""
        name = self._say(AXES[axis.name]) if axis.name in AXES else axis.name
        if axis.reached:
            words = self._say("{axis}: level {n} shown", axis=name, n=axis.reached)
        else:
            words = self._say("{axis}: no level shown yet", axis=name)
        if axis.possible > axis.reached:
            words += self._say(", {n} still possible", n=axis.possible)
        return f"{words}. {self.missing(axis)}".strip()

    def missing(self, axis: Axis) -> str:
        """What to take up first for the level above; empty at the top."""
        stand, following = axis.missing, axis.following
        if stand is None or following is None:
            return ""
        return self._say(
            MISSING[stand.standing],
            n=following.level,
            count=len(following.having(stand.standing)),
            title=stand.control.title[self._language],
        )

    def short(self, axes: Sequence[Axis]) -> Iterator[str]:
        """A line for each axis."""
        for axis in axes:
            yield from wrapped("  ", self.axis(axis), 4, self._width)

    def whole(self, axis: Axis) -> Iterator[str]:
        """An axis with its levels, what is missing for the next, what was dropped, and what cannot be mended."""
        yield from wrapped("", self.axis(axis), 2, self._width)
        for level in axis.levels:
            yield f"  {self._say('Level {n}', n=level.level)}: {self.counts(level.stands)}"
        if axis.following is not None:
            yield from self._listed(
                self._say("Not met, for level {n}:", n=axis.following.level), axis.following.having(Standing.NOT_MET)
            )
            yield from self._listed(
                self._say("Waived, for level {n}:", n=axis.following.level), axis.following.having(Standing.WAIVED)
            )
            yield from self._unknown(axis.following)
            dropped = self._say("No longer asked from level {n} on:", n=axis.following.level)
            yield from self._listed(dropped, axis.dropped)
        yield from self._listed(self._say("Cannot be mended afterwards, so mind it from the start:"), axis.irreversible)

    def counts(self, stands: Sequence[Stand]) -> str:
        """`3 met · 1 not met · ...`"""
        found = {standing: sum(1 for s in stands if s.standing is standing) for standing in Standing}
        return " · ".join(self._say(STANDINGS[standing], n=n) for standing, n in found.items() if n)

    def listed(self, stands: Sequence[Stand], standing: Standing) -> Iterator[str]:
        """The controls that stand so, a line each."""
        for stand in stands:
            if stand.standing is standing:
                yield from self._line(stand)

    def _unknown(self, level: Level) -> Iterator[str]:
        unknown = level.having(Standing.UNKNOWN)
        for proof in Proof:
            yield from self._listed(self._say(HOW_TO_KNOW[proof]), [s for s in unknown if s.control.proof is proof])

    def _listed(self, heading: str, stands: Sequence[Stand]) -> Iterator[str]:
        if stands:
            yield from wrapped("  ", heading, 2, self._width)
            for stand in stands:
                yield from self._line(stand)

    def _line(self, stand: Stand) -> Iterator[str]:
        yield from wrapped("    - ", f"{stand.control.id}: {stand.control.title[self._language]}", 6, self._width)
