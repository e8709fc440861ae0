# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where licence texts are kept: the customary names in the root, and REUSE's LICENSES folder."""

import re
from collections.abc import Iterable

_ROOT = re.compile(
    r"(?:un)?licen[cs]es?(?:[-_.][^/]*)?|copying(?:[-_.][^/]*)?|[^/]+[-_.]licen[cs]e(?:\.(?:md|txt|rst))?", re.I
)
_FOLDER = re.compile(r"LICENSES/[^/]+", re.I)
_CODE = re.compile(r"\.(?:py|js|ts|go|rs|java|php|rb|sh|json|ya?ml|toml|spdx|license|csv|html?|xml|bat|cfg|ini)$", re.I)


def locate(paths: Iterable[str]) -> list[str]:
    """The licence files among the paths: root files first, plain LICENSE before LICENSE.md, then LICENSES/."""
    found = [p for p in paths if (_ROOT.fullmatch(p) or _FOLDER.fullmatch(p)) and not _CODE.search(p)]
    return sorted(found, key=lambda p: ("/" in p, len(p), p))
