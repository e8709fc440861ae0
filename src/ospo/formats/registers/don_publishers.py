# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The publishers of the OSS register of developer.overheid.nl (publishers.json of don-oss-register)."""

import json
from typing import Any

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats.claim_sheet import Sheet, clean

NAME = "don-oss-register"
FILES = ("publishers.json",)
_KIND = "don-publishers"


def recognises(path: str, text: str) -> bool:
    """By its name and its key."""
    return path.endswith("publishers.json") and '"codeHosting"' in text


def read(file: SourceFile) -> Reading:
    """One subject a publisher, under its TOOI address, or else its number in the register of organisations."""
    try:
        document = json.loads(file.text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise ParseError("is no JSON: {error}", path=file.path, line=line, error=str(error)) from error
    entries = document.get("data") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise ParseError("must hold '{key}:' with a list below it", path=file.path, line=1, key="data")
    sheet = Sheet(_KIND, NAME, file)
    for number, entry in enumerate(entries):
        _publisher(sheet, entry, f"data[{number}]")
    return sheet.reading()


def _publisher(sheet: Sheet, entry: Any, place: str) -> None:
    if not isinstance(entry, dict) or not clean(entry.get("description")):
        sheet.skip(place, PassedReason.UNREADABLE)
        return
    tooi, roo = clean(entry.get("tooiUrl")), clean(entry.get("rooId"))
    subject = tooi or (f"roo:{roo}" if roo else clean(entry["description"]))
    sheet.note_all(
        subject,
        {
            Attribute.NAME: entry["description"],
            Attribute.TOOI: tooi,
            Attribute.ROO: roo,
            Attribute.COUNTRY: "NL",
        },
        place,
    )
    hosting = entry.get("codeHosting")
    for number, code in enumerate(hosting if isinstance(hosting, list) else []):
        where = f"{place}.codeHosting[{number}]"
        url = clean(code.get("url")) if isinstance(code, dict) else ""
        if entry.get("active") is False:
            sheet.skip(where, PassedReason.ENDED, url)
        else:
            sheet.hosting(subject, url, where)
