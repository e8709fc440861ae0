# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Symlinks in a git tree: where they point, without leaving the tree."""

import posixpath

_LONGEST = 4096  # bytes; no path is longer


def target(link: str, content: bytes) -> str | None:
    """The path in the tree that a symlink at `link` names, or None when it leads outside or is no path at all."""
    if len(content) > _LONGEST or b"\n" in content or b"\0" in content or content.startswith(b"/"):
        return None
    named = content.decode("utf-8", "surrogateescape")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(link), named))
    return None if path == ".." or path.startswith("../") else path
