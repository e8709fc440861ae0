# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest

from ospo.formats import ci_tools
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import ANALYSERS, DEPENDENCY_CHECKS, LINTERS, SBOM_MAKERS, Tool, find, named, speaking_of


def part(text: str, path: str = "ci.yml", *, before: int = 0, line: int | None = None, on_changes: bool = True) -> Part:
    return Part(path, before, text, ("ci.yml", line), on_changes)


def tool(text: str, tools: tuple[Tool, ...]) -> str | None:
    use = find([part(text)], tools)
    return use.tool if use else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("      - uses: github/codeql-action/init@v3", "CodeQL"),
        ("      - uses: github/codeql-action/analyze@" + "a" * 40, "CodeQL"),
        ("  run: semgrep scan --config auto", "Semgrep"),
        ("- run: docker run returntocorp/semgrep", "Semgrep"),
        ("  uses: SonarSource/sonarqube-scan-action@v5", "Sonar"),
        ("  ./gradlew build sonar", "Sonar"),
        ("  mvn -B verify sonar:sonar", "Sonar"),
        ("- task: SonarCloudPrepare@3", "Sonar"),
        ("  - template: Security/SAST.gitlab-ci.yml", "GitLab SAST"),
        ("  - template: Jobs/SAST.latest.gitlab-ci.yml", "GitLab SAST"),
        ("  - component: gitlab.com/components/sast/sast@1.0", "GitLab SAST"),
        ("    bandit -r src", "Bandit"),
        ("  - id: bandit", "Bandit"),
        ("  poetry run bandit -r src", "Bandit"),
        ("  python -m bandit src", "Bandit"),
        ("  uses: securego/gosec@master", "gosec"),
        ("  bundle exec brakeman", "Brakeman"),
        ("  vendor/bin/phpstan analyse", "PHPStan"),
        ("  ./vendor/bin/psalm", "Psalm"),
        ("  <artifactId>spotbugs-maven-plugin</artifactId>", "SpotBugs"),
        ("  uses: golangci/golangci-lint-action@v8", "golangci-lint"),
        ("  go vet ./...", "go vet"),
        ("  cargo clippy --all-targets", "Clippy"),
        ("  cargo +nightly clippy", "Clippy"),
        ("  clang-tidy src/a.cpp", "clang"),
        ("  pylint src", "Pylint"),
        ("  uses: Software-Improvement-Group/sigridci@main", "Sigrid"),
        ("  mix sobelow", "Dialyzer"),
        ("  uses: oxsecurity/megalinter/flavors/python@v8", "MegaLinter"),
    ],
)
def test_an_analyser_is_known_by_its_line(line: str, expected: str) -> None:
    assert tool(line, ANALYSERS) == expected


@pytest.mark.parametrize(
    "line",
    [
        "  uses: github/codeql-action/upload-sarif@v3",
        "  # semgrep scan",
        "  - name: Run semgrep",
        "  pip install bandit semgrep",
        "  uv tool install bandit",
        "  pip install bandit && pytest",
        "  go get github.com/securego/gosec",
        "  echo bandit",
        "  ruff check src",
        "  bandits --all",
        "  my-bandit x",
        "  cat bandit.txt",
        "  if: contains(x, 'semgrep')",
        "",
    ],
)
def test_what_runs_no_analyser_is_passed_over(line: str) -> None:
    assert tool(line, ANALYSERS) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  uses: actions/dependency-review-action@v4", "dependency-review"),
        ("  uses: google/osv-scanner-action/.github/workflows/x.yml@v2", "OSV-Scanner"),
        ("  osv-scanner scan -r .", "OSV-Scanner"),
        ("  trivy fs .", "Trivy"),
        ("  uses: aquasecurity/trivy-action@0.30", "Trivy"),
        ("  grype dir:.", "Grype"),
        ("  snyk test", "Snyk"),
        ("  uses: dependency-check/Dependency-Check_Action@main", "OWASP Dependency-Check"),
        ("  mvn org.owasp:dependency-check-maven:check", "OWASP Dependency-Check"),
        ("  ./gradlew dependencyCheckAnalyze", "OWASP Dependency-Check"),
        ("  pip install pip-audit && pip-audit", "pip-audit"),
        ("  uvx pip-audit", "pip-audit"),
        ("  safety check -r requirements.txt", "Safety"),
        ("  npm audit --omit=dev", "npm audit"),
        ("  yarn npm audit", "npm audit"),
        ("  pnpm --recursive audit", "npm audit"),
        ("  (pnpm audit || true)", "npm audit"),
        ("  npx audit-ci --high", "npm audit"),
        ("  cargo audit", "cargo audit"),
        ("  uses: EmbarkStudios/cargo-deny-action@v2", "cargo audit"),
        ("  bundle exec bundler-audit", "bundler-audit"),
        ("  composer audit", "composer audit"),
        ("  ./local-php-security-checker --path composer.lock", "composer audit"),
        ("  govulncheck ./...", "govulncheck"),
        ("  dotnet list package --vulnerable", "dotnet list package"),
        ("  clojure -M:watson scan", "clj-watson"),
        ("  - template: Security/Dependency-Scanning.gitlab-ci.yml", "GitLab Dependency Scanning"),
    ],
)
def test_a_check_of_dependencies_is_known_by_its_line(line: str, expected: str) -> None:
    assert tool(line, DEPENDENCY_CHECKS) == expected


@pytest.mark.parametrize(
    "line",
    [
        "  npm audit signatures",
        "  npm audit fix",
        "  npm ci",
        "  oras pull ghcr.io/aquasecurity/trivy-db:2",
        "  trivy image --download-db-only",
        "  trivy config .",
        "  uses: aquasecurity/setup-trivy@v0.2",
        "  cargo install cargo-audit",
        "  uses: advanced-security/maven-dependency-submission-action@v4",
        "  # - run: npm audit",
        "  safety first",
        "  dependency-check:",
        "  osv-scanner:",
    ],
)
def test_what_checks_no_dependencies_is_passed_over(line: str) -> None:
    assert tool(line, DEPENDENCY_CHECKS) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  uses: anchore/sbom-action@v0", "Syft"),
        ("  syft dir:. -o spdx-json", "Syft"),
        ("  uses: CycloneDX/gh-gomod-generate-sbom@v2", "CycloneDX"),
        ("  <artifactId>cyclonedx-maven-plugin</artifactId>", "CycloneDX"),
        ("  trivy image --format cyclonedx x", "CycloneDX"),
        ("  trivy sbom x", "Trivy"),
        ("  format: 'spdx-json'", "Trivy"),
        ("  npm sbom --sbom-format spdx", "npm sbom"),
        ("  reuse spdx -o sbom.spdx", "SPDX"),
        ("  run: reuse spdx > sbom.spdx", "SPDX"),
        ("  cdxgen -o bom.json", "cdxgen"),
        ("          sbom: true", "BuildKit"),
        ("  docker buildx build --sbom=true .", "BuildKit"),
        ("sboms:", "GoReleaser"),
        ("  uses: advanced-security/sbom-generator-action@v0.0.2", "GitHub"),
    ],
)
def test_a_maker_of_sboms_is_known_by_its_line(line: str, expected: str) -> None:
    assert tool(line, SBOM_MAKERS) == expected


@pytest.mark.parametrize(
    "line",
    [
        "  sbom: false",
        "  echo sbom",
        "  docker build --sbom=false .",
        "  cat sbom.json",
        "  reuse lint",
        "  Fix REUSE SPDX headers",
    ],
)
def test_what_makes_no_sbom_is_passed_over(line: str) -> None:
    assert tool(line, SBOM_MAKERS) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("  npx eslint .", "ESLint"), ("  ruff check", "Ruff"), ("  ruff format", None), ("  - id: flake8", "Flake8")],
)
def test_a_linter_is_known_by_its_line(line: str, expected: str | None) -> None:
    assert tool(line, LINTERS) == expected


def test_the_line_counts_from_the_start_of_the_file() -> None:
    use = find([part("a\nsemgrep ci\n", before=10)], ANALYSERS)

    assert use
    assert use.line == 12


def test_what_starts_on_changes_comes_first() -> None:
    late, early = part("semgrep ci\n", on_changes=False), part("bandit -r .\n")

    use = find([late, early], ANALYSERS)

    assert use
    assert (use.tool, use.part) == ("Bandit", early)


def test_a_command_that_goes_on_after_a_backslash_is_one_line() -> None:
    use = find([part("x\nsnyk \\\n  test\n")], DEPENDENCY_CHECKS)

    assert use
    assert use.line == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jobs:\n  sbom-of-release:\n    steps: []\n", ("ci.yml", 2)),
        ("    - name: Make the SBOM\n", ("ci.yml", 1)),
        ("    run: something sbom\n", None),
        ("  # sbom:\n", None),
    ],
)
def test_a_name_may_speak_of_it(text: str, expected: tuple[str, int] | None) -> None:
    assert speaking_of([part(text)], re.compile("sbom", re.IGNORECASE)) == expected


def test_the_name_of_a_pipeline_may_speak_of_it_but_not_that_of_a_script() -> None:
    words = re.compile("sbom")

    assert speaking_of([part("x", "sbom.yml")], words) == ("sbom.yml", 1)
    assert speaking_of([part("x", "sbom.sh", line=3)], words) is None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["build", "CodeQL / Analyze (python)"], "CodeQL / Analyze (python)"),
        (["SonarCloud Code Analysis"], "SonarCloud Code Analysis"),
        (["test", "lint"], None),
        ([], None),
    ],
)
def test_a_status_check_may_carry_the_name_of_a_tool(names: list[str], expected: str | None) -> None:
    assert named(names, ANALYSERS) == expected


@pytest.mark.parametrize("table", [ANALYSERS, LINTERS, DEPENDENCY_CHECKS, SBOM_MAKERS])
def test_every_tool_has_words_in_lower_case_and_a_sign(table: tuple[Tool, ...]) -> None:
    assert [t.name for t in table if not t.words or "".join(t.words) != "".join(t.words).lower()] == []
    assert [t.name for t in table if not (t.command or t.mark)] == []
    assert len({t.name for t in table}) == len(table)


def test_long_lines_are_read_to_their_end() -> None:
    assert tool("snyk semgrep codeql audit " * 3000 + "\n" + "/a" * 30_000, ANALYSERS) in {"Semgrep", None}
    assert ci_tools.find([], ANALYSERS) is None
