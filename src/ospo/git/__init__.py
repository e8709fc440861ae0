# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The git room: the only place that runs git, and it trusts nothing it reads."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ospo.git.store import locate

if TYPE_CHECKING:
    from ospo.git.snapshot import GitSnapshot, open_snapshot

__all__ = ["GitSnapshot", "open_snapshot", "remotes_of"]


def __getattr__(name: str) -> Any:
    """Import what runs git when it is first needed: most scans of an unchanged repository run nothing."""
    if name not in __all__:
        raise AttributeError(name)
    from ospo.git import snapshot

    return getattr(snapshot, name)


def remotes_of(path: Path) -> tuple[str, ...]:
    """The addresses in the configuration of a repository, as they are written there; runs nothing.

    Raises:
        NotARepository: there is none at this path, or it may not be read.
    """
    return locate(path).remotes()
