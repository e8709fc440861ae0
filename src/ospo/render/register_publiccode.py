# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A catalogue of publiccode.yml: organisations with their accounts, and per repository the document as it was found.

What may be about a person is left out of the documents: contacts, contractors, and the owner of the copyright.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

from ospo.domain.claim import Attribute
from ospo.domain.overview import FoundDocument
from ospo.domain.register import KnownOrganisation, KnownRegister
from ospo.formats import mail_address

LEFT_OUT = frozenset({"contacts", "contractors", "mainCopyrightOwner", "repoOwner", "authorsFile", "email", "phone"})
_DEEPEST = 30
_LICENCE = "CC0-1.0"


def document(register: KnownRegister, found: Iterable[FoundDocument], today: datetime.date) -> str:
    """The catalogue as JSON: first what is of an organisation, by its id, then what is of none that we know."""
    of: dict[str, list[FoundDocument]] = {}
    for one in found:
        known = one.organisation if one.organisation in register.organisations else ""
        of.setdefault(known, []).append(one)
    publishers = [
        _publisher(organisation, of.get(organisation.id, []))
        for organisation in register.organisations.values()
        if organisation.id in of or Attribute.ACCOUNT in organisation.facts
    ]
    whole = {
        "made": today.isoformat(),
        "licence": _LICENCE,
        "leftOut": sorted(LEFT_OUT),
        "publishers": publishers,
        "withoutPublisher": [_software(one) for one in of.get("", [])],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _publisher(organisation: KnownOrganisation, found: Iterable[FoundDocument]) -> dict[str, Any]:
    accounts = organisation.facts.get(Attribute.ACCOUNT)
    return {
        "id": organisation.id,
        "name": organisation.name,
        "uri": organisation.first(Attribute.TOOI) or None,
        "codeHosting": [{"url": value.text, "group": True} for value in accounts.values] if accounts else [],
        "software": [_software(one) for one in found],
    }


def _software(one: FoundDocument) -> dict[str, Any]:
    """A repository; `valid` is null when we cannot tell, `publiccode` is null when the file is not at hand."""
    return {
        "url": one.repository,
        "state": one.state,
        "commit": one.commit,
        "committed": one.committed.isoformat(),
        "file": one.path or None,
        "valid": one.is_valid,
        "fault": one.fault or None,
        "publiccode": None if one.document is None else without_people(one.document),
    }


def without_people(value: Any, depth: int = 0) -> Any:
    """A value of a document without the keys that may be about a person, and without texts that hold an address."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, Mapping):
        return {str(k): without_people(v, depth + 1) for k, v in value.items() if str(k) not in LEFT_OUT}
    if isinstance(value, list | tuple):
        return [without_people(part, depth + 1) for part in value]
    if isinstance(value, str):
        return "" if mail_address.is_in(value) else value
    return value if value is None or isinstance(value, bool | int | float) else str(value)
