# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.readme_explains_the_project import check
from ospo.domain.finding import Evidence, Outcome, met, not_met
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

GOOD = "# Zaken\n\nEen component waarmee gemeenten zaken registreren.\n\n## Installatie\n\nx\n"


@pytest.mark.parametrize("path", ["README.md", "readme", "README.rst.txt".replace(".rst", ""), "docs/README.md"])
def test_a_description_and_a_start_are_met(path: str) -> None:
    assert check(MemorySnapshot({path: GOOD})) == met("explains", Evidence(path, 3), Evidence(path, 5))


def test_one_language_that_explains_is_enough() -> None:
    verdict = check(MemorySnapshot({"README.md": "# Zaken\n", "README.nl.md": GOOD}))

    assert (verdict.outcome, verdict.evidence[0].path) == (Outcome.MET, "README.nl.md")


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("# x\n\nA parser for documents of elections.\n", "no-start", 3),
        ("## Installation\n\n```\nmake\n```\n", "no-description", 1),
        ("love-common-ground", "too-thin", 1),
        ("", "too-thin", 1),
        ("# x\n\nThis project was bootstrapped with Create React App.\n\n## Scripts\n\n`run`\n", "template", 3),
    ],
)
def test_what_lacks_is_named(text: str, reason: str, line: int) -> None:
    assert check(MemorySnapshot({"README.md": text})) == not_met(reason, Evidence("README.md", line), path="README.md")


def test_the_first_readme_speaks_for_what_lacks() -> None:
    verdict = check(
        MemorySnapshot({"README.md": "# x", "README.nl.md": "Een parser voor documenten van verkiezingen."})
    )

    assert verdict == not_met("too-thin", Evidence("README.md", 1), path="README.md")


def test_a_readme_is_never_inherited() -> None:
    assert check(MemorySnapshot({"src/README.md": GOOD})) == not_met("missing")


def test_a_symlink_is_followed() -> None:
    files = {"README.md": "docs/index.md", "docs/index.md": GOOD}

    assert check(MemorySnapshot(files, kinds={"README.md": Kind.SYMLINK})).outcome is Outcome.MET


def test_bytes_that_are_no_text_do_not_break_it() -> None:
    assert check(MemorySnapshot({"README.md": b"\xff\xfe\x00\xd8\x80"})).outcome is Outcome.NOT_MET
