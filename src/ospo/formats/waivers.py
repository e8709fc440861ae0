# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`.ospo.yml`: the waivers a repository declares for itself, each with reason, role and end date."""

import datetime
from typing import Any

from ospo.domain.finding import Waiver
from ospo.domain.identifier import CheckId
from ospo.errors import ParseError
from ospo.formats import yaml

NAME = ".ospo.yml"
_KEYS = {
    "check": "The id of the check; `ospo checks list` names them all.",
    "reason": "Why the repository does not follow the check, for now.",
    "role": "The role that signed for it; never a name.",
    "until": "The last day on which the waiver holds.",
}


def parse(text: str) -> tuple[dict[CheckId, Waiver], list[ParseError]]:
    """The waivers by check, and what is wrong in the file; a waiver that is not whole does not count.

    The file is a mapping with the key `waivers`: a list of entries with `check`, `reason`, `role` and `until`
    (a date, inclusive).
    """
    try:
        document = yaml.load(text, NAME)
    except ParseError as error:
        return {}, [error]
    if document.value is None:
        return {}, []
    entries = document.value.get("waivers", []) if isinstance(document.value, dict) else None
    if not isinstance(entries, list):
        return {}, [_wrong("must hold 'waivers:' with a list below it", document.line("waivers"))]
    waivers: dict[CheckId, Waiver] = {}
    problems = [
        _wrong("has the unknown key '{key}': only 'waivers' means something here", document.line(key), key=key)
        for key in document.value
        if key != "waivers"
    ]
    for number, entry in enumerate(entries):
        line = document.line("waivers", number)
        waiver = _waiver(entry, line)
        if isinstance(waiver, ParseError):
            problems.append(waiver)
        elif waiver.check in waivers:
            problems.append(_wrong("waives '{check}' twice: keep one", line, check=waiver.check))
        else:
            waivers[waiver.check] = waiver
    return waivers, problems


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file, for text editors."""
    words = {"type": "string", "pattern": r"\S"}
    date = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    waiver = {
        "type": "object",
        "properties": {key: (date if key == "until" else words) | {"description": d} for key, d in _KEYS.items()},
        "required": list(_KEYS),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "OSPO-NL: what a repository says about itself, in .ospo.yml",
        "type": ["object", "null"],
        "properties": {"waivers": {"type": "array", "items": waiver}},
        "additionalProperties": False,
    }


def _waiver(entry: Any, line: int | None) -> Waiver | ParseError:
    if not isinstance(entry, dict):
        return _wrong("each waiver is a mapping with check, reason, role and until", line)
    for key in _KEYS:
        value = entry.get(key)
        if not isinstance(value, str) or not value.strip():
            return _wrong("a waiver misses '{key}': without it, it does not count", line, key=key)
    for key in sorted(entry.keys() - _KEYS.keys()):
        return _wrong("a waiver has the unknown key '{key}': remove it", line, key=key)
    try:
        until = datetime.date.fromisoformat(entry["until"])
    except ValueError:
        return _wrong("'{until}' is not a date: write it as 2027-06-30", line, until=entry["until"])
    return Waiver(CheckId(entry["check"].strip()), entry["reason"].strip(), entry["role"].strip(), until, line)


def _wrong(message: str, line: int | None, **values: object) -> ParseError:
    return ParseError(message, path=NAME, line=line, **values)
