# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a publiccode.yml says about its upkeep: of what kind it is, who does it, and until when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ospo.formats import publiccode_values, yaml

KINDS = ("internal", "contract", "community", "none")


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The block `maintenance`; `kind` is "" when it is none of the four.

    `ends` are the last days of the contracts that give one that can be read; `endless` counts the others.
    """

    kind: str
    line: int | None
    contractors: int
    ends: tuple[date, ...]
    endless: int
    contractors_line: int | None
    contacts: int
    contacts_line: int | None


def read(document: yaml.Document) -> Upkeep | None:
    """The block, or None when there is none."""
    block = document.value.get("maintenance")
    if not isinstance(block, dict):
        return None
    kind = block.get("type")
    contractors, contacts = _records(block.get("contractors")), _records(block.get("contacts"))
    ends = [_day(contractor.get("until")) for contractor in contractors]
    return Upkeep(
        kind=kind if isinstance(kind, str) and kind in KINDS else "",
        line=document.line("maintenance", "type"),
        contractors=len(contractors),
        ends=tuple(end for end in ends if end is not None),
        endless=ends.count(None),
        contractors_line=document.line("maintenance", "contractors"),
        contacts=len(contacts),
        contacts_line=document.line("maintenance", "contacts"),
    )


def _records(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict) and item] if isinstance(value, list) else []


def _day(value: Any) -> date | None:
    is_day = isinstance(value, str) and publiccode_values.day(value) is None
    return date.fromisoformat(value) if is_day else None
