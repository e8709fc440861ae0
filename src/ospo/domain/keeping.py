# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping derived data from one run to the next: who has a keeper may hand it bytes, and may get them back."""

from typing import Protocol


class Keeper(Protocol):
    """Keeps bytes by kind and key, for as long as it likes; what it gives back is what was put there."""

    def get(self, kind: str, key: str) -> bytes | None:
        """The bytes kept under a key, or None."""
        ...

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep bytes under a key, in the place of what was there."""
        ...


class Forgetful:
    """A keeper that keeps nothing."""

    def get(self, kind: str, key: str) -> bytes | None:
        """Nothing."""
        return None

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Forget it."""


FORGETFUL = Forgetful()
