# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The labels: verdicts that people gave by reading real repositories at one commit."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from ospo.domain.finding import Outcome

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # the day the labels were given


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict given by hand."""

    repository: str
    commit: str
    check: str
    outcome: Outcome
    tricky: bool
    why: str

    @property
    def name(self) -> str:
        """The owner and the name of the repository."""
        return self.repository.removeprefix("https://github.com/")


@cache
def labels() -> tuple[Label, ...]:
    """The labels: labels.yaml, one file for each check that came later, and those of the audit of the good examples."""
    here = Path(__file__)
    later = (path for folder in ("labels", "audit") for path in sorted((here.parent / folder).glob("*.yaml")))
    paths = [here.with_name("labels.yaml"), *later]
    return tuple(label for path in paths for label in msgspec.yaml.decode(path.read_bytes(), type=tuple[Label, ...]))
