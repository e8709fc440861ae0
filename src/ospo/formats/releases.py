# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs of releases outside the tags: versions that manifests state, and pipelines that make or follow tags."""

import re
from collections.abc import Iterable

from ospo.formats import versions

# The files in the root that state the version of the whole, and the line that does.
_STATED = {
    "package.json": re.compile(r"^\s{0,8}\"version\"\s*:\s*\"(?P<version>[^\"]+)\"", re.MULTILINE),
    "pyproject.toml": re.compile(r"^version\s*=\s*[\"'](?P<version>[^\"']+)", re.MULTILINE),
    "setup.cfg": re.compile(r"^version\s*=\s*(?P<version>[\w.+-]+)\s*$", re.MULTILINE),
    "setup.py": re.compile(r"^\s*version\s*=\s*[\"'](?P<version>[^\"']+)", re.MULTILINE),
    "Cargo.toml": re.compile(r"^version\s*=\s*\"(?P<version>[^\"]+)", re.MULTILINE),
    "DESCRIPTION": re.compile(r"^Version:\s*(?P<version>\S+)", re.MULTILINE),
    "publiccode.yml": re.compile(r"^softwareVersion\s*:\s*[\"']?(?P<version>[\w.+-]+)", re.MULTILINE),
    "publiccode.yaml": re.compile(r"^softwareVersion\s*:\s*[\"']?(?P<version>[\w.+-]+)", re.MULTILINE),
    "CITATION.cff": re.compile(r"^version\s*:\s*[\"']?(?P<version>[\w.+-]+)", re.MULTILINE),
}
# What tools fill in when a project starts: no release follows from these.
_FIRST = frozenset({(0,), (0, 0, 1), (0, 1), (1,)})
# A package of npm that is made to be published; the version of a site or service says little.
_PUBLISHED = re.compile(r"\"(?:publishConfig|files|exports)\"\s*:")
_BY_TAG = re.compile(
    r"refs/tags/|github\.ref_type|CI_COMMIT_TAG|git\s+tag\b|git\s+push\s.*--(?:follow-)?tags|gh\s+release\s+(?:create|upload)"
    r"|action-gh-release|semantic-release|goreleaser-action|release-please-action|create-release@|ncipollo/release-action"
    r"|^\s*types?\s*:\s*\[?\s*(?:published|released)|^\s*(?:-\s+)?tags\s*:\s*\[|^\s*-\s+['\"]?v?(?:\*|\[0-9\]|\d)[\w.*+\[\]-]*['\"]?\s*$"
    r"|setuptools[_-]scm|hatch-vcs|dynamic-versioning|versioneer",
    re.MULTILINE,
)


def sources(paths: Iterable[str]) -> list[str]:
    """The files in the root that may state the version of the whole."""
    return [path for path in paths if path in _STATED]


def stated(path: str, text: str) -> tuple[int, str] | None:
    """The line and the version a file of `sources` states, when it is beyond the one every project starts with."""
    if path == "package.json" and not _PUBLISHED.search(text):
        return None
    found = _STATED[path].search(text)
    version = versions.parse(found["version"]) if found else None
    if not found or version is None or version.is_prerelease or version.key[0] in _FIRST:
        return None
    return text.count("\n", 0, found.start("version")) + 1, found["version"].lstrip("vV")


def written(path: str, text: str) -> tuple[int, str] | None:
    """The line and the version a file of `sources` states, whatever that is worth."""
    found = _STATED[path].search(text)
    if not found or versions.parse(found["version"]) is None:
        return None
    return text.count("\n", 0, found.start("version")) + 1, found["version"].lstrip("vV")


def by_tag_line(text: str) -> int | None:
    """The line by which a pipeline or manifest makes tags, starts on them, or takes its version from them."""
    found = _BY_TAG.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
