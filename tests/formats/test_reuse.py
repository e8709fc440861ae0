# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import itertools

import pytest

from ospo.domain.snapshot import Kind, Unreadable
from ospo.errors import ParseError
from ospo.formats import reuse
from ospo.formats.reuse import Coverage
from snapshots import MemorySnapshot

# In parts, so that REUSE tools do not take the examples for information about this file.
LICENCE = "SPDX-" + "License-Identifier: MIT\n"
HOLDER = "SPDX-" + "FileCopyrightText: 2026 Voorbeeld\n"
DEP5 = "Format: x\n\nFiles: *\nCopyright: x\nLicense: MIT\n"


def toml(precedence: str = "closest", *, holder: bool = True, licence: bool = True, path: str = "**") -> str:
    lines = ["version = 1", "[[annotations]]", f'path = "{path}"', f'precedence = "{precedence}"']
    lines += ['SPDX-FileCopyrightText = "2026 Voorbeeld"'] if holder else []
    lines += ['SPDX-License-Identifier = "MIT"'] if licence else []
    return "\n".join(lines)


def without(files: dict[str, str | bytes | Unreadable], kinds: dict[str, Kind] | None = None) -> tuple[str, ...]:
    return reuse.coverage(MemorySnapshot(files, kinds or {})).without


def test_every_file_that_lacks_something_is_named() -> None:
    files = {"a": HOLDER + LICENCE, "b": HOLDER, "c": LICENCE, "d": "x", "LICENSE": "x", "e": ""}

    assert reuse.coverage(MemorySnapshot(files)) == Coverage(4, ("b", "c", "d"), is_used=True)


def test_a_side_file_goes_before_the_file() -> None:
    files = {"a": HOLDER + LICENCE, "a.license": "nothing", "b.png": b"\0", "b.png.license": HOLDER + LICENCE}

    assert without(files) == ("a",)


def test_a_side_file_may_be_a_link() -> None:
    files = {
        "a": "x",
        "a.license": "b",
        "b": HOLDER + LICENCE,
        "c": "x",
        "c.license": "gone",
        "d": "x",
        "d.license": "/d",
    }
    links = dict.fromkeys(("a.license", "c.license", "d.license"), Kind.SYMLINK)

    assert without(files, links) == ("c", "d")


def test_an_empty_side_file_tells_nothing() -> None:
    assert without({"a": HOLDER + LICENCE, "a.license": ""}) == ("a",)


@pytest.mark.parametrize("precedence", ["closest", "aggregate"])
def test_a_toml_file_and_the_file_itself_complete_each_other(precedence: str) -> None:
    content = {"n": "x", "c": HOLDER, "l": LICENCE, "cl": HOLDER + LICENCE}

    assert without({**content, "REUSE.toml": toml(precedence)}) == ()
    assert without({**content, "REUSE.toml": toml(precedence, licence=False)}) == ("c", "n")
    assert without({**content, "REUSE.toml": toml(precedence, holder=False)}) == ("l", "n")


def test_override_shuts_the_file_out() -> None:
    content = {"n": "x", "cl": HOLDER + LICENCE}

    assert without({**content, "REUSE.toml": toml("override")}) == ()
    assert without({**content, "REUSE.toml": toml("override", licence=False)}) == ("cl", "n")


# (what the root gives and how, what the folder gives and how, what the file then still lacks)
@pytest.mark.parametrize(
    ("root", "folder", "expected"),
    [
        (toml("closest"), toml("override", licence=False), ()),
        (toml("override", licence=False), toml("closest"), ("s/n",)),
        (toml("override"), toml("override", licence=False), ()),
        (toml("aggregate", holder=False), toml("closest", licence=False), ()),
        (toml("closest", licence=False), toml("override", licence=False), ("s/n",)),
    ],
)
def test_toml_files_in_folders(root: str, folder: str, expected: tuple[str, ...]) -> None:
    assert without({"s/n": "x", "REUSE.toml": root, "s/REUSE.toml": folder}) == expected


def test_a_toml_file_speaks_for_its_own_folder_only() -> None:
    assert without({"s/a": "x", "sx": "x", "s/REUSE.toml": toml()}) == ("sx",)


def test_of_the_tables_that_match_in_one_file_the_last_counts() -> None:
    both = toml() + "\n" + toml(licence=False, path="*.py").partition("\n")[2]

    assert without({"a.py": "x", "b": "x", "REUSE.toml": both}) == ("a.py",)


def test_a_toml_file_where_nothing_is_covered_or_that_is_a_link_is_not_read() -> None:
    files = {"a": "x", "LICENSES/REUSE.toml": "broken", "subprojects/x/REUSE.toml": "broken", "REUSE.toml": "broken"}

    assert without(files, {"REUSE.toml": Kind.SYMLINK}) == ("a",)


def test_dep5_adds_to_the_file() -> None:
    assert without({"a": "x", "b/c": LICENCE, ".reuse/dep5": DEP5}) == ()


def test_dep5_beside_a_toml_file_is_an_error_of_its_own() -> None:
    with pytest.raises(reuse.MixedAnnotations) as caught:
        without({"REUSE.toml": toml(), ".reuse/dep5": DEP5})

    assert caught.value.path == ".reuse/dep5"


def test_a_broken_toml_file_anywhere_is_an_error() -> None:
    with pytest.raises(ParseError) as caught:
        without({"a": HOLDER + LICENCE, "s/REUSE.toml": "x = ["})

    assert caught.value.path == "s/REUSE.toml"


def test_what_cannot_be_read_is_kept_apart() -> None:
    files = {"a": Unreadable("too-large"), "b": HOLDER + LICENCE, "c": "x"}

    assert reuse.coverage(MemorySnapshot(files)) == Coverage(3, ("c",), ("a",), is_used=True)


@pytest.mark.parametrize("name", ["a.nc", "map/a.NC", "a.hdf5"])
def test_data_too_large_to_read_is_without_information(name: str) -> None:
    files: dict[str, str | bytes | Unreadable] = {name: Unreadable("too-large"), "b": HOLDER + LICENCE}

    assert reuse.coverage(MemorySnapshot(files)) == Coverage(2, (name,), is_used=True)


def test_data_that_can_be_read_may_inform_about_itself() -> None:
    assert without({"a.nc": HOLDER + LICENCE, "b.nc": "x"}) == ("b.nc",)


def test_data_that_cannot_be_had_for_another_reason_is_kept_apart() -> None:
    files: dict[str, str | bytes | Unreadable] = {"a.nc": Unreadable("missing"), "b": HOLDER + LICENCE}

    assert reuse.coverage(MemorySnapshot(files)).unread == ("a.nc",)


def test_what_is_never_text_by_its_name_needs_a_file_beside_it() -> None:
    told = HOLDER + LICENCE

    assert without({"i.PNG": told, "a.woff2": told, "b.jar": told, "c.gif": b"x", "c.gif.license": told}) == (
        "a.woff2",
        "b.jar",
        "i.PNG",
    )


def test_a_side_file_that_leads_to_an_image_tells_nothing() -> None:
    assert without({"a": "x", "a.license": "b.png", "b.png": HOLDER + LICENCE}, {"a.license": Kind.SYMLINK}) == (
        "a",
        "b.png",
    )


@pytest.mark.parametrize(
    ("files", "used"),
    [
        ({"a": "x"}, False),
        ({"a": "Copyright 2026 X"}, False),
        ({"a": HOLDER}, True),
        ({"a": LICENCE + HOLDER}, True),
        ({"a": LICENCE + HOLDER, **dict.fromkeys("bcd", "x")}, True),
        ({"a": LICENCE + HOLDER, **dict.fromkeys("bcde", "x")}, False),
        ({}, False),
        ({"a": "x", "LICENSES/MIT.txt": "x"}, True),
        ({"a": "x", "a.license": "x"}, True),
        ({"a": "x", "REUSE.toml": "version = 1"}, True),
        ({"a": "x", ".reuse/dep5": "Format: x"}, True),
    ],
)
def test_whether_reuse_is_in_use_at_all(files: dict[str, str | bytes | Unreadable], used: bool) -> None:
    assert reuse.coverage(MemorySnapshot(files)).is_used is used


def test_precedence_never_takes_away_what_all_sides_give() -> None:
    for root, folder in itertools.product(("closest", "aggregate", "override"), repeat=2):
        assert without({"s/a": HOLDER + LICENCE, "REUSE.toml": toml(root), "s/REUSE.toml": toml(folder)}) == ()
