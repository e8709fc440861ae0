# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Claims that somebody types: `ATTRIBUTE=VALUE`, or the address of an account, each looked at as in a list."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from ospo.domain.claim import Attribute, BodyKind, Reading, SourceFile
from ospo.errors import ParseError
from ospo.formats import address, organisation_ids
from ospo.formats.claim_sheet import Sheet, clean, is_date, is_role_mailbox

KIND = "by-hand"
_PLACE = "by hand"
_COUNTRY = re.compile(r"[A-Z]{2}")
_OIN = re.compile(r"[0-9]{20}")
_KVK = re.compile(r"[0-9]{8}")


def read(subject: str, given: Iterable[str], source: str, file: SourceFile) -> Reading:
    """What is said of one subject.

    Args:
        subject: the name of the organisation.
        given: what is said of it.
        source: who says so.
        file: where that can be read, when it is of, and when it was read.

    Raises:
        ParseError: there is no such attribute, or a value cannot be used.
    """
    sheet = Sheet(KIND, clean(source), file)
    if not sheet.name or not clean(subject):
        raise ParseError("name the organisation, and with --source who says so")
    sheet.note(subject, Attribute.NAME, subject, _PLACE)
    for text in given:
        attribute, value = taken_apart(text)
        _note(sheet, subject, attribute, value)
    return sheet.reading()


def taken_apart(text: str) -> tuple[Attribute, str]:
    """The attribute and the value; an address alone is that of an account.

    Raises:
        ParseError: there is no such attribute.
    """
    name, separator, value = text.partition("=")
    if "://" in name or not separator:
        return Attribute.ACCOUNT, clean(text)
    if name not in set(Attribute):
        names = ", ".join(sorted(Attribute))
        message = "'{name}' is nothing that can be said of an organisation: choose one of {names}"
        raise ParseError(message, name=name, names=names)
    return Attribute(name), clean(value)


def _note(sheet: Sheet, subject: str, attribute: Attribute, value: str) -> None:
    if attribute in (Attribute.ACCOUNT, Attribute.FORGE):
        is_good = sheet.hosting(subject, value, _PLACE)
    else:
        is_good = _FITS.get(attribute, bool)(value)
        if attribute is Attribute.REPOSITORY:
            sheet.repository(subject, value, _PLACE)
        elif is_good:
            sheet.note(subject, attribute, value, _PLACE)
    if not is_good:
        message = "{attribute}: '{value}' cannot be used here: docs/register.md says what can"
        raise ParseError(message, attribute=attribute, value=value)


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.username
    except ValueError:
        return False


def _is_repository(value: str) -> bool:
    found = address.normalise(value)
    return found is not None and bool(address.owner(found))


def _is_tooi(value: str) -> bool:
    return organisation_ids.register(value) is organisation_ids.Register.TOOI and organisation_ids.is_record(value)


_FITS: dict[Attribute, Callable[[str], bool]] = {
    Attribute.KIND: lambda value: value in set(BodyKind),
    Attribute.COUNTRY: lambda value: _COUNTRY.fullmatch(value) is not None,
    Attribute.WEBSITE: _is_address,
    Attribute.OSPO_POLICY: _is_address,
    Attribute.REPOSITORY: _is_repository,
    Attribute.TOOI: _is_tooi,
    Attribute.OIN: lambda value: _OIN.fullmatch(value) is not None,
    Attribute.KVK: lambda value: _KVK.fullmatch(value) is not None,
    Attribute.HAS_OSPO: lambda value: value in ("yes", "no"),
    Attribute.OSPO_MAILBOX: is_role_mailbox,
    Attribute.VALID_FROM: is_date,
    Attribute.VALID_UNTIL: is_date,
    Attribute.OSPO_SINCE: is_date,
}
