# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.licence.files_carry_reuse_information import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

# In parts, so that REUSE tools do not take it for information about this file.
INFORMED = "SPDX-" + "License-Identifier: MIT\nCopyright 2026 Voorbeeld\n"


def verdict(**files: str | bytes | Unreadable) -> Verdict:
    return check(MemorySnapshot(files))


def test_every_file_with_information_is_met() -> None:
    assert verdict(a=INFORMED, b=INFORMED, LICENSE="x") == met("complete", count=2)


def test_a_repository_without_a_trace_of_reuse_is_not_met() -> None:
    assert verdict(a="x", b="x") == not_met("no-reuse", Evidence("a"), Evidence("b"), missing=2, count=2, unread=0)


def test_a_part_is_not_met_and_the_first_five_are_shown() -> None:
    found = verdict(y=INFORMED, z=INFORMED, **dict.fromkeys("abcdef", "x"))

    assert found == not_met("incomplete", *map(Evidence, "abcde"), missing=6, count=8, unread=0)


def test_one_file_of_somebody_else_with_a_header_does_not_make_reuse_the_rule() -> None:
    gone = Unreadable("missing")
    found = verdict(vendored=INFORMED, w=gone, **dict.fromkeys("abcdefg", "x"))

    assert (found.reason, found.values) == ("no-reuse", {"missing": 7, "count": 9, "unread": 1})


def test_a_broken_annotation_file_is_not_met_at_its_line() -> None:
    assert verdict(**{"REUSE.toml": "version = 1\nx = = 1\ny = 2\n"}) == not_met(
        "broken-annotations", Evidence("REUSE.toml", 2), path="REUSE.toml"
    )


def test_two_ways_of_annotating_at_once_are_not_met() -> None:
    assert verdict(**{"REUSE.toml": "version = 1", ".reuse/dep5": "Format: x"}) == not_met(
        "mixed-annotations", Evidence(".reuse/dep5"), path=".reuse/dep5"
    )


def test_a_file_that_cannot_be_read_is_unknown_when_all_others_are_in_order() -> None:
    gone = Unreadable("missing")

    assert verdict(a=gone, b=INFORMED) == unknown("unread", Evidence("a"), count=1, path="a")
    assert verdict(a=gone, b="x").reason == "no-reuse"


def test_a_repository_without_files_to_cover_is_not_applicable() -> None:
    assert verdict(LICENSE="x", empty="") == not_applicable("no-files")
