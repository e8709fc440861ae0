# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of accounts that was put together from other lists (url, organisation, identifiers, sources).

What it takes from lists that have an importer of their own is passed over: it would make one source look like two.
"""

import csv
import io

from ospo.domain.claim import Attribute, Confidence, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import organisation_names
from ospo.formats.claim_sheet import Sheet

NAME = "nl-forge-accounts"
FILES: tuple[str, ...] = ()
_KIND = "forge-accounts-union"
_NEEDED = {"url", "organisation", "sources"}
_READ_THEMSELVES = {"PublicSectorNL", "don-oss-register", "government.github.com", "ospo-nl-kennisbank"}
_IDS = {"tooi": Attribute.TOOI, "oin": Attribute.OIN, "roo_id": Attribute.ROO}


def recognises(path: str, text: str) -> bool:
    """By the columns."""
    return path.endswith(".csv") and set(text.partition("\n")[0].strip().split(",")) >= _NEEDED


def read(file: SourceFile) -> Reading:
    """One subject a row that has a source of which the files are not at hand."""
    rows = csv.DictReader(io.StringIO(file.text, newline=""))
    if not set(rows.fieldnames or ()).issuperset(_NEEDED):
        raise ParseError("misses a column: it needs {names}", path=file.path, line=1, names=", ".join(sorted(_NEEDED)))
    sheet = Sheet(_KIND, NAME, file, Confidence.DERIVED)
    try:
        for row in rows:
            _row(sheet, row, f"L{rows.line_num}")
    except csv.Error as error:
        raise ParseError("is no CSV: {error}", path=file.path, line=rows.line_num, error=str(error)) from error
    return sheet.reading()


def _row(sheet: Sheet, row: dict[str, str], place: str) -> None:
    url = row.get("url") or ""
    if set((row.get("sources") or "").split(";")) <= _READ_THEMSELVES:
        sheet.skip(place, PassedReason.SECOND_HAND, url)
        return
    ids = {attribute: row.get(column) or "" for column, attribute in _IDS.items()}
    name = row.get("organisation") or ""
    # Without an identifier a name may be that of a person, unless it says that it is of a body.
    is_body = any(ids.values()) or organisation_names.read(name).kind is not None
    subject = ids[Attribute.TOOI] or (name if is_body else url)
    if sheet.hosting(subject, url, place):
        sheet.note_all(subject, {**ids, Attribute.NAME: name if is_body else ""}, place)
