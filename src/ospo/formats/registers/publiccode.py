# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisation that a repository names in its publiccode.yml (`organisation.uri`, since 0.5 of the standard)."""

import re

from ospo.domain.claim import Attribute, Confidence, PassedReason, Reading, SourceFile
from ospo.formats import accounts, address, organisation_ids
from ospo.formats import publiccode as standard
from ospo.formats.claim_sheet import Sheet, clean, holding
from ospo.formats.organisation_ids import Register

NAME = "publiccode.yml"
FILES = ("publiccode.yml", "publiccode.yaml")
_KIND = "publiccode"
_OIN = re.compile(r"\d{20}")
_ROO = re.compile(r"/(\d{1,10})(?:/|$)")


def recognises(path: str, text: str) -> bool:
    """By its name."""
    return path.lower().endswith(("publiccode.yml", "publiccode.yaml"))


def read(file: SourceFile) -> Reading:
    """One subject: the address that the file gives to the organisation.

    That the repository is of the organisation is what the file says; that the whole account is, is derived from it.
    """
    document = standard.read(file.text.encode("utf-8", "replace"))
    sheet = holding(_KIND, NAME, file, is_own=bool(file.holder))
    named = document.value.get("organisation")
    uri = clean(named.get("uri")) if isinstance(named, dict) else ""
    if not uri:
        sheet.skip("L1", PassedReason.NO_SUBJECT, file.holder)
        return sheet.reading()
    place = f"L{document.line('organisation', 'uri')}"
    sheet.note(uri, Attribute.NAME, named.get("name"), f"L{document.line('organisation', 'name')}")
    _identify(sheet, uri, place)
    repository = file.holder or address.normalise(clean(document.value.get("url"))) or ""
    sheet.repository(uri, repository, place)
    account = accounts.account(accounts.owner(repository)) if repository else None
    if account:
        sheet.note(uri, Attribute.ACCOUNT, account, place, confidence=Confidence.DERIVED)
    return sheet.reading()


def _identify(sheet: Sheet, uri: str, place: str) -> None:
    register = organisation_ids.register(uri)
    if register is None:
        sheet.website(uri, uri, place)
    elif organisation_ids.is_record(uri):
        oin, roo = _OIN.search(uri), _ROO.search(uri)
        if register is Register.TOOI:
            sheet.note(uri, Attribute.TOOI, uri.rstrip("/").replace("http://", "https://"), place)
        elif register is Register.OIN and oin:
            sheet.note(uri, Attribute.OIN, oin[0], place)
        elif roo:
            sheet.note(uri, Attribute.ROO, roo[1], place)
