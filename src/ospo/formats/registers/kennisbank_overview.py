# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview of organisations in the former knowledge base of OSPO-NL (nederlands-overzicht.md)."""

from ospo.domain.claim import Attribute, BodyKind, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import accounts, nested_list, organisation_names
from ospo.formats.claim_sheet import Sheet

NAME = "ospo-nl-kennisbank"
FILES = ("nederlands-overzicht.md",)
_KIND = "kennisbank-overview"
_COMPANIES = "Private sector"
_MAIL = ":material-mail:"


def recognises(path: str, text: str) -> bool:
    """By its name."""
    return path.endswith("nederlands-overzicht.md") and ":material-" in text


def read(file: SourceFile) -> Reading:
    """One subject an item. The icon in front of an address is often that of another forge: only the address counts.

    Mail addresses are left out.
    """
    sheet = Sheet(_KIND, NAME, file)
    count = 0
    for item in nested_list.items(file.text):
        _item(sheet, item)
        count += 1
    if not count:
        raise ParseError("has no list of organisations", path=file.path)
    return sheet.reading()


def _item(sheet: Sheet, item: nested_list.Item) -> None:
    path, place = _path(item), f"L{item.line}"
    subject = " / ".join(path)
    sheet.note(subject, Attribute.NAME, path[-1], place)
    if len(path) > 1:
        sheet.note(subject, Attribute.PARENT, " / ".join(path[:-1]), place)
    elif _COMPANIES in item.headings:
        sheet.note(subject, Attribute.KIND, BodyKind.COMPANY, place)
    for link in item.links:
        if link.label == _MAIL or link.url.startswith("mailto:"):
            continue
        if accounts.account(link.url):
            sheet.hosting(subject, link.url, f"L{link.line}")
        else:
            sheet.website(subject, link.url, f"L{link.line}")


def _path(item: nested_list.Item) -> tuple[str, ...]:
    """Its name behind those above it; an item that repeats the abbreviation of the one above it is the same body."""
    if item.above and organisation_names.fold(item.name) in organisation_names.read(item.above[-1]).short:
        return item.above
    return (*item.above, item.name)
