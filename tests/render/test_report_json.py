# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as JSON: exact, complete, and by its schema."""

import datetime
import json
from typing import Any

import jsonschema
import pytest

from catalogues import CATALOGUE, DOOR, KEY, LAMP, report
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, ScanReport, met, not_met, unknown
from ospo.domain.identifier import PracticeId
from ospo.domain.language import Language
from ospo.errors import ParseError
from ospo.render import report_json

FULL = report(
    (DOOR, not_met("missing", Evidence("plan.md", 3)), Waiver(DOOR, "A tent.", "landlord", datetime.date(2026, 1, 1))),
    (KEY, unknown("dark", Evidence(url="https://voorbeeld.example/x"), what="the door")),
    (LAMP, met("found", Evidence("roof"), path="roof", count=2)),
    repository="https://github.com/gemeentevoorbeeld/kaart",
    notes=[ParseError("is odd", path=".ospo.yml", line=3)],
)


def document(*reports: ScanReport, failures: dict[str, str] | None = None, language: Language = Language.EN) -> Any:
    practices = {DOOR: PracticeId("doors")}
    text = report_json.document(reports, failures or {}, CATALOGUE, practices, language)
    assert text.endswith("}\n")
    found = json.loads(text)
    jsonschema.Draft202012Validator(report_json.schema()).validate(found)
    return found


def test_a_report_says_what_was_scanned_when_and_what_it_counts() -> None:
    (found,) = document(FULL)["reports"]

    assert {k: v for k, v in found.items() if k != "findings"} == {
        "label": "kaart",
        "repository": "https://github.com/gemeentevoorbeeld/kaart",
        "commit": "0123456789abcdef" + "0" * 24,
        "committed": "2026-11-01T12:00:00Z",
        "scanned": "2026-11-23T09:00:00Z",
        "counts": {"met": 1, "not-met": 1, "not-applicable": 0, "unknown": 1},
        "open": 1,
        "notes": [".ospo.yml:3: is odd"],
        "profile": None,
        "ladder": [],
    }


def test_a_finding_has_stable_keys_and_words_in_the_language_asked() -> None:
    english, dutch = (document(FULL, language=code)["reports"][0]["findings"][0] for code in reversed(Language))

    assert english == {
        "check": "has-door",
        "topic": "house",
        "title": "Has a door",
        "outcome": "not-met",
        "reason": "missing",
        "values": {},
        "message": "There is none.",
        "next_step": "Make one.",
        "evidence": [{"path": "plan.md", "line": 3, "url": None}],
        "practice": "doors",
        "waiver": {"reason": "A tent.", "role": "landlord", "until": "2026-01-01", "holds": False},
    }
    words = {"title": "Heeft een deur", "message": "Er is er geen.", "next_step": "Maak er een."}
    assert dutch == english | words


def test_values_and_other_evidence_come_along() -> None:
    _, key, lamp = document(FULL)["reports"][0]["findings"]

    assert key["evidence"] == [{"path": None, "line": None, "url": "https://voorbeeld.example/x"}]
    assert (lamp["values"], lamp["practice"], lamp["waiver"], lamp["next_step"]) == (
        {"path": "roof", "count": 2},
        None,
        None,
        "",
    )


def test_paths_that_failed_stand_beside_the_reports() -> None:
    found = document(failures={"/nergens": "/nergens: there is nothing here"}, language=Language.NL)

    assert found["failures"] == [{"label": "/nergens", "error": "/nergens: there is nothing here"}]
    assert (found["reports"], found["language"], found["schema_version"]) == ([], "nl", "1.1")


@pytest.mark.parametrize("name", [b"caf\xe9".decode("utf-8", "surrogateescape"), "\x1b[31m", '"\\', "\ud800"])
def test_any_name_gives_json_that_every_program_can_read(name: str) -> None:
    strange = report(
        (DOOR, not_met("missing", Evidence(name)), Waiver(DOOR, name, name, datetime.date(2026, 1, 1))),
        (KEY, unknown("dark", what=name)),
        label=name,
        notes=[ParseError("{x}", path=name, x=name)],
    )

    text = report_json.document([strange], {name: name}, CATALOGUE, {}, Language.EN)

    text.encode("utf-8")
    assert "\x1b" not in text
    json.loads(text)


def test_the_schema_refuses_what_is_no_report() -> None:
    validator = jsonschema.Draft202012Validator(report_json.schema())
    good = document(FULL)

    for path, wrong in ((("reports", 0, "open"), "1"), (("reports", 0, "findings", 0, "outcome"), "fine")):
        found = json.loads(json.dumps(good))
        *way, last = path
        place = found
        for step in way:
            place = place[step]
        place[last] = wrong
        assert not validator.is_valid(found)
    assert not validator.is_valid({})


def test_the_schema_is_a_schema_and_its_text_is_stable() -> None:
    jsonschema.Draft202012Validator.check_schema(report_json.schema())
    assert json.loads(report_json.schema_text()) == report_json.schema()
    assert report_json.schema_text() == report_json.schema_text()
