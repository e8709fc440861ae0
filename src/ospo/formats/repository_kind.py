# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a repository seems to be for, by its files: a proposal to somebody who knows, and never more than that."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ospo.domain.declaration import RepositoryKind
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import program_code, retirement, tree

_MOST = 200_000  # characters of a manifest that are looked at
_DATA = re.compile(
    r"\.(?:csv|tsv|parquet|geojson|gpkg|shp|dbf|xlsx?|ods|rdf|ttl|nt|jsonld|ndjson|arff|sav|tiff?)$", re.I
)
_TEXT = re.compile(r"\.(?:md|markdown|rst|adoc|asciidoc|tex|txt|html?|pdf|docx?|odt|ipynb)$", re.I)
# What makes a running system of it; a package that also ships one is rather that.
_RUNS = re.compile(
    r"^(?:(?:docker/|deploy/)?(?:Dockerfile|Containerfile)|(?:docker-)?compose[\w.-]*\.ya?ml|manage\.py|Procfile"
    r"|(?:charts?|helm)/.+/Chart\.yaml|Chart\.yaml|artisan|angular\.json|next\.config\.\w+|main\.go|cmd/.+\.go"
    r"|src/main\.rs)$"
)
_LIBRARY_FILES = re.compile(r"^(?:src/lib\.rs|[\w.-]+\.gemspec|NAMESPACE)$")


def propose(repository: Snapshot) -> RepositoryKind | None:
    """The kind that the files suggest; None when they suggest nothing. A one-time publication cannot be told so."""
    try:
        if retirement.evidence(repository) is not None:
            return RepositoryKind.ARCHIVED
        paths = tree.paths(repository.entries())
        if program_code.is_program(paths):
            return _of_program(repository, paths)
    except Unreadable:
        return None
    return _of_documents(paths)


def _of_program(repository: Snapshot, paths: Sequence[str]) -> RepositoryKind:
    root = {path for path in paths if "/" not in path}
    if any(_RUNS.match(path) for path in paths):
        return RepositoryKind.APPLICATION
    if any(_LIBRARY_FILES.match(path) for path in paths):
        return RepositoryKind.LIBRARY
    if any(says(repository.read(name)[:_MOST]) for name, says in _MANIFESTS.items() if name in root):
        return RepositoryKind.LIBRARY
    return RepositoryKind.APPLICATION


def _of_documents(paths: Iterable[str]) -> RepositoryKind | None:
    """Data when most of what is no text is that, documents when there is little else than text."""
    own = [path for path in paths if not path.startswith(".")]
    data = sum(1 for path in own if _DATA.search(path))
    text = sum(1 for path in own if _TEXT.search(path))
    if data > 1 and data >= text:
        return RepositoryKind.DATA
    return RepositoryKind.DOCUMENTATION if text > len(own) // 2 else None


def _npm(content: bytes) -> bool:
    """A package that may be published and has an entrance for other programs."""
    values = _json(content)
    return values.get("private") is not True and any(key in values for key in ("main", "exports", "module", "types"))


def _composer(content: bytes) -> bool:
    return _json(content).get("type") in ("library", "symfony-bundle", "wordpress-plugin", "drupal-module")


def _json(content: bytes) -> Mapping[str, object]:
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _python(content: bytes) -> bool:
    """A project with a name and a way to build it, that installs no command."""
    text = content.decode("utf-8", errors="replace")
    has_name = re.search(r"^\[(?:project|tool\.poetry)\]", text, re.M) is not None
    has_command = re.search(r"^\[(?:project|tool\.poetry)\.(?:gui-)?scripts\]", text, re.M) is not None
    return has_name and "[build-system]" in text and not has_command


def _cargo(content: bytes) -> bool:
    return re.search(r"^\[lib\]", content.decode("utf-8", errors="replace"), re.M) is not None


_MANIFESTS: Mapping[str, Callable[[bytes], bool]] = {
    "package.json": _npm,
    "composer.json": _composer,
    "pyproject.toml": _python,
    "setup.py": lambda _: True,
    "Cargo.toml": _cargo,
}
