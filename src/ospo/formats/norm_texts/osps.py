# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The OSPS Baseline as YAML, one file per group of controls; both its schemas, of the release and of after it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ospo.domain.norm import Requirement
from ospo.formats import yaml

_NAME = re.compile(r"(?:^|/)OSPS-[A-Z]{2}\.ya?ml\Z")
_LEVEL = re.compile(r"maturity[ -](?:level )?([1-9])\Z", re.IGNORECASE)


def is_source(path: str) -> bool:
    """A file such as baseline/OSPS-AC.yaml."""
    return _NAME.search(path) is not None


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """Every requirement that is not retired, with the lowest level that asks it and the last one when it is dropped."""
    return tuple(r for path, text in sorted(files.items()) for r in _of_file(path, text))


def _of_file(path: str, text: str) -> Iterator[Requirement]:
    value = yaml.load(text, path).value
    controls = value.get("controls") if isinstance(value, dict) else None
    for control in controls if isinstance(controls, list) else ():
        entries = control.get("assessment-requirements") if isinstance(control, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("id"), str) and isinstance(entry.get("text"), str):
                yield from _requirement(entry)


def _requirement(entry: dict[str, Any]) -> Iterator[Requirement]:
    if entry.get("state") == "Retired" or entry["text"].startswith("Retired in "):
        return
    words = entry.get("applicability")
    found = [_LEVEL.match(w) for w in words if isinstance(w, str)] if isinstance(words, list) else []
    levels = sorted(int(m[1]) for m in found if m)
    last = levels[-1] if levels and levels[-1] < _HIGHEST else None
    yield Requirement(entry["id"], entry["text"].strip(), levels[0] if levels else None, last)


_HIGHEST = 3
