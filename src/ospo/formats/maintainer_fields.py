# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields in which package formats say who maintains a project. Only the line is kept, never a name."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.outline import without_comments

_MAX_MANIFEST = 50_000  # characters; reading TOML that is made to be slow takes the square of its length

_R_MAINTAINER = re.compile(r"^Maintainer:\s*\S|[\"']cre[\"']", re.M)
_SETUP_CALL = re.compile(
    r"^[ \t]*(?:[^#\n]{0,200}[(,][ \t]*)?maintainer(?:_email)?[ \t]*=[ \t]*(?!None\b|''|\"\")[^\s=]", re.M
)
_SETUP_FIELD = re.compile(r"^maintainer(?:[-_]email)?[ \t]*[=:][ \t]*\S", re.M)
_MAVEN = re.compile(r"<developer>(?:(?!</developer>).){0,600}?<(?:name|id|email|organization)>\s*[^<\s]", re.S)
_ROLE = re.compile(r"maintain|beheer|onderhoud", re.I)


def may_name(path: str) -> bool:
    """True for the path of a file with such a field."""
    return path in _FIELDS


def line(path: str, text: str) -> int | None:
    """The line of the field in the file at this path that names who maintains the project; None when it does not."""
    return _FIELDS[path](text)


def _publiccode(text: str) -> int | None:
    """The contacts or contractors of publiccode.yml."""
    document = _yaml(text)
    maintenance = document.value.get("maintenance") if document and isinstance(document.value, dict) else None
    if document and isinstance(maintenance, dict):
        for key in ("contacts", "contractors"):
            if _names_somebody(maintenance.get(key)):
                return document.line("maintenance", key)
    return None


def _chart(text: str) -> int | None:
    """The maintainers of a Helm chart."""
    document = _yaml(text)
    if document and isinstance(document.value, dict) and _names_somebody(document.value.get("maintainers")):
        return document.line("maintainers")
    return None


def _yaml(text: str) -> yaml.Document | None:
    try:
        return yaml.load(text)
    except ParseError:
        return None


def _pyproject(text: str) -> int | None:
    """The maintainers of the project, or those that Poetry reads."""
    manifest = _toml(text)
    named = (_at(manifest, *keys, "maintainers") for keys in (("project",), ("tool", "poetry")))
    return _line_of(text, "maintainers") if any(map(_names_somebody, named)) else None


def _cargo(text: str) -> int | None:
    """The maintainer that Cargo.toml gives to a tool that packs it for a distribution."""
    metadata = _at(_toml(text), "package", "metadata")
    tools = metadata.values() if isinstance(metadata, dict) else ()
    named = any(str(_at(tool, "maintainer") or "").strip() for tool in tools)
    return _line_of(text, "maintainer") if named else None


def _toml(text: str) -> Any:
    if len(text) > _MAX_MANIFEST:
        return None
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _composer(text: str) -> int | None:
    """The author in composer.json whose role is to maintain."""
    authors = _at(_json(text), "authors")
    roles = [str(_at(author, "role") or "") for author in authors] if isinstance(authors, list) else []
    return _line_of(text, "role", _ROLE) if any(map(_ROLE.search, roles)) else None


def _npm(text: str) -> int | None:
    """The maintainers in package.json."""
    return _line_of(text, "maintainers") if _names_somebody(_at(_json(text), "maintainers")) else None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _package(text: str) -> int | None:
    """The maintainer (the role "cre") in the DESCRIPTION of an R package."""
    return _first(_R_MAINTAINER, text) if re.search(r"^Package:", text, re.M) else None


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _names_somebody(people: Any) -> bool:
    return isinstance(people, list) and any(map(_is_named, people))


def _is_named(person: Any) -> bool:
    if isinstance(person, dict):
        person = person.get("name") or person.get("email") or ""
    return isinstance(person, str) and bool(person.strip())


def _line_of(text: str, key: str, value: re.Pattern[str] | None = None) -> int:
    """The first line that begins with a key, and holds the value when one is asked; 1 when it is written otherwise."""
    lines: Iterator[tuple[int, str]] = enumerate(text.split("\n"), start=1)
    begins = re.compile(rf"\s*[{{\s]*[\"']?{key}\b")
    return next((n for n, each in lines if begins.match(each) and (value is None or value.search(each))), 1)


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return text.count("\n", 0, match.end() - 1) + 1 if match else None


_FIELDS: Mapping[str, Callable[[str], int | None]] = {
    "publiccode.yml": _publiccode,
    "publiccode.yaml": _publiccode,
    "pyproject.toml": _pyproject,
    "setup.py": lambda text: _first(_SETUP_CALL, text),
    "setup.cfg": lambda text: _first(_SETUP_FIELD, text),
    "Cargo.toml": _cargo,
    "composer.json": _composer,
    "package.json": _npm,
    "Chart.yaml": _chart,
    "chart/Chart.yaml": _chart,
    "helm/Chart.yaml": _chart,
    "pom.xml": lambda text: _first(_MAVEN, without_comments(text)),
    "DESCRIPTION": _package,
}
