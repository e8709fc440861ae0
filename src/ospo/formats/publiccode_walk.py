# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compares a parsed publiccode.yml with the schema, value by value."""

import posixpath
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from ospo.formats import publiccode_values as values
from ospo.formats import yaml
from ospo.formats.publiccode_schema import ByLanguage, File, Flag, Key, Kind, Many, Record, Text, Version
from ospo.formats.publiccode_values import Reason


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (or, as a warning, outdated): the key, its line from 1, and the reason."""

    key: str
    line: int | None
    reason: Reason
    is_warning: bool = False


@dataclass(slots=True)
class Walk:
    """One pass over one document; collects the problems in the order of the schema."""

    document: yaml.Document
    version: Version
    paths: Container[str] | None
    problems: list[Problem] = field(default_factory=list)

    def blame(self, path: yaml.Path, reason: Reason, *, warning: bool = False) -> None:
        """Note a problem with the value at this path."""
        self.problems.append(Problem(dotted(path), self.document.line(*path), reason, warning))

    def record(self, found: Any, path: yaml.Path, schema: Record) -> None:
        """A mapping: its keys are known, the mandatory ones are there, and each value has its form."""
        if not isinstance(found, dict):
            self.blame(path, Reason.WRONG_TYPE)
            return
        for name in found:
            if name not in schema.keys:
                self._unknown(found[name], (*path, name))
        for name, key in schema.keys.items():
            if found.get(name) is not None:
                self._key(found[name], (*path, name), key)
            elif key.required:
                self.blame((*path, name), Reason.KEY_MISSING)

    def _unknown(self, found: Any, path: yaml.Path) -> None:
        # Any country may add a section of its own to the root; only Italy's is defined.
        if len(path) == 1 and isinstance(found, dict) and values.country(str(path[0])) is None:
            self.blame(path, Reason.SECTION_UNDEFINED, warning=True)
        else:
            self.blame(path, Reason.KEY_UNKNOWN)

    def _key(self, found: Any, path: yaml.Path, key: Key) -> None:
        if key.since > self.version:
            self.blame(path, Reason.KEY_NEWER, warning=True)
        if key.deprecated is not None and key.deprecated <= self.version:
            self.blame(path, Reason.DEPRECATED, warning=True)
        if key.required and found == "":
            self.blame(path, Reason.KEY_MISSING)
        else:
            self.value(found, path, key.kind)

    def value(self, found: Any, path: yaml.Path, kind: Kind) -> None:
        """Any value against the form the schema gives it."""
        match kind:
            case Text():
                self._text(found, path, kind)
            case Flag():
                if not isinstance(found, bool):
                    self.blame(path, Reason.WRONG_TYPE)
            case File():
                self._file(found, path, kind)
            case Many():
                self._many(found, path, kind)
            case Record():
                self.record(found, path, kind)
            case _:
                self._by_language(found, path, kind)

    def _text(self, found: Any, path: yaml.Path, kind: Text) -> None:
        if isinstance(found, int | float) and not isinstance(found, bool):
            self.blame(path, Reason.NUMBER_FOR_TEXT, warning=True)
            found = str(found)
        if not isinstance(found, str):
            self.blame(path, Reason.WRONG_TYPE)
            return
        reason = kind.test(found) if kind.test else None
        if reason is not None:
            self.blame(path, reason)
        elif kind.longest is not None and values.length(found.strip()) > kind.longest:
            self.blame(path, Reason.TOO_LONG)
        elif kind.shortest and values.length(found) < kind.shortest:
            self.blame(path, Reason.TOO_SHORT)
        elif kind.test is values.country and found.islower() and self.version >= (0, 5):
            self.blame(path, Reason.LOWER_CASE_COUNTRY, warning=True)

    def _file(self, found: Any, path: yaml.Path, kind: File) -> None:
        if not isinstance(found, str):
            self.blame(path, Reason.WRONG_TYPE)
        elif values.web_url(found) is None:
            ending = posixpath.splitext(urlsplit(found).path)[1].lower()
            if ending and kind.endings and ending not in kind.endings:
                self.blame(path, Reason.FILE_TYPE)
        elif found.startswith(("/", "file:")):
            self.blame(path, Reason.NOT_RELATIVE)
        elif found:
            plain = posixpath.normpath(found)
            if kind.endings and posixpath.splitext(plain)[1].lower() not in kind.endings:
                self.blame(path, Reason.FILE_TYPE)
            elif self.paths is not None and plain not in self.paths and unquote(plain) not in self.paths:
                self.blame(path, Reason.FILE_MISSING)

    def _many(self, found: Any, path: yaml.Path, kind: Many) -> None:
        if isinstance(found, str) and kind.alone is not Reason.WRONG_TYPE:
            if kind.alone is not None:
                self.blame(path, kind.alone, warning=True)
            self.value(found, path, kind.of)
        elif not isinstance(found, list):
            self.blame(path, Reason.WRONG_TYPE)
        elif not found and kind.filled:
            self.blame(path, Reason.KEY_MISSING)
        else:
            for index, item in enumerate(found):
                self.value(item, (*path, index), kind.of)

    def _by_language(self, found: Any, path: yaml.Path, kind: ByLanguage) -> None:
        if not isinstance(found, dict):
            self.blame(path, Reason.WRONG_TYPE)
            return
        if not found:
            self.blame(path, Reason.KEY_MISSING)
        for tag, described in found.items():
            if values.language(tag) is not None:
                self.blame((*path, tag), Reason.NOT_A_LANGUAGE)
            self.value(described, (*path, tag), kind.record)


def dotted(path: yaml.Path) -> str:
    """A path of keys as people write it: `maintenance.contacts[0].name`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")
