# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.code_of_conduct_names_contact import check
from ospo.domain.finding import Evidence, Outcome, met, not_met, unknown
from snapshots import MemorySnapshot

PATH = "CODE_OF_CONDUCT.md"
LONG = "# Code of conduct\n\n" + "Be kind to everybody in every space. " * 30 + "\n\n"
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Report to gedrag@voorbeeld.example.", "found"),
        ("Report with [the form](https://voorbeeld.example/melden).", "found"),
        ("Report to @voorbeeld/gedrag.", "found"),
        ("Meld het bij de vertrouwenspersoon.", "found"),
    ],
)
def test_a_contact_is_met(sentence: str, reason: str) -> None:
    assert check(MemorySnapshot({PATH: LONG + sentence})) == met(reason, Evidence(PATH, 5), path=PATH)


def test_no_verdict_carries_the_contact_itself() -> None:
    verdict = check(MemorySnapshot({PATH: LONG + "Report to gedrag@voorbeeld.example."}))

    assert dict(verdict.values) == {"path": PATH}


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (LONG + "Report at [INSERT CONTACT METHOD].", "placeholder", 5),
        (LONG + "It may be\nreported to the community leaders responsible for enforcement.", "no-contact", 5),
        (LONG + "You may contact the leaders.", "no-contact", None),
        (LONG + "Report to ospo@voorbeeld. We review it.", "incomplete-address", 5),
        (LONG + "Report by [opening an issue](https://github.com/a/b/issues/new).", "public-only", 5),
        ("We follow the [Contributor Covenant](https://www.contributor-covenant.org).", "no-contact", None),
        ("", "no-contact", None),
    ],
)
def test_nobody_named_is_not_met(text: str, reason: str, line: int | None) -> None:
    assert check(MemorySnapshot({PATH: text})) == not_met(reason, Evidence(PATH, line), path=PATH)


def test_a_code_elsewhere_is_unknown() -> None:
    text = "We follow the [code](https://voorbeeld.example/conduct)."

    assert check(MemorySnapshot({PATH: text})) == unknown("elsewhere", Evidence(PATH, 1), path=PATH)


@pytest.mark.parametrize(
    ("readme", "outcome"),
    [
        ("## Contact\n\nbeheer@voorbeeld.example", Outcome.MET),
        ("## Contact\n\n@voorbeeld/beheer", Outcome.MET),
        ("## Contact\n\nnobody", Outcome.NOT_MET),
    ],
)
def test_a_reference_to_the_readme_is_followed(readme: str, outcome: Outcome) -> None:
    files = {PATH: LONG + "Meld het bij de beheerder; de gegevens staan in de README.", "README.md": readme}

    assert check(MemorySnapshot(files)).outcome is outcome


def test_a_translation_with_a_contact_is_enough() -> None:
    files = {PATH: LONG, "CODE_OF_CONDUCT.nl.md": LONG + "Meld via gedrag@voorbeeld.example."}

    assert check(MemorySnapshot(files)).evidence == (Evidence("CODE_OF_CONDUCT.nl.md", 5),)


@pytest.mark.parametrize("title", ["Gedragscode", "Omgangsvormen", "Gedragsregels"])
def test_a_section_with_a_contact_is_met(title: str) -> None:
    files = {"CONTRIBUTING.md": f"# x\n\n## {title}\n\nMeld via gedrag@voorbeeld.example."}

    assert check(MemorySnapshot(files)) == met("section", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md")


@pytest.mark.parametrize("readme", ["## Code of conduct\n\nBe kind.", "## Usage\n\nx"])
def test_absent_follows_the_forge(readme: str) -> None:
    assert check(MemorySnapshot({"README.md": readme})) == unknown("may-be-inherited", file="CODE_OF_CONDUCT.md")
    assert check(MemorySnapshot({"README.md": readme}, remotes=ON_GITLAB)) == not_met("missing")
