# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Kind, Unreadable
from ospo.errors import ParseError
from ospo.formats import reuse_licences
from ospo.formats.reuse_licences import Folder, Texts, Use
from snapshots import MemorySnapshot

TAG = "SPDX-" + "License-Identifier"
HOLDER = "SPDX-" + "FileCopyrightText"
MIT, ISC = f"# {TAG}: MIT\n", f"# {TAG}: ISC\n"


def read(kinds: dict[str, Kind] | None = None, **files: str | bytes | Unreadable) -> Folder:
    return reuse_licences.read(MemorySnapshot(files, kinds or {}))


def toml(precedence: str = "closest", licence: str = "ISC", path: str = "**") -> str:
    return (
        f'version = 1\n[[annotations]]\npath = "{path}"\nprecedence = "{precedence}"\n'
        f'{HOLDER} = "Voorbeeld"\n{TAG} = "{licence}"\n'
    )


def used(**files: str | bytes | Unreadable) -> set[str]:
    """The licences in use: all of them are missing, for there is no LICENSES/."""
    return set(read(**files).missing)


def test_exactly_what_is_used() -> None:
    found = read(**{"a.py": MIT, "LICENSES/MIT.txt": "x"})

    assert found == Folder(Texts({"MIT": "LICENSES/MIT.txt"}), {}, (), (), True, 1)


def test_a_text_that_is_missing_and_one_that_is_left_over() -> None:
    found = read(**{"a.py": f"\n{MIT}", "LICENSES/ISC.txt": "x"})

    assert found.missing == {"MIT": Use("MIT", "a.py", 2)}
    assert (found.unused, found.left_over) == (("ISC",), ("ISC",))


def test_every_id_of_an_expression_is_used() -> None:
    expression = f"# {TAG}: (MIT OR Apache-2.0+) AND GPL-3.0-only WITH Classpath-exception-2.0\n"
    names = ["MIT", "Apache-2.0", "GPL-3.0-only", "Classpath-exception-2.0"]

    found = read(**{"a.py": expression, **{f"LICENSES/{name}.txt": "x" for name in names}})

    assert (found.missing, found.unused) == ({}, ())


def test_an_expression_that_is_none_uses_nothing() -> None:
    assert used(**{"a.py": f"# {TAG}: EUPL 1.2\n"}) == set()


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("LICENSES/MIT.txt", Texts({"MIT": "LICENSES/MIT.txt"})),
        ("LICENSES/sub/MIT.md", Texts({"MIT": "LICENSES/sub/MIT.md"})),
        ("LICENSES/LicenseRef-Logo.txt", Texts({"LicenseRef-Logo": "LICENSES/LicenseRef-Logo.txt"})),
        ("LICENSES/MIT", Texts({"MIT": "LICENSES/MIT"}, without_extension=("LICENSES/MIT",))),
        (
            "LICENSES/GPL-3.0-or-later",
            Texts({"GPL-3.0-or-later": "LICENSES/GPL-3.0-or-later"}, without_extension=("LICENSES/GPL-3.0-or-later",)),
        ),
        ("LICENSES/mit.txt", Texts({"mit": "LICENSES/mit.txt"}, badly_named=("LICENSES/mit.txt",))),
        ("LICENSES/EUPL-1.2-NL.txt", Texts({"EUPL-1.2-NL": "LICENSES/EUPL-1.2-NL.txt"}, ("LICENSES/EUPL-1.2-NL.txt",))),
        ("LICENSES/.gitkeep", Texts({})),
        ("LICENSES/MIT.txt.license", Texts({})),
        ("sub/LICENSES/MIT.txt", Texts({})),
        ("licenses/MIT.txt", Texts({})),
    ],
)
def test_the_name_of_a_text(path: str, texts: Texts) -> None:
    assert reuse_licences.locate(MemorySnapshot({path: "x"})) == texts


def test_two_texts_for_one_licence() -> None:
    found = reuse_licences.locate(MemorySnapshot({"LICENSES/MIT.md": "x", "LICENSES/MIT.txt": "x"}))

    assert found.twice == ("LICENSES/MIT.txt",)


def test_a_link_counts_when_it_leads_somewhere() -> None:
    link = {"LICENSES/MIT.txt": Kind.SYMLINK}

    assert reuse_licences.locate(MemorySnapshot({"LICENSES/MIT.txt": "../LICENSE", "LICENSE": "x"}, link)).by_id
    assert not reuse_licences.locate(MemorySnapshot({"LICENSES/MIT.txt": "../weg"}, link)).by_id


@pytest.mark.parametrize("precedence", ["closest", "aggregate", "override"])
def test_a_table_gives_a_licence_to_a_file_without(precedence: str) -> None:
    assert used(**{"REUSE.toml": toml(precedence), "a.py": "x"}) == {"ISC"}


@pytest.mark.parametrize(
    ("precedence", "licences"), [("closest", {"MIT"}), ("aggregate", {"MIT", "ISC"}), ("override", {"ISC"})]
)
def test_and_to_a_file_with_one_by_the_rules_of_precedence(precedence: str, licences: set[str]) -> None:
    assert used(**{"REUSE.toml": toml(precedence), "a.py": MIT}) == licences


def test_of_two_tables_the_closest_counts() -> None:
    files = {"REUSE.toml": toml(licence="ISC"), "sub/REUSE.toml": toml(licence="Zlib"), "sub/a.py": "x"}

    assert used(**files) == {"Zlib"}
    assert used(**files, **{"b.py": "x"}) == {"Zlib", "ISC"}
    assert used(**{**files, "REUSE.toml": toml("override", "ISC")}) == {"ISC"}


def test_a_side_file_takes_the_place_of_the_file() -> None:
    assert used(**{"a.py": MIT, "a.py.license": ISC}) == {"ISC"}


def test_dep5_adds() -> None:
    dep5 = "Format: x\n\nFiles: *\nCopyright: Voorbeeld\nLicense: ISC\n"

    assert used(**{".reuse/dep5": dep5, "a.py": MIT, "b.py": "x"}) == {"MIT", "ISC"}


def test_files_that_are_not_covered_use_nothing() -> None:
    assert used(**{"LICENSE": MIT, "COPYING.md": MIT, "a.spdx": MIT, "CAL-1.0.txt": MIT, "b.png": MIT}) == set()


def test_what_cannot_be_read_is_counted_unless_a_table_shuts_it_out() -> None:
    files = {"a.py": Unreadable("missing"), "b.tar.gz": Unreadable("missing"), "LICENSES/ISC.txt": "x"}

    found = read(**files)
    assert (found.unread, found.unused, found.left_over) == (("a.py",), ("ISC",), ())
    assert read(**files, **{"REUSE.toml": toml("override")}).unread == ()


def test_data_too_large_to_read_holds_no_tag() -> None:
    files = {"a.nc": Unreadable("too-large"), "b.nc": Unreadable("missing"), "c.py": Unreadable("too-large")}

    assert read(**files).unread == ("b.nc", "c.py")


def test_reuse_is_in_use_by_a_table_or_by_texts_and_tags() -> None:
    assert read(**{"REUSE.toml": toml(), "a.py": "x"}).is_reuse
    assert read(**{"a.py": MIT, "b.py": "x", "c.py": "x", "LICENSES/MIT.txt": "x"}).is_reuse
    assert not read(**{"a.py": MIT}).is_reuse
    assert not read(**{"a.py": "x", "LICENSES/MIT.txt": "x"}).is_reuse
    assert not read(**{"a.py": MIT, "LICENSES/MIT.txt": "x", **dict.fromkeys("bcdefghi", "x")}).is_reuse


def test_a_table_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ParseError):
        read(**{"REUSE.toml": "version = "})
