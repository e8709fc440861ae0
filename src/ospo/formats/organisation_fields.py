# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of `ospo.yml`: their form, what they mean, and whether a value fits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ospo.domain.claim import BodyKind
from ospo.formats import accounts
from ospo.formats.claim_sheet import is_date, is_role_mailbox


class Form(Enum):
    """What kind of value a field holds."""

    MAPPING = "mapping"
    LIST = "list"
    TEXT = "text"
    URL = "url"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    ACCOUNT = "account"
    MAILBOX = "mailbox"
    ID = "id"


_ANY = r"^(?=.*\S).{1,300}$"
_PATTERNS = {
    Form.TEXT: _ANY,
    Form.URL: r"^https?://[^\s]{1,990}$",
    Form.ACCOUNT: r"^https?://[^\s]{1,990}$",
    Form.MAILBOX: r"^[^@\s]{1,64}@[^@\s]{1,255}$",
    Form.DATE: r"^\d{4}(-\d{2}(-\d{2})?)?$",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `sample` shows how an id is written."""

    form: Form
    text: str = ""
    is_needed: bool = False
    keys: Mapping[str, "Field"] = field(default_factory=dict)
    item: "Field | None" = None
    choices: tuple[str, ...] = ()
    own_pattern: str = ""
    sample: str = ""

    @property
    def pattern(self) -> str:
        """The regular expression that a value matches."""
        return self.own_pattern or _PATTERNS.get(self.form, _ANY)

    @property
    def is_number(self) -> bool:
        """True for an id of digits that YAML may read as a number."""
        return self.form is Form.ID and not self.sample.startswith(("http", "Q", '"'))


def fits(value: Any, found: Field) -> bool:
    """Whether a value that is no mapping or list has the form of its field."""
    if found.form is Form.FLAG:
        return isinstance(value, bool) or value in ("yes", "no")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return False
    text = str(value)
    if found.form is Form.CHOICE:
        return text in found.choices
    if re.fullmatch(found.pattern.strip("^$"), text) is None:
        return False
    match found.form:
        case Form.DATE:
            return is_date(text)
        case Form.ACCOUNT:
            return accounts.account(text, is_forge=True) is not None or accounts.whole_forge(text) is not None
        case Form.MAILBOX:
            return is_role_mailbox(text)
    return isinstance(value, str) or found.is_number


def _id(text: str, pattern: str, sample: str) -> Field:
    return Field(Form.ID, text, own_pattern=pattern, sample=sample)


_IDS = {
    "tooi": _id(
        "Its address in TOOI, the register of government organisations.",
        r"^https?://identifier\.overheid\.nl/tooi/id/[a-z_]{2,40}/[a-z_]{1,10}\d{2,10}$",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0000",
    ),
    "roo": _id("Its number on organisaties.overheid.nl.", r"^\d{1,10}$", "12345"),
    "oin": _id("Its OIN: twenty digits, between quotes.", r"^\d{20}$", '"00000001234567890000"'),
    "kvk": _id("Its number at the Chamber of Commerce: eight digits, between quotes.", r"^\d{8}$", '"01234567"'),
    "wikidata": _id("Its item in Wikidata.", r"^Q\d{1,12}$", "Q12345"),
}
_ORGANISATION = {
    "name": Field(Form.TEXT, "The official name.", is_needed=True),
    "abbreviation": Field(Form.TEXT, "How it is usually shortened."),
    "kind": Field(Form.CHOICE, "What kind of organisation it is.", choices=tuple(str(kind) for kind in BodyKind)),
    "country": _id("The country, as two capitals.", r"^[A-Z]{2}$", '"NL"'),
    "website": Field(Form.URL, "Its site."),
    "ids": Field(Form.MAPPING, "Its numbers in official registers.", keys=_IDS),
    "parent": Field(Form.TEXT, "The organisation that it is a part of."),
    "since": Field(Form.DATE, "When it began under this name."),
    "predecessors": Field(Form.LIST, "The organisations that it came out of.", item=Field(Form.TEXT)),
}
_OSPO = {
    "exists": Field(Form.FLAG, "Whether there is an Open Source Program Office, under whatever name.", is_needed=True),
    "name": Field(Form.TEXT, "What it is called."),
    "since": Field(Form.DATE, "When it began."),
    "line": Field(
        Form.CHOICE,
        "Where it stands: first (with the teams), second (policy and advice) or third (audit).",
        choices=("first", "second", "third"),
    ),
    "policy": Field(Form.URL, "Where the open source policy can be read."),
    "mailbox": Field(Form.MAILBOX, "The mailbox of the role; never that of a person."),
    "services": Field(Form.LIST, "What it does for others, in a few words each.", item=Field(Form.TEXT)),
}
_OTHER = {
    "name": Field(Form.TEXT, "Its name.", is_needed=True),
    "website": Field(Form.URL, "Its site."),
}
ROOT = Field(
    Form.MAPPING,
    keys={
        "made": Field(Form.DATE, "The day on which this was last looked at.", is_needed=True),
        "organisation": Field(Form.MAPPING, "Who it is about.", is_needed=True, keys=_ORGANISATION),
        "ospo": Field(Form.MAPPING, "Its Open Source Program Office.", keys=_OSPO),
        "accounts": Field(Form.LIST, "Its accounts and groups on forges.", item=Field(Form.ACCOUNT)),
        "suppliers": Field(
            Form.LIST,
            "Who builds or maintains open source for it.",
            item=Field(Form.MAPPING, keys=_OTHER),
        ),
        "collaborations": Field(
            Form.LIST,
            "With whom it makes open source together.",
            item=Field(Form.MAPPING, keys=_OTHER),
        ),
    },
)
