# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence from outside the files: what a forge says of a repository, and what its owner supplies for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ospo.domain.snapshot import Snapshot

FactValue = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForgeFact:
    """One thing that the forge, or somebody who may see its settings, says: the value, the day, and the source.

    `source` is an address, or the role that looked. The names of facts and their types are in
    `formats/forge_facts.py`.
    """

    value: FactValue
    observed: date
    source: str


@dataclass(frozen=True, slots=True)
class Defaults:
    """What an owner supplies for all its repositories: the snapshot of its `.github` or `.gitlab-profile`.

    `repository` is its short name, as `OWNER/.github`.
    """

    repository: str
    snapshot: Snapshot

    def __str__(self) -> str:
        """As it is shown: `OWNER/.github@0123456`."""
        return f"{self.repository}@{self.snapshot.commit[:7]}"
