# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a publiccode.yml says the software depends on, of things that are not open."""

from dataclasses import dataclass
from typing import Any

from ospo.formats import yaml

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Proprietary:
    """`names` of what is needed, `optional` counts what one can do without; `is_declared`: the list itself is there."""

    is_declared: bool
    names: tuple[str, ...]
    optional: int
    line: int | None


def proprietary(document: yaml.Document) -> Proprietary:
    """The list `dependsOn.proprietary`; what does not say that it is optional is needed, as in the standard."""
    depends = document.value.get("dependsOn")
    listed = depends.get("proprietary") if isinstance(depends, dict) else None
    items: list[dict[str, Any]] = [i for i in listed if isinstance(i, dict)] if isinstance(listed, list) else []
    named = [(_name(item), item.get("optional") is True) for item in items if _name(item)]
    return Proprietary(
        is_declared=isinstance(listed, list),
        names=tuple(name for name, is_optional in named if not is_optional),
        optional=sum(is_optional for _, is_optional in named),
        line=document.line("dependsOn", "proprietary"),
    )


def _name(item: dict[str, Any]) -> str:
    name = item.get("name")
    return name.strip().encode("utf-8", "replace").decode()[:_LONGEST] if isinstance(name, str) else ""
