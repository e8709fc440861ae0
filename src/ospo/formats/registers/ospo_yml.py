# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an organisation says of itself in `ospo.yml`, in its own `.github` repository."""

import datetime
from dataclasses import replace

from ospo.domain.claim import Attribute, PassedReason, Reading, SourceFile
from ospo.formats import organisation_file
from ospo.formats.claim_sheet import Sheet, clean, holding, speaks_for
from ospo.formats.organisation_file import OwnWords

NAME = "ospo.yml"
FILES = ("ospo.yml", "ospo.yaml")
_KIND = "ospo-yml"
_ABOUT = {
    ("organisation", "name"): Attribute.NAME,
    ("organisation", "abbreviation"): Attribute.ABBREVIATION,
    ("organisation", "kind"): Attribute.KIND,
    ("organisation", "country"): Attribute.COUNTRY,
    ("organisation", "website"): Attribute.WEBSITE,
    ("organisation", "parent"): Attribute.PARENT,
    ("organisation", "since"): Attribute.VALID_FROM,
    ("organisation", "ids", "tooi"): Attribute.TOOI,
    ("organisation", "ids", "roo"): Attribute.ROO,
    ("organisation", "ids", "oin"): Attribute.OIN,
    ("organisation", "ids", "kvk"): Attribute.KVK,
    ("organisation", "ids", "wikidata"): Attribute.WIKIDATA,
    ("ospo", "name"): Attribute.OSPO_NAME,
    ("ospo", "since"): Attribute.OSPO_SINCE,
    ("ospo", "line"): Attribute.OSPO_LINE,
    ("ospo", "policy"): Attribute.OSPO_POLICY,
}


def recognises(path: str, text: str) -> bool:
    """By its name; `.ospo.yml` is another file."""
    return path.rpartition("/")[2].lower() in FILES


def read(file: SourceFile) -> Reading:
    """One subject: the account in which the file stands, or when that is not known, the name it gives."""
    words = organisation_file.parse(file.text)
    made = clean(words.get("made"))
    if len(made) == 10:
        file = replace(file, dated=datetime.date.fromisoformat(made))
    account = speaks_for(file)
    sheet = holding(_KIND, NAME, file, is_own=bool(account))
    subject = account or clean(words.get("organisation", "name"))
    for fault in words.faults:
        sheet.skip(f"L{fault.line}", PassedReason.UNREADABLE)
    if not words.get("organisation", "name"):
        sheet.skip("L1", PassedReason.NO_SUBJECT)
        return sheet.reading()
    for path, attribute in _ABOUT.items():
        sheet.note(subject, attribute, words.get(*path), _at(words, *path))
    _lists(sheet, words, subject)
    if account:
        sheet.note(subject, Attribute.ACCOUNT, account, "L1")
    return sheet.reading()


def _lists(sheet: Sheet, words: OwnWords, subject: str) -> None:
    exists = words.get("ospo", "exists")
    if exists is not None:
        answer = "yes" if exists in (True, "yes") else "no"
        sheet.note(subject, Attribute.HAS_OSPO, answer, _at(words, "ospo", "exists"))
    sheet.mailbox(subject, words.get("ospo", "mailbox"), _at(words, "ospo", "mailbox"))
    for path, value in words.values.items():
        place = _at(words, *path)
        if path[:2] == ("ospo", "services"):
            sheet.note(subject, Attribute.OSPO_SERVICE, value, place)
        elif path[:2] == ("organisation", "predecessors"):
            sheet.note(subject, Attribute.PREDECESSOR, value, place)
        elif path[0] == "accounts":
            sheet.hosting(subject, value, place)
        elif path[0] == "suppliers" and path[-1] == "name":
            sheet.note(subject, Attribute.SUPPLIER, value, place)
        elif path[0] == "collaborations" and path[-1] == "name":
            sheet.note(subject, Attribute.MEMBER_OF, value, place)


def _at(words: OwnWords, *path: str | int) -> str:
    return f"L{words.lines.get(path, 1)}"
