# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.reuse_tags import NO_TAGS, Expression, Tags, tags

# In parts, so that REUSE tools do not take the examples for information about this file.
LICENCE_TAG = "SPDX-" + "License-Identifier:"
HOLDER_TAG = "SPDX-" + "FileCopyrightText:"
START, END = "REUSE-" + "IgnoreStart", "REUSE-" + "IgnoreEnd"
LICENCE = f"{LICENCE_TAG} MIT"
HOLDER = f"{HOLDER_TAG} 2026 Voorbeeld"


def informs(text: bytes) -> bool:
    """True when the text gives both."""
    return tags(text).licence and tags(text).copyright


@pytest.mark.parametrize(
    "notice",
    [
        HOLDER,
        f"{HOLDER_TAG}2026 X",
        "SPDX-" + "SnippetCopyrightText: X",
        "Copyright 2026 X",
        "Copyright (c) X",
        "Copyright(C)X",
        "Copyright © X",
        "© 2026 X",
        "©X",
        "Copyright\t2026 X",
        "Copyright\xa02026 X",
        "MyCopyright X",
    ],
)
def test_a_copyright_notice_in_one_of_its_forms(notice: str) -> None:
    assert informs(f"# {notice}\n# {LICENCE}\n".encode())


@pytest.mark.parametrize(
    "notice",
    [
        "",
        "copyright 2026 X",
        "COPYRIGHT 2026 X",
        "(c) 2026 X",
        "Copyright: X",
        "Copyrights X",
        "Copyright.",
        "Copyright",
        "SPDX-" + "FileCopyrightText X",
        "&copy; X",
        "__copyright__ = X",
    ],
)
def test_what_is_no_copyright_notice(notice: str) -> None:
    assert not informs(f"# {notice}\n# {LICENCE}\n".encode())


@pytest.mark.parametrize(
    "value",
    [
        "MIT",
        "MIT OR Apache-2.0",
        "MIT */",
        "MIT -->",
        "MIT #}",
        "MIT *)",
        'MIT"/>',
        "MIT' />",
        "MIT }}",
        "MIT #",
        "MIT */}",
        "MIT **/",
        "MIT ?>",
        "MIT %>",
        "MIT ]]",
        'MIT"""',
        "LicenseRef-Eigen",
        "Foo-1.0",
        "\xa0MIT\xa0",
    ],
)
def test_a_licence_expression_with_or_without_the_end_of_a_comment(value: str) -> None:
    assert informs(f"{HOLDER}\n{LICENCE_TAG} {value}\n".encode())


@pytest.mark.parametrize(
    "value", ["", "MIT,", "MIT AND", '"MIT"', "EUPL 1.2", "${licence}", "{{ x }}", "MIT and\n ISC", "\nMIT"]
)
def test_what_is_no_licence_expression(value: str) -> None:
    assert not informs(f"{HOLDER}\n{LICENCE_TAG} {value}\n".encode())


def test_one_valid_expression_is_enough() -> None:
    assert informs(f"{HOLDER}\n{LICENCE_TAG} ?\n{LICENCE}\n".encode())


def test_after_a_hundred_tags_nobody_looks_further() -> None:
    assert not informs((f"{HOLDER}\n" + f"{LICENCE_TAG} ?\n" * 100 + f"{LICENCE}\n").encode())


def test_the_tags_may_stand_far_down() -> None:
    assert informs(("x\n" * 100_000 + f"{HOLDER}\n{LICENCE}\n").encode())


@pytest.mark.parametrize(
    "line", [f"Copyright X {LICENCE}", f"{HOLDER} {LICENCE}", f"© X {LICENCE}", f"{LICENCE} {HOLDER}"]
)
def test_a_notice_runs_to_the_end_of_its_line(line: str) -> None:
    assert not informs(f"{HOLDER}\n{line}\n".encode())


@pytest.mark.parametrize(
    ("text", "informed"),
    [
        (f"{START}\n{HOLDER}\n{LICENCE}\n{END}\n", False),
        (f"{START}\n{HOLDER}\n{LICENCE}\n", False),
        (f"{END}\n{HOLDER}\n{LICENCE}\n{START}\n", True),
        (f"{START}\n{START}\n{END}\n{HOLDER}\n{LICENCE}\n{END}", True),
        (f"{START} {HOLDER} {END}\n{LICENCE}\n", False),
        (f"{START} x {END} {HOLDER}\n{LICENCE}\n", True),
        (f"{START.lower()}\n{HOLDER}\n{LICENCE}\n", True),
    ],
)
def test_what_stands_between_the_ignore_marks_does_not_count(text: str, informed: bool) -> None:
    assert informs(text.encode()) is informed


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_line_ends_and_encodings(ends: str, encoding: str) -> None:
    assert informs(ends.join(["caf\u00e9", HOLDER, LICENCE, ""]).encode(encoding))


def test_the_sign_in_latin_1() -> None:
    assert informs(f"\u00a9 X\n{LICENCE}\n".encode("latin-1"))
    assert not informs(f"\u0169\n{LICENCE}\n".encode())  # the same byte as a part of another letter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x", NO_TAGS),
        (LICENCE, Tags(licence=True, any=True)),
        (LICENCE_TAG, Tags(any=True)),
        (HOLDER, Tags(copyright=True, any=True)),
        ("Copyright 2026 X", Tags(copyright=True)),
        (f"{HOLDER}\n{LICENCE}", Tags(licence=True, copyright=True, any=True)),
        (f"{START}\n{HOLDER}\n{LICENCE}", Tags(any=True)),
    ],
)
def test_what_a_text_gives(text: str, found: Tags) -> None:
    assert tags(text.encode()) == found


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        (f"# {LICENCE}\n", [Expression("MIT", 1)]),
        (f"x\n\n/* {LICENCE} */\r\n", [Expression("MIT", 3)]),
        (f"<!-- {LICENCE} -->\n", [Expression("MIT", 1)]),
        (f"REM {LICENCE}\n", [Expression("MIT", 1)]),
        (f"| {LICENCE} |\n", [Expression("MIT", 1)]),
        (f"# {LICENCE}\n# {LICENCE_TAG} ISC\n", [Expression("MIT", 1), Expression("ISC", 2)]),
        (f"# {LICENCE_TAG} EUPL 1.2\n", [Expression("EUPL 1.2", 1, is_valid=False)]),
        (f"# {LICENCE_TAG}\n", [Expression("", 1, is_valid=False)]),
        (f'tag = "{LICENCE}"\n', [Expression('MIT"', 1, is_valid=False, is_alone=False)]),
        (f"Write {LICENCE}\n", [Expression("MIT", 1, is_alone=False)]),
        (f"{START}\n# {LICENCE}\n{END}\n# {LICENCE_TAG} ISC\n", [Expression("ISC", 4)]),
        (f"{HOLDER} {LICENCE}\n", []),
        (HOLDER, []),
    ],
)
def test_what_stands_behind_a_licence_tag_and_where(text: str, expressions: list[Expression]) -> None:
    assert list(tags(text.encode()).expressions) == expressions
