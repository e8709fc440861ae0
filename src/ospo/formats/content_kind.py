# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of thing a file holds, told from its first bytes: text, a program, an archive, or something else."""

import re
from enum import StrEnum


class ContentKind(StrEnum):
    """Text a person can read, or which kind of bytes."""

    EMPTY = "empty"
    TEXT = "text"
    PROGRAM = "program"  # machine code or byte code: ELF, PE, Mach-O, Java, Python, WebAssembly, static libraries
    ARCHIVE = "archive"  # zip (so also jar, war, docx), gzip, tar and the like
    BINARY = "binary"  # anything else that is no text: an image, a font, a database


_OPENING = 2048  # bytes that decide
# Control characters near the start: an image, an archive, a program. Such a file cannot hold a comment.
_CONTROL = bytes((*range(0x07), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # Java, and Mach-O for several processors
    b"\0asm",
    b"dex\n03",
    b"BC\xc0\xde",
    b"!<arch>\n",
)
_WINDOWS, _WINDOWS_PLACE, _WINDOWS_MARK = b"MZ", slice(0x3C, 0x40), b"PE\0\0"
_PYTHON = re.compile(rb"..\r\n[\0-\x03]\0\0\0", re.DOTALL)  # a .pyc since 3.7
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\0",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
)
_TAR, _TAR_PLACE = b"ustar", 257


def as_utf8(content: bytes) -> bytes:
    """The same text in UTF-8 when it is UTF-16 by its mark; anything else as it is."""
    if content.startswith(_UTF16):
        return content.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return content


def kind(content: bytes) -> ContentKind:
    """The kind of a file that is not UTF-16 (see `as_utf8`)."""
    if not content:
        return ContentKind.EMPTY
    if content.startswith(_PROGRAMS):
        return ContentKind.PROGRAM
    opening = content[:_OPENING]
    if len(opening.translate(None, _CONTROL)) == len(opening):
        return ContentKind.TEXT
    if _is_windows_program(content) or _PYTHON.match(content):
        return ContentKind.PROGRAM
    if content.startswith(_ARCHIVES) or content.startswith(_TAR, _TAR_PLACE):
        return ContentKind.ARCHIVE
    return ContentKind.BINARY


def _is_windows_program(content: bytes) -> bool:
    place = int.from_bytes(content[_WINDOWS_PLACE], "little")
    return content.startswith(_WINDOWS) and content.startswith(_WINDOWS_MARK, place)
