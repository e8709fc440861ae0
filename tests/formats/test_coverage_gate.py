# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import coverage_gate


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("codecov.yml", "coverage:\n  status:\n    project:\n      target: auto\n", 4),
        ("pyproject.toml", "[tool.coverage.report]\nfail_under = 90\n", 2),
        ("jest.config.js", "module.exports = {\n  coverageThreshold: {\n", 2),
        (".github/workflows/ci.yml", "- run: pytest --cov-fail-under=80", 1),
        ("pom.xml", "<rule>\n<minimum>0.80</minimum>\n", 2),
    ],
)
def test_a_limit_is_found_at_its_line(path: str, text: str, line: int) -> None:
    assert coverage_gate.line(path, text) == line


@pytest.mark.parametrize(
    ("path", "text"),
    [("codecov.yml", "comment: off\n"), ("pyproject.toml", "fail_under = 0\n"), ("tox.ini", "pytest --cov\n")],
)
def test_no_limit(path: str, text: str) -> None:
    assert coverage_gate.line(path, text) is None


def test_settings_are_sought_near_the_root() -> None:
    assert coverage_gate.is_setting("backend/pyproject.toml")
    assert not coverage_gate.is_setting("a/b/c/pyproject.toml")
    assert not coverage_gate.is_setting("README.md")
