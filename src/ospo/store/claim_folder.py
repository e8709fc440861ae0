# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Claims in a folder: a file of JSON lines for each reading, the first line for the reading and one for each claim."""

import datetime
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading
from ospo.errors import ParseError, SettingsError

_FORMAT = 1
_ENDING = ".jsonl"


class ClaimFolder:
    """A `ClaimStore` of files that people and other programs can read, and put under version control."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, reading: Reading) -> None:
        """Write the file of a reading, whole or not at all.

        Raises:
            SettingsError: the folder cannot be written.
        """
        digest = hashlib.sha256(reading.key.encode()).hexdigest()[:12]
        path = self._folder / f"{reading.kind}-{digest}{_ENDING}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".new")
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(_lines(reading))
            os.replace(name, path)
        except OSError as error:
            message = "{path}: cannot be written ({error}): choose another folder"
            raise SettingsError(message, path=self._folder, error=error.strerror) from error

    def readings(self) -> Iterator[Reading]:
        """Every reading, in the order of the names of their files.

        Raises:
            ParseError: a file is damaged; SettingsError: it cannot be read.
        """
        for path in sorted(self._folder.glob(f"*{_ENDING}")):
            try:
                with path.open(encoding="utf-8") as stream:
                    yield _read(stream.read().removesuffix("\n").split("\n"), path)
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError("{path}: cannot be read ({error})", path=path, error=str(error)) from error


def _lines(reading: Reading) -> Iterator[str]:
    head = {
        "format": _FORMAT,
        "kind": reading.kind,
        "name": reading.name,
        "url": reading.url,
        "read": reading.read.isoformat(),
        "dated": _day(reading.dated),
        "passed": [[p.place, p.reason, p.mark] for p in reading.passed],
    }
    yield json.dumps(head, ensure_ascii=False) + "\n"
    for claim in reading.claims:
        dated = None if claim.origin.dated == reading.dated else _day(claim.origin.dated)
        row = [claim.subject, claim.attribute, claim.value, claim.origin.place, claim.confidence]
        yield json.dumps([*row, dated] if dated else row, ensure_ascii=False) + "\n"


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(lines: list[str], path: Path) -> Reading:
    number = 1
    try:
        head = json.loads(lines[0])
        if head["format"] != _FORMAT:
            raise ParseError("was written by another version: import its source again", path=str(path), line=1)
        dated = datetime.date.fromisoformat(head["dated"]) if head["dated"] else None
        read = datetime.date.fromisoformat(head["read"])
        claims = []
        while number < len(lines):
            number += 1
            claims.append(_claim(json.loads(lines[number - 1]), head, read, dated))
        passed = tuple(Passed(place, PassedReason(reason), mark) for place, reason, mark in head["passed"])
        return Reading(head["kind"], head["name"], head["url"], read, dated, tuple(claims), passed)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ParseError("is damaged: import its source again", path=str(path), line=number) from error


def _claim(row: list[Any], head: dict[str, Any], read: datetime.date, dated: datetime.date | None) -> Claim:
    subject, attribute, value, place, confidence = row[:5]
    own = datetime.date.fromisoformat(row[5]) if len(row) > 5 else dated
    origin = Origin(head["name"], head["url"], place, read, own)
    return Claim(subject, Attribute(attribute), value, origin, Confidence(confidence))
