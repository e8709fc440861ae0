# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.contributing_states_requirements import check
from ospo.domain.finding import Evidence, Outcome, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
ON_GITHUB = ("https://github.com/voorbeeld/project",)


@pytest.mark.parametrize(
    "text",
    [
        "# Contributing\n\nAdd unit tests.\n\nRun the linter.\n",
        "# Bijdragen\n\nSchrijf tests bij je wijziging.\n\nHoud je aan de codeconventies.\n",
        "# Contributing\n\n- Sign off your commits.\n\n- All checks must pass.\n",
        "# Contributing\n\nSign your work: `git commit -s`\n\n## Code style\n\nZie boven.\n",
    ],
)
def test_two_kinds_are_enough(text: str) -> None:
    verdict = check(MemorySnapshot({"CONTRIBUTING.md": text}, remotes=ON_GITLAB))

    places = (Evidence("CONTRIBUTING.md", 3), Evidence("CONTRIBUTING.md", 5))
    assert verdict == met("states", *places, path="CONTRIBUTING.md", n=2)


def test_one_kind_is_not() -> None:
    snapshot = MemorySnapshot({"CONTRIBUTING.md": "Welcome!\n\nPlease run the tests.\nRun all tests.\n"})

    verdict = not_met("one-kind", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md", kind="tests")
    assert check(snapshot) == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Thank you! Make a pull request and we will look at it.",
        "# Bugs\n\nWrite a clear title and run the tests.\n",
        "# Release\n\nUpdate the changelog; all checks must pass.\n\n## After\n\nRun the tests.\n",
        "This work is licensed under the EUPL.",
    ],
)
def test_a_welcome_and_rules_for_others_ask_nothing_of_a_contribution(text: str) -> None:
    snapshot = MemorySnapshot({"CONTRIBUTING.md": text})

    assert check(snapshot) == not_met("none", Evidence("CONTRIBUTING.md"), path="CONTRIBUTING.md")


def test_the_templates_for_a_request_and_files_that_the_guide_refers_to_count_along() -> None:
    files = {
        "docs/CONTRIBUTING.md": "See [development](develop.md#tests) and [more](../other.md).",
        "docs/develop.md": "Run the tests.",
        ".gitlab/merge_request_templates/Default.md": "- [ ] I updated the documentation",
    }
    verdict = check(MemorySnapshot(files, remotes=ON_GITLAB))

    assert verdict.outcome is Outcome.MET
    assert verdict.evidence == (
        Evidence("docs/develop.md", 1),
        Evidence(".gitlab/merge_request_templates/Default.md", 1),
    )


def test_only_texts_are_followed() -> None:
    files = {"CONTRIBUTING.md": "See [developing](develop.ipynb).", "develop.ipynb": "Run the tests and the linter."}

    assert check(MemorySnapshot(files, remotes=ON_GITLAB)).reason == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Read [our rules](https://voorbeeld.example/contributing).",
        "Please refer to the Developer Guide on our site.",
        "Zie onze richtlijnen.",
        "See [the guide](../handbook/contributing.md).",
    ],
)
def test_a_guide_elsewhere_makes_it_unknown(text: str) -> None:
    verdict = check(MemorySnapshot({"CONTRIBUTING.md": f"Hello.\n\n{text}"}))

    assert verdict == unknown("elsewhere", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md")


@pytest.mark.parametrize(
    "text",
    [
        "Fork it, as [here](https://docs.github.com/en/pull-requests/contributing).",
        "```\nurl: https://voorbeeld.example/contributing\n```",
    ],
)
def test_a_manual_of_the_forge_or_a_line_of_code_is_no_guide(text: str) -> None:
    assert check(MemorySnapshot({"CONTRIBUTING.md": text})).reason == "none"


@pytest.mark.parametrize(
    "text",
    [
        "We do not accept pull requests. Run the tests and the linter.",
        "The project is not organised around outside contributions.",
        "We nemen geen bijdragen aan.",
    ],
)
def test_where_contributions_are_not_taken_it_does_not_apply(text: str) -> None:
    snapshot = MemorySnapshot({"CONTRIBUTING.md": f"# x\n\n{text}"})

    assert check(snapshot) == not_applicable("closed", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md")


def test_without_a_guide_a_section_of_the_readme_is_read_on_its_own_lines() -> None:
    readme = "# x\n\nRun the linter.\n\n## Bijdragen\n\nVoeg tests toe. Onderteken met de DCO.\n"

    verdict = check(MemorySnapshot({"README.md": readme}, remotes=ON_GITLAB))

    assert verdict == met("states", Evidence("README.md", 7), Evidence("README.md", 7), path="README.md", n=2)


@pytest.mark.parametrize("files", [{}, {"README.md": "## Contributing\n\nSend it."}, {"CONTRIBUTING.md": "\n"}])
def test_the_owner_may_supply_the_guide(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files, remotes=ON_GITHUB)) == unknown("may-be-inherited", file="CONTRIBUTING.md")


def test_without_any_guide_it_is_missing() -> None:
    assert check(MemorySnapshot({"README.md": "# x"}, remotes=ON_GITLAB)) == not_met("missing")


def test_a_section_that_asks_nothing_is_named() -> None:
    snapshot = MemorySnapshot({"README.md": "## Contributing\n\nSend it."}, remotes=ON_GITLAB)

    assert check(snapshot) == not_met("none", Evidence("README.md"), path="README.md")


def test_what_is_retired_need_not_ask_anything() -> None:
    files = {"README.md": "# x\n\nThis project is archived.\n", "CONTRIBUTING.md": "Welcome."}

    for remotes in (ON_GITHUB, ON_GITLAB):
        assert check(MemorySnapshot(files, remotes=remotes)) == not_applicable("retired", Evidence("README.md", 3))
