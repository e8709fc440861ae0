# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo.yml`: what is wrong in it, to line and column; and its JSON Schema says the same."""

import jsonschema
import pytest

from ospo.formats import organisation_file, yaml

WHOLE = """made: 2026-11-26
organisation:
  name: Gemeente Voorbeeld
  abbreviation: GV
  kind: municipality
  country: "NL"
  website: https://www.voorbeeld.nl
  ids:
    tooi: https://identifier.overheid.nl/tooi/id/gemeente/gm0000
    roo: 12345
    oin: "00000001234567890000"
    kvk: "01234567"
    wikidata: Q12345
  parent: Provincie Voorbeeld
  since: 2019-01-01
  predecessors:
    - Gemeente Oudedorp
ospo:
  exists: yes
  name: OSPO Voorbeeld
  since: 2024
  line: second
  policy: https://www.voorbeeld.nl/opensourcebeleid
  mailbox: opensource@voorbeeld.nl
  services:
    - Advies over licenties
accounts:
  - https://github.com/Gemeente-Voorbeeld
suppliers:
  - name: Bouwer BV
    website: https://bouwer.example.org
collaborations:
  - name: Samen Voorbeeld
"""


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(f.line, f.column, str(f.error)) for f in organisation_file.parse(text).faults]


def follows_the_schema(text: str) -> bool:
    validator = jsonschema.Draft202012Validator(organisation_file.json_schema())
    return validator.is_valid(yaml.load(text).value)


def test_a_whole_file_is_in_order_for_us_and_for_the_schema() -> None:
    words = organisation_file.parse(WHOLE)

    assert words.faults == ()
    assert words.get("organisation", "ids", "roo") == 12345
    assert words.get("ospo", "services", 0) == "Advies over licenties"
    assert words.lines["ospo", "line"] == 22
    assert follows_the_schema(WHOLE)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "key"),
    [
        ("made: 2026-11-26", "made: gisteren", 1, 1, "made"),
        ("made: 2026-11-26", "made: 2026-13-26", 1, 1, "made"),
        ("  kind: municipality", "  kind: dorp", 5, 3, "organisation.kind"),
        ("    roo: 12345", "    roo: twaalf", 10, 5, "organisation.ids.roo"),
        ('    oin: "00000001234567890000"', "    oin: 1234567890000", 11, 5, "organisation.ids.oin"),
        ("  exists: yes", "  exists: misschien", 19, 3, "ospo.exists"),
        ("  line: second", "  line: fourth", 22, 3, "ospo.line"),
        ("  policy: https://www", "  policy: www", 23, 3, "ospo.policy"),
        ("mailbox: opensource@", "mailbox: dev-one@", 24, 3, "ospo.mailbox"),
        ("  - https://github.com/Gemeente-Voorbeeld", "  - Gemeente-Voorbeeld", 28, 5, "accounts[1]"),
        ("  - name: Bouwer BV", "  - naam: Bouwer BV", 30, 5, "naam"),
        ("  name: Gemeente Voorbeeld", "  name: [a]", 3, 3, "organisation.name"),
        ("  services:\n    - Advies over licenties", "  services: advies", 25, 3, "ospo.services"),
    ],
)
def test_a_fault_is_told_at_its_line_and_column(old: str, new: str, line: int, column: int, key: str) -> None:
    assert old in WHOLE
    found = faults(WHOLE.replace(old, new))

    assert (line, column) in [(at, place) for at, place, _ in found]
    assert any(f"'{key}'" in message for _, _, message in found)


@pytest.mark.parametrize("left_out", ["made: 2026-11-26\n", "  name: Gemeente Voorbeeld\n", "  exists: yes\n"])
def test_what_is_needed_is_missed_by_us_and_by_the_schema(left_out: str) -> None:
    text = WHOLE.replace(left_out, "")

    assert any("missing" in message for _, _, message in faults(text))
    assert not follows_the_schema(text)


@pytest.mark.parametrize(
    "text", ["", "- a\n", "a: {\n", "made: 1\nmade: 2\n", "{a: [1, {b: 2}]}\n", "organisation: x\n"]
)
def test_anything_else_is_at_least_one_fault_and_no_crash(text: str) -> None:
    assert faults(text)


def test_a_fault_in_the_yaml_itself_says_its_line_once() -> None:
    [(line, column, message)] = faults("made: 2026-11-26\nospo: [\n")

    assert (line, column) == (2, 1)
    assert "ospo.yml" not in message
