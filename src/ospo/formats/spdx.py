# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""SPDX: the licences of the SPDX list with their flags, and expressions such as `MIT OR Apache-2.0`."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from license_expression import ExpressionError, Licensing

_KEY = re.compile(r"(?:DocumentRef-[\w.-]+:)?[\w.-]+\+?")
_OPERATORS = frozenset({"and", "or", "with"})
_LONGEST = 1000  # characters; a longer "expression" is not one that a person wrote

# Licences that the FSF calls free for works other than software. By id, since the list has no flag for it:
# https://www.gnu.org/licenses/license-list.html, "Licenses for Other Works".
_FOR_OTHER_WORKS = re.compile(r"CC-BY(?:-SA)?-\d|GFDL-|ODbL-|OFL-")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence on the SPDX list: approved by the OSI, called free by the FSF, and no longer to be used."""

    id: str
    osi: bool = False
    fsf: bool = False
    deprecated: bool = False

    @property
    def is_open_source(self) -> bool:
        """True when the licence meets the Open Source Definition or the Free Software Definition, for software."""
        return self.osi or (self.fsf and not self.is_for_other_works)

    @property
    def is_for_other_works(self) -> bool:
        """True for a free licence that is meant for texts, images, fonts or data and not for programs."""
        return not self.osi and self.fsf and _FOR_OTHER_WORKS.match(self.id) is not None


@cache
def licences() -> Mapping[str, Licence]:
    """Every licence of the list by its id in lower case (ids do not depend on case)."""
    listed = json.loads((files(__package__) / "data" / "spdx_licences.json").read_text("utf-8"))["licences"]
    return {row["id"].lower(): Licence(**row) for row in listed}


def find(licence_id: str) -> Licence | None:
    """The licence by this id, or None; "GPL-2.0+" is found as GPL-2.0 when the list has no such id itself."""
    key = licence_id.lower()
    return licences().get(key) or licences().get(key.removesuffix("+"))


@lru_cache(maxsize=1024)
def keys(expression: str) -> tuple[str, ...] | None:
    """The ids an SPDX expression names, in order; None when it is not an expression. Ids need not be on the list."""
    text = expression.strip()
    if _KEY.fullmatch(text):
        return None if text.lower() in _OPERATORS else (text,)
    if not text or len(text) > _LONGEST:
        return None
    licensing = Licensing()
    try:
        found = licensing.license_keys(licensing.parse(text, strict=False))
    except (ExpressionError, IndexError):  # IndexError is how the library says "()"
        return None
    return tuple(found) if all(_KEY.fullmatch(key) for key in found) else None
