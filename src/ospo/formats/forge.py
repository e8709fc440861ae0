# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How forges write the address of a commit, and of a line in a file at a commit."""

from urllib.parse import quote, urlsplit

# Host to the words between repository and commit: for a commit, and for a file. Others follow GitLab's way.
_WAYS = {
    "github.com": ("/commit/", "/blob/"),
    "codeberg.org": ("/commit/", "/src/commit/"),
    "bitbucket.org": ("/commits/", "/src/"),
}
_GITLAB = ("/-/commit/", "/-/blob/")


def commit_url(repository: str, commit: str) -> str:
    """The page of a commit."""
    return f"{repository}{_way(repository)[0]}{commit}"


def file_url(repository: str, commit: str, path: str, line: int | None = None) -> str:
    """The page of a file at a commit, at a line when there is one."""
    name = quote(path.encode("utf-8", "surrogateescape"))
    mark = "" if line is None else f"#L{line}"
    return f"{repository}{_way(repository)[1]}{commit}/{name}{mark}"


def _way(repository: str) -> tuple[str, str]:
    return _WAYS.get(urlsplit(repository).hostname or "", _GITLAB)
