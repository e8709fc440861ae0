# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What these parsers work out, and would rather not work out again in the next run: kept when there is a keeper."""

from ospo.domain.keeping import FORGETFUL, Keeper

_keeper: list[Keeper] = [FORGETFUL]


def keep_in(keeper: Keeper) -> None:
    """Keep what is worked out from now on, and look there first; it must forget when this program changes."""
    _keeper[:] = [keeper]


def get(kind: str, key: str) -> bytes | None:
    """The bytes that were kept under a key; None when there are none."""
    return _keeper[0].get(kind, key)


def put(kind: str, key: str, content: bytes) -> None:
    """Keep bytes under a key."""
    _keeper[0].put(kind, key, content)
