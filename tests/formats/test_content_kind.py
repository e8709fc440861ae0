# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import gzip
import io
import marshal
import tarfile
import zipfile
from importlib.util import MAGIC_NUMBER

import pytest

from ospo.formats.content_kind import ContentKind, as_utf8, kind

TEXT = "Een zin met een ë.\n"


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a", "b")
    return made.getvalue()


def tarred() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"))
    return made.getvalue()


def windows_program(mark: bytes = b"PE\0\0") -> bytes:
    return b"MZ" + b"\0" * 0x3A + (0x80).to_bytes(4, "little") + b"\0" * 0x40 + mark + b"\0" * 100


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ContentKind.EMPTY),
        (TEXT.encode(), ContentKind.TEXT),
        (TEXT.encode("latin-1"), ContentKind.TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), ContentKind.TEXT),
        (b"MZ is not a program yet", ContentKind.TEXT),
        (b"x" * 3000 + b"\0", ContentKind.TEXT),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 60, ContentKind.PROGRAM),
        (windows_program(), ContentKind.PROGRAM),
        (b"\xca\xfe\xba\xbe\0\0\0\x37", ContentKind.PROGRAM),
        (b"\0asm\x01\0\0\0", ContentKind.PROGRAM),
        (b"!<arch>\nx.o/", ContentKind.PROGRAM),
        (MAGIC_NUMBER + b"\0" * 12 + marshal.dumps(1), ContentKind.PROGRAM),
        (zipped(), ContentKind.ARCHIVE),
        (tarred(), ContentKind.ARCHIVE),
        (gzip.compress(b"x", mtime=0), ContentKind.ARCHIVE),
        (b"\x89PNG\r\n\x1a\n\0\0", ContentKind.BINARY),
        (windows_program(mark=b"NE"), ContentKind.BINARY),
        (b"MZ\0", ContentKind.BINARY),
        (b"\0\n", ContentKind.BINARY),
    ],
)
def test_the_kind_of_a_file(content: bytes, expected: ContentKind) -> None:
    assert kind(content) is expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_text(encoding: str) -> None:
    marked = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"") + TEXT.encode(encoding)

    assert as_utf8(marked).decode("utf-8-sig") == TEXT
    assert kind(as_utf8(marked)) is ContentKind.TEXT


def test_half_a_character_of_utf_16_does_not_break_it() -> None:
    assert kind(as_utf8(b"\xff\xfea\0b")) is ContentKind.TEXT
