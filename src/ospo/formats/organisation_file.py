# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo.yml`: what an organisation says about itself, in its own `.github` repository; checked to line and column.

Not to be confused with `.ospo.yml`, in which one repository speaks of itself (formats/declaration).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml, yaml_places
from ospo.formats.organisation_fields import ROOT, Field, Form, fits
from ospo.formats.yaml import Path

NAME = "ospo.yml"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: line and column from 1, and the error, which says what and what to do."""

    line: int
    column: int
    error: ParseError


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What is well said, by its path in the file with the line of each; and what is wrong."""

    values: Mapping[Path, Any]
    lines: Mapping[Path, int]
    faults: tuple[Fault, ...]

    def get(self, *path: str | int) -> Any:
        """The value at a path; None when it is not there, or not well said."""
        return self.values.get(path)

    def count(self, key: str) -> int:
        """How many items a list holds."""
        return 1 + max((int(path[1]) for path in self.values if path[0] == key and len(path) > 1), default=-1)


def parse(text: str) -> OwnWords:
    """Read and check the file; a part that is wrong does not count, and the others do."""
    try:
        document = yaml.load(text)
        places = yaml_places.places(text)
    except ParseError as error:
        line, error.line = error.line or 1, None  # whoever shows it says where
        return OwnWords({}, {}, (Fault(line, 1, error),))
    walk = _Walk(places)
    walk.look(document.value, (), ROOT)
    walk.faults.sort(key=lambda fault: (fault.line, fault.column))
    lines = {path: walk.place(path)[0] for path in walk.values}
    return OwnWords(walk.values, lines, tuple(walk.faults))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file, for text editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "OSPO-NL: what an organisation says about itself, in ospo.yml of its .github repository",
        **_schema(ROOT),
    }


def _schema(field: Field) -> dict[str, Any]:
    described = {"description": field.text} if field.text else {}
    if field.form is Form.MAPPING:
        return described | {
            "type": "object",
            "properties": {name: _schema(below) for name, below in field.keys.items()},
            "required": [name for name, below in field.keys.items() if below.is_needed],
            "additionalProperties": False,
        }
    if field.form is Form.LIST:
        assert field.item is not None  # noqa: S101 - a list has a form for its items
        return described | {"type": "array", "items": _schema(field.item)}
    if field.form is Form.FLAG:
        return described | {"enum": [True, False, "yes", "no"]}
    if field.choices:
        return described | {"enum": list(field.choices)}
    may_be_number = field.form is Form.DATE or field.is_number
    return described | {"type": ["string", "integer"] if may_be_number else "string", "pattern": field.pattern}


class _Walk:
    """One pass over the document; collects the good values and the faults."""

    def __init__(self, places: Mapping[Path, yaml_places.Place]) -> None:
        self._places = places
        self.values: dict[Path, Any] = {}
        self.faults: list[Fault] = []

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of a value's key, or of the nearest thing above it that is there."""
        for end in range(len(path), -1, -1):
            if path[:end] in self._places:
                found = self._places[path[:end]]
                span = found.key or found.value
                return span.line, span.column
        return 1, 1

    def look(self, value: Any, path: Path, field: Field) -> None:
        """Check a value, and all below it."""
        if field.form is Form.MAPPING:
            self._mapping(value, path, field)
        elif field.form is Form.LIST:
            self._list(value, path, field)
        elif fits(value, field):
            self.values[path] = value
        else:
            self._blame(path, field)

    def _mapping(self, value: Any, path: Path, field: Field) -> None:
        if not isinstance(value, dict):
            known = ", ".join(field.keys)
            self._wrong("'{key}' must hold keys: {known}", path, key=_dotted(path) or NAME, known=known)
            return
        for key in value:
            if key not in field.keys:
                known = ", ".join(field.keys)
                self._wrong("unknown key '{key}': known here are {known}", (*path, key), key=key, known=known)
        for key, below in field.keys.items():
            if key in value and value[key] is not None:
                self.look(value[key], (*path, key), below)
            elif below.is_needed:
                self._wrong("'{key}' is missing", path, key=_dotted((*path, key)))

    def _list(self, value: Any, path: Path, field: Field) -> None:
        assert field.item is not None  # noqa: S101 - a list has a form for its items
        if not isinstance(value, list):
            self._wrong("'{key}' must hold a list: a line with '- ' for each", path, key=_dotted(path))
            return
        for number, item in enumerate(value):
            self.look(item, (*path, number), field.item)

    def _blame(self, path: Path, field: Field) -> None:
        key = _dotted(path)
        match field.form:
            case Form.FLAG:
                self._wrong("'{key}' is yes or no", path, key=key)
            case Form.DATE:
                self._wrong("'{key}' is a date: write 2024, 2024-05 or 2024-05-01", path, key=key)
            case Form.URL:
                self._wrong("'{key}' is an address: write it with https://", path, key=key)
            case Form.ACCOUNT:
                self._wrong("'{key}' is no account on a forge: write https://forge/account", path, key=key)
            case Form.MAILBOX:
                self._wrong(
                    "'{key}' is the mailbox of a role, such as opensource@: never that of a person", path, key=key
                )
            case Form.CHOICE:
                self._wrong("'{key}' is one of {choices}", path, key=key, choices=", ".join(field.choices))
            case Form.ID:
                self._wrong("'{key}' does not look right: write it as {sample}", path, key=key, sample=field.sample)
            case _:
                self._wrong("'{key}' must hold a text of at most 300 characters", path, key=key)

    def _wrong(self, message: str, path: Path, **values: object) -> None:
        line, column = self.place(path)
        self.faults.append(Fault(line, column, ParseError(message, path="", line=None, **values)))


def _dotted(path: Path) -> str:
    """organisation.ids.oin, accounts[2]."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
