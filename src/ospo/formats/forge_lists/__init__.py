# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each kind of forge lists the repositories of an account: where to ask, and how to read the answer.

A module each, found by walking the package. It has `FORGE` (the name in data/forges.json), `first` and `read`. Adding a
forge edits no other file.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Protocol

from ospo.formats.forge_lists.page import Page

__all__ = ["Dialect", "Page", "dialects"]


class Dialect(Protocol):
    """The module of one kind of forge."""

    FORGE: str

    def first(self, host: str, account: str) -> tuple[str, ...]:
        """The addresses of the first page, one for each kind of account; the first that exists is right."""
        ...

    def read(self, body: bytes, address: str) -> Page:
        """What one page lists, and where the next one is.

        Raises:
            ParseError: it is no such page.
        """
        ...


@cache
def dialects() -> Mapping[str, Dialect]:
    """The module of each kind of forge, by its name."""
    found = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__) if m.name != "page")
    return {module.FORGE: module for module in found}
