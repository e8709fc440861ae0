# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.linter_rules import look_for_weaknesses


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", '[tool.ruff.lint]\nselect = ["E", "S"]\n'),
        ("pyproject.toml", '[tool.ruff]\nextend-select = ["S1"]\n'),
        ("pyproject.toml", '[tool.ruff.lint]\nselect = ["ALL"]\n'),
        ("ruff.toml", '[lint]\nextend-select = ["S105"]\n'),
        (".ruff.toml", 'select = ["S"]\n'),
        ("package.json", '{"devDependencies": {"eslint-plugin-security": "^3"}}'),
    ],
)
def test_security_rules_that_are_on_are_seen(path: str, text: str) -> None:
    assert look_for_weaknesses(path, text.encode())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", '[tool.ruff.lint]\nselect = ["E", "SIM"]\n'),
        ("pyproject.toml", '[tool.ruff.lint]\nignore = ["S"]\n'),
        ("pyproject.toml", '[lint]\nselect = ["S"]\n'),
        ("pyproject.toml", "[tool]\nruff = 3\n"),
        ("pyproject.toml", "select = ["),
        ("ruff.toml", '[lint]\nselect = "S"\n'),
        ("package.json", '{"devDependencies": {"eslint": "^9"}}'),
        ("package.json", "[1]"),
        ("package.json", "{"),
    ],
)
def test_anything_else_is_not(path: str, text: str) -> None:
    assert not look_for_weaknesses(path, text.encode())
