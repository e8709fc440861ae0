# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of publiccode.yml: whose it is, how it stands, and nobody in it."""

import datetime
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claim_files import TODAY
from ospo.domain.crawl import RepositoryState
from ospo.domain.overview import FoundDocument
from ospo.engine.register import reconcile
from ospo.render import register_publiccode
from recorded_register import HOST, NOW, TOOI, claims_of, reading

REGISTER = reconcile([reading(*claims_of("a", name="Gemeente Voorbeeld", tooi=TOOI, account=HOST))], TODAY)
DOCUMENT = {
    "name": "Kaart",
    "publiccodeYmlVersion": "0",
    "releaseDate": datetime.date(2026, 1, 2),
    "legal": {"license": "EUPL-1.2", "mainCopyrightOwner": "Iemand"},
    "maintenance": {"type": "internal", "contacts": [{"name": "Iemand", "email": "iemand@voorbeeld.nl"}]},
    "description": {"nl": {"longDescription": "Schrijf naar dev-one@voorbeeld.nl.", "features": ["kaart", "lagen"]}},
}


def found(organisation: str = "gemeente-voorbeeld", **more: Any) -> FoundDocument:
    one = FoundDocument(f"{HOST}/kaart", organisation, RepositoryState.ACTIVE, "c" * 40, NOW)
    from dataclasses import replace

    return replace(one, **more)


def catalogue(*documents: FoundDocument) -> Any:
    return json.loads(register_publiccode.document(REGISTER, documents, TODAY))


def test_a_document_stands_below_its_organisation_as_it_was_found_without_people() -> None:
    made = catalogue(found(path="publiccode.yml", is_valid=True, document=DOCUMENT))

    [publisher] = made["publishers"]
    [software] = publisher["software"]
    assert (publisher["name"], publisher["uri"]) == ("Gemeente Voorbeeld", TOOI)
    assert publisher["codeHosting"] == [{"url": HOST, "group": True}]
    assert (software["url"], software["valid"], software["state"]) == (f"{HOST}/kaart", True, "active")
    assert software["publiccode"] == {
        "name": "Kaart",
        "publiccodeYmlVersion": "0",
        "releaseDate": "2026-01-02",
        "legal": {"license": "EUPL-1.2"},
        "maintenance": {"type": "internal"},
        "description": {"nl": {"longDescription": "", "features": ["kaart", "lagen"]}},
    }
    assert "contacts" in made["leftOut"]


def test_what_is_not_at_hand_or_of_nobody_is_said() -> None:
    made = catalogue(found("", is_valid=None), found("weg", is_valid=False, fault="invalid"))

    assert made["publishers"][0]["software"] == []
    assert [(s["publiccode"], s["valid"], s["fault"]) for s in made["withoutPublisher"]] == [
        (None, None, None),
        (None, False, "invalid"),
    ]


def test_the_catalogue_tells_its_day_and_licence() -> None:
    made = catalogue()

    assert (made["made"], made["licence"]) == (TODAY.isoformat(), "CC0-1.0")


_ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10) | st.integers(), inner, max_size=3)
    ),
    max_leaves=20,
)


@given(_ANY)
def test_whatever_a_stranger_wrote_can_be_published(value: Any) -> None:
    made = json.dumps(register_publiccode.without_people(value))

    assert "contacts" not in made or "contacts" in str(value)


def test_what_is_nested_without_end_is_cut_off() -> None:
    value: Any = "diep"
    for _ in range(5000):
        value = [value]

    assert "diep" not in json.dumps(register_publiccode.without_people(value))
