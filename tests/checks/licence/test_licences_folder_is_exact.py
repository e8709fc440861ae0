# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.licence.licences_folder_is_exact import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

TAG = "SPDX-" + "License-Identifier"
MIT = f"# {TAG}: MIT\n"


def verdict(**files: str | Unreadable) -> Verdict:
    return check(MemorySnapshot(files))


def test_exactly_the_texts_in_use_is_met() -> None:
    assert verdict(**{"a.py": MIT, "LICENSES/MIT.txt": "x"}) == met("exact", Evidence("LICENSES/MIT.txt"), count=1)


def test_a_missing_text_is_not_met_where_it_is_named() -> None:
    files = {"a.py": MIT, "b.py": f"\n# {TAG}: ISC\n", "LICENSES/MIT.txt": "x"}

    assert verdict(**files) == not_met("missing", Evidence("b.py", 2), licences="ISC", count=1)


def test_a_text_that_is_left_over_is_not_met() -> None:
    files = {"a.py": MIT, "LICENSES/MIT.txt": "x", "LICENSES/ISC.txt": "x"}

    assert verdict(**files) == not_met("unused", Evidence("LICENSES/ISC.txt"), licences="ISC", count=1)


def test_a_name_without_an_extension_is_not_met() -> None:
    assert verdict(**{"a.py": MIT, "LICENSES/MIT": "x"}) == not_met(
        "misnamed", Evidence("LICENSES/MIT"), count=1, path="LICENSES/MIT"
    )


def test_a_wrong_name_leaves_a_text_missing_too() -> None:
    found = verdict(**{"a.py": MIT, "LICENSES/MIT-License.txt": "x"})

    assert found == not_met(
        "several", Evidence("a.py", 1), Evidence("LICENSES/MIT-License.txt"), missing=1, misnamed=1, unused=0
    )


def test_many_ids_are_not_all_shown() -> None:
    names = ["0BSD", "ISC", "Zlib", "MPL-2.0", "EUPL-1.2", "Apache-2.0"]
    files = {f"{name}.py": f"# {TAG}: {name}\n" for name in names}

    found = verdict(**files, **{"a.py": MIT, "LICENSES/MIT.txt": "x"})

    assert (found.values["licences"], found.values["count"]) == ("0BSD, Apache-2.0, EUPL-1.2, ISC, MPL-2.0 ...", 6)
    assert len(found.evidence) == 5


def test_a_file_that_cannot_be_read_may_use_what_seems_left_over() -> None:
    files = {"a.py": MIT, "b.py": Unreadable("missing"), "LICENSES/MIT.txt": "x", "LICENSES/ISC.txt": "x"}

    assert verdict(**files) == unknown("unread", Evidence("b.py"), count=1)
    assert verdict(**files, **{"c.py": f"# {TAG}: Zlib\n"}).reason == "missing"


def test_a_table_that_cannot_be_read_is_unknown() -> None:
    assert verdict(**{"REUSE.toml": "version = 1\nx = = 1\n"}) == unknown(
        "broken-annotations", Evidence("REUSE.toml", 2), path="REUSE.toml"
    )


def test_a_repository_that_does_not_use_reuse_is_not_judged() -> None:
    assert verdict(**{"a.py": "x", "LICENSES/MIT.txt": "x"}) == not_applicable("no-reuse")
    assert verdict(**{"a.py": MIT, "LICENSE": "x"}) == not_applicable("no-reuse")
