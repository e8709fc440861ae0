# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with an SPDX expression: it is none, it names what is not on the lists, or what they withdrew."""

import json
import re
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from ospo.formats import spdx

_REFERENCE = re.compile(r"(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+|(?:DocumentRef-[\w.-]+:)?AdditionRef-[\w.-]+")
_NO_CLAIM = frozenset({"NONE", "NOASSERTION"})  # values of the specification that name no licence


class FlawKind(StrEnum):
    """In what way an expression is wrong."""

    INVALID = "invalid"  # not an expression at all
    UNKNOWN = "unknown"  # names an id that is on no list
    DEPRECATED = "deprecated"  # names an id that the list has withdrawn
    NO_TEXT = "no-text"  # names a licence of its own, of which there is no text


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, and the id it is about (the whole expression when it is none)."""

    kind: FlawKind
    id: str


def flaw(expression: str, texts: Container[str]) -> Flaw | None:
    """The first thing that is wrong with an expression, or None.

    Args:
        expression: as written.
        texts: the references (LicenseRef-...) of which the repository holds the text.
    """
    text = expression.strip()
    if text in _NO_CLAIM:
        return None
    ids = spdx.keys(text)
    if not ids:
        return Flaw(FlawKind.INVALID, text)
    return next((found for found in (_flaw(licence_id, texts) for licence_id in ids) if found), None)


def _flaw(licence_id: str, texts: Container[str]) -> Flaw | None:
    if _REFERENCE.fullmatch(licence_id):
        is_here = licence_id in texts or licence_id.startswith("DocumentRef-")  # that one lies elsewhere by definition
        return None if is_here else Flaw(FlawKind.NO_TEXT, licence_id)
    licence = spdx.find(licence_id)
    if licence is not None:
        return Flaw(FlawKind.DEPRECATED, licence_id) if licence.deprecated else None
    deprecated = exceptions().get(licence_id.lower())
    if deprecated is None:
        return Flaw(FlawKind.UNKNOWN, licence_id)
    return Flaw(FlawKind.DEPRECATED, licence_id) if deprecated else None


@cache
def exceptions() -> dict[str, bool]:
    """The exceptions of the list by their id in lower case, with whether each was withdrawn."""
    rows = json.loads((files(__package__) / "data" / "spdx_exceptions.json").read_text("utf-8"))["exceptions"]
    return {row["id"].lower(): row["deprecated"] for row in rows}


@cache
def listed() -> frozenset[str]:
    """The ids of all licences and exceptions, spelled as the lists spell them."""
    rows = json.loads((files(__package__) / "data" / "spdx_exceptions.json").read_text("utf-8"))["exceptions"]
    return frozenset(row["id"] for row in rows) | {licence.id for licence in spdx.licences().values()}
