# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a project without a lock file is an application that needs one: told from what its manifests say."""

import json
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml


class Role(Enum):
    """What a project is with regard to locking its dependencies."""

    APPLICATION = "application"
    LIBRARY = "library"
    PINNED = "pinned"
    NOTHING = "nothing"


# Ecosystems in which a build repeats without a lock file: versions in manifests are exact (Maven, Gradle, sbt,
# Clojure), or the lowest version that fits is taken (NuGet).
NO_LOCK_NEEDED = frozenset({"Maven", "Gradle", "sbt", "Clojure", "NuGet"})

_PIN = re.compile(
    r"===?\s*[\w!.+-]+(?!\S*\*)|\s@\s+\S+|\.(?:whl|tar\.gz|zip)(?:#|\s|$)|git\+\S+@[0-9a-f]{7,40}", re.IGNORECASE
)
_SIDE_REQUIREMENTS = re.compile(
    r"(?:^|[-_./])(?:dev|develop|development|tests?|testing|ci|docs?|lint|linters?|types?|build|tools?|extra|optional"
    r"|jenkins|style|check|local|sphinx|mkdocs)(?=[-_./]|$)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[\^~*><|]|\bx\b|^\s*$", re.IGNORECASE)

Texts = Mapping[str, str]
Nearby = Collection[str]


def role(ecosystem: str, texts: Texts, nearby: Nearby) -> Role:
    """What the project is.

    Args:
        ecosystem: the id of the ecosystem.
        texts: the manifests of the project by their path.
        nearby: the paths under the folder of the project, relative to it.

    What cannot be told is a library, of which no lock file is asked.
    """
    judge = _JUDGES.get(ecosystem)
    return judge(texts, nearby) if judge else Role.LIBRARY


def is_pinned(text: str) -> bool | None:
    """True when each requirement names an exact version or file; None when there is no requirement at all."""
    seen = False
    for line in text.replace("\\\n", " ").splitlines():
        requirement = re.sub(r"(?:^|\s)#.*", "", line).strip()
        if not requirement or requirement.startswith("-"):
            continue
        seen = True
        if not _PIN.search(requirement.partition(";")[0] + " "):
            return False
    return True if seen else None


def _python(texts: Texts, nearby: Nearby) -> Role:
    by_name = {path.rpartition("/")[2]: text for path, text in texts.items()}
    if "Pipfile" in by_name:
        return Role.APPLICATION
    project = _toml(by_name.get("pyproject.toml", ""))
    packaged = "setup.py" in by_name or "[metadata]" in by_name.get("setup.cfg", "") or _is_package(project)
    requirements = {path: text for path, text in texts.items() if path.endswith(".txt")}
    main = [text for path, text in requirements.items() if not _SIDE_REQUIREMENTS.search(_stem(path))]
    pins = [pin for text in main or requirements.values() if (pin := is_pinned(text)) is not None]
    if packaged and "manage.py" not in nearby:
        return Role.PINNED if main and pins and all(pins) else Role.LIBRARY
    if pins and all(pins):
        return Role.PINNED
    return Role.APPLICATION if pins or _python_dependencies(project) else Role.NOTHING


def _stem(path: str) -> str:
    return "/".join(path.removesuffix(".txt").split("/")[-2:])


def _is_package(project: dict[str, Any]) -> bool:
    tool, about = _table(project, "tool"), _table(project, "project")
    if _table(tool, "uv").get("package") is False or _table(tool, "poetry").get("package-mode") is False:
        return False
    if any("Private" in str(line) for line in about.get("classifiers") or ()):
        return False
    return "build-system" in project and bool(about or "poetry" in tool or "flit" in tool)


def _python_dependencies(project: dict[str, Any]) -> bool:
    poetry = _table(_table(project, "tool"), "poetry")
    named = set(_table(poetry, "dependencies")) - {"python"}
    return bool(_table(project, "project").get("dependencies") or named)


def _npm(texts: Texts, nearby: Nearby) -> Role:
    about = _json(next(iter(texts.values()), ""))
    if not any(about.get(key) for key in ("dependencies", "devDependencies", "optionalDependencies")):
        return Role.NOTHING
    if about.get("private") is True:
        return Role.APPLICATION
    published = ("main", "module", "exports", "types", "typings", "bin", "files", "publishConfig", "peerDependencies")
    return Role.LIBRARY if any(key in about for key in published) else Role.APPLICATION


def _go(texts: Texts, nearby: Nearby) -> Role:
    text = next(iter(texts.values()), "")
    if not re.search(r"^\s*require\b", text, re.MULTILINE) or "vendor/modules.txt" in nearby:
        return Role.NOTHING
    return Role.APPLICATION if any(p == "main.go" or p.startswith("cmd/") for p in nearby) else Role.LIBRARY


def _cargo(texts: Texts, nearby: Nearby) -> Role:
    crate = _toml(next(iter(texts.values()), ""))
    if "package" not in crate or not any("dependencies" in key for key in (*crate, *_table(crate, "target"))):
        return Role.NOTHING
    library = "lib" in crate or "src/lib.rs" in nearby
    return Role.LIBRARY if library else Role.APPLICATION


def _composer(texts: Texts, nearby: Nearby) -> Role:
    about = _json(next(iter(texts.values()), ""))
    wanted = [name for key in ("require", "require-dev") for name in _table(about, key)]
    if not any("/" in name for name in wanted):
        return Role.NOTHING
    started = {"artisan", "bin/console", "symfony.lock", "public/index.php", "wp-config.php"} & set(nearby)
    if about.get("type") == "project" or "name" not in about or ("type" not in about and started):
        return Role.APPLICATION
    return Role.LIBRARY


def _bundler(texts: Texts, nearby: Nearby) -> Role:
    if any(path.endswith(".gemspec") for path in texts):
        return Role.LIBRARY
    gems = any(re.search(r"^\s*gem[\s(]", text, re.MULTILINE) for text in texts.values())
    return Role.APPLICATION if gems else Role.NOTHING


def _helm(texts: Texts, nearby: Nearby) -> Role:
    try:
        chart = yaml.load(next(iter(texts.values()), "")).value
    except ParseError:
        return Role.LIBRARY
    wanted = chart.get("dependencies") if isinstance(chart, dict) else None
    away = [
        d for d in wanted or () if isinstance(d, dict) and not str(d.get("repository", "file://")).startswith("file://")
    ]
    if not away or any(p.startswith("charts/") and p.endswith(".tgz") for p in nearby):
        return Role.NOTHING
    ranges = any(_RANGE.search(str(d.get("version") or "")) for d in away)
    return Role.APPLICATION if ranges and chart.get("type") != "library" else Role.PINNED


def _terraform(texts: Texts, nearby: Nearby) -> Role:
    runs = re.compile(r"^\s*(?:backend\s+\"|cloud\s*\{)", re.MULTILINE)
    return Role.APPLICATION if any(runs.search(text) for text in texts.values()) else Role.LIBRARY


_JUDGES: dict[str, Callable[[Texts, Nearby], Role]] = {
    "npm": _npm,
    "Python": _python,
    "Go": _go,
    "Cargo": _cargo,
    "Composer": _composer,
    "Bundler": _bundler,
    "Helm": _helm,
    "Terraform": _terraform,
}


def _table(holder: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
