# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key `url` of a publiccode.yml, held against the addresses the repository is known under."""

from collections.abc import Iterable
from dataclasses import dataclass

from ospo.formats import address, yaml


@dataclass(frozen=True, slots=True)
class Comparison:
    """The address declared (None when there is none that can be read), its line, and the remotes, all normalised."""

    declared: str | None
    line: int | None
    remotes: tuple[str, ...]

    @property
    def is_here(self) -> bool:
        """True when the file names one of the remotes."""
        return self.declared in self.remotes

    @property
    def is_elsewhere(self) -> bool:
        """True when both are known and differ: a fork, a move, or a file that was taken over."""
        return self.declared is not None and bool(self.remotes) and not self.is_here


def compare(document: yaml.Document, remotes: Iterable[str]) -> Comparison:
    """Bring the declared address and the remotes to one spelling."""
    declared = document.value.get("url")
    normal = address.normalise(declared) if isinstance(declared, str) else None
    known = tuple(remote for remote in map(address.normalise, remotes) if remote)
    return Comparison(normal, document.line("url"), known)
