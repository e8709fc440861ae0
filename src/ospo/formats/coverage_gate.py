# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings that let a build fail when tests cover too little: a lower limit on coverage."""

import re

from ospo.formats.expression import Expression

_LARGEST = 200_000  # characters
_SETTINGS = re.compile(
    r"(?:.+/)?(?:\.?codecov\.ya?ml|\.coveragerc|pyproject\.toml|setup\.cfg|tox\.ini|package\.json|(?:jest|vitest"
    r"|vite)\.config\.\w+"
    r"|\.nycrc(?:\.json)?|pom\.xml|build\.gradle(?:\.kts)?|\.simplecov|phpunit\.xml(?:\.dist)?)"
)
_DEEPEST = 2  # folders above a setting
_CODECOV = Expression(r"^\s{2,8}(?:target|threshold)\s*:", re.M)
_LIMIT = Expression(
    r"fail[_-]under\s*[=:]\s*[1-9]|--cov-fail-under|coverageThreshold|\bthresholds?\b[\"']?\s*:\s*\{"
    r"|check-coverage[\"']?\s*:?\s*(?:true|--)|nyc check-coverage"
    r"|<minimum>\s*0?\.[1-9]|<minimum>\s*[1-9]|minimum\s*=\s*[\"']?0?\.\d|minimum_coverage|coverage-threshold"
    r"|cargo[ -]llvm-cov[^\n]{0,200}--fail-under"
    r"|--fail-under|sonar\.qualitygate\.wait\s*=\s*true|-DminCoverage|--min-coverage|/p:Threshold=|coveralls-fail"
    r"|min[-_]?covered",
    re.I,
)


def is_setting(path: str) -> bool:
    """True for a file near the root in which a limit on coverage may be set."""
    return path.count("/") <= _DEEPEST and _SETTINGS.fullmatch(path) is not None


def line(path: str, text: str) -> int | None:
    """The line (from 1) that sets a limit on coverage, in a setting or a pipeline."""
    is_codecov = "codecov." in path.rpartition("/")[2]
    found = (_CODECOV if is_codecov else _LIMIT).search(text[:_LARGEST])
    return text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1 if found else None
