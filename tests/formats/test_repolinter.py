# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading rule sets of repolinter: JSON and YAML, one on top of another, and whatever a stranger wrote."""

import json

import pytest

from ospo.errors import ParseError
from ospo.formats import repolinter
from ospo.formats.repolinter import Rule

RULES = {
    "version": 2,
    "axioms": {},
    "extends": "https://voorbeeld.example/base.json",
    "rules": {
        "license-file-exists": {
            "level": "error",
            "where": ["language=python"],
            "rule": {"type": "file-existence", "options": {"globsAny": ["LICENSE*"], "nocase": True}},
        },
        "readme-file-exists": {"level": "warning"},
        "off": {"level": "off"},
    },
}
YAML = """
version: 2
axioms: {}
rules:
  license-file-exists:
    level: error
    rule:
      type: file-existence
      options:
        globsAny: [LICENSE*]
"""


def test_a_rule_has_its_level_type_options_and_conditions() -> None:
    found = repolinter.parse(json.dumps(RULES))

    options = {"globsAny": ["LICENSE*"], "nocase": True}
    expected = Rule("license-file-exists", "error", "file-existence", options, ("language=python",))
    assert found.rules["license-file-exists"] == expected
    assert found.rules["readme-file-exists"] == Rule("readme-file-exists", "warning")
    assert found.extends == "https://voorbeeld.example/base.json"


def test_yaml_says_the_same_as_json() -> None:
    assert repolinter.parse(YAML).rules["license-file-exists"].texts("globsAny") == ("LICENSE*",)


def test_a_set_on_top_of_another_sets_levels_and_replaces_whole_rules() -> None:
    base = repolinter.parse(YAML)
    top = {"license-file-exists": {"level": "warning"}, "new": {"level": "error", "rule": {"type": "large-file"}}}
    found = repolinter.parse(json.dumps({"version": 2, "rules": top})).on(base)

    assert found.rules["license-file-exists"] == Rule(
        "license-file-exists", "warning", "file-existence", {"globsAny": ["LICENSE*"]}
    )
    assert found.rules["new"].type == "large-file"
    assert found.extends == ""


def test_texts_of_options_that_are_something_else_are_left_out() -> None:
    rule = Rule("x", "error", "y", {"a": "one", "b": ["two", 3, None], "c": {"d": 1}, "e": None})

    assert rule.texts("a", "b", "e", "gone") == ("one", "two")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no rule set"),
        ("[]", "no rule set"),
        ('{"rules": []}', "no rule set"),
        ('{"rules": {}}', "version 2"),
        ('{"version": 1, "rules": {"all": {}}}', "version 2"),
        ('{"version": 2, "rules": {"a": []}}', "another form"),
        ('{"version": 2, "rules": {"a": {"level": "loud"}}}', "none of: error, warning, off"),
        ('{"version": 2, "rules": {"a": {"level": ["error"]}}}', "none of: error, warning, off"),
        ('{"version": 2,', "not valid JSON"),
        ('{"a":' * 100_000, "not valid JSON"),
        ("rules: [", "not valid YAML"),
        (json.dumps({"version": 2, "rules": {f"r{n}": {"level": "off"} for n in range(2001)}}), "more than 2000"),
    ],
    ids=range(12),
)
def test_what_is_no_rule_set_is_one_error(text: str, said: str) -> None:
    with pytest.raises(ParseError, match=said):
        repolinter.parse(text, "regels.json")


def test_odd_parts_of_a_rule_do_not_count() -> None:
    odd = {"level": False, "rule": {"type": 3, "options": []}, "where": "language=go"}
    found = repolinter.parse(json.dumps({"version": 2, "extends": 7, "rules": {"a": odd}}))

    assert (found.rules["a"], found.extends) == (Rule("a", "off"), "")
