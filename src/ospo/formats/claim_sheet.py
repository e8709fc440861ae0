# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sheet on which an importer writes claims: values made clean, addresses made one form, contact data left out."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Passed, PassedReason, Reading, SourceFile
from ospo.formats import accounts, address

_LONGEST = 500
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_SPACE = re.compile(r"\s+")
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MOST = 200_000  # claims in one file
# Addresses that are no site of an organisation, whoever gives them as one.
_NO_SITES = {"twitter.com", "x.com", "facebook.com", "linkedin.com", "youtube.com", "instagram.com", "example.com"}
# What stands before the @ of a mailbox of a role.
_ROLES = re.compile(
    r"(?:(?:team|dl|postbus|nl)[-_.])?(?:ospo|oss|open-?source|open|info|contact|support|servicedesk|security|community|"
    r"github|gitlab|developer|developers|communicatie|secretariaat|redactie|codeplatform)(?:[-_.][a-z]{2,20})?",
    re.I,
)
_PLACEHOLDERS = re.compile(r"(?:.*\.)?(?:example(?:\.[a-z]{2,4})?|test|invalid|localhost)", re.I)


@dataclass(slots=True)
class Sheet:
    """The claims that one file gives, in its order."""

    kind: str
    name: str
    file: SourceFile
    confidence: Confidence = Confidence.LISTED
    _claims: list[Claim] = field(default_factory=list)
    _passed: list[Passed] = field(default_factory=list)

    def note(
        self,
        subject: str,
        attribute: Attribute,
        value: object,
        place: str,
        *,
        confidence: Confidence | None = None,
        dated: datetime.date | None = None,
    ) -> None:
        """Note one claim; an empty value says nothing."""
        subject, text = clean(subject), clean(value)
        if not text or not subject or len(self._claims) >= _MOST:
            return
        origin = Origin(self.name, self.file.url, place, self.file.read, dated or self.file.dated)
        self._claims.append(Claim(subject, attribute, text, origin, confidence or self.confidence))

    def note_all(self, subject: str, values: Mapping[Attribute, object], place: str) -> None:
        """Note several claims about one subject."""
        for attribute, value in values.items():
            self.note(subject, attribute, value, place)

    def hosting(self, subject: str, url: object, place: str, *, is_forge: bool = True) -> bool:
        """Note an account or a forge of its own; what is neither is passed over. Gives whether it was noted."""
        text = clean(url)
        forge = accounts.whole_forge(text)
        account = accounts.account(text, is_forge=is_forge)
        if forge is not None:
            self.note(subject, Attribute.FORGE, forge, place)
        elif account is not None:
            self.note(subject, Attribute.ACCOUNT, account, place)
        else:
            self.skip(place, PassedReason.NO_ACCOUNT, text)
        return forge is not None or account is not None

    def website(self, subject: str, url: object, place: str) -> None:
        """Note a site, unless it is a page of a social medium."""
        text = clean(url)
        try:
            host = (urlsplit(text).hostname or "").removeprefix("www.")
        except ValueError:
            return
        if text.startswith(("https://", "http://")) and host and host not in _NO_SITES:
            self.note(subject, Attribute.WEBSITE, text, place)

    def repository(self, subject: str, url: object, place: str, confidence: Confidence | None = None) -> None:
        """Note a repository."""
        found = address.normalise(clean(url))
        if found is not None and address.owner(found):
            self.note(subject, Attribute.REPOSITORY, found, place, confidence=confidence)

    def mailbox(self, subject: str, value: object, place: str) -> None:
        """Note the mailbox of a role; one that could be of a person is not kept."""
        if is_role_mailbox(clean(value)):
            self.note(subject, Attribute.OSPO_MAILBOX, clean(value).lower(), place)

    def skip(self, place: str, reason: PassedReason, url: str = "") -> None:
        """Note that an entry gave no claim."""
        self._passed.append(Passed(place, reason, accounts.mark(url) if url else ""))

    def reading(self) -> Reading:
        """What was written."""
        claims = tuple(dict.fromkeys(self._claims))
        file = self.file
        return Reading(self.kind, self.name, file.url, file.read, file.dated, claims, tuple(self._passed))


def speaks_for(file: SourceFile) -> str:
    """The account that a file speaks for: it stands in the root of a repository with a name such as `.github`.

    In any other repository it may be a sample, or about something else; then it speaks for nobody ("").
    """
    is_own = file.holder.rpartition("/")[2].startswith(".") and "/" not in file.path
    return accounts.owner(file.holder) if is_own else ""


def holding(kind: str, name: str, file: SourceFile, *, is_own: bool) -> Sheet:
    """A sheet for a file that is kept by many owners, each for itself; one that is not its own is but a list."""
    where = file.holder if not file.path.count("/") else f"{file.holder} {file.path}".strip()
    return Sheet(
        kind,
        f"{name} ({where or clean(file.path)})",
        file,
        Confidence.DECLARED if is_own else Confidence.LISTED,
    )


def clean(value: object) -> str:
    """A value as text on one line, without what cannot be seen; "" for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _SPACE.sub(" ", _UNSEEN.sub(" ", str(value)[: 4 * _LONGEST])).strip()[:_LONGEST]


def is_date(value: object) -> bool:
    """A year, a month or a day, as 2024, 2024-05 or 2024-05-01."""
    text = clean(value)
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def is_role_mailbox(text: str) -> bool:
    """Whether an address is of a role: what stands before the @ is a word such as ospo, opensource or info."""
    if not _MAIL.fullmatch(text):
        return False
    box, _, host = text.rpartition("@")
    return _ROLES.fullmatch(box) is not None and _PLACEHOLDERS.fullmatch(host) is None
