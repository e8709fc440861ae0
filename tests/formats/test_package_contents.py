# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import package_contents
from ospo.formats.package_contents import LeftOut
from snapshots import MemorySnapshot


def find(path: str, text: str, texts: tuple[str, ...] = ("LICENSE",)) -> LeftOut | None:
    return package_contents.find(MemorySnapshot({path: text, **dict.fromkeys(texts, "x")}), texts)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("Cargo.toml", '[package]\ninclude = ["src/**", "README.md"]\n', 2),
        ("Cargo.toml", '[package]\nexclude = ["LICENSE", "tests"]\n', 2),
        ("Cargo.toml", '[package]\ninclude = ["**", "!LICENSE"]\n', 2),
        ("pyproject.toml", "[project]\nname = 'x'\nlicense-files = []\n", 3),
        ("pyproject.toml", '[project]\nlicense-files = ["legal/*"]\n', 2),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.setuptools]\nlicense-files = []\n", 4),
    ],
)
def test_a_list_that_leaves_the_text_out(path: str, text: str, line: int) -> None:
    assert find(path, text) == LeftOut(path, line)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Cargo.toml", '[package]\ninclude = ["src/**", "LICENSE*"]\n'),
        ("Cargo.toml", '[package]\ninclude = ["src/**"]\npublish = false\n'),
        ("Cargo.toml", '[package]\ninclude = ["src/**"]\nlicense-file = "LICENSE"\n'),
        ("Cargo.toml", '[package]\nexclude = ["tests"]\n'),
        ("Cargo.toml", '[workspace]\nmembers = ["a"]\n'),
        ("Cargo.toml", "[package"),
        ("pyproject.toml", "[project]\nname = 'x'\n"),
        ("pyproject.toml", '[project]\nlicense-files = ["LICEN[CS]E*"]\n'),
        ("pyproject.toml", '[project]\nlicense-files = {paths = ["LICENSE"]}\n'),
        ("pyproject.toml", '[project]\nlicense-files = []\nlicense = {file = "LICENSE"}\n'),
        ("pyproject.toml", "[tool.poetry]\nname = 'x'\n"),
        ("sub/Cargo.toml", '[package]\ninclude = ["src/**"]\n'),
        ("package.json", '{"files": ["dist"]}'),
    ],
)
def test_a_package_that_takes_it_along_or_does_not_say(path: str, text: str) -> None:
    assert find(path, text) is None


def test_one_text_of_several_is_enough() -> None:
    text = '[package]\ninclude = ["LICENSE-MIT"]\n'

    assert find("Cargo.toml", text, ("LICENSE-APACHE", "LICENSE-MIT")) is None
    assert find("Cargo.toml", text, ("LICENSE-APACHE",)) == LeftOut("Cargo.toml", 2)
