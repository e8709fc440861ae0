# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licence that the manifest of a package declares, in each ecosystem, and whether it must be an SPDX expression."""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from ospo.errors import ParseError
from ospo.formats import tree, yaml
from ospo.formats.expression import Expression
from ospo.formats.tree import Paths

MAX_BYTES = 200_000
_LONGEST = 300  # characters of a value
_MOST = 20  # values of one kind in one manifest


@dataclass(frozen=True, slots=True)
class Stated:
    """A licence as a manifest states it, at a line (from 1).

    `is_expression`: the format asks for an SPDX expression there, so that anything else is a mistake.
    `refuses`: the value says that no rights are given at all.
    """

    value: str
    line: int
    is_expression: bool = False
    refuses: bool = False


def is_manifest(name: str) -> bool:
    """True for the name of a file in which a package states its licence."""
    return _reader(name) is not None


@tree.once
def manifests(paths: Paths) -> list[str]:
    """The paths of all files in which a package states its licence."""
    return [path for path in paths.perhaps(_ANY) if is_manifest(path.rpartition("/")[2])]


def read(path: str, content: bytes) -> list[Stated]:
    """The licences that a manifest states; none when it cannot be read, or leaves the matter to a file."""
    read_one = _reader(path.rpartition("/")[2])
    if read_one is None or len(content) > MAX_BYTES:
        return []
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return [stated for stated in read_one(text) if stated.value and len(stated.value) <= _LONGEST]


@lru_cache(maxsize=4096)
def _reader(name: str) -> Callable[[str], Iterable[Stated]] | None:
    return next((read_one for pattern, read_one in _READERS if pattern.fullmatch(name)), None)


def _npm(text: str) -> Iterator[Stated]:
    """package.json: an expression, "SEE LICENSE IN file", or "UNLICENSED"; an object is the old way."""
    value = _json(text).get("license")
    if isinstance(value, dict):
        yield from _stated(text, value.get("type"), '"type"')
    elif isinstance(value, str) and not value.upper().startswith("SEE LICEN"):
        refuses = value.strip() == "UNLICENSED"
        yield Stated(value.strip(), _line(text, '"license"', value), not refuses, refuses)


def _composer(text: str) -> Iterator[Stated]:
    """composer.json: an expression, a list of which one may be chosen, or "proprietary"."""
    value = _json(text).get("license")
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            refuses = item.strip().lower() == "proprietary"
            yield Stated(item.strip(), _line(text, '"license"', item), not refuses, refuses)


def _codemeta(text: str) -> Iterator[Stated]:
    """codemeta.json: the address of a licence at SPDX, or its id."""
    value = _json(text).get("license")
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            name = item.strip().rstrip("/").rpartition("/")[2].removesuffix(".html")
            yield Stated(name, _line(text, '"license"', item))


def _pyproject(text: str) -> Iterator[Stated]:
    """pyproject.toml: an expression since PEP 639; before that a table with a text, and Poetry has a key of its own."""
    document = _toml(text)
    project, poetry = document.get("project"), _at(document, "tool", "poetry")
    licence = project.get("license") if isinstance(project, dict) else None
    if isinstance(licence, str):
        yield Stated(licence.strip(), _line(text, "license", licence), is_expression=True)
    elif isinstance(licence, dict):
        yield from _stated(text, licence.get("text"), "text")
    if isinstance(poetry, dict):
        yield from _stated(text, poetry.get("license"), "license")
    for holder in (project, poetry):
        yield from _classifiers(text, holder.get("classifiers") if isinstance(holder, dict) else None)


def _classifiers(text: str, listed: Any) -> Iterator[Stated]:
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, str) and item.startswith("License :: "):
            name = item.rpartition(" :: ")[2]
            yield Stated(name, _line(text, "License ::", item), refuses="Proprietary" in name)


def _cargo(text: str) -> Iterator[Stated]:
    """Cargo.toml: an expression; the slash is the old way to write OR."""
    document = _toml(text)
    for holder in (document.get("package"), _at(document, "workspace", "package")):
        value = holder.get("license") if isinstance(holder, dict) else None
        if isinstance(value, str):
            yield Stated(value.strip().replace("/", " OR "), _line(text, "license", value), is_expression=True)


def _cff(text: str) -> Iterator[Stated]:
    """CITATION.cff: an id, or a list of ids of which one may be chosen."""
    try:
        document = yaml.load(text)
    except ParseError:
        return
    value = document.value.get("license") if isinstance(document.value, dict) else None
    line = document.line("license") or 1
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield Stated(item.strip(), line, is_expression=True)


_SETUP_PY = re.compile(r"\blicense\s*=\s*(?P<quote>[\"'])(?P<value>[^\"'\n]{1,200})(?P=quote)")
_SETUP_CFG = re.compile(r"^license\s*=[ \t]*(?P<value>[^\n#;]{1,200})", re.MULTILINE)
_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(?P<value>[^\"'\n:]{1,120})")
_POM = "<licenses>", "</licenses>"
_POM_NAME = re.compile(r"<name>\s*(?P<value>[^<]{1,200}?)\s*</name>")
_NUGET = re.compile(r"<PackageLicenseExpression>\s*(?P<value>[^<$]{1,200}?)\s*</PackageLicenseExpression>")
_NUSPEC = re.compile(r"<license\s+type=[\"']expression[\"']\s*>\s*(?P<value>[^<$]{1,200}?)\s*</license>")
_GEMSPEC = re.compile(r"\.licenses?\s*=\s*\[?\s*(?P<quote>[\"'])(?P<value>[^\"'\n]{1,200})(?P=quote)")
_MIX = re.compile(r"\blicenses:\s*\[\s*\"(?P<value>[^\"\n]{1,200})\"")
_R = re.compile(r"^License:[ \t]*(?P<value>[^\n]{1,200})", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*#")


def _setup_py(text: str) -> Iterator[Stated]:
    for pattern in (_SETUP_PY, _CLASSIFIER):
        yield from _matches(text, pattern)


def _setup_cfg(text: str) -> Iterator[Stated]:
    for pattern in (_SETUP_CFG, _CLASSIFIER):
        yield from (s for s in _matches(text, pattern) if not s.value.startswith(("file:", "attr:")))


def _pom(text: str) -> Iterator[Stated]:
    start = text.find(_POM[0])
    end = text.find(_POM[1], start)
    for name in islice(_POM_NAME.finditer(text, start, end), _MOST) if 0 <= start < end else ():
        yield Stated(name["value"], text.count("\n", 0, name.start("value")) + 1)


def _r(text: str) -> Iterator[Stated]:
    """DESCRIPTION of an R package: names of its own, such as "GPL (>= 3)" and "MIT + file LICENSE"."""
    for stated in _matches(text, _R):
        for part in stated.value.split("|"):
            name = part.partition("+ file")[0].partition("(")[0].strip()
            if not name.lower().startswith("file"):
                yield Stated(name, stated.line)


def _matching(pattern: re.Pattern[str], *, is_expression: bool = False) -> Callable[[str], Iterator[Stated]]:
    return lambda text: _matches(text, pattern, is_expression=is_expression)


def _matches(text: str, pattern: re.Pattern[str], *, is_expression: bool = False) -> Iterator[Stated]:
    for match in islice(pattern.finditer(text), _MOST):
        start = text.rfind("\n", 0, match.start()) + 1
        if _COMMENT.match(text, start):
            continue
        value = match["value"].strip()
        refuses = value.startswith("Proprietary") or value == "Other/Proprietary License"
        yield Stated(value, text.count("\n", 0, match.start("value")) + 1, is_expression, refuses)


_READERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterable[Stated]]], ...] = (
    (re.compile(r"package\.json"), _npm),
    (re.compile(r"composer\.json"), _composer),
    (re.compile(r"codemeta\.json"), _codemeta),
    (re.compile(r"pyproject\.toml"), _pyproject),
    (re.compile(r"Cargo\.toml"), _cargo),
    (re.compile(r"CITATION\.cff"), _cff),
    (re.compile(r"setup\.py"), _setup_py),
    (re.compile(r"setup\.cfg"), _setup_cfg),
    (re.compile(r"pom\.xml"), _pom),
    (re.compile(r"[\w.-]+\.(?:cs|fs|vb)proj|Directory\.Build\.props"), _matching(_NUGET, is_expression=True)),
    (re.compile(r"[\w.-]+\.nuspec"), _matching(_NUSPEC, is_expression=True)),
    (re.compile(r"[\w.-]+\.gemspec"), _matching(_GEMSPEC)),
    (re.compile(r"mix\.exs"), _matching(_MIX)),
    (re.compile(r"DESCRIPTION"), _r),
)
_ANY = Expression("|".join(f"(?:{pattern.pattern})" for pattern, _ in _READERS))


def _stated(text: str, value: Any, key: str) -> Iterator[Stated]:
    """A value in which people write what they like; a whole licence text is no name of one."""
    if isinstance(value, str) and "\n" not in value.strip():
        yield Stated(value.strip(), _line(text, key, value), refuses=value.strip().lower() == "proprietary")


def _json(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


@lru_cache(maxsize=8)  # several checks read the same manifests of one repository
def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def _at(document: dict[str, Any], *keys: str) -> Any:
    value: Any = document
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _line(text: str, key: str, value: str) -> int:
    """The line on which the key and the value stand; else the first with the value, else the first of all."""
    lines = text.split("\n")
    words = value.strip()
    both = (number for number, line in enumerate(lines, 1) if key in line and words in line)
    only = (number for number, line in enumerate(lines, 1) if words in line)
    return next(both, next(only, 1))
