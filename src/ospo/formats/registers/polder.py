# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public bodies of the Netherlands by polder (https://github.com/anneschuth/polder), as a table in CSV.

Its first date of validity is a placeholder for nearly all, and some last dates are those of something else; the former
is not taken over, the latter is for the reconciliation to doubt.
"""

import csv
import io

from ospo.domain.claim import Attribute, BodyKind, PassedReason, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats.claim_sheet import Sheet, is_date

NAME = "polder"
FILES: tuple[str, ...] = ()
_KIND = "polder"
_NEEDED = {"id", "type", "name", "roo_id"}
_UNKNOWN_DATE = "1900-01-01"
_KINDS = {
    "adviescollege": BodyKind.ADVISORY_BODY,
    "agentschap": BodyKind.AGENCY,
    "caribisch-openbaar-lichaam": BodyKind.CARIBBEAN_BODY,
    "gemeente": BodyKind.MUNICIPALITY,
    "hoge-college": BodyKind.HIGH_COUNCIL,
    "inspectie": BodyKind.INSPECTORATE,
    "ministerie": BodyKind.MINISTRY,
    "politie": BodyKind.POLICE,
    "provincie": BodyKind.PROVINCE,
    "rechterlijke-instantie": BodyKind.COURT,
    "waterschap": BodyKind.WATERBOARD,
    "zbo": BodyKind.ZBO,
}
_COLUMNS = {
    "name": Attribute.NAME,
    "abbr": Attribute.ABBREVIATION,
    "tooi": Attribute.TOOI,
    "roo_id": Attribute.ROO,
    "oin": Attribute.OIN,
    "kvk": Attribute.KVK,
    "wikidata": Attribute.WIKIDATA,
    "parent_id": Attribute.PARENT,
}


def recognises(path: str, text: str) -> bool:
    """By the columns."""
    return path.endswith(".csv") and set(text.partition("\n")[0].strip().split(",")) >= _NEEDED


def read(file: SourceFile) -> Reading:
    """One subject a row, under the id that polder gives it."""
    rows = csv.DictReader(io.StringIO(file.text, newline=""))
    if not set(rows.fieldnames or ()).issuperset(_NEEDED):
        raise ParseError("misses a column: it needs {names}", path=file.path, line=1, names=", ".join(sorted(_NEEDED)))
    sheet = Sheet(_KIND, NAME, file)
    try:
        for row in rows:
            _row(sheet, row, f"L{rows.line_num}")
    except csv.Error as error:
        raise ParseError("is no CSV: {error}", path=file.path, line=rows.line_num, error=str(error)) from error
    return sheet.reading()


def _row(sheet: Sheet, row: dict[str, str], place: str) -> None:
    subject = row.get("id") or ""
    if not subject or not row.get("name"):
        sheet.skip(place, PassedReason.UNREADABLE)
        return
    sheet.note_all(subject, {attribute: row.get(column) for column, attribute in _COLUMNS.items()}, place)
    kind = _KINDS.get(row.get("type") or "")
    sheet.note(subject, Attribute.KIND, kind or "", place)
    sheet.note(subject, Attribute.COUNTRY, "NL", place)
    for column, attribute in (("valid_from", Attribute.VALID_FROM), ("valid_until", Attribute.VALID_UNTIL)):
        if is_date(row.get(column)) and row[column] != _UNKNOWN_DATE:
            sheet.note(subject, attribute, row[column], place)
