# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A patch: what a file could say instead, so that a claim in it agrees with the facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """One file, whole, before and after; a person decides whether to take it."""

    path: str
    before: str
    after: str
