# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.publiccode_uses_current_keys import check
from ospo.domain.finding import Evidence, Outcome, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

PATH = "publiccode.yml"


def verdict(text: str, path: str = PATH) -> Verdict:
    return check(MemorySnapshot({path: text}))


def test_known_keys_of_the_newest_version_are_met() -> None:
    found = verdict('publiccodeYmlVersion: "0.7"\nname: Wijzer\nsupports: []\n')

    assert found == met("current", Evidence(PATH), path=PATH, version="0.7")


def test_an_older_version_is_met_and_the_newest_is_named() -> None:
    found = verdict('publiccodeYmlVersion: "0.4"\nlegal: {repoOwner: Voorbeeld}\n')

    assert found == met("version-old", Evidence(PATH), path=PATH, version="0.4", newest="0.7")


@pytest.mark.parametrize("version", ["0.5", "0.5.0", "0"])
def test_a_key_deprecated_in_the_declared_version_is_not_met(version: str) -> None:
    found = verdict(f'publiccodeYmlVersion: "{version}"\nlegal:\n  repoOwner: Voorbeeld\n')

    assert found == not_met(
        "deprecated-keys", Evidence(PATH, 3), path=PATH, key="legal.repoOwner", count=1, version=version
    )


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("softwareversion: 1.0\n", "softwareversion", 2),
        ("description:\n  nl:\n    shortdescription: x\n", "description.nl.shortdescription", 4),
        ("maintenance:\n  contacts:\n    - mail: x\n", "maintenance.contacts[0].mail", 4),
    ],
)
def test_an_unknown_key_is_not_met_at_any_level(text: str, key: str, line: int) -> None:
    found = verdict(f'publiccodeYmlVersion: "0.5"\n{text}')

    assert found == not_met("unknown-keys", Evidence(PATH, line), path=PATH, key=key, count=1)


def test_an_unknown_key_counts_even_when_no_version_is_declared() -> None:
    assert verdict("colour: red\n").reason == "unknown-keys"


def test_a_section_of_a_country_and_wrong_values_are_left_alone() -> None:
    found = verdict('publiccodeYmlVersion: "0.7"\nNL: {gemma: x}\nurl: nowhere\nplatforms: 3\n')

    assert found.reason == "current"


def test_a_key_of_a_later_version_is_met() -> None:
    found = verdict('publiccodeYmlVersion: "0.4"\norganisation: {uri: "https://voorbeeld.example"}\n')

    assert found == met("ahead", Evidence(PATH, 2), path=PATH, key="organisation", version="0.4")


def test_a_version_we_do_not_know_is_unknown() -> None:
    assert verdict('publiccodeYmlVersion: "0.99"\ncolour: red\n') == unknown(
        "newer-version", Evidence(PATH), path=PATH, version="0.99"
    )


@pytest.mark.parametrize("text", ["name: Wijzer\n", "publiccodeYmlVersion: latest\n", "publiccodeYmlVersion: ''\n"])
def test_without_a_declared_version_what_is_deprecated_is_unknown(text: str) -> None:
    assert verdict(f"{text}legal: {{repoOwner: Voorbeeld}}\n") == unknown("no-version", Evidence(PATH), path=PATH)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "name: [\n", "name: x\nname: y\n"])
def test_a_file_without_readable_keys_gets_no_verdict(text: str) -> None:
    assert verdict(text) == not_applicable("no-keys", Evidence(PATH), path=PATH)


def test_no_file_no_verdict() -> None:
    assert verdict("x: 1\n", "docs/publiccode.yml") == not_applicable("no-publiccode")


def test_at_most_five_places_are_shown() -> None:
    found = verdict("".join(f"strange{n}: x\n" for n in range(9)))

    assert (found.outcome, len(found.evidence), found.values["count"]) == (Outcome.NOT_MET, 5, 9)
