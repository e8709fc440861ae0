# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.reuse_status import Badge, Shown, badge

REMOTES = ("https://github.com/voorbeeld/kaart",)
OWN = "https://api.reuse.software/badge/github.com/voorbeeld/kaart"
OTHER = "https://api.reuse.software/badge/github.com/ander/kaart"
PICTURE = "![REUSE](https://img.shields.io/badge/reuse-compliant-green.svg)"
PIPELINE = "![REUSE](https://github.com/voorbeeld/kaart/actions/workflows/reuse-lint.yml/badge.svg)"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"[![REUSE status]({OWN})](https://api.reuse.software/info/github.com/voorbeeld/kaart)", Shown.OWN),
        (f".. image:: {OWN}", Shown.OWN),
        (f'<img src="{OWN}" alt="">', Shown.OWN),
        (f"[badge]: {OWN.replace('voorbeeld', 'Voorbeeld')}.", Shown.OWN),
        ("![](https://api.reuse.software/badge/codeberg.org/voorbeeld/kaart)", Shown.OWN),
        ("![](https://img.shields.io/reuse/compliance/github.com%2Fvoorbeeld%2Fkaart)", Shown.OWN),
        ("![](https://img.shields.io/reuse/compliance/github.com/voorbeeld/kaart)", Shown.OWN),
        (f"![]({OTHER})", Shown.OTHER),
        (PIPELINE, Shown.PIPELINE),
        ("![](https://codeberg.org/a/b/workflows/REUSE/badge.svg)", Shown.PIPELINE),
        ("![](https://github.com/a/b/workflows/REUSE%20Compliance%20Check/badge.svg)", Shown.PIPELINE),
        ("![](https://github.com/a/b/actions/workflows/check-reuse.yaml/badge.svg)", Shown.PIPELINE),
        ("![](https://img.shields.io/github/actions/workflow/status/a/b/reuse.yml?branch=main)", Shown.PIPELINE),
        (PICTURE, Shown.PICTURE),
        ("![REUSE](docs/img/reuse-compliant.svg)", Shown.PICTURE),
    ],
)
def test_what_a_badge_shows(line: str, shown: Shown) -> None:
    assert badge(f"# Kaart\n\n{line}\n", REMOTES) == Badge(shown, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "This project follows [REUSE](https://reuse.software).",
        "See https://api.reuse.software/info/github.com/voorbeeld/kaart",
        "![](https://github.com/voorbeeld/kaart/actions/workflows/ci.yml/badge.svg) we reuse code",
        "![](https://img.shields.io/badge/reused-by-many-green)",
        "![](https://github.com/a/b/actions/workflows/reusable-tests.yml/badge.svg)",
        "![](https://github.com/a/b/actions/workflows/reuse-deploy.yml/badge.svg)",
        "![](https://github.com/a/b/actions/workflows/noreuse.yml/badge.svg)",
        "https://api.reuse.software/badge/",
    ],
)
def test_what_is_no_badge(text: str) -> None:
    assert badge(text, REMOTES) is None


def test_the_badge_that_shows_most_is_taken() -> None:
    text = "\n".join((PICTURE, f"![]({OTHER})", PIPELINE, f"![]({OWN})"))

    assert badge(text, REMOTES) == Badge(Shown.OWN, 4)
    assert badge(text.rpartition("\n")[0], REMOTES) == Badge(Shown.PIPELINE, 3)
    assert badge(f"{PICTURE}\n![]({OTHER})", REMOTES) == Badge(Shown.OTHER, 2)


def test_without_an_address_any_badge_of_the_service_is_taken_for_our_own() -> None:
    assert badge(f"![]({OTHER})", ()) == Badge(Shown.OWN, 1)


@pytest.mark.parametrize(
    "line", ["reuse" * 200_000, "https://img.shields.io/badge/" + "reuse-" * 100_000, "(" + "a" * 500_000]
)
def test_an_endless_line_ends(line: str) -> None:
    assert badge(line, REMOTES) is None or badge(line, REMOTES) == Badge(Shown.PICTURE, 1)
