# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norm drift: have the texts of a norm moved under the mappings that were made on them?"""

from collections.abc import Sequence
from dataclasses import dataclass

from ospo.domain.identifier import ControlId
from ospo.domain.norm import Norm, Requirement


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs between a norm as we have it and its source.

    `changed`: other words under the same id: its mapping is to be reviewed. `renamed`: the same words under another
    id. `vanished`: neither. `new`: ids in the source that we do not have. `relevelled`: the same words, asked at other
    levels. `unhashed`: controls of which we have no hash, so that nothing can be said.
    """

    unchanged: int = 0
    changed: tuple[ControlId, ...] = ()
    renamed: tuple[tuple[ControlId, str], ...] = ()
    vanished: tuple[ControlId, ...] = ()
    new: tuple[str, ...] = ()
    relevelled: tuple[ControlId, ...] = ()
    unhashed: tuple[ControlId, ...] = ()

    @property
    def is_none(self) -> bool:
        """True when nothing moved."""
        return not (self.changed or self.renamed or self.vanished or self.new or self.relevelled)


def compare(norm: Norm, requirements: Sequence[Requirement]) -> Drift:
    """Hold the hashes that a norm remembers against the requirements of its source.

    Words that stand in the source more than once are the same requirement only under their own id: which of the
    others it became cannot be told, so then it is called vanished.
    """
    by_id = {r.id: r for r in requirements}
    by_hash: dict[str, list[str]] = {}
    for requirement in requirements:
        by_hash.setdefault(requirement.text_sha256, []).append(requirement.id)
    own = {str(c.id) for c in norm.controls}
    changed, renamed, vanished, relevelled, unhashed = [], [], [], [], []
    unchanged = 0
    for control in norm.controls:
        found = by_id.get(control.id)
        if not control.text_sha256:
            unhashed.append(control.id)
        elif found is not None and found.text_sha256 == control.text_sha256:
            unchanged += 1
            if found.level is not None and (found.level, found.up_to) != (control.level, control.up_to):
                relevelled.append(control.id)
        elif len(others := by_hash.get(control.text_sha256, [])) == 1:
            renamed.append((control.id, others[0]))
        elif found is not None:
            changed.append(control.id)
        else:
            vanished.append(control.id)
    taken = own | {new for _, new in renamed}
    return Drift(
        unchanged=unchanged,
        changed=tuple(changed),
        renamed=tuple(renamed),
        vanished=tuple(vanished),
        new=tuple(r.id for r in requirements if r.id not in taken),
        relevelled=tuple(relevelled),
        unhashed=tuple(unhashed),
    )
