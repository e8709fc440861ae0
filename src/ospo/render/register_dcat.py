# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as a catalogue of data sets: DCAT-AP 3.0 in JSON-LD, for national and European data portals.

What must be there by DCAT-AP 3.0.0 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/): of a catalogue its title,
description and publisher; of a data set its title and description; of a distribution its access URL; of a data service
its title and endpoint URL; of an agent its name. The text itself was not read again on the day this was made
(2026-11-26): hold a catalogue against the validator of the EU before you hand it in. Values of lists are those of the
EU Vocabularies (https://op.europa.eu/en/web/eu-vocabularies). It is one flat graph: a reader needs no context but the
one in the file.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ospo.domain.language import Language
from ospo.i18n import translator
from ospo.render.api import openapi
from ospo.render.api.collections import COLLECTIONS

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_LICENCE = f"{_EU}/licence/CC0"
_LANGUAGES = {Language.NL: "NLD", Language.EN: "ENG"}
_FORMS = {"json": ("JSON", "application/json"), "csv": ("CSV", "text/csv"), "atom": ("XML", "application/atom+xml")}
_SETS = ("organisations", "repositories", "findings")
TITLES = {
    "catalogue": "The register of OSPO-NL",
    "api": "The API of OSPO-NL",
    "organisations": "Organisations and their accounts on forges",
    "repositories": "Public repositories of organisations",
    "findings": "What checks found in public repositories",
}
ABOUT = {
    "catalogue": "Which organisations publish which source code, and who says so.",
    "api": "Everything that the site shows as data, without a key.",
    "organisations": "Who says of which organisation that it has which account, with the date and the source.",
    "repositories": "The repositories that a crawl found, with the state of each, and counts of what checks found.",
    "findings": "The answer to each check, at a commit: facts and no marks, and nothing about people.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the register can be read, and the mailbox of who runs it, if any."""

    site: str
    contact: str = ""

    def at(self, path: str) -> str:
        """A whole address."""
        return f"{self.site.rstrip('/')}{path}"


def document(place: Place, modified: datetime.date) -> str:
    """The catalogue with its three data sets and the service that gives them.

    Args:
        place: where the register can be read.
        modified: the day on which something was last added.
    """
    catalogue = {
        "@id": place.at("/#catalogue"),
        "@type": "dcat:Catalog",
        **_said("catalogue"),
        "dct:publisher": _link(place.at("/#publisher")),
        "dct:license": _link(_LICENCE),
        "dct:modified": _day(modified),
        "dct:language": _languages(),
        "dct:spatial": _link(f"{_EU}/country/NLD"),
        "foaf:homepage": _link(place.at("/")),
        "dcat:dataset": [_link(_set(place, name)) for name in _SETS],
        "dcat:service": [_link(_service(place))],
    }
    graph = [catalogue, _publisher(place), _api(place)]
    for name in _SETS:
        graph += _data_set(place, name, modified)
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _publisher(place: Place) -> dict[str, Any]:
    return {"@id": place.at("/#publisher"), "@type": "foaf:Agent", "foaf:name": [_text("OSPO-NL", Language.NL)]}


def _api(place: Place) -> dict[str, Any]:
    return {
        "@id": _service(place),
        "@type": "dcat:DataService",
        **_said("api"),
        "dcat:endpointURL": _link(place.at(openapi.ROOT)),
        "dcat:endpointDescription": _link(place.at(openapi.DESCRIPTION)),
        "dcat:servesDataset": [_link(_set(place, name)) for name in _SETS],
        "dct:license": _link(_LICENCE),
        "dct:publisher": _link(place.at("/#publisher")),
        **_contact(place),
    }


def _data_set(place: Place, name: str, modified: datetime.date) -> Sequence[dict[str, Any]]:
    distributions = [_distribution(place, name, form) for form in _forms(name)]
    whole = {
        "@id": _set(place, name),
        "@type": "dcat:Dataset",
        **_said(name),
        "dct:identifier": _set(place, name),
        "dct:publisher": _link(place.at("/#publisher")),
        "dct:modified": _day(modified),
        "dct:language": _languages(),
        "dct:accessRights": _link(f"{_EU}/access-right/PUBLIC"),
        "dct:spatial": _link(f"{_EU}/country/NLD"),
        "dcat:theme": [_link(f"{_EU}/data-theme/{theme}") for theme in ("GOVE", "TECH")],
        "dcat:keyword": [_text("open source", Language.NL), _text("open source", Language.EN)],
        "dcat:distribution": [_link(found["@id"]) for found in distributions],
        **_contact(place),
    }
    return [whole, *distributions]


def _distribution(place: Place, name: str, form: str) -> dict[str, Any]:
    kind, media_type = _FORMS[form]
    query = "" if form == "json" else f"?format={form}"
    return {
        "@id": f"{_set(place, name)}-{form}",
        "@type": "dcat:Distribution",
        "dct:title": [_text(kind, Language.NL)],
        "dcat:accessURL": _link(place.at(f"{openapi.ROOT}/{name}{query}")),
        "dcat:accessService": _link(_service(place)),
        "dct:license": _link(_LICENCE),
        "dct:format": _link(f"{_EU}/file-type/{kind}"),
        "dcat:mediaType": _link(f"{_IANA}/{media_type}"),
    }


def _forms(name: str) -> Sequence[str]:
    """The forms in which the API gives a collection, whole."""
    collection = next(c for c in COLLECTIONS if c.name == name)
    return [form for form in collection.forms if form != "atom"]


def _contact(place: Place) -> dict[str, Any]:
    if not place.contact:
        return {}
    kind = {"@type": "vcard:Kind", "vcard:fn": "OSPO-NL", "vcard:hasEmail": _link(f"mailto:{place.contact}")}
    return {"dcat:contactPoint": kind}


def _said(what: str) -> dict[str, Any]:
    """The title and the description, in both languages."""
    says = {language: translator(language) for language in Language}
    return {
        "dct:title": [_text(say(TITLES[what]), language) for language, say in says.items()],
        "dct:description": [_text(say(ABOUT[what]), language) for language, say in says.items()],
    }


def _text(text: str, language: Language) -> dict[str, str]:
    return {"@value": text, "@language": str(language)}


def _languages() -> list[dict[str, str]]:
    return [_link(f"{_EU}/language/{code}") for code in _LANGUAGES.values()]


def _day(day: datetime.date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _link(address: str) -> dict[str, str]:
    return {"@id": address}


def _set(place: Place, name: str) -> str:
    return place.at(f"/#{name}")


def _service(place: Place) -> str:
    return place.at("/#api")
