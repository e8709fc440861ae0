# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import gc
from collections.abc import Iterable, Iterator
from functools import cached_property

import pytest

from credentials import with_check_digits
from ospo.domain.snapshot import Kind, Unreadable
from ospo.formats import survey as module
from ospo.formats.content_kind import ContentKind
from ospo.formats.inside_addresses import Inside
from ospo.formats.reuse_tags import NO_TAGS, Tags
from ospo.formats.survey import Survey, SurveyedFile, survey
from snapshots import MemorySnapshot

# In parts, so that REUSE tools do not take the examples for information about this file.
LICENCE = "SPDX-" + "License-Identifier: MIT\n"


class Counting(MemorySnapshot):
    """A snapshot that counts how often each file is read."""

    @cached_property
    def times(self) -> dict[str, int]:
        return {}

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        for path, content in super().read_all(paths):
            self.times[path] = self.times.get(path, 0) + 1
            yield path, content


def test_every_file_is_looked_at_and_told_by_its_path() -> None:
    found = survey(MemorySnapshot({"a.py": LICENCE, "b": b"\0", "c": "", "d/e": "ë"}))

    assert found == Survey(
        {
            "a.py": SurveyedFile(len(LICENCE), ContentKind.TEXT, Tags(licence=True, any=True)),
            "b": SurveyedFile(1, ContentKind.BINARY),
            "c": SurveyedFile(0, ContentKind.EMPTY),
            "d/e": SurveyedFile(2, ContentKind.TEXT),
        }
    )
    assert list(found.files) == ["a.py", "b", "c", "d/e"]


def test_links_and_submodules_are_no_files() -> None:
    kinds = {"link": Kind.SYMLINK, "module": Kind.SUBMODULE, "run": Kind.EXECUTABLE}

    assert list(survey(MemorySnapshot(dict.fromkeys(kinds, "x"), kinds)).files) == ["run"]


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "map/a.woff2", "a.b.docx", ".ico"])
def test_what_its_name_says_is_no_text_is_passed_over(name: str) -> None:
    snapshot = Counting({name: "x"})

    assert survey(snapshot) == Survey()
    assert snapshot.times == {}


@pytest.mark.parametrize("name", ["png", "a.png.license", "a.so", "a.jar", "a.pngx", "a.png/b", "a."])
def test_any_other_name_is_read(name: str) -> None:
    assert list(survey(MemorySnapshot({name: "x"})).files) == [name]


def test_a_text_in_utf_16_is_read_as_text_and_its_size_is_that_of_the_file() -> None:
    content = LICENCE.encode("utf-16")

    file = survey(MemorySnapshot({"a": content})).files["a"]

    assert (file.kind, file.size, file.tags.licence) == (ContentKind.TEXT, len(content), True)


def test_a_tag_in_a_file_that_is_no_text_is_not_looked_for() -> None:
    assert survey(MemorySnapshot({"a": b"\0" + LICENCE.encode()})).files["a"].tags is NO_TAGS


def test_what_cannot_be_had_is_kept_apart_with_its_reason() -> None:
    found = survey(MemorySnapshot({"a": Unreadable("missing"), "b": "x"}))

    assert list(found.files) == ["b"]
    assert {path: error.reason for path, error in found.unread.items()} == {"a": "missing"}


def test_after_so_many_bytes_the_rest_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 10)
    snapshot = Counting({"a": "x" * 5, "b": Unreadable("missing"), "c": "x" * 5, "d": "x", "e": "x" * 5})

    found = survey(snapshot)

    assert list(found.files) == ["a", "c"]
    assert {path: error.reason for path, error in found.unread.items()} == {
        "b": "missing",
        "d": "too-large",
        "e": "too-large",
    }
    assert "e" not in snapshot.times


def test_a_snapshot_is_read_once_for_all_who_ask() -> None:
    snapshot = Counting({"a": "x"})

    assert survey(snapshot) is survey(snapshot)
    assert snapshot.times == {"a": 1}


def test_an_equal_snapshot_is_another_one() -> None:
    first, second = Counting({"a": "x"}), Counting({"a": "x"})

    assert survey(first) is not survey(second)
    assert (first.times, second.times) == ({"a": 1}, {"a": 1})


def test_nothing_is_kept_of_a_snapshot_that_is_gone() -> None:
    snapshot = MemorySnapshot({"a": "x"})
    survey(snapshot)
    assert len(module._kept) == 1

    del snapshot
    gc.collect()

    assert module._kept == []


def test_a_credential_is_found_in_text_and_not_looked_for_in_a_list_of_checksums() -> None:
    token = with_check_digits("ghp_")

    found = survey(MemorySnapshot({"a.py": f"\n{token}", "b.bin": f"\0{token}", "uv.lock": token})).files

    assert {path: [hit.kind for hit in file.credentials] for path, file in found.items()} == {
        "a.py": ["github-token"],
        "b.bin": [],
        "uv.lock": [],
    }


def test_addresses_inside_an_organisation_are_sought_in_program_code_only() -> None:
    text = "url = 'https://zaken.dienst.intra/api'\n"

    found = survey(MemorySnapshot({"app.py": text, "app.yml": text, "README.md": text}))

    assert {path: file.inside for path, file in found.files.items() if file.inside} == {
        "app.py": (Inside(1, is_name=True),)
    }
