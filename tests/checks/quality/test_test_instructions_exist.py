# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.test_instructions_exist import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CODE = {"src/a.py": "", "src/b.py": "", "tests/test_a.py": ""}


def test_a_command_in_a_text_is_met_at_its_line() -> None:
    readme = "# Voorbeeld\n\nIntroduction.\n\n## Tests\n\n```sh\npip install .\npytest\n```\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "explained", Evidence("README.md", 9), path="README.md"
    )


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "docs/develop/guide.rst", "backend/README.md", "TESTING.txt"])
def test_it_may_stand_in_any_text_for_developers(path: str) -> None:
    assert check(MemorySnapshot({**CODE, path: "Run ``tox`` to test.\n"})).reason == "explained"


def test_the_help_of_a_build_tool_is_met() -> None:
    told = check(MemorySnapshot({**CODE, "Makefile": "test: build ## Run all tests\n\tpytest\n"}))

    assert told == met("in-help", Evidence("Makefile", 1), path="Makefile")


def test_a_target_that_nobody_explains_is_not_met() -> None:
    snapshot = MemorySnapshot(
        {**CODE, "README.md": "# Voorbeeld\n", "package.json": '{"scripts": {\n "test": "jest"}}'}
    )

    assert check(snapshot) == not_met("only-in-build-file", Evidence("package.json", 2), path="package.json")


def test_tests_without_a_word_about_them_are_not_met() -> None:
    assert check(MemorySnapshot({**CODE, "README.md": "# Voorbeeld\n\nThe latest attestation.\n"})) == not_met(
        "missing"
    )


def test_tests_in_ci_alone_are_tests() -> None:
    ci = "on: push\njobs:\n  x:\n    steps:\n      - run: cargo test\n"

    assert check(MemorySnapshot({"src/a.rs": "", ".github/workflows/ci.yml": ci})).reason == "missing"


def test_words_about_tests_without_a_command_are_unknown() -> None:
    snapshot = MemorySnapshot({**CODE, "CONTRIBUTING.md": "Please make sure that all tests pass.\n"})

    assert check(snapshot) == unknown("only-mentioned", Evidence("CONTRIBUTING.md", 1), path="CONTRIBUTING.md")


def test_a_manual_elsewhere_is_unknown() -> None:
    readme = "# Voorbeeld\n\nSee the [documentation](https://voorbeeld.readthedocs.io/).\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == unknown(
        "elsewhere", Evidence("README.md", 3), path="README.md"
    )


def test_without_tests_there_is_nothing_to_explain() -> None:
    assert check(MemorySnapshot({"src/a.py": "", "src/b.py": ""})) == not_applicable("no-tests")


def test_documents_have_no_tests() -> None:
    assert check(MemorySnapshot({"a.md": "Run `pytest`.", "b.md": ""})) == not_applicable("no-program")


def test_a_text_that_cannot_be_read_is_not_taken_for_silent() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**CODE, "README.md": Unreadable("missing")}))


def test_a_text_that_cannot_be_read_does_not_matter_when_another_explains() -> None:
    files = {**CODE, "CONTRIBUTING.md": Unreadable("missing"), "README.md": "Run `pytest`.\n"}

    assert check(MemorySnapshot(files)).reason == "explained"
