# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Kind
from ospo.formats.licence_file import Place, locate
from snapshots import MemorySnapshot


def paths(*names: str) -> list[str]:
    return [place.path for place in locate(MemorySnapshot(dict.fromkeys(names, "text")))]


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "LICENCE.md",
        "License.md",
        "license.txt",
        "LICENTIE.md",
        "COPYING",
        "COPYING.LESSER",
        "UNLICENSE",
        "LICENSE-MIT",
        "LICENSE-Apache-2.0.txt",
        "EUPL-license.txt",
        "MIT-LICENSE",
        "LICENSES/EUPL-1.2.txt",
        "LICENSES.md",
        "LICENSE/eupl.txt",
        "licenses/MIT.txt",
        "LICENSE.pdf",
        "LICENSE_nl.txt",
        "EUPL-1.2.txt",
        "EUPL.txt",
        "gpl-3.0.txt",
        "MIT.md",
        "licentietekst.md",
        "EUPL-1.2-licentie.txt",
        "LICENTIES/EUPL.txt",
    ],
)
def test_a_customary_name(path: str) -> None:
    assert paths(path) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "src/LICENSE",
        "license.py",
        "licenses.json",
        "LICENSE.spdx",
        "VERSION.license",
        "uv.lock.license",
        "mylicense",
        "licensing-guide.md",
        "LICENSES/deep/MIT.txt",
        "LICENSES/MIT.txt.license",
        "license-header.txt",
        "LICENSE.template",
        "THIRD-PARTY-LICENSES",
        "third_party_license.txt",
        "LICENSE-3rdparty.txt",
        "license-checker.config",
        "LICENSE.docx",
        "Ruby.md",
        "JSON.txt",
        "release-1.2.md",
        "een naam.md",
    ],
)
def test_a_lookalike(path: str) -> None:
    assert paths(path) == []


def test_the_root_goes_first_and_a_plural_last_in_it() -> None:
    names = ["LICENSES/MIT.txt", "LICENSES.md", "LICENSE.md", "LICENSE", "LICENSE-EXTRA.txt"]

    assert paths(*names) == ["LICENSE", "LICENSE.md", "LICENSE-EXTRA.txt", "LICENSES.md", "LICENSES/MIT.txt"]
    assert [place.is_in_root for place in locate(MemorySnapshot({"LICENSE": "", "LICENSES/MIT.txt": ""}))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("docs/eupl.txt", [Place("LICENSE", "docs/eupl.txt")]),
        ("./docs/eupl.txt", [Place("LICENSE", "docs/eupl.txt")]),
        ("docs", []),
        ("gone.txt", []),
        ("LICENSE", []),
        ("../eupl.txt", []),
        ("/usr/share/common-licenses/GPL-3", []),
        ("MIT License\n\nPermission is ...\n", [Place("LICENSE", "LICENSE")]),
    ],
)
def test_a_link_counts_when_it_leads_to_a_file_in_the_tree(content: str, found: list[Place]) -> None:
    files = {"LICENSE": content, "docs/eupl.txt": "text"}

    assert locate(MemorySnapshot(files, {"LICENSE": Kind.SYMLINK})) == found


def test_a_submodule_is_no_licence_file() -> None:
    assert locate(MemorySnapshot({"LICENSE": ""}, {"LICENSE": Kind.SUBMODULE})) == []
