# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import document_formats
from ospo.formats.document_formats import Format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
ZIP = b"PK\x03\x04" + bytes(64)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docs/plan.md", Format.OPEN),
        ("docs/plan.ODT", Format.OPEN),
        ("plan.pdf", Format.OPEN),
        ("plan.doc", Format.CLOSED),
        ("talk.key", Format.CLOSED),
        ("plan.docx", Format.OFFICE),
        ("table.xls", Format.OFFICE),
        ("picture.png", None),
        ("doc", None),
        (".doc", None),
        ("doc/Makefile", None),
        ("src/main.py", None),
    ],
)
def test_how_open_a_document_is_by_its_name(path: str, kind: Format | None) -> None:
    assert document_formats.kind(path) is kind


@pytest.mark.parametrize(
    ("path", "content", "closed"),
    [
        ("plan.doc", OLE, True),
        ("plan.doc", b"plain words", False),
        ("plan.doc", "plain words".encode("utf-16"), False),
        ("plan.doc", b"", False),
        ("graph.dot", b"digraph {}", False),
        ("talk.key", ZIP, True),
        ("server.key", b"-----BEGIN", False),
        ("server.key", OLE, False),
    ],
)
def test_a_closed_document_holds_what_its_name_says(path: str, content: bytes, closed: bool) -> None:
    assert document_formats.is_closed(path, content) is closed


def test_a_twin_has_the_same_name_whatever_its_folder_and_case() -> None:
    assert document_formats.twin("docs/Plan v1.2.docx") == document_formats.twin("pdf/plan V1.2.PDF")
    assert document_formats.is_open_twin("plan.svg")
    assert not document_formats.is_open_twin("plan.docx")


def test_a_pointer_stands_in_for_a_file() -> None:
    assert document_formats.is_pointer(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    assert not document_formats.is_pointer(b"version 2")
