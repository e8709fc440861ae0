# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of the OSS register: what it takes, and that its own list comes back whole."""

import datetime
import json
from pathlib import Path
from typing import Any

from claim_files import REGISTRY, TODAY, needs_real_files, read
from ospo.domain.claim import Attribute
from ospo.domain.register import KnownRegister
from ospo.engine.register import reconcile
from ospo.render import register_don
from recorded_register import HOST, TOOI, claims_of, reading

REAL = REGISTRY / "don-oss-register.publishers.json"


def exported(register: KnownRegister, today: datetime.date = TODAY) -> list[dict[str, Any]]:
    found = json.loads(register_don.document(register, today))
    assert set(found) == {"data"}
    data: list[dict[str, Any]] = found["data"]
    return data


def register(*said: dict[str, str]) -> KnownRegister:
    return reconcile([reading(*(c for n, values in enumerate(said) for c in claims_of(str(n), **values)))], TODAY)


def test_a_body_has_its_numbers_and_accounts() -> None:
    [one] = exported(register({"name": "Gemeente Voorbeeld", "tooi": TOOI, "roo": "12", "account": HOST}))

    assert len(one.pop("id")) == 36
    assert one == {
        "description": "Gemeente Voorbeeld",
        "rooId": "12",
        "tooiUrl": TOOI,
        "codeHosting": [{"url": HOST, "group": True}],
        "active": True,
    }


def test_its_id_stays_the_same() -> None:
    one, other = (register({"name": "Gemeente Voorbeeld", "roo": n, "account": HOST}) for n in ("12", "13"))

    assert exported(one)[0]["id"] == exported(other)[0]["id"]


def test_who_has_no_number_or_no_account_is_left_out() -> None:
    without = {"name": "Stichting Proef", "account": f"{HOST}-proef"}, {"name": "Gemeente Elders", "roo": "13"}

    assert exported(register(*without)) == []


def test_a_body_that_ended_is_not_active_from_the_day_after() -> None:
    ended = {"name": "Gemeente Voorbeeld", "roo": "12", "account": HOST, "valid_until": "2026-01-01"}
    found = register(ended, {"name": "Gemeente Ander", "roo": "13", "valid_until": "2026-01-01"})

    assert exported(found)[0]["active"] is False
    assert exported(found, datetime.date(2026, 1, 1))[0]["active"] is True


@needs_real_files
def test_the_real_list_comes_back_whole() -> None:
    text = REAL.read_text("utf-8")
    known = reconcile([read("don-publishers", text, path=REAL.name)], TODAY)

    again = read("don-publishers", register_don.document(known, TODAY), path=Path("publishers.json").name)

    wanted = (Attribute.NAME, Attribute.ROO, Attribute.TOOI, Attribute.ACCOUNT)
    claims = read("don-publishers", text, path=REAL.name).claims
    before = {(c.attribute, c.value) for c in claims if c.attribute in wanted}
    assert {(c.attribute, c.value) for c in again.claims if c.attribute in wanted} == before
    assert sum(c.attribute is Attribute.ACCOUNT for c in again.claims) == 79
