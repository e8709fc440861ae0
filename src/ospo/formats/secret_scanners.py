# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools that look for credentials in what is pushed: how pipelines call them, and how settings of pre-commit do."""

import re
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml
from ospo.formats.ci_tools import Tool

SCANNERS = (
    Tool(
        "Gitleaks",
        ("gitleaks",),
        r"gitleaks\s+(?:detect|protect|git|dir|directory|stdin|-)",
        r"gitleaks/gitleaks|gitleaks-action|\bid\s*:\s*gitleaks|image\s*:\s*\S*gitleaks",
    ),
    Tool(
        "TruffleHog",
        ("trufflehog", "trufflesecurity"),
        r"trufflehog3?\s+(?:git\w*|filesystem|docker|s3|-)",
        r"trufflesecurity/trufflehog|\bid\s*:\s*trufflehog|image\s*:\s*\S*trufflehog",
    ),
    Tool(
        "detect-secrets",
        ("detect-secrets", "secret-scanner"),
        r"detect-secrets(?:-hook|\s+(?:scan|audit|-))",
        r"\bid\s*:\s*detect-secrets|detect-secrets-action|secret-scanner-action",
    ),
    Tool("GitGuardian", ("ggshield",), r"ggshield\s+(?:secret\s+)?scan", r"GitGuardian/ggshield|\bid\s*:\s*ggshield"),
    Tool(
        "git-secrets",
        ("git-secrets", "git secrets"),
        r"git[- ]secrets\s+--scan[\w-]*",
        r"\bid\s*:\s*git-secrets|git-secrets-action",
    ),
    Tool(
        "GitLab Secret Detection",
        ("secret-detection", "auto-devops"),
        mark=r"(?:Security|Jobs)/Secret-Detection[\w.-]*\.gitlab-ci|components/secret-detection/|Auto-DevOps\.gitlab-ci",
    ),
    Tool("Secretlint", ("secretlint",), r"secretlint\s", r"\bid\s*:\s*secretlint"),
    Tool("Talisman", ("talisman",), r"talisman\s+-", r"talisman-checksum-action|\bid\s*:\s*talisman"),
    Tool("Kingfisher", ("kingfisher",), r"kingfisher\s+scan", r"\bid\s*:\s*kingfisher"),
    Tool("Nosey Parker", ("noseyparker",), r"noseyparker\s+scan"),
    Tool("Whispers", ("whispers",), r"whispers\s+-"),
    Tool(
        "Trivy",
        ("scanners", "security-checks"),
        r"trivy\s[^#]{0,200}--(?:scanners|security-checks)[\s=][\w,]*secret",
        r"^\s*scanners\s*:\s*\S[^#]{0,60}secret",
    ),
    Tool("Snyk", ("snyk secrets",), r"snyk\s+secrets"),
)

# MegaLinter looks for credentials with each of these, in every flavour, unless its settings say otherwise.
MEGA_LINTER = Tool("MegaLinter", ("mega",), "mega-linter-runner", "megalinter")
MEGA_LINTER_SETTINGS = ".mega-linter.yml"
_FAMILY = "REPOSITORY"
_OF_FAMILY = frozenset({"REPOSITORY_GITLEAKS", "REPOSITORY_SECRETLINT", "REPOSITORY_TRUFFLEHOG"})
_CHOICE = re.compile(r"\b(?:EN|DIS)ABLE(?:_LINTERS)?\s*:")

# Settings of pre-commit that stop a credential before it is committed, on the machine of who installed them.
_HOOK = re.compile(
    r"^[ \t]*-[ \t]+id[ \t]*:[ \t]*['\"]?(?:gitleaks|trufflehog|detect-secrets|ggshield|git-secrets|secretlint|"
    r"talisman|"
    r"kingfisher)\b",
    re.M,
)
HOOKS = (".pre-commit-config.yaml", ".pre-commit-config.yml")


def hook_line(text: str) -> int | None:
    """The line of a hook that looks for credentials, in settings of pre-commit."""
    found = _HOOK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def mega_linter_looks(settings: str, pipeline: str) -> bool:
    """True when MegaLinter, with these settings (which may be empty), looks for credentials.

    A pipeline that makes choices of its own leaves it open.
    """
    try:
        value = yaml.load(settings).value if settings.strip() else {}
    except ParseError:
        return False
    if _CHOICE.search(pipeline) or not isinstance(value, dict):
        return False
    families, linters = _listed(value, "ENABLE"), _listed(value, "ENABLE_LINTERS")
    if _FAMILY in _listed(value, "DISABLE") or (families and not linters and _FAMILY not in families):
        return False
    return bool((linters & _OF_FAMILY if linters else _OF_FAMILY) - _listed(value, "DISABLE_LINTERS"))


def _listed(settings: dict[str, Any], key: str) -> set[str]:
    value = settings.get(key)
    every = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return {item.strip() for item in every if isinstance(item, str)}
