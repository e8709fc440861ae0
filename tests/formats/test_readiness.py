# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import readiness, yaml
from ospo.formats.readiness import Said, Stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("This project is in active development.", Stage.NOT_READY),
        ("This software is an experimental prototype.", Stage.NOT_READY),
        ("- Is NOT intended for production use", Stage.NOT_READY),
        ("Deze applicatie is nog in ontwikkeling.", Stage.NOT_READY),
        ("Dit project bevindt zich in de pilotfase van de software.", Stage.NOT_READY),
        ("> **Status**: Experimental research prototype", Stage.NOT_READY),
        ("The library is used at three places and is production-ready.", Stage.READY),
        ("Production-ready APIs for doors.", Stage.READY),
        ("De software draait sinds 2024 in productie bij de dienst.", Stage.READY),
        ("Status: stable", Stage.READY),
        ("[![x](https://www.repostatus.org/badges/latest/wip.svg)](https://www.repostatus.org/#wip)", Stage.NOT_READY),
        ("[![Active](https://www.repostatus.org/badges/latest/active.svg)](https://x.example)", Stage.READY),
        ("![Status](https://img.shields.io/badge/Status-Beta-yellow.svg)", Stage.NOT_READY),
        ("![](https://img.shields.io/pypi/status/voorbeeld.svg)", Stage.STATED),
        ("![](https://lifecycle.r-lib.org/articles/figures/lifecycle-superseded.svg)", Stage.RETIRED),
        ("## Project status\n\nWe look for testers at other organisations.", Stage.STATED),
        ("Stable tag: 1.2", Stage.STATED),
    ],
)
def test_what_a_readme_says(text: str, stage: Stage) -> None:
    said = readiness.of_readme(f"# Voorbeeld\n\n{text}\n", "README.md")

    assert said is not None
    assert (said.stage, said.line) == (stage, 3)


@pytest.mark.parametrize(
    "text",
    [
        "It opens doors in production lines.",
        "![Build Status](https://img.shields.io/badge/build_status-passing-green.svg)",
        "[![Documentation Status](https://readthedocs.org/projects/x/badge/?version=stable)](https://x.example)",
        "The example keys are not meant for use in production.",
        "Set `NODE_ENV` when it is running in production mode.",
        "Install Rust (stable).",
        "## Status\n",
        "```\nstatus: stable\nThis project is experimental.\n```",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert readiness.of_readme(f"# Voorbeeld\n\n{text}\n", "README.md") is None


def test_far_down_nobody_is_warned() -> None:
    assert readiness.of_readme("\n" * 300 + "This project is experimental.", "README.md") is None


@pytest.mark.parametrize(
    ("number", "stage"),
    [(1, Stage.NOT_READY), (3, Stage.NOT_READY), (4, Stage.STATED), (5, Stage.READY), (7, Stage.RETIRED)],
)
def test_classifiers_of_a_package(number: int, stage: Stage) -> None:
    assert readiness.of_manifest(f'\n"Development Status :: {number} - X"') == Said(stage, 2)
    assert readiness.of_manifest('"Programming Language :: Python"') is None


def test_publiccode() -> None:
    assert readiness.of_publiccode(yaml.load("a: 1\ndevelopmentStatus: obsolete\n")) == Said(Stage.RETIRED, 2)
    assert readiness.of_publiccode(yaml.load("developmentStatus: [stable]\n")) is None
    assert readiness.of_publiccode(yaml.load("a: 1\n")) is None


def test_manifests_in_the_root() -> None:
    assert [path for path in ("setup.py", "pyproject.toml", "src/setup.py") if readiness.is_manifest(path)] == [
        "setup.py",
        "pyproject.toml",
    ]
