# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.errors import ParseError
from ospo.formats import dep5

HEAD = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: x\n\n"


def paragraph(files: str, copyright_: str = "2026 Voorbeeld", licence: str = "EUPL-1.2") -> str:
    return f"Files: {files}\nCopyright: {copyright_}\nLicense: {licence}\n\n"


def test_a_paragraph_gives_information_to_its_files_the_last_first() -> None:
    first, second = dep5.parse(
        (HEAD + paragraph("a b\n c") + paragraph("d/*", licence="MIT\n the text\n .\n more")).encode()
    )

    assert first.paths.fullmatch("d/e/f")
    assert [name for name in "abcd" if second.paths.fullmatch(name)] == ["a", "b", "c"]
    assert (first.copyright, first.licence, first.override) == (True, True, False)


def test_expressions_are_kept_without_the_text_of_the_licence() -> None:
    (found,) = dep5.parse((HEAD + paragraph("*", licence="MIT\n the text")).encode())

    assert (found.expressions, found.aggregate) == (("MIT",), True)


@pytest.mark.parametrize(
    ("text", "copyright_", "licence"),
    [
        (paragraph("*", copyright_="\n 2026 A\n 2026 B"), True, True),
        (paragraph("*", copyright_=""), False, True),
        (paragraph("*", licence="MIT, ISC"), True, False),
        (paragraph("*", licence="\n MIT"), True, False),
        (paragraph("*").lower().replace("eupl", "EUPL"), True, True),
        (paragraph("*").replace("\n", "\r\n"), True, True),
        ("# remark\n" + paragraph("*").replace("\nL", "\n# remark\nL"), True, True),
    ],
)
def test_copyright_and_licence_are_told_apart(text: str, copyright_: bool, licence: bool) -> None:
    (found,) = dep5.parse((HEAD + text).encode())

    assert (found.copyright, found.licence) == (copyright_, licence)


def test_a_licence_paragraph_gives_nothing_to_a_file() -> None:
    assert dep5.parse((HEAD + "License: MIT\n the text\n").encode()) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        (paragraph("*"), 1),
        ("no field here", 1),
        (" starts with a space\n", 1),
        (HEAD + "Files: *\nFiles: a\n", 5),
        (HEAD + "Files: *\nLicense: MIT\n", 4),
        (HEAD + "\n\nFiles: *\nCopyright: x\n", 6),
        (HEAD + "A: b\n\n" * 2001, None),
        (HEAD + "#" * 1_000_000, None),
    ],
)
def test_a_file_that_is_not_what_it_says_is_named_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(ParseError) as caught:
        dep5.parse(text.encode())

    assert (caught.value.path, caught.value.line) == (".reuse/dep5", line)
