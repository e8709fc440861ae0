# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import guidance_on_tests as guidance
from ospo.formats.guides import Guide


@pytest.mark.parametrize(
    "text",
    [
        "Run `make test` before you push.",
        "```\nnpm install\nnpm test\n```",
        "Compile and run the tests:\n\n```\nmvn verify\n```",
        "    $ python src/manage.py test app",
        "Test\n----\n\nTo check it:\n\n    go test -v ./... \n",
        "## Tests draaien\n\nGebruik het programma in de map en voer alles uit.",
        "## Running the tests\n\nStart the container and use the button on the left.",
        "## Unit tests\n\n```\ncustom-runner --all\n```",
        "```\ncargo dev-test\n```",
    ],
)
def test_instructions_for_tests(text: str) -> None:
    assert guidance.how_to_run(Guide("README.md", text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The latest version was tested by hand.",
        "## Build\n\n```\nmvn clean install\n```",
        "```python\nimport pytest\n```",
        "## Test en acceptatie\n\nDe omgeving draait op het cluster van de dienst.",
        "## Test data\n\nUse the file to run the import.",
        "## Tests\n\nTODO",
        "Make sure that the tests pass.",
        "We use pytest.ini and jest.config.js.",
        "go test it at home.",
    ],
)
def test_other_words_about_tests(text: str) -> None:
    assert guidance.how_to_run(Guide("README.md", text)) is None


def test_the_line_is_that_of_the_command() -> None:
    assert guidance.how_to_run(Guide("README.md", "# a\n\n```\nls\n\n$ tox\n```\n")) == 6


@pytest.mark.parametrize("text", ["Make sure all tests pass.", "We use pytest.", "De tests moeten slagen."])
def test_a_mention_of_tests_is_told_apart(text: str) -> None:
    assert guidance.mentions(Guide("README.md", text)) == 1


@pytest.mark.parametrize("text", ["[![Run tests](https://x.example/b.svg)](https://x.example)", "A test environment."])
def test_a_badge_or_another_test_is_no_mention(text: str) -> None:
    assert guidance.mentions(Guide("README.md", text)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Please add tests for new features.",
        "1. The pull request should include tests.",
        "Bugfixes require a test that shows the fault.",
        "New code is covered by unit tests.",
        "We recommend you add unit tests that cover your fix.",
        "- [ ] I have added tests to cover my changes.",
        "Unit tests (`pytest`) are passing, incl. additions created as part of your contribution",
        "Voeg tests toe aan je wijziging.",
        "Nieuwe functionaliteit heeft tests.",
        "Bij een aanpassing zijn tests verplicht.",
        "If applicable, write additional tests. Then run the tests.",
    ],
)
def test_a_demand_for_tests(sentence: str) -> None:
    assert guidance.asked_with_changes(Guide("CONTRIBUTING.md", sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Make sure all tests pass.",
        "Run the tests before you push your changes.",
        "Make changes, compile, and test thoroughly.",
        "test: Adding missing tests or correcting existing tests",
        "No tests are needed for a change of words.",
        "Add `nickname` in `tests/valid.yml`",
        "Add your credentials to the test environment.",
        "Tests should be placed in src/tests.",
        "The tests are written with PHPUnit.",
    ],
)
def test_no_demand_for_tests(sentence: str) -> None:
    assert guidance.asked_with_changes(Guide("CONTRIBUTING.md", sentence)) is None


def test_a_demand_counts_in_a_section_for_contributors_and_not_just_anywhere() -> None:
    asks = "Add tests for your change."

    assert guidance.asked_with_changes(Guide("README.md", f"# a\n\n## Bijdragen\n\n### Code\n\n{asks}\n")) == 7
    assert guidance.asked_with_changes(Guide("README.md", f"# a\n\n## Examples\n\n{asks}\n")) is None


@pytest.mark.parametrize(
    "path", ["tests/test_a.py", "src/a_test.go", "web/a.spec.ts", "src/test/java/ATest.java", "App.Tests/A.cs"]
)
def test_files_of_tests(path: str) -> None:
    assert guidance.has_tests([path])


@pytest.mark.parametrize("path", ["src/latest.py", "src/contest.js", "tests/data.json", "src/attestation.go"])
def test_files_that_only_look_like_it(path: str) -> None:
    assert not guidance.has_tests([path])


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("Makefile", "build:\n\ntest: build\n", (3, False)),
        ("Makefile", "test: ## Run the tests\n", (1, True)),
        ("justfile", "# Run the tests\ntest:\n  pytest\n", (2, True)),
        ("package.json", '{\n  "scripts": {\n    "test:unit": "jest"\n', (3, False)),
        ("package.json", '{"scripts": {\n"test": "echo no tests && exit 1"', None),
        ("tox.ini", "[tox]\n\n[testenv]\n", (3, False)),
        ("pyproject.toml", '[project.optional-dependencies]\ntest = ["pytest"]\n', None),
        ("README.md", "test:\n", None),
    ],
)
def test_commands_in_build_files(path: str, text: str, found: tuple[int, bool] | None) -> None:
    assert guidance.in_build_file(path, text) == found
    assert guidance.is_build_file(path) is (path != "README.md")
