# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""YAML 1.2, core schema, read safely: plain values with the line of every key and item.

PyYAML's parser gives the events; the values are resolved here by the core schema of YAML 1.2 (section 10.3),
so `yes`, `no`, `on` and unquoted dates are strings. Size, depth and the number of nodes after expanding
aliases are capped, so a YAML bomb is an error and not a full memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ospo.errors import ParseError

MAX_BYTES = 1_000_000
MAX_DEPTH = 60
MAX_NODES = 100_000

Path = tuple[str | int, ...]

_INVALID = "is not valid YAML: {error}"
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NUMERIC = frozenset("+-.0123456789")  # what a number begins with
_CONSTANTS: dict[str, Any] = {"": None, "~": None} | {
    spelling: value
    for word, value in (("null", None), ("true", True), ("false", False))
    for spelling in (word, word.capitalize(), word.upper())
}


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document: plain Python values, and the line (from 1) of each value by its path of keys."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int | None:
        """The line of the value at this path, or of its nearest parent that exists."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return None


def load(text: str, path: str = "") -> Document:
    """Read one YAML document.

    Args:
        text: the document.
        path: what to call the file in errors.

    Raises:
        ParseError: not YAML, more than one document, a duplicate key, or larger or deeper than the caps.
    """
    if len(text) > MAX_BYTES:
        raise ParseError("is larger than {limit} kB: split it or leave it out", path=path, limit=MAX_BYTES // 1000)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Composer(yaml.parse(text, Loader=loader), path).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else min(mark.line, text.rstrip().count("\n")) + 1
        raise ParseError(_INVALID, path=path, line=line, error=error.problem or error.context) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:  # half a surrogate pair is no text
        raise ParseError(_INVALID, path=path, error=str(error).split("\n")[0]) from error


class _Composer:
    """Turns the events of one document into values; a class because events, anchors and counts go together."""

    def __init__(self, events: Iterator[Any], path: str) -> None:
        self._events = events
        self._path = path
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._lines: dict[Path, int] = {}
        self._nodes = 0

    def document(self) -> Document:
        value: Any = None
        seen = False
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise ParseError("holds more than one YAML document: keep one", **self._at(event))
                seen = True
                value = self._node(next(self._events), ())
        return Document(value, self._lines)

    def _at(self, event: Any) -> dict[str, Any]:
        return {"path": self._path, "line": event.start_mark.line + 1}

    def _count(self, nodes: int, event: Any) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise ParseError(
                "expands to more than {limit} values: remove the repeated aliases", limit=MAX_NODES, **self._at(event)
            )

    def _node(self, event: Any, path: Path) -> Any:
        self._lines.setdefault(path, event.start_mark.line + 1)
        if type(event) is yaml.ScalarEvent and not event.anchor and self._nodes < MAX_NODES and len(path) <= MAX_DEPTH:
            self._nodes += 1
            return _scalar(event)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise ParseError(
                    "uses the alias *{alias}, which is not defined above it", alias=event.anchor, **self._at(event)
                )
            value, size = self._anchors[event.anchor]
            self._count(size, event)
            return value
        before = self._nodes
        self._count(1, event)
        if len(path) > MAX_DEPTH:
            raise ParseError("is nested deeper than {limit} levels", limit=MAX_DEPTH, **self._at(event))
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path)
        else:
            value = self._mapping(path)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._nodes - before)
        return value

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise ParseError("has a key that is not plain text", **self._at(event))
            key, place = event.value, self._at(event)["line"]
            value = self._node(next(self._events), (*path, key))
            self._lines[(*path, key)] = place
            if key in values:
                raise ParseError("has the key '{key}' twice: keep one", key=key, **self._at(event))
            values[key] = value
        return values


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.style or (event.tag or "").endswith(":str"):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[:1] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else _decimal(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _decimal(text: str) -> int | str:
    """An integer; digits beyond any sensible number stay text (Python refuses to convert them)."""
    return int(text) if len(text) < 40 else text
