# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of accounts of the Dutch public sector in the README of J535D165/PublicSectorNL."""

from ospo.domain.claim import Attribute, BodyKind, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import accounts, nested_list
from ospo.formats.claim_sheet import Sheet

NAME = "PublicSectorNL"
FILES = ("readme.md",)
_KIND = "public-sector-nl"
_TITLE = "# Open source & Dutch public sector"
_LIST = "Organisations"
_KINDS = {"Universities": BodyKind.UNIVERSITY, "University of Applied Sciences": BodyKind.UNIVERSITY}


def recognises(path: str, text: str) -> bool:
    """By its title."""
    return path.lower().endswith(".md") and text.lstrip("\ufeff").startswith(_TITLE)


def read(file: SourceFile) -> Reading:
    """One subject an item, under its name behind those of the items it stands under.

    Links outside the list itself are of the people who keep it, and of what inspired them: those are passed over.
    """
    sheet = Sheet(_KIND, NAME, file)
    inside: set[int] = set()
    for item in nested_list.items(file.text):
        if _LIST not in item.headings:
            continue
        inside |= {link.line for link in item.links}
        _item(sheet, item)
    if not inside:
        raise ParseError("has no list below a heading '{heading}'", path=file.path, heading=_LIST)
    for link in nested_list.links(file.text):
        if link.line not in inside and accounts.account(link.url):
            sheet.skip(f"L{link.line}", PassedReason.ELSEWHERE, link.url)
    return sheet.reading()


def _item(sheet: Sheet, item: nested_list.Item) -> None:
    subject, place = " / ".join((*item.above, item.name)), f"L{item.line}"
    sheet.note(subject, Attribute.NAME, item.name, place)
    sheet.note(subject, Attribute.COUNTRY, "NL", place)
    if item.above:
        sheet.note(subject, Attribute.PARENT, " / ".join(item.above), place)
    else:
        sheet.note(subject, Attribute.KIND, _KINDS.get(item.headings[-1], ""), place)
    for link in item.links:
        sheet.hosting(subject, link.url, f"L{link.line}")
