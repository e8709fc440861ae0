# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import cla
from ospo.formats.cla import Sign
from snapshots import MemorySnapshot

ASKS = "Please sign the Contributor License Agreement.\n"


@pytest.mark.parametrize(
    "path",
    [
        "CLA.md",
        "docs/cla.md",
        "CLA-NL.pdf",
        ".clabot",
        ".github/workflows/cla.yml",
        "contributor_license_agreement.txt",
    ],
)
def test_a_file_that_is_one(path: str) -> None:
    assert cla.find(MemorySnapshot({path: "x", "CONTRIBUTING.md": ASKS})) == Sign(path)


def test_the_text_goes_before_the_robot() -> None:
    assert cla.find(MemorySnapshot({".github/workflows/cla.yml": "x", "CLA.md": "x"})) == Sign("CLA.md")


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "LICENCE.md", "docs/source/guide/contributions.rst"])
def test_a_sentence_that_asks_for_one(path: str) -> None:
    assert cla.find(MemorySnapshot({path: f"# X\n\n{ASKS}"})) == Sign(path, 3)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("CONTRIBUTING.md", "You need not sign a contributor license agreement.\n"),
        ("CONTRIBUTING.md", "We gebruiken de DCO in plaats van een bijdragersovereenkomst.\n"),
        ("vendor/x/CONTRIBUTING.md", ASKS),
        ("docs/standaarden/contributing-md.mdx", ASKS),
        ("src/cla.py", ASKS),
        ("LICENSES/x.txt", ASKS),
    ],
)
def test_what_is_none(path: str, text: str) -> None:
    assert cla.find(MemorySnapshot({path: text})) is None
