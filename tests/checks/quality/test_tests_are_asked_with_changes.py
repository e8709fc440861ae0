# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.tests_are_asked_with_changes import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

CODE = {"src/a.py": "", "src/b.py": ""}
GITHUB = ("https://github.com/voorbeeld/code",)
GITLAB = ("https://gitlab.com/voorbeeld/code",)


def test_a_sentence_in_the_rules_is_met_at_its_line() -> None:
    rules = "# Contributing\n\nBe kind.\n\nNew features must come with tests.\n"

    assert check(MemorySnapshot({**CODE, "CONTRIBUTING.md": rules})) == met(
        "asked", Evidence("CONTRIBUTING.md", 5), path="CONTRIBUTING.md"
    )


def test_a_box_in_a_template_is_met_even_inside_a_comment() -> None:
    template = "## Checklist\n\n<!--\n- [ ] Tests added or updated\n-->\n"
    snapshot = MemorySnapshot({**CODE, ".github/pull_request_template.md": template})

    assert check(snapshot).reason == "asked"


def test_rules_that_ask_nothing_of_the_kind_are_not_met() -> None:
    snapshot = MemorySnapshot({**CODE, "CONTRIBUTING.md": "Run the tests before you push.\n"})

    assert check(snapshot) == not_met("not-asked", Evidence("CONTRIBUTING.md"))


def test_nothing_at_all_is_not_met_where_no_owner_can_supply_it() -> None:
    assert check(MemorySnapshot({**CODE, "README.md": "# Voorbeeld\n"}, remotes=GITLAB)) == not_met("not-asked")


def test_the_owner_may_supply_the_rules() -> None:
    assert check(MemorySnapshot({**CODE, "README.md": "# Voorbeeld\n"}, remotes=GITHUB)) == unknown(
        "may-be-inherited", file="CONTRIBUTING.md"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("codecov.yml", "coverage:\n  status:\n    patch:\n      default:\n        target: 80%\n"),
        (".github/workflows/ci.yml", "\n\n\n\n      - run: pytest --cov-fail-under=90\n"),
    ],
)
def test_a_limit_on_coverage_without_words_is_unknown(path: str, text: str) -> None:
    rules = {"CONTRIBUTING.md": "Be kind.\n"}

    assert check(MemorySnapshot({**CODE, **rules, path: text})) == unknown("only-a-gate", Evidence(path, 5), path=path)


def test_rules_elsewhere_are_unknown() -> None:
    rules = {"CONTRIBUTING.md": "See the [developer guide](https://docs.voorbeeld.example/).\n"}

    assert check(MemorySnapshot({**CODE, **rules})).reason == "elsewhere"


def test_documents_need_no_tests() -> None:
    assert check(MemorySnapshot({"a.md": "", "CONTRIBUTING.md": "Be kind."})) == not_applicable("no-program")


def test_documents_that_ask_for_them_are_met_so_that_an_owner_can_supply_the_rules() -> None:
    assert check(MemorySnapshot({"CONTRIBUTING.md": "Add tests for your change."})).reason == "asked"
