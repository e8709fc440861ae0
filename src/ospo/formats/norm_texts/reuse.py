# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The REUSE specification as Markdown: a requirement is a section that holds at least one MUST."""

import re
from collections.abc import Mapping

from ospo.domain.norm import Requirement

_NAME = re.compile(r"(?:^|/)en/spec-[0-9.]{1,9}\.md\Z")
_HEADING = re.compile(r"^(?=## )", re.MULTILINE)


def is_source(path: str) -> bool:
    """A file such as site/content/en/spec-3.3.md."""
    return _NAME.search(path) is not None


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """The sections of the newest specification among the files."""
    if not files:
        return ()
    newest = max(files, key=lambda path: [int(n) for n in re.findall(r"[0-9]{1,6}", path.rpartition("/")[2])])
    sections = [s for s in _HEADING.split(files[newest]) if s.startswith("## ") and "MUST" in s]
    return tuple(Requirement(f"reuse:{_slug(s.splitlines()[0])}", s.strip()) for s in sections)


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
