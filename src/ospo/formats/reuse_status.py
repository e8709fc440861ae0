# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a README shows the status of REUSE: a live badge of a service or a pipeline, or a picture that never changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from ospo.formats import address

_LONGEST = 2000  # characters of a line
_SERVICE = re.compile(
    r"https?://(?:api\.reuse\.software/badge/|img\.shields\.io/reuse/compliance/)(?P<of>[\w.~%+/-]{3,200})", re.I
)
# The badge of a workflow that is called after REUSE, at GitHub, Forgejo or Gitea, or by way of shields.io.
_NAMED = (
    r"[^\s/()<>\"']{0,80}(?<![a-z])reuse(?:(?:[-_ ]|%20){0,3}(?:lint|complian\w{0,5}|check|spec\w{0,10}|status)){0,3}"
)
_PIPELINE = re.compile(
    rf"/workflows/{_NAMED}(?:\.ya?ml)?/badge\.svg"
    rf"|img\.shields\.io/github/actions/workflow/status/[\w.-]{{1,100}}/[\w.-]{{1,100}}/{_NAMED}\.ya?ml",
    re.I,
)
_PICTURE = re.compile(
    r"https?://img\.shields\.io/(?:badge|static)/[^\s()<>\"']{0,80}\breuse\b[^\s()<>\"']{0,80}"
    r"|(?<=[(\"'])[^\s()<>\"']{0,120}\breuse[-_]?(?:compliant|status|badge)\b[^\s()<>\"']{0,20}\.(?:svg|png)",
    re.I,
)


class Shown(Enum):
    """What a badge shows."""

    OWN = "the status of this repository, as it is now"
    PIPELINE = "whether the last run of the pipeline passed"
    OTHER = "the status of another repository"
    PICTURE = "always the same"


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge on REUSE, and its line (from 1)."""

    shown: Shown
    line: int


def badge(text: str, remotes: Sequence[str]) -> Badge | None:
    """The badge that shows most: of this repository before a pipeline, before another one, before a picture."""
    found = [badge for number, line in enumerate(text.split("\n"), 1) for badge in _in_line(line, number, remotes)]
    order = list(Shown)
    return min(found, key=lambda badge: (order.index(badge.shown), badge.line), default=None)


def _in_line(line: str, number: int, remotes: Sequence[str]) -> list[Badge]:
    line = line[:_LONGEST]
    if "reuse" not in line.lower():
        return []
    found = []
    for match in _SERVICE.finditer(line):
        found.append(Badge(Shown.OWN if _is_own(match["of"].rstrip("./"), remotes) else Shown.OTHER, number))
    if _PIPELINE.search(line):
        found.append(Badge(Shown.PIPELINE, number))
    if _PICTURE.search(line):
        found.append(Badge(Shown.PICTURE, number))
    return found


def _is_own(of: str, remotes: Sequence[str]) -> bool:
    """True when nothing says otherwise: a mirror has the same owner and name at another host."""
    named = address.normalise(f"https://{unquote(of)}")
    return not remotes or (named is not None and any(_path(named) == _path(remote) for remote in remotes))


def _path(remote: str) -> str:
    return remote.lower().removeprefix("https://").partition("/")[2]
