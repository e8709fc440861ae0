# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import ci_style, ci_tools
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import Tool


def tool(line: str, table: tuple[Tool, ...] = ci_style.STYLE_CHECKS) -> str | None:
    use = ci_tools.find([Part("ci.yml", 0, line, ("ci.yml", None), True)], table)
    return use.tool if use else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- run: pre-commit run --all-files", "pre-commit"),
        ("- uses: astral-sh/ruff-action@v3", "Ruff"),
        ("    - black --check src", "Black"),
        ("run: python -m flake8", "Flake8"),
        ("run: npx eslint .", "ESLint"),
        ("run: npx standard", "ESLint"),
        ("run: npx prettier --check .", "Prettier"),
        ("run: vendor/bin/php-cs-fixer fix --dry-run", "PHP style"),
        ("run: bundle exec rubocop", "RuboCop"),
        ("run: mvn checkstyle:check", "Checkstyle"),
        ("<artifactId>spotless-maven-plugin</artifactId>", "Checkstyle"),
        ("run: test -z $(gofmt -l .)", "gofmt"),
        ("uses: golangci/golangci-lint-action@v6", "golangci-lint"),
        ("run: cargo fmt --all -- --check", "rustfmt"),
        ("run: dotnet format --verify-no-changes", "dotnet format"),
        ("run: lintr::lint_package()", "R style"),
        ("run: shellcheck *.sh", "ShellCheck"),
        ("uses: hadolint/hadolint-action@v3", "Hadolint"),
        ("run: terraform fmt -check", "Terraform style"),
        ("uses: DavidAnson/markdownlint-cli2-action@v19", "Markdown style"),
        ("uses: super-linter/super-linter@v7", "Super-Linter"),
        ("run: npm run lint", "own target"),
        ("run: make code-style", "own target"),
        ("run: tox -e lint", "own target"),
        ("run: composer run-script cs", "own target"),
        ("run: ./gradlew lintDebug", None),
    ],
)
def test_lines_that_check_style(line: str, name: str | None) -> None:
    assert tool(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "run: pip install black flake8",
        "name: Check the style with Ruff",
        "run: npm run build",
        "run: make information",
        "run: pytest --standard",
        "- run: docker compose up blackbox",
        "run: echo formatting",
        "# ruff check .",
        "run: node standard.js",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert tool(line) is None


def test_services_and_builds_are_tables_of_their_own() -> None:
    assert tool("uses: SonarSource/sonarqube-scan-action@v5", ci_style.SERVICES) == "Sonar"
    assert tool("run: yarn workspace web build", ci_style.BUILDS) == "build"
    assert tool("run: npx projen build", ci_style.BUILDS) == "build"


def test_settings_of_a_tool_go_before_those_of_editors() -> None:
    assert ci_style.settings_file([".editorconfig", "web/.eslintrc.json", "README.md"]) == "web/.eslintrc.json"
    assert ci_style.settings_file(["a/b/c/.eslintrc.json"]) is None
    assert ci_style.checks_scripts(["web/eslint.config.mjs"])
    assert not ci_style.checks_scripts(["src/eslint.py"])
