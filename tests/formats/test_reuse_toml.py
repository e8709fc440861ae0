# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.errors import ParseError
from ospo.formats import reuse_toml

COPYRIGHT = 'SPDX-FileCopyrightText = "2026 Voorbeeld"\n'
LICENCE = 'SPDX-License-Identifier = "EUPL-1.2"\n'


def document(*tables: str) -> bytes:
    return ("version = 1\n" + "".join(f"[[annotations]]\n{table}" for table in tables)).encode()


def test_a_table_says_what_it_gives_and_to_which_paths() -> None:
    (found,) = reuse_toml.parse(document(f'path = ["a/**", "b"]\n{COPYRIGHT}{LICENCE}'))

    assert (found.copyright, found.licence, found.override) == (True, True, False)
    assert found.paths.fullmatch("a/x/y")
    assert found.paths.fullmatch("b")


def test_expressions_are_kept_as_written_valid_or_not() -> None:
    (found,) = reuse_toml.parse(
        document('path = "**"\nprecedence = "aggregate"\nSPDX-License-Identifier = ["MIT", "x y"]\n')
    )

    assert (found.expressions, found.licence, found.aggregate, found.override) == (("MIT", "x y"), True, True, False)


@pytest.mark.parametrize(
    ("table", "copyright_", "licence"),
    [
        (COPYRIGHT, True, False),
        (LICENCE, False, True),
        ('SPDX-License-Identifier = ["MIT", "Apache-2.0 OR ISC"]\n', False, True),
        ('SPDX-License-Identifier = "MIT AND"\n', False, False),
        ("SPDX-License-Identifier = []\nSPDX-FileCopyrightText = []\n", False, False),
    ],
)
def test_copyright_and_licence_are_told_apart(table: str, copyright_: bool, licence: bool) -> None:
    (found,) = reuse_toml.parse(document(f'path = "**"\n{table}'))

    assert (found.copyright, found.licence) == (copyright_, licence)


def test_the_last_table_comes_first() -> None:
    first, second = reuse_toml.parse(document('path = "a"\n', 'path = "b"\nprecedence = "override"\n'))

    assert (first.paths.pattern, first.override) == ("b", True)
    assert (second.paths.pattern, second.override) == ("a", False)


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfversion = 1\n", b"version = 1\r\n", b"version = 2\n[other]\nx = 1\n"]
)
def test_marks_line_ends_and_other_tables_do_no_harm(content: bytes) -> None:
    assert reuse_toml.parse(content) == ()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b'version = "1"\n', 1),
        (b"version = 1\nx = [\n", 2),
        (b"version = 1\nx = = 2\ny = 3\n", 2),
        (b"version = 1\n# caf\xe9\n", 2),
        (b"version = 1\nx = " + b"[" * 5000, 2),
        (b"version = 1\n[annotations]\n", None),
        (b'version = 1\nannotations = ["x"]\n', None),
        (document(LICENCE), None),
        (document("path = []\n"), None),
        (document("path = 3\n"), None),
        (document('path = "a"\nSPDX-FileCopyrightText = 3\n'), None),
        (document('path = "a"\nprecedence = "soms"\n'), None),
        (document(*['path = "a"\n'] * 2001), None),
        (b"version = 1\n" + b"#" * 1_000_000, None),
    ],
)
def test_a_file_that_is_not_what_it_says_is_named_with_its_line(content: bytes, line: int | None) -> None:
    with pytest.raises(ParseError) as caught:
        reuse_toml.parse(content, "sub/REUSE.toml")

    assert (caught.value.path, caught.value.line) == ("sub/REUSE.toml", line)
