# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register in the shape of `publishers.json` of the OSS register of developer.overheid.nl.

Source of the shape: seed file and API (`codeHosting`) of https://github.com/developer-overheid-nl/don-oss-register.
That register takes bodies of the national register of organisations only, so the others are left out.
"""

import datetime
import json
import uuid
from typing import Any

from ospo.domain.claim import Attribute
from ospo.domain.register import KnownOrganisation, KnownRegister, QuestionKind

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/ospo-nl/ospo-nl#register")


def document(register: KnownRegister, today: datetime.date) -> str:
    """Every body in the national register with an account, as JSON; each account once.

    It is with the body for which most speaks. A part without a number of its own leaves its account to the whole.
    """
    doubted = {who for q in register.questions if q.kind is QuestionKind.DOUBTFUL_END for who in q.organisations}
    data = []
    for organisation in register.organisations.values():
        hosting = _hosting(register, organisation)
        if hosting and _is_registered(organisation):
            is_active = organisation.id in doubted or not has_ended(organisation, today)
            data.append(_publisher(organisation, hosting, is_active=is_active))
    return json.dumps({"data": data}, ensure_ascii=False, indent=2) + "\n"


def has_ended(organisation: KnownOrganisation, today: datetime.date) -> bool:
    """Whether the day on which it ended is past; a year or a month ends with its last day."""
    until = organisation.first(Attribute.VALID_UNTIL)
    return bool(until) and until < today.isoformat()[: len(until)]


def _publisher(organisation: KnownOrganisation, hosting: list[str], *, is_active: bool) -> dict[str, Any]:
    ids = {"rooId": organisation.first(Attribute.ROO), "tooiUrl": organisation.first(Attribute.TOOI)}
    return {
        "id": str(uuid.uuid5(_SPACE, organisation.id)),
        "description": organisation.name,
        **{name: value for name, value in ids.items() if value},
        "codeHosting": [{"url": url, "group": True} for url in hosting],
        "active": is_active,
    }


def _is_registered(organisation: KnownOrganisation) -> bool:
    return bool(organisation.first(Attribute.ROO) or organisation.first(Attribute.TOOI))


def _hosting(register: KnownRegister, organisation: KnownOrganisation) -> list[str]:
    """The accounts of which the claims for this organisation weigh most, and the forges that it runs."""
    found = organisation.facts.get(Attribute.ACCOUNT)
    every = [value.text for value in found.values] if found else []
    mine = [url for url in every if _holder(register, url) == organisation.id]
    forges = organisation.facts.get(Attribute.FORGE)
    return sorted({*mine, *((value.text for value in forges.values) if forges else ())})


def _holder(register: KnownRegister, account: str) -> str:
    holders = register.accounts[account].organisations
    return next((who for who in holders if _is_registered(register.organisations[who])), "")
