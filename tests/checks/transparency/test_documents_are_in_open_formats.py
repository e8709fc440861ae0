# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.transparency.documents_are_in_open_formats import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
ZIP = b"PK\x03\x04" + bytes(64)
README = {"README.md": "# Kaart"}
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"


def test_plain_text_and_open_formats_are_met() -> None:
    files = {**README, "docs/plan.odt": ZIP, "docs/plan.pdf": b"%PDF-1.7\n\xe2\x00", "src/main.py": "print()"}

    assert check(MemorySnapshot(files)) == met("open", count=3)


@pytest.mark.parametrize("path", ["docs/plan.doc", "talk.PPT", "model/flow.vsd", "plan/plan.mpp"])
def test_a_document_of_one_maker_is_not_met(path: str) -> None:
    assert check(MemorySnapshot({**README, path: OLD_OFFICE})) == not_met("closed", Evidence(path), count=1, path=path)


def test_a_closed_document_beside_an_open_one_of_the_same_name_is_met() -> None:
    files = {
        **README,
        "docs/Plan.doc": OLD_OFFICE,
        "docs/flow.vsd": OLD_OFFICE,
        "out/plan.pdf": b"%PDF\0",
        "flow.svg": "",
    }

    assert check(MemorySnapshot(files)) == met("open", count=2)


@pytest.mark.parametrize("path", ["docs/plan.docx", "talk.pptx", "data/table.xlsx", "data/table.xls", "flow.vsdx"])
def test_an_office_file_is_for_a_person_to_judge(path: str) -> None:
    assert check(MemorySnapshot({**README, path: ZIP})) == unknown("office", Evidence(path), count=1, path=path)


@pytest.mark.parametrize(
    "path", ["tests/data/plan.doc", "src/test/resources/plan.doc", "fixtures/a.docx", "examples/a.xlsx"]
)
def test_files_of_tests_and_examples_are_no_documents(path: str) -> None:
    assert check(MemorySnapshot({**README, path: OLD_OFFICE})) == met("open", count=1)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("docs/graph.dot", "digraph {}"),
        ("certs/server.key", "-----BEGIN"),
        ("certs/server.key", OLD_OFFICE),
        ("notes.doc", "plain words"),
    ],
)
def test_what_only_has_the_name_of_one_is_no_document(path: str, content: str | bytes) -> None:
    assert check(MemorySnapshot({**README, path: content})) == met("open", count=1)


def test_without_documents_it_does_not_apply() -> None:
    assert check(MemorySnapshot({"src/main.py": "print()"})) == not_applicable("no-documents")


@pytest.mark.parametrize("content", [Unreadable("missing"), POINTER])
def test_a_document_that_cannot_be_had_is_not_judged(content: Unreadable | str) -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**README, "docs/plan.doc": content}))


def test_another_file_that_cannot_be_had_does_not_matter() -> None:
    assert check(MemorySnapshot({**README, "data.bin": Unreadable("missing")})) == met("open", count=1)


def test_one_that_cannot_be_had_changes_nothing_when_another_is_closed() -> None:
    files = {**README, "a.doc": Unreadable("missing"), "b.doc": OLD_OFFICE}

    assert check(MemorySnapshot(files)) == not_met("closed", Evidence("b.doc"), count=1, path="b.doc")
