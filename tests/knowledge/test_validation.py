# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own words for what breaks a schema agree with the library that reads by that schema."""

from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import knowledge_base
from ospo.formats import front_matter, yaml
from ospo.knowledge import kinds
from ospo.knowledge.validation import faults

FILES = {
    "practice": "practices/licentie-kiezen.nl.md",
    "translation": "practices/licentie-kiezen.en.md",
    "page": "pages/over.nl.md",
    "fact": "facts/voorbeeld-besluit.yaml",
    "glossary": "glossary.yaml",
    "norm": "norms/voorbeeldnorm.yaml",
    "organisation": "organisations/gemeente-voorbeeld.yaml",
    "profile": "profiles/voorbeeldbeleid.yaml",
    "step": "roadmap/aanbesteden.yaml",
    "event": "events/werkdag-2026.yaml",
    "participant": "participants/gemeente-voorbeeld.yaml",
    "group": "groups/werkgroep-kaarten.yaml",
    "decision": "decisions/oude-regel.yaml",
    "redirects": "redirects.yaml",
    "template": "templates/note/template.yaml",
    "search-words": "search-words.yaml",
}
ODD = st.sampled_from(
    [None, True, 0, 1, -5, 2026, 9999, 1.5, "", " ", "x", "X y", "2026-11-23", "2026-13-01", "https://x", "6 maanden"]
) | st.sampled_from([[], {}, ["x"], [None], {"nl": "x"}, {"nl": "x", "en": "y"}, "0123456789ab", "f" * 64])


def value_of(kind: str) -> Any:
    text = (knowledge_base.CONTENT / FILES[kind]).read_text("utf-8")
    return front_matter.split(text).values if Path(FILES[kind]).suffix == ".md" else yaml.load(text).value


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with a key or index in it, all the way down."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = []
    for key, below in pairs:
        found += [(value, key), *places(below)]
    return found


def is_accepted(value: Any, kind: str) -> bool:
    try:
        msgspec.convert(value, kinds.SCHEMAS[kind])
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", FILES)
def test_the_fictional_files_have_no_faults(kind: str) -> None:
    assert set(FILES) == set(kinds.SCHEMAS)
    assert faults(value_of(kind), kinds.SCHEMAS[kind]) == []


@given(kind=st.sampled_from(sorted(FILES)), data=st.data())
def test_a_value_has_faults_exactly_when_it_cannot_be_read(kind: str, data: st.DataObject) -> None:
    value = value_of(kind)
    container, key = data.draw(st.sampled_from(places(value)))
    action = data.draw(st.sampled_from(["replace", "remove", "add"]))
    if action == "remove":
        del container[key]
    elif action == "add" and isinstance(container, dict):
        container["onbekend"] = 1
    else:
        container[key] = data.draw(ODD)

    found = faults(value, kinds.SCHEMAS[kind])

    assert bool(found) is not is_accepted(value, kind)
    for fault in found:
        assert "{" not in fault.message.format(**fault.values)


def test_a_field_that_may_be_absent_may_be_empty() -> None:
    value = value_of("fact") | {"applies-from": None, "check-before": None}
    value["source"]["date"] = None

    assert faults(value, kinds.SCHEMAS["fact"]) == []


@pytest.mark.parametrize("value", [None, 3, "x", []])
def test_a_file_that_holds_something_else_is_one_fault(value: Any) -> None:
    assert len(faults(value, kinds.SCHEMAS["fact"])) == 1


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_for_editors_accepts_the_fictional_files_and_refuses_an_unknown_field(kind: str) -> None:
    validator = jsonschema.Draft202012Validator(kinds.json_schema(kind))
    value = value_of(kind)
    assert list(validator.iter_errors(value)) == []

    (value[0] if isinstance(value, list) else value)["onbekend"] = 1
    assert not validator.is_valid(value)
