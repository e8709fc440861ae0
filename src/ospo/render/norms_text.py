# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms in words: the list, the controls of one with the checks that serve them, coverage, and what moved."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.norm import Control, Norm, Proof, Relation
from ospo.engine import serving
from ospo.engine.coverage import Tally
from ospo.engine.norm_drift import Drift
from ospo.engine.serving import Group, Shares
from ospo.engine.standing import Axis, Stand, Standing
from ospo.i18n import translator
from ospo.render.standing_text import AXES, StandingWords
from ospo.render.terminal import WIDTH, printable, wrapped

RELATIONS = {
    Relation.FULL: "settles it",
    Relation.PARTIAL: "shows a part of it",
    Relation.NECESSARY: "without it, it cannot be met",
}
PROOFS = {
    Proof.FILES: "no check yet; the files tell",
    Proof.FORGE: "no check yet; the forge tells",
    Proof.PERSON: "no check; a person tells",
}
LEVELS = {
    "must": "must",
    "should": "should",
    "optional": "optional",
    "suggested": "suggested",
    "mandatory": "mandatory",
    "conditional": "conditional",
    "deprecated": "deprecated",
    "role": "role",
    "steward": "open source steward",
    "user": "whoever uses it",
}


class NormsText:
    """Writes about norms; one object per run."""

    def __init__(self, language: Language, width: int = WIDTH) -> None:
        self._language = language
        self._say = translator(language)
        self._width = width
        self._standing = StandingWords(language, width)

    def listing(self, norms: Sequence[Norm]) -> str:
        """Every norm with its version and keeper, and how many requirements have which relation to a check."""
        lines: list[str] = []
        room = max((len(n.id) for n in norms), default=0)
        for norm in sorted(norms, key=lambda n: n.id):
            shares = serving.shares(norm.controls)
            lines += self._wrap(f"{norm.id:<{room}}  ", norm.title[self._language], room + 2)
            kept = self._say("version {version}, kept by {keeper}", version=norm.version, keeper=norm.keeper)
            lines += self._wrap(" " * (room + 2), kept, room + 2)
            served = self._say(
                "{total} requirements: {full} can be settled by a check, {necessary} disproved, {partial} shown in "
                "part; {without} have no check",
                total=shares.total,
                full=shares.settled,
                necessary=shares.disprovable,
                partial=shares.partial,
                without=shares.unserved,
            )
            lines += self._wrap(" " * (room + 2), served, room + 2)
        return "\n".join(lines) + "\n"

    def whole(self, norm: Norm) -> str:
        """A norm with every control, by axis and level; each with its checks, or what it takes to know."""
        lines = [norm.title[self._language], *self._wrap("", norm.summary[self._language], 0)]
        lines += self._wrap(
            "", f"{self._say('version {version}', version=norm.version)} · {norm.keeper} · {norm.url}", 2
        )
        for group in serving.first_asked(norm):
            lines += ["", self.group(group)]
            for control in group.controls:
                lines += self._control(control)
        return "\n".join(map(printable, lines)) + "\n"

    def coverage(self, norm: Norm, in_order: Callable[[Group], Tally]) -> str:
        """What our checks can say of a norm, level by level, and in how many known repositories it is in order."""
        lines = [norm.title[self._language]]
        for group in serving.asked(norm):
            lines += ["", self.group(group), *self._shares(serving.shares(group.controls))]
            found = in_order(group)
            if found.total:
                message = "What our checks look for is in order in {n} of the {total} repositories we observe."
                lines += self._wrap("  ", self._say(message, n=found.shown, total=found.total), 2)
        return "\n".join(lines) + "\n"

    def standing(self, label: str, axes: Sequence[Axis], groups: Mapping[str, Sequence[Stand]]) -> str:
        """How one repository stands: by axis where levels have numbers, else by what the norm calls its levels."""
        lines = [printable(label)]
        for axis in axes:
            if axis.levels:
                lines += ["", *self._standing.whole(axis)]
        for name, stands in groups.items():
            lines += ["", f"{name}: {self._standing.counts(stands)}"]
            lines += self._standing.listed(stands, Standing.NOT_MET)
        return "\n".join(lines) + "\n"

    def drift(self, norm: Norm, drift: Drift) -> str:
        """What moved in the source since the mappings were made."""
        lines: list[str] = []
        parts = (
            (self._say("Changed in wording; look at the mapping again:"), list(map(str, drift.changed))),
            (self._say("The same words under another id:"), [f"{a} → {b}" for a, b in drift.renamed]),
            (self._say("No longer there:"), list(map(str, drift.vanished))),
            (self._say("New; we have no control for it:"), list(drift.new)),
            (self._say("Asked at other levels than we say:"), list(map(str, drift.relevelled))),
        )
        for heading, names in parts:
            if names:
                lines += [heading, *(f"  {printable(name)}" for name in names)]
        same = self._say(
            "{norm}: {n} of {total} texts are as they were.", norm=norm.id, n=drift.unchanged, total=len(norm.controls)
        )
        return "\n".join([*lines, same]) + "\n"

    def group(self, group: Group) -> str:
        """What a group of controls is called."""
        axis = self._say(AXES[group.axis]) if group.axis in AXES and group.axis else group.axis
        if isinstance(group.level, int):
            level = self._say("level {n}", n=group.level)
        elif group.level is None:
            level = ""
        else:
            level = self._say(LEVELS[group.level]) if group.level in LEVELS else group.level
        return ", ".join(filter(None, (axis, level))) or self._say(AXES[""])

    def _control(self, control: Control) -> Iterator[str]:
        yield from self._wrap("  ", f"{control.id}: {control.title[self._language]}", 4)
        if control.up_to is not None:
            yield f"    {self._say('asked up to level {n}', n=control.up_to)}"
        if control.irreversible:
            yield f"    {self._say('cannot be mended afterwards')}"
        for mapping in control.mappings:
            yield f"    {mapping.check} ({self._say(RELATIONS[mapping.relation])})"
        if not control.mappings and not control.is_heading:
            yield f"    {self._say(PROOFS[control.proof])}"

    def _shares(self, shares: Shares) -> Iterator[str]:
        words = self._say(
            "{total} requirements: {full} can be settled by a check, {touched} only touched, {without} have no check.",
            total=shares.total,
            full=shares.settled,
            touched=shares.touched,
            without=shares.unserved,
        )
        yield from self._wrap("  ", words, 2)
        if shares.forge or shares.person:
            needs = self._say(
                "To know all takes the forge for {forge} and a person for {person}.",
                forge=shares.forge,
                person=shares.person,
            )
            yield from self._wrap("  ", needs, 2)

    def _wrap(self, first: str, text: str, indent: int) -> list[str]:
        return wrapped(first, text, indent, self._width)
