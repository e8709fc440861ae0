# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats.dependencies import first
from snapshots import MemorySnapshot

CODE = {"src/main.py": "x = 1\n", "src/other.js": "x\n"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("requirements.txt", "requests\n"),
        ("package.json", '{"dependencies": {"a": "1"}}'),
        ("api/pyproject.toml", '[project]\nname = "x"\ndependencies = ["a"]\n[build-system]\nrequires = []\n'),
        ("go.mod", "module x\nrequire a v1\n"),
        ("pom.xml", "<project/>"),
    ],
)
def test_a_manifest_that_declares_packages_is_named(path: str, text: str) -> None:
    assert first(MemorySnapshot({**CODE, path: text})) == path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", '{"name": "x"}'),
        ("pyproject.toml", "[tool.ruff]\nline-length = 100\n"),
        ("Chart.yaml", "name: x\ndependencies:\n- name: a\n  repository: https://voorbeeld.example\n"),
        ("main.tf", 'provider "x" {}\n'),
        ("README.md", "requests\n"),
        ("tests/requirements.txt", "requests\n"),
    ],
)
def test_one_that_declares_none_is_passed_over(path: str, text: str) -> None:
    assert first(MemorySnapshot({**CODE, path: text})) is None


def test_a_lock_file_settles_it() -> None:
    assert first(MemorySnapshot({**CODE, "package.json": "{}", "package-lock.json": "{}"})) == "package.json"


def test_a_manifest_that_cannot_be_had_counts_as_empty() -> None:
    assert first(MemorySnapshot({**CODE, "package.json": Unreadable("missing")})) is None


def test_without_anything_to_build_there_are_none() -> None:
    assert first(MemorySnapshot({"README.md": "x", "Gemfile": "gem 'jekyll'\n"})) is None
