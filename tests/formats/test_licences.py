# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.domain.snapshot import Kind, Unreadable
from ospo.formats import licences
from ospo.formats.licences import Licences
from snapshots import MemorySnapshot

MIT, ISC, EUPL = map(licence_samples.text, ("MIT", "ISC", "EUPL-1.2"))
UNKNOWN = "Wij behouden ons alle rechten voor op dit werk. " * 60


def read(kinds: dict[str, Kind] | None = None, **files: str | bytes | Unreadable) -> Licences:
    return licences.read(MemorySnapshot(files, kinds or {}))


def test_without_licence_files_there_is_nothing() -> None:
    assert read() == Licences(())


def test_a_licence_in_the_root_is_the_main_one() -> None:
    found = read(**{"LICENSE": MIT, "COPYING": ISC, "LICENSES/EUPL-1.2.txt": EUPL})

    assert (found.labels, len(found.files)) == ("MIT, ISC", 3)


def test_without_one_in_the_root_those_of_reuse_are() -> None:
    found = read(
        **{"LICENSE": "This project follows REUSE.", "LICENSES/MIT.txt": MIT, "LICENSES/LicenseRef-Logo.txt": "x"}
    )

    assert (found.labels, found.unknown) == ("MIT", None)


def test_the_text_decides_and_not_the_name() -> None:
    assert read(**{"LICENSES/Apache-2.0.txt": ISC}).labels == "ISC"


def test_the_name_settles_what_a_gnu_text_leaves_open() -> None:
    text = licence_samples.text("GPL-3.0")

    assert read(**{"LICENSES/GPL-3.0-or-later.txt": text}).labels == "GPL-3.0-or-later"
    assert read(**{"LICENSES/GPL-2.0-or-later.txt": text}).labels == "GPL-3.0-only / GPL-3.0-or-later"


def test_a_long_text_that_nobody_knows_is_in_the_way() -> None:
    found = read(**{"LICENSE": UNKNOWN, "LICENSES/MIT.txt": MIT})

    assert found.unknown is not None
    assert found.unknown.path == "LICENSE"


def test_a_pointer_is_followed() -> None:
    text = "The terms are in [our licence](./legal/terms-1.0.txt), and see README.md, .reuse/dep5 and setup.py.\n"
    files = {"legal/terms-1.0.txt": ISC, "README.md": "x", ".reuse/dep5": ISC, "setup.py": MIT, "LICENSE.md": text}

    found = read(**files)

    assert (found.labels, [file.path for file in found.files]) == (
        "ISC",
        ["LICENSE.md", "legal/terms-1.0.txt", "README.md"],
    )


def test_a_file_that_is_a_path_and_a_link_lead_to_the_text() -> None:
    assert read(**{"LICENSE": "legal/EUPL\n", "legal/EUPL": EUPL}).labels == "EUPL-1.2"
    assert read({"LICENSE": Kind.SYMLINK}, **{"LICENSE": "legal/EUPL", "legal/EUPL": EUPL}).labels == "EUPL-1.2"


def test_a_link_and_what_it_leads_to_are_one_text() -> None:
    found = read({"LICENSE": Kind.SYMLINK}, **{"LICENSE": "LICENSES/x.txt", "LICENSES/x.txt": "see LICENSES/x.txt"})

    assert [file.path for file in found.files] == ["LICENSE", "LICENSES/x.txt"]


def test_what_cannot_be_read_as_text_has_no_reading() -> None:
    found = read(**{"LICENSE.pdf": b"%PDF-1.4", "LICENSE": Unreadable("too-large")})

    assert [(file.path, file.reading, file.found, file.is_prose) for file in found.files] == [
        ("LICENSE", None, (), False),
        ("LICENSE.pdf", None, (), False),
    ]
    assert (found.main, found.unknown, found.named) == ((), None, ())


def test_what_the_root_names_is_known() -> None:
    assert read(**{"LICENSE": "Under EUPL-1.2.", "LICENSES/x.txt": "MPL-2.0"}).named == ("EUPL-1.2",)
