# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a package leaves out: the lists by which Cargo and Python packages decide whether a licence text goes along.

npm always takes licence files along, and Python tools take them by their customary names unless a list says
otherwise; so only a list that leaves them out tells anything.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ospo.domain.snapshot import Snapshot
from ospo.formats import path_patterns, tree

_MAX_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A package without a licence text: its manifest, and the line (from 1) of the list that makes it so."""

    path: str
    line: int


def find(repository: Snapshot, texts: Sequence[str]) -> LeftOut | None:
    """The first manifest in the root by which none of these licence texts goes into the package.

    Raises:
        Unreadable: a manifest cannot be had.
    """
    files = tree.paths(repository.entries()).each
    for path, leaves_out in (("Cargo.toml", _cargo), ("pyproject.toml", _python)):
        if path in files:
            text = repository.read(path)[:_MAX_BYTES].decode("utf-8", errors="replace").replace("\r\n", "\n")
            key = leaves_out(_toml(text), texts)
            if key is not None:
                return LeftOut(path, _line(text, key))
    return None


def _cargo(document: dict[str, Any], texts: Sequence[str]) -> str | None:
    """The key of a list in a Cargo.toml that leaves the texts out; a `license-file` always goes along."""
    package = document.get("package")
    if not isinstance(package, dict) or package.get("publish") in (False, []) or package.get("license-file"):
        return None
    include, exclude = (_texts(package.get(key)) for key in ("include", "exclude"))
    if include is not None:
        return None if any(_listed(include, text) for text in texts) else "include"
    if exclude and all(_listed(exclude, text) for text in texts):
        return "exclude"
    return None


def _python(document: dict[str, Any], texts: Sequence[str]) -> str | None:
    """The same in a pyproject.toml: `license-files` of PEP 639, and before that of setuptools."""
    project = document.get("project")
    if not isinstance(project, dict):
        return None
    listed = project.get("license-files")
    if isinstance(listed, dict):  # the form of the draft of PEP 639
        listed = [*(_texts(listed.get("paths")) or []), *(_texts(listed.get("globs")) or [])]
    own = _texts(listed if listed is not None else _at(document, "tool", "setuptools", "license-files"))
    if own is None or any(_listed(own, text) for text in texts) or _names_file(project):
        return None
    return "license-files"


def _names_file(project: dict[str, Any]) -> bool:
    licence = project.get("license")
    return isinstance(licence, dict) and isinstance(licence.get("file"), str)


def _listed(patterns: Sequence[str], path: str) -> bool:
    """True when a list names the path or a folder that holds it; the last pattern that does decides."""
    answer = False
    for pattern in patterns:
        if path_patterns.covers(pattern.removeprefix("!"), path):
            answer = not pattern.startswith("!")
    return answer


def _texts(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else None


def _at(document: dict[str, Any], *keys: str) -> Any:
    value: Any = document
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def _line(text: str, key: str) -> int:
    match = re.search(rf"^\s*{key}\s*=", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 1
