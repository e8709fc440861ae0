# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links in the texts of a repository that lead to the repository itself: to a file in its tree, or to a page of it."""

import posixpath
import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

_FILE = re.compile(r"(?:/-)?/(?:blob|tree|raw|src/branch|src/commit|src/tag)/[^/]{1,200}/(?P<path>.{1,1000})")


def path_of(target: str, at: str, remotes: Sequence[str]) -> str | None:
    """The path in the tree that a link in the file `at` names; None when it leads elsewhere, or to a place in `at`.

    An address counts when it is that of a file in one of the remotes, whatever the branch. Whether the path exists
    is not looked at.
    """
    target = target.strip()
    page = page_of(target, remotes)
    if page is not None:
        found = _FILE.fullmatch(page)
        return unquote(found["path"]).rstrip("/") if found else None
    bare = re.split(r"[?#]", target, maxsplit=1)[0]
    if not bare or ":" in bare.partition("/")[0] or bare.startswith("//"):
        return None
    folder = "" if bare.startswith("/") else posixpath.dirname(at)
    path = posixpath.normpath(posixpath.join(folder, unquote(bare).lstrip("/")))
    return None if path in (".", "..") or path.startswith("../") else path


def page_of(target: str, remotes: Sequence[str]) -> str | None:
    """What a link has after the address of one of the remotes ("/issues"; "" for its front page); None elsewhere."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    whole = f"https://{parts.netloc.lower().removeprefix('www.')}{parts.path}"
    for remote in remotes:
        start = whole[: len(remote)]
        rest = whole[len(remote) :].removeprefix(".git")
        if start.lower() == remote.lower() and (not rest or rest.startswith("/")):
            return rest.rstrip("/")
    return None
