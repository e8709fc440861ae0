# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The OpenSSF Best Practices criteria: their structure in criteria.yml, their English text in the locale beside it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ospo.domain.norm import Requirement
from ospo.formats import yaml

_CRITERIA = "criteria/criteria.yml"
_TEXTS = "config/locales/en.yml"
_PASSING = "0"


def is_source(path: str) -> bool:
    """The two files; the translations are not needed."""
    return path in (_CRITERIA, _TEXTS)


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """The criteria of the passing level that are in force; without the file of texts there is nothing to hash."""
    if not all(name in files for name in (_CRITERIA, _TEXTS)):
        return ()
    texts = _at(yaml.load(files[_TEXTS], _TEXTS).value, "en", "criteria", _PASSING)
    if not isinstance(texts, dict):
        return ()
    found = []
    for name, entry in _criteria(_at(yaml.load(files[_CRITERIA], _CRITERIA).value, _PASSING)):
        words = _at(texts, name, "description")
        if isinstance(words, str) and not entry.get("obsolete") and not entry.get("future"):
            found.append(Requirement(f"bpb:{name}", words.strip(), str(entry["category"]).lower()))
    return tuple(found)


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = _pairs(value).get(key)
    return value


def _pairs(value: Any) -> dict[str, Any]:
    """A mapping; an ordered one (`!!omap`) is a list of mappings of one key."""
    if isinstance(value, dict):
        return {str(k): v for k, v in value.items()}
    found: dict[str, Any] = {}
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict):
            found.update({str(k): v for k, v in item.items()})
    return found


def _criteria(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, entry in _pairs(value).items():
        pairs = _pairs(entry)
        if "category" in pairs:
            yield name, pairs
        else:
            yield from _criteria(entry)
