# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers of public organisations in the Netherlands, by their shape: TOOI, OIN, and the register of organisations.

Sources: the forms that TOOI (https://standaarden.overheid.nl/tooi), the OIN register of Logius and
organisaties.overheid.nl use for their own records. Whether a record exists, and of whom it is, only they know.
"""

import re
from enum import Enum


class Register(Enum):
    """Who keeps the register that an identifier belongs to."""

    TOOI = "tooi"
    OIN = "oin"
    ROO = "roo"


_HOSTS = {
    Register.TOOI: re.compile(r"https?://identifier\.overheid\.nl/", re.I),
    Register.OIN: re.compile(r"(?:https?://(?:www\.)?oinregister\.logius\.nl/|urn:(?:nl[:-])?oin:)", re.I),
    Register.ROO: re.compile(r"https?://(?:www\.)?(?:organisaties|almanak)\.overheid\.nl/", re.I),
}
_RECORDS = {
    Register.TOOI: re.compile(r"https?://identifier\.overheid\.nl/tooi/id/[a-z_]{2,40}/[a-z]{1,10}\d{2,10}/?", re.I),
    Register.OIN: re.compile(
        r"(?:https?://(?:www\.)?oinregister\.logius\.nl/(?:[\w-]+/){0,3}|urn:(?:nl[:-])?oin:)\d{20}/?", re.I
    ),
    Register.ROO: re.compile(
        r"https?://(?:www\.)?(?:organisaties|almanak)\.overheid\.nl/\d{1,10}(?:/[^\s?#]{0,200})?", re.I
    ),
}
_ABROAD = re.compile(r"urn:x-[a-z]{2,20}-", re.I)  # as in urn:x-italian-pa: of the standard


def register(uri: str) -> Register | None:
    """The register whose address a URI starts with."""
    return next((found for found, start in _HOSTS.items() if start.match(uri.strip())), None)


def is_record(uri: str) -> bool:
    """True when the URI has the shape of one record in one of the registers."""
    return any(shape.fullmatch(uri.strip()) for shape in _RECORDS.values())


def is_of_another_country(uri: str) -> bool:
    """True for an identifier that another country made for its own public organisations."""
    return _ABROAD.match(uri.strip()) is not None
