# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""security.txt (RFC 9116): whom to tell about a weakness of a site, and until when that holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from ospo.domain.snapshot import Entry, Kind

_NAME = "security.txt"
_PATH = re.compile(r"(?:(?:[^/]+/){0,8}\.?well-known/)?security\.txt", re.I)
# Folders that hold examples and other people's files.
_NOT_OURS = re.compile(r"(?:\A|/)(?:[^/]*tests?|fixtures?|examples?|vendor|node_modules|third_party|templates?)/", re.I)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]{0,60}):[ \t]*(?P<value>\S.*)?\Z")
_CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https://[^\s/]+\.\S+|tel:\+?[\d().-]{3,30}", re.I)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)")
_HEAD = 5000
_REDIRECT = re.compile(
    r"<meta\b[^>]{0,200}http-equiv\s*=\s*['\"]?refresh\b[^>]{0,300}url\s*=\s*['\"]?https?://[^\s'\">]{1,200}security\.txt",
    re.I,
)
_OPEN = re.compile(r"\{\{|\{%|\$\{|<%|__[A-Z_]+__|%[A-Z_]+%|@[A-Z_]+@")


class Flaw(Enum):
    """What makes a file no valid security.txt."""

    NOT_TEXT = "not-text"
    NO_CONTACT = "no-contact"
    BAD_CONTACT = "bad-contact"
    NO_EXPIRES = "no-expires"
    SEVERAL_EXPIRES = "several-expires"
    BAD_EXPIRES = "bad-expires"


@dataclass(frozen=True, slots=True)
class SecurityTxt:
    """What the file says; lines from 1.

    `line` is that of the flaw, or of Expires when there is none; `contact_line` that of the first contact that can be
    used; `is_open` is true when a build fills in its fields, `is_redirect` for a page that only sends on to another
    security.txt.
    """

    expires: datetime | None = None
    line: int | None = None
    flaw: Flaw | None = None
    contact_line: int | None = None
    is_open: bool = False
    is_redirect: bool = False


def locate(entries: Iterable[Entry]) -> list[Entry]:
    """The files by this name that a site can serve: in the root or a `.well-known` folder, the latter first."""
    named = (entry for entry in entries if entry.path[-len(_NAME) :].lower() == _NAME)
    found = [
        e for e in named if e.kind is not Kind.SUBMODULE and _PATH.fullmatch(e.path) and not _NOT_OURS.search(e.path)
    ]
    return sorted(found, key=lambda e: (e.is_file is False, e.path.count("/"), "/" not in e.path, e.path))


def parse(text: str) -> SecurityTxt:
    """Read the fields: comments, unknown fields and the armour of a signature are passed over."""
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<?xml", "{")):
        if on := _REDIRECT.search(text[:_HEAD]):
            return SecurityTxt(line=text.count("\n", 0, on.start()) + 1, is_redirect=True)
        return SecurityTxt(line=1, flaw=Flaw.NOT_TEXT)
    fields = _fields(text)
    if any(_OPEN.search(value) for _, value, _ in fields):
        return SecurityTxt(is_open=True)
    contacts = [(value, line) for name, value, line in fields if name == "contact"]
    usable = next((line for value, line in contacts if _CONTACT.fullmatch(value)), None)
    if usable is None:
        flaw = Flaw.BAD_CONTACT if contacts else Flaw.NO_CONTACT
        return SecurityTxt(line=contacts[0][1] if contacts else None, flaw=flaw)
    return _dated([(value, line) for name, value, line in fields if name == "expires"], usable)


def policy_line(text: str) -> int | None:
    """The line of the first `Policy`, the address of the rules for reporting."""
    return next((n for name, value, n in _fields(text) if name == "policy" and value.startswith("https://")), None)


def _dated(expires: list[tuple[str, int]], contact_line: int) -> SecurityTxt:
    """The file by its Expires, which must be there exactly once."""
    if not expires:
        return SecurityTxt(flaw=Flaw.NO_EXPIRES, contact_line=contact_line)
    if len(expires) > 1:
        return SecurityTxt(line=expires[1][1], flaw=Flaw.SEVERAL_EXPIRES, contact_line=contact_line)
    value, line = expires[0]
    moment = _moment(value)
    return SecurityTxt(moment, line, None if moment else Flaw.BAD_EXPIRES, contact_line)


def _fields(text: str) -> list[tuple[str, str, int]]:
    """Name (lower case), value and line of every field above the signature."""
    is_signed = "-----BEGIN PGP SIGNED MESSAGE-----" in text
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("-----BEGIN PGP SIGNATURE-----"):
            break
        line = line.removeprefix("- ") if is_signed else line
        if match := _FIELD.match(line.strip()[:5000]):
            found.append((match["name"].lower(), (match["value"] or "").strip(), number))
    return found


def _moment(value: str) -> datetime | None:
    """A moment as RFC 3339 writes it, in UTC; None for anything else, such as a date without a time."""
    if not _DATE_TIME.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
