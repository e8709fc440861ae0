# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Members and adopters in the OSPO Landscape of the TODO Group (landscape.yml of ospolandscape).

The name of one of its categories has a Cyrillic letter in it, so names are compared by what they look like.
"""

from collections.abc import Iterator
from typing import Any

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import accounts, yaml
from ospo.formats.claim_sheet import Sheet, clean
from ospo.formats.organisation_names import fold

NAME = "ospolandscape"
FILES = ("landscape.yml",)
_KIND = "todo-landscape"
_MEMBERS, _ADOPTERS = "todo group member", "ospo adopter"
_GROUP = "TODO Group"
_ENDINGS = ("(member)", "(adopter)", "(associate)")


def recognises(path: str, text: str) -> bool:
    """By its name and its first key."""
    return path.endswith("landscape.yml") and "landscape:" in text[:2000]


def read(file: SourceFile) -> Reading:
    """One subject an organisation, under its name."""
    document = yaml.load(file.text, file.path)
    if not isinstance(document.value, dict) or not isinstance(document.value.get("landscape"), list):
        raise ParseError("must hold '{key}:' with a list below it", path=file.path, line=1, key="landscape")
    sheet = Sheet(_KIND, NAME, file)
    for category, subcategory, path, item in _items(document.value["landscape"]):
        place = f"L{document.line(*path)}"
        name = _name(clean(item.get("name"))) if isinstance(item, dict) else ""
        if not name:
            sheet.skip(place, PassedReason.UNREADABLE)
            continue
        if fold(category) == _MEMBERS:
            sheet.note(name, Attribute.MEMBER_OF, _GROUP, place)
        elif fold(subcategory) == _ADOPTERS:
            sheet.note(name, Attribute.HAS_OSPO, "yes", place)
        else:
            sheet.skip(place, PassedReason.ELSEWHERE)
            continue
        sheet.note(name, Attribute.NAME, name, place)
        for key in ("homepage_url", "repo_url"):
            if accounts.account(clean(item.get(key))):
                sheet.hosting(name, item[key], place)
            elif key == "homepage_url":
                sheet.website(name, item.get(key), place)
    return sheet.reading()


def _items(categories: list[Any]) -> Iterator[tuple[str, str, yaml.Path, Any]]:
    """Every item with the names of its category and subcategory, and its path in the document."""
    for number, category in enumerate(categories):
        if not isinstance(category, dict):
            continue
        for second, below in enumerate(_list(category.get("subcategories"))):
            if isinstance(below, dict):
                for third, item in enumerate(_list(below.get("items"))):
                    path = ("landscape", number, "subcategories", second, "items", third)
                    yield clean(category.get("name")), clean(below.get("name")), path, item


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(text: str) -> str:
    ending = next((e for e in _ENDINGS if fold(text).endswith(e)), "")
    return text[: len(text) - len(ending)].strip()
