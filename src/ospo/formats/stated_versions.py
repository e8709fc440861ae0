# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The version that manifests in the root and a badge in the README state of the repository itself.

What takes its version from elsewhere (tags, a module, a build) states none, nor does the root of a workspace.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote_plus

from ospo.errors import ParseError
from ospo.formats import versions, yaml
from ospo.formats.versions import Version

MAX_BYTES = 200_000
_LONGEST = 60  # characters of a version
_MOST_BADGES = 20
_NONE = Version("", (0,))
_FILLED_IN = "1.0.0"  # what npm writes when a project starts: nobody chose it


@dataclass(frozen=True, slots=True)
class Stated:
    """A version as written, at a line (from 1).

    `is_package`: what others install carries it, or somebody wrote it down for readers; otherwise (a site, a service,
    the settings of tools) it may be a number that nobody looks at.
    """

    value: str
    line: int
    is_package: bool = True

    @property
    def version(self) -> Version:
        """The number, taken apart."""
        return versions.parse(self.value) or _NONE


def is_manifest(path: str) -> bool:
    """True for a file in the root in which the whole states its version."""
    return path in _READERS


def in_manifest(path: str, content: bytes) -> Stated | None:
    """The version that a manifest states as a number; None for a placeholder, when it comes from elsewhere, and for
    what is no such manifest.
    """
    if len(content) > MAX_BYTES or path not in _READERS:
        return None
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return _number(_READERS[path](text))


def in_readme(text: str) -> Stated | None:
    """The version on the first static badge for it; one that a service fills in states nothing."""
    for badge in islice(_BADGE.finditer(text[:MAX_BYTES]), _MOST_BADGES):
        value = unquote_plus(badge["message"] or badge["value"].replace("--", "-").replace("__", "_"))
        if found := _number(Stated(value, text.count("\n", 0, badge.start()) + 1)):
            return found
    return None


def _number(stated: Stated | None) -> Stated | None:
    if stated is None or len(stated.value) > _LONGEST:
        return None
    value = stated.value.strip()
    found = Stated(value, stated.line, stated.is_package)
    return None if found.version.project or not any(found.version.numbers) else found


_LABEL = r"(?:(?:latest|current|stable)(?:[ _+]|%20)?)?(?:version|versie|release)"
_BADGE = re.compile(
    rf"img\.shields\.io/(?:badge/{_LABEL}-(?P<value>(?:[^-\s/?)\"'<>&]|--){{1,60}})-"
    rf"|static/v1\?label={_LABEL}&(?:amp;)?message=(?P<message>[^\s&)\"'<>]{{1,60}}))",
    re.IGNORECASE,
)


def _npm(text: str) -> Stated | None:
    """package.json; the root of a workspace holds no package, and what is private is never published."""
    document = _json(text)
    value = document.get("version")
    if "workspaces" in document or not isinstance(value, str):
        return None
    is_published = any(key in document for key in ("publishConfig", "files", "exports"))
    is_package = is_published and not document.get("private") and value != _FILLED_IN
    return Stated(value, _line(text, '"version"', value), is_package)


def _composer(text: str) -> Stated | None:
    value = _json(text).get("version")
    return Stated(value, _line(text, '"version"', value)) if isinstance(value, str) else None


def _pyproject(text: str) -> Stated | None:
    """pyproject.toml: [project], or the table of Poetry; a plug-in may work the version out at a build."""
    document = _toml(text)
    project, poetry = _table(document, "project"), _table(document, "tool", "poetry")
    value = project.get("version", poetry.get("version"))
    if not isinstance(value, str) or "version" in _list(project.get("dynamic")) or _table(document, *_UV):
        return None
    if _VERSIONED_BY_PLUGIN.search(text):
        return None
    is_installed = "build-system" in document and poetry.get("package-mode") is not False
    return Stated(value, _line(text, "version", value), is_installed)


_UV = ("tool", "uv", "workspace")
_VERSIONED_BY_PLUGIN = re.compile(r"dynamic[-_]versioning|setuptools[-_]scm|hatch[-_]vcs|versioneer|pdm\.version\]")


def _cargo(text: str) -> Stated | None:
    """Cargo.toml: of one package; in a workspace each member has a version of its own."""
    document = _toml(text)
    value = _table(document, "package").get("version")
    if "workspace" in document or not isinstance(value, str):
        return None
    return Stated(value, _line(text, "version", value), document["package"].get("publish") is not False)


def _in_yaml(text: str) -> Stated | None:
    try:
        document = yaml.load(text)
    except ParseError:
        return None
    value = document.value.get("version") if isinstance(document.value, dict) else None
    # A number that is not in quotes has lost its last zeros: 1.10 is read as 1.1.
    return Stated(value, document.line("version") or 1) if isinstance(value, str) else None


def _pub(text: str) -> Stated | None:
    """pubspec.yaml: an app is not published, and says so."""
    stated = _in_yaml(text)
    return stated and Stated(stated.value, stated.line, not _UNPUBLISHED.search(text))


_UNPUBLISHED = re.compile(r"^publish_to:[ \t]{0,5}[\"']?none\b", re.MULTILINE)


def _codemeta(text: str) -> Stated | None:
    document = _json(text)
    value = document.get("version", document.get("softwareVersion"))
    return Stated(value, _line(text, "ersion", value)) if isinstance(value, str) else None


def _setup_cfg(text: str) -> Stated | None:
    """setup.cfg: only below [metadata]; a version by `attr:` or `file:` is no number."""
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("["):
            section = line.strip()
        elif section == "[metadata]" and (found := _SETTING.fullmatch(line)):
            return Stated(found["value"], number)
    return None


_SETTING = re.compile(r"version[ \t]{0,5}[=:][ \t]{0,5}(?P<value>[\w.+-]{1,60})[ \t]{0,5}")


def _by(pattern: str) -> Callable[[str], Stated | None]:
    compiled = re.compile(pattern, re.MULTILINE)

    def read(text: str) -> Stated | None:
        found = list(islice(compiled.finditer(text), 2))
        if len(found) != 1:
            return None
        return Stated(found[0]["value"], text.count("\n", 0, found[0].start("value")) + 1)

    return read


_READERS: dict[str, Callable[[str], Stated | None]] = {
    "package.json": _npm,
    "pyproject.toml": _pyproject,
    "setup.cfg": _setup_cfg,
    "setup.py": _by(r"^[ \t]{0,12}version[ \t]{0,5}=[ \t]{0,5}[\"'](?P<value>[\w.+-]{1,60})[\"'][ \t]{0,5},"),
    "Cargo.toml": _cargo,
    "composer.json": _composer,
    "galaxy.yml": _in_yaml,
    "pubspec.yaml": _pub,
    "CITATION.cff": _in_yaml,
    "codemeta.json": _codemeta,
    "DESCRIPTION": _by(r"^Version:[ \t]{0,5}(?P<value>[\w.+-]{1,60})[ \t]{0,5}$"),
}


def _json(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _table(document: dict[str, Any], *keys: str) -> dict[str, Any]:
    value: Any = document
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _line(text: str, key: str, value: str) -> int:
    """The first line that holds the key and the value; else the first with the value, else the first of all."""
    lines = text.split("\n")

    def with_words(*words: str) -> Iterator[int]:
        return (number for number, line in enumerate(lines, 1) if all(word in line for word in words))

    return next(with_words(key, value), next(with_words(value), 1))
