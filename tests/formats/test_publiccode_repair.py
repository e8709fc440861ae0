# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repairs: only what is mechanical, only when it helps, and never anything else in the file."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ospo.errors import ParseError
from ospo.formats import publiccode, publiccode_repair
from publiccode_documents import VALID

FILES = Path(__file__).parents[3] / "shared" / "data" / "publiccode"


def repaired(old: str, new: str) -> publiccode_repair.Repaired:
    """The repairs of the valid document, after this change in it."""
    assert old in VALID
    return publiccode_repair.repair(VALID.replace(old, new).encode())


def test_the_minimal_document_needs_no_repair() -> None:
    found = publiccode_repair.repair(VALID.encode())

    assert (found.text, found.repairs) == (VALID, ())


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("localisationReady: true", "localisationReady: yes", "true"),
        ("localisationReady: true", 'localisationReady: "False"', "false"),
        ("localisationReady: true", "localizationReady: true", "localisationReady"),
        ("developmentStatus: stable", "developmentStatus: Stable", "stable"),
        ("developmentStatus: stable", "developmentstatus: stable", "developmentStatus"),
        ("license: EUPL-1.2", "license: EUPL v1.2", "EUPL-1.2"),
        ("license: EUPL-1.2", "license: 'Apache 2.0'", "'Apache-2.0'"),
        ("license: EUPL-1.2", "licence: EUPL-1.2", "license"),
        ("[nl, en-GB]", "[Nederlands, en-GB]", "nl"),
        ("[nl, en-GB]", "[nl_NL, en-GB]", "nl-NL"),
    ],
)
def test_what_is_mechanical_is_repaired_and_the_rest_stays(old: str, new: str, after: str) -> None:
    found = repaired(old, new)

    assert [done.after for done in found.repairs] == [after]
    assert [p for p in found.left if not p.is_warning] == []
    before = VALID.replace(old, new).splitlines()
    assert sum(a != b for a, b in zip(before, found.text.splitlines(), strict=True)) == 1


def with_line(line: str) -> publiccode_repair.Repaired:
    """The repairs of the document with this line at its end, in the place of the one with that key."""
    key = line.partition(":")[0]
    kept = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", VALID, flags=re.M)
    return publiccode_repair.repair(f"{kept}{line}\n".encode())


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("softwareVersion: 1.10 # of the last release", 'softwareVersion: "1.10" # of the last release'),
        ("releaseDate: 2026/3/4", "releaseDate: 2026-03-04"),
        ("releaseDate: '20260304'", "releaseDate: '2026-03-04'"),
        ("releaseDate: 25-12-2025", "releaseDate: 2025-12-25"),
        ("releaseDate: 2026-03-04T10:00:00Z", "releaseDate: 2026-03-04"),
        ("landingURL: voorbeeld.example/kaart", "landingURL: https://voorbeeld.example/kaart"),
        ("intendedAudience: {countries: [nl]}", "intendedAudience: {countries: [NL]}"),
        ("categories: [GIS, Data Visualization]", None),
        ("releaseDate: 03-04-2026", "releaseDate: 03-04-2026"),
        ("releaseDate: 2026-02-30", "releaseDate: 2026-02-30"),
        ("landingURL: see the site", "landingURL: see the site"),
    ],
)
def test_a_line_more(line: str, after: str | None) -> None:
    found = with_line(line)

    if after is None:
        assert "data-visualization" in found.text
    else:
        assert found.text.rstrip().endswith(after)


def test_a_key_is_not_renamed_onto_one_that_is_there() -> None:
    assert with_line("Name: Kaart").repairs == ()


def test_a_licence_is_never_chosen_for_the_owner() -> None:
    for value in ("GPL", "EUPL", "GPL-3", "open source"):
        assert repaired("license: EUPL-1.2", f"license: {value}").repairs == ()


def test_the_newest_version_is_declared_only_when_asked_and_valid() -> None:
    old = VALID.replace('publiccodeYmlVersion: "0"', 'publiccodeYmlVersion: "0.4"')
    broken = old.replace("license: EUPL-1.2", "license: none")

    assert publiccode_repair.repair(old.encode()).repairs == ()
    assert '"0.7"' in publiccode_repair.repair(old.encode(), upgrade=True).text
    assert publiccode_repair.repair(broken.encode(), upgrade=True).repairs == ()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: [", b"? [x]\n: y\n"])
def test_what_cannot_be_read_is_said_and_not_touched(content: bytes) -> None:
    with pytest.raises(ParseError):
        publiccode_repair.repair(content)


def test_windows_line_ends_and_a_byte_order_mark_do_not_move_the_repairs() -> None:
    text = VALID.replace("localisationReady: true", "localisationReady: yes").replace("\n", "\r\n")

    found = publiccode_repair.repair(b"\xef\xbb\xbf" + text.encode())

    assert found.text == VALID.replace("\n", "\r\n")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_repair_never_makes_it_worse_and_is_done_in_one_go(data: st.DataObject) -> None:
    lines = VALID.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(st.text(alphabet=st.sampled_from("abN :-\"'[]{}#1.yes"), max_size=12)) + lines[at]
    content = "\n".join(lines).encode()
    try:
        once = publiccode_repair.repair(content)
    except ParseError:
        return

    assert len(once.left) <= len(publiccode.validate(content).problems)
    assert publiccode_repair.repair(once.text.encode()).repairs == ()


@pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not beside this checkout")
def test_real_files_get_better_and_keep_every_comment() -> None:
    for path in sorted([*(FILES / "nl").iterdir(), *(FILES / "other").iterdir()]):
        content = path.read_bytes()
        try:
            found = publiccode_repair.repair(content)
        except ParseError:
            continue
        before = publiccode.validate(content).problems
        assert (len(found.left) < len(before)) is bool(found.repairs), path.name
        assert found.text.count("#") == content.decode().count("#"), path.name
