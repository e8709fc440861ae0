# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each key and value of a YAML document stands, to the character: for editing a file without rewriting it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ospo.errors import ParseError
from ospo.formats.yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, Path


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text by offset in characters: from `start` up to, and without, `end`; line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the value at a path stands, its key when it has one, and how it is written.

    `is_plain` is true for a scalar without quotes or block marks, `is_flow` for anything inside `[...]` or `{...}`.
    """

    value: Span
    key: Span | None
    is_scalar: bool
    is_plain: bool
    is_flow: bool


def places(text: str) -> dict[Path, Place]:
    """The place of every value by its path of keys; aliases and keys that are no text are left out.

    Raises:
        ParseError: the text is no YAML, or larger than what `formats.yaml` reads.
    """
    if len(text) > MAX_BYTES:
        raise ParseError("is larger than {limit} kB: split it or leave it out", limit=MAX_BYTES // 1000)
    try:
        walk = _Walk(yaml.parse(text, Loader=yaml.SafeLoader))
        return walk.document()
    except yaml.YAMLError as error:
        raise ParseError("is not valid YAML: {error}", error=str(error).split("\n")[0]) from error


class _Walk:
    """One pass over the events of a document."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._found: dict[Path, Place] = {}

    def document(self) -> dict[Path, Place]:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._node(next(self._events), (), None, False)
                break
        return self._found

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        return Span(mark.index, event.end_mark.index, mark.line + 1, mark.column + 1)

    def _node(self, event: Any, path: Path, key: Span | None, in_flow: bool) -> None:
        if len(path) > MAX_DEPTH or len(self._found) > MAX_NODES:
            raise yaml.YAMLError("nested too deep, or too large")
        if isinstance(event, yaml.AliasEvent):
            return
        is_scalar = isinstance(event, yaml.ScalarEvent)
        is_flow = in_flow or bool(getattr(event, "flow_style", False))
        is_plain = is_scalar and not event.style and event.tag is None and event.anchor is None
        start, end = self._span(event), event
        if isinstance(event, yaml.SequenceStartEvent):
            end = self._sequence(path, is_flow)
        elif isinstance(event, yaml.MappingStartEvent):
            end = self._mapping(path, is_flow)
        span = Span(start.start, end.end_mark.index, start.line, start.column)
        self._found[path] = Place(span, key, is_scalar, is_plain, is_flow)

    def _sequence(self, path: Path, in_flow: bool) -> Any:
        number = 0
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._node(event, (*path, number), None, in_flow)
            number += 1
        return event

    def _mapping(self, path: Path, in_flow: bool) -> Any:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise yaml.YAMLError("a key that is not plain text")
            self._node(next(self._events), (*path, event.value), self._span(event), in_flow)
        return event
