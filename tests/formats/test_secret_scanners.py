# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import ci_reach, ci_tools, secret_scanners
from snapshots import MemorySnapshot

CI = ".github/workflows/ci.yml"


def used(step: str) -> str | None:
    snapshot = MemorySnapshot({CI: f"on: push\njobs:\n  a:\n    steps:\n      - {step}\n"})
    use = ci_tools.find(ci_reach.reach(snapshot).parts, secret_scanners.SCANNERS)
    return use.tool if use else None


@pytest.mark.parametrize(
    ("step", "tool"),
    [
        ("uses: gitleaks/gitleaks-action@v2", "Gitleaks"),
        ("run: gitleaks detect --source .", "Gitleaks"),
        ("uses: trufflesecurity/trufflehog@main", "TruffleHog"),
        ("run: detect-secrets-hook --baseline .secrets.baseline", "detect-secrets"),
        ("run: ggshield secret scan ci", "GitGuardian"),
        ("run: git secrets --scan", "git-secrets"),
        ("run: trivy fs --scanners vuln,secret .", "Trivy"),
        ("run: npx secretlint '**/*'", "Secretlint"),
    ],
)
def test_a_step_that_looks_for_credentials_is_known(step: str, tool: str) -> None:
    assert used(step) == tool


@pytest.mark.parametrize(
    "step",
    [
        "run: pip install detect-secrets",
        "name: We used gitleaks detect here",
        "run: cat .gitleaks.toml",
        "run: trivy fs --scanners vuln .",
        "run: pytest tests/test_secrets.py",
    ],
)
def test_a_step_that_only_names_one_is_not(step: str) -> None:
    assert used(step) is None


def test_the_template_of_gitlab_is_known() -> None:
    snapshot = MemorySnapshot({".gitlab-ci.yml": "include:\n  - template: Jobs/Secret-Detection.gitlab-ci.yml\n"})
    use = ci_tools.find(ci_reach.reach(snapshot).parts, secret_scanners.SCANNERS)

    assert use is not None
    assert (use.tool, use.line) == ("GitLab Secret Detection", 2)


def test_a_hook_is_found_in_settings_of_pre_commit() -> None:
    assert secret_scanners.hook_line("repos:\n  - repo: x\n    hooks:\n      - id: gitleaks\n") == 4
    assert secret_scanners.hook_line("repos:\n  - repo: x\n    hooks:\n      - id: ruff\n") is None


@pytest.mark.parametrize(
    ("settings", "looks"),
    [
        ("", True),
        ("DISABLE_LINTERS: [REPOSITORY_GITLEAKS]", True),
        ("ENABLE: [MARKDOWN, REPOSITORY]", True),
        ("ENABLE: MARKDOWN,REPOSITORY", True),
        ("ENABLE_LINTERS: [REPOSITORY_SECRETLINT]", True),
        ("ENABLE: [MARKDOWN]", False),
        ("DISABLE: REPOSITORY, SPELL", False),
        ("ENABLE_LINTERS: [MARKDOWN_MARKDOWNLINT]", False),
        ("DISABLE_LINTERS: [REPOSITORY_GITLEAKS, REPOSITORY_SECRETLINT, REPOSITORY_TRUFFLEHOG]", False),
        ("- a list", False),
        ("a: [", False),
    ],
)
def test_mega_linter_looks_unless_its_settings_say_otherwise(settings: str, looks: bool) -> None:
    assert secret_scanners.mega_linter_looks(settings, "uses: oxsecurity/megalinter@v9\n") is looks


def test_a_pipeline_with_choices_of_its_own_for_mega_linter_leaves_it_open() -> None:
    assert not secret_scanners.mega_linter_looks("", "uses: oxsecurity/megalinter@v9\nenv:\n  ENABLE: MARKDOWN\n")
