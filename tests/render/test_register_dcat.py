# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as DCAT-AP: read back as JSON-LD, it has all that the profile asks.

The reader is a part of the algorithm of expansion of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/): prefixes of
the context in the document, values, languages and types. What is mandatory is in DCAT-AP 3.0.0
(https://semiceu.github.io/DCAT-AP/releases/3.0.0/).
"""

import datetime
import json
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest

from ospo.render.register_dcat import Place, document

SITE = "https://register.voorbeeld.example/ospo"
DAY = datetime.date(2026, 11, 20)
DCAT, DCT, FOAF = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://xmlns.com/foaf/0.1/"
VCARD, XSD = "http://www.w3.org/2006/vcard/ns#", "http://www.w3.org/2001/XMLSchema#"
MANDATORY = {
    f"{DCAT}Catalog": {f"{DCT}title", f"{DCT}description", f"{DCT}publisher"},
    f"{DCAT}Dataset": {f"{DCT}title", f"{DCT}description"},
    f"{DCAT}Distribution": {f"{DCAT}accessURL"},
    f"{DCAT}DataService": {f"{DCT}title", f"{DCAT}endpointURL"},
    f"{FOAF}Agent": {f"{FOAF}name"},
}
# What a property leads to, by its range in the profile.
LEADS_TO = {
    f"{DCAT}dataset": f"{DCAT}Dataset",
    f"{DCAT}service": f"{DCAT}DataService",
    f"{DCAT}accessService": f"{DCAT}DataService",
    f"{DCAT}servesDataset": f"{DCAT}Dataset",
    f"{DCAT}distribution": f"{DCAT}Distribution",
    f"{DCT}publisher": f"{FOAF}Agent",
}
Node = dict[str, Any]


def expand(text: str) -> dict[str, Node]:
    """The nodes of a document by their address: every key and type a whole address, every value in a list."""
    whole = json.loads(text)
    context = whole["@context"]

    def full(name: str) -> str:
        prefix, colon, rest = name.partition(":")
        assert colon, f"{name} is no address in this context"
        return context[prefix] + rest if prefix in context else name

    def value(found: Any) -> Any:
        if isinstance(found, str):
            return {"@value": found}
        if "@type" in found and "@value" in found:
            return {**found, "@type": full(found["@type"])}
        return node(found) if set(found) - {"@id", "@value", "@language"} else found

    def node(found: Node) -> Node:
        made: Node = {}
        for name, content in found.items():
            if name == "@id":
                made[name] = content
            elif name == "@type":
                made[name] = [full(content)]
            else:
                made[full(name)] = [value(v) for v in (content if isinstance(content, list) else [content])]
        return made

    return {found["@id"]: node(found) for found in whole["@graph"]}


@cache
def nodes(contact: str = "") -> dict[str, Node]:
    return expand(document(Place(SITE, contact), DAY))


def of_type(kind: str) -> list[Node]:
    return [node for node in nodes().values() if node["@type"] == [f"{DCAT}{kind}"]]


@pytest.mark.parametrize("kind", MANDATORY)
def test_what_is_mandatory_is_there(kind: str) -> None:
    found = [node for node in nodes().values() if node["@type"] == [kind]]

    assert found
    for node in found:
        assert MANDATORY[kind] <= set(node)


def test_there_is_one_catalogue_with_three_data_sets_and_the_service() -> None:
    [catalogue] = of_type("Catalog")

    assert len(catalogue[f"{DCAT}dataset"]) == len(of_type("Dataset")) == 3
    assert len(catalogue[f"{DCAT}service"]) == len(of_type("DataService")) == 1
    assert catalogue[f"{DCT}modified"] == [{"@value": "2026-11-20", "@type": f"{XSD}date"}]


def test_every_link_within_leads_to_what_the_profile_says() -> None:
    for node in nodes().values():
        for name, kind in LEADS_TO.items():
            for link in node.get(name, []):
                assert nodes()[link["@id"]]["@type"] == [kind]


def test_texts_are_in_both_languages() -> None:
    for node in (*of_type("Catalog"), *of_type("Dataset"), *of_type("DataService")):
        for name in ("title", "description"):
            texts = {text["@language"]: text["@value"] for text in node[f"{DCT}{name}"]}
            assert set(texts) == {"nl", "en"}
            assert texts["nl"] != texts["en"]


def test_every_address_is_whole_and_data_stand_where_the_api_gives_them() -> None:
    for node in of_type("Distribution"):
        [place] = node[f"{DCAT}accessURL"]
        assert place["@id"].startswith(f"{SITE}/api/v1/")
        assert node[f"{DCT}license"] == [{"@id": "http://publications.europa.eu/resource/authority/licence/CC0"}]
    for name, node in nodes().items():
        assert urlsplit(name).scheme == "https"
        assert "@value" not in node


def test_a_mailbox_is_there_only_when_who_runs_the_site_gave_one() -> None:
    with_one = nodes("opensource@voorbeeld.example")[f"{SITE}/#findings"][f"{DCAT}contactPoint"]

    assert with_one[0][f"{VCARD}hasEmail"] == [{"@id": "mailto:opensource@voorbeeld.example"}]
    assert f"{DCAT}contactPoint" not in nodes()[f"{SITE}/#findings"]
