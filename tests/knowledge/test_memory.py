# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering what was read: the same library and observations, and only what changed is read again."""

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sites
from knowledge_base import KnowledgeBase
from ospo import knowledge
from ospo.domain.identifier import OrganisationId, PracticeId
from ospo.domain.language import Language
from ospo.errors import ContentError
from ospo.formats import front_matter, yaml
from ospo.knowledge import memory
from ospo.knowledge.memory import Memory
from ospo.store.cache import Cache

BODY = ("Kies er een.", "Kies er twee.")
PRACTICE, TRANSLATION = "practices/licentie-kiezen.nl.md", "practices/licentie-kiezen.en.md"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def settled(base: KnowledgeBase) -> KnowledgeBase:
    """The knowledge base, an hour after it was written."""
    for path in base.path.rglob("*"):
        age(path)
    return base


def age(path: Path) -> None:
    then = time.time() - 3600
    os.utime(path, (then, then))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read and understood anew."""
    found: list[str] = []

    def noting(real: Callable[[str, str], object]) -> Callable[[str, str], object]:
        def note(text: str, path: str = "") -> object:
            found.append(path)
            return real(text, path)

        return note

    monkeypatch.setattr(front_matter, "split", noting(front_matter.split))
    monkeypatch.setattr(yaml, "load", noting(yaml.load))
    return found


def test_the_library_as_it_was_read_before_is_the_same(settled: KnowledgeBase, cache: Cache, read: list[str]) -> None:
    first = knowledge.load(settled.path, cache)
    read.clear()

    assert knowledge.load(settled.path, cache) == first == knowledge.load(settled.path)
    assert read != []
    read.clear()
    assert knowledge.load(settled.path, cache) == first
    assert read == []


class Beside:
    """Does at once what is to be done beside, and notes that."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def __call__(self, work: Callable[[], object]) -> Callable[[], object]:
        work()
        self.said.append("done")
        return lambda: self.said.append("waited")


def test_what_nobody_read_before_is_read_by_two(settled: KnowledgeBase, cache: Cache, read: list[str]) -> None:
    beside = Beside()
    found = knowledge.load(settled.path, cache, beside)
    assert beside.said == ["done", "waited"]
    data = [path for path in read if path.endswith(".yaml")]
    assert sorted(data) == sorted(set(data)), "nothing is read twice"
    assert found == knowledge.load(settled.path)

    assert knowledge.load(settled.path, cache, beside) == found
    assert beside.said == ["done", "waited"], "it was read before"


def test_without_a_memory_one_reads_everything(settled: KnowledgeBase) -> None:
    beside = Beside()
    knowledge.load(settled.path, beside=beside)
    assert beside.said == []


def test_what_is_wrong_in_the_half_of_the_other_is_told(settled: KnowledgeBase, cache: Cache) -> None:
    for path in ("facts/voorbeeld-besluit.yaml", "norms/voorbeeldnorm.yaml"):
        (settled.path / path).write_text("id: [", "utf-8")
    with pytest.raises(ContentError) as alone:
        knowledge.load(settled.path)
    with pytest.raises(ContentError) as both:
        knowledge.load(settled.path, cache, Beside())
    assert both.value.problems == alone.value.problems


def test_only_a_file_that_changed_is_read_again(settled: KnowledgeBase, cache: Cache, read: list[str]) -> None:
    knowledge.load(settled.path, cache)
    settled.change(PRACTICE, *BODY)
    age(settled.path / PRACTICE)
    read.clear()
    found = knowledge.load(settled.path, cache)

    assert set(read) == {PRACTICE, TRANSLATION}
    assert BODY[1] in found.practices[PracticeId("licentie-kiezen")].texts[Language.NL].body
    read.clear()
    assert knowledge.load(settled.path, cache) == found
    assert read == []


def test_a_change_that_keeps_size_and_time_is_seen(settled: KnowledgeBase, cache: Cache) -> None:
    knowledge.load(settled.path, cache)
    before = (settled.path / PRACTICE).stat()
    settled.change(PRACTICE, "Kies er een.", "Kies er nul.")
    os.utime(settled.path / PRACTICE, ns=(before.st_atime_ns, before.st_mtime_ns))

    body = knowledge.load(settled.path, cache).practices[PracticeId("licentie-kiezen")].texts[Language.NL].body
    assert "Kies er nul." in body


def test_a_file_that_changed_just_now_is_not_remembered(settled: KnowledgeBase, cache: Cache, read: list[str]) -> None:
    settled.change(PRACTICE, *BODY)
    knowledge.load(settled.path, cache)
    read.clear()
    knowledge.load(settled.path, cache)
    assert set(read) == {PRACTICE, TRANSLATION}


def test_files_that_come_and_go(settled: KnowledgeBase, cache: Cache) -> None:
    knowledge.load(settled.path, cache)
    for name in ("open-werken.nl.md", "open-werken.en.md"):
        settled.remove(f"practices/{name}")
    assert set(knowledge.load(settled.path, cache).practices) == {"licentie-kiezen"}
    assert set(knowledge.load(settled.path, cache).practices) == {"licentie-kiezen"}


def test_a_problem_is_said_each_time_and_of_the_file_that_has_it(settled: KnowledgeBase, cache: Cache) -> None:
    settled.change("facts/voorbeeld-besluit.yaml", "status: verified", "status: sure")
    age(settled.path / "facts" / "voorbeeld-besluit.yaml")
    said = []
    for _ in range(3):
        with pytest.raises(ContentError) as caught:
            knowledge.load(settled.path, cache)
        said.append([str(problem) for problem in caught.value.problems])
    assert said[0] == said[1] == said[2]
    settled.change("facts/voorbeeld-besluit.yaml", "status: sure", "status: verified")
    assert knowledge.load(settled.path, cache) == knowledge.load(settled.path)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_what_cannot_be_understood_is_not_there(settled: KnowledgeBase, content: bytes) -> None:
    cache = _Odd(content)
    assert knowledge.load(settled.path, cache) == knowledge.load(settled.path)
    assert knowledge.load_observations(settled.path, cache) == knowledge.load_observations(settled.path)


class _Odd:
    """A keeper that gives something else than was put."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def get(self, kind: str, key: str) -> bytes:
        return self._content

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Too late."""


def test_values_of_another_form_are_not_recalled(settled: KnowledgeBase, cache: Cache) -> None:
    mark = memory.stamp(settled.path / PRACTICE)
    first = Memory[dict[str, int]](cache, settled.path, dict[str, int])
    first.learn("a", (mark, mark), {"a": 1})
    first.learn("b", (mark, None), {"b": 1})
    first.save()

    again, strange = Memory[Any](cache, settled.path, dict[str, int]), Memory[Any](cache, settled.path, list[str])
    assert again.recall("a", (mark, mark)) == {"a": 1}
    assert strange.recall("a", (mark, mark)) is None
    assert again.recall("a", (mark,)) is None
    assert again.recall("a", (mark, None)) is None
    assert again.recall("b", (mark, None)) is None
    assert Memory[Any](cache, settled.path / "facts", dict[str, int]).recall("a", (mark, mark)) is None


def observe(folder: Path, **outcomes: str) -> None:
    seen = {OrganisationId("gemeente-voorbeeld"): [sites.repository("kaart", **outcomes)]}
    for path in knowledge.save_observations(folder, seen):
        age(path)


def test_observations_as_they_were_read_before_are_the_same(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "observations"
    observe(folder, has_ci="met", has_licence_file="unknown")
    first = knowledge.load_observations(folder, cache)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read again"))

    assert knowledge.load_observations(folder, cache) == first
    repository = first.repositories()[0]
    assert isinstance(repository.committed, datetime.datetime)
    assert repository.committed.tzinfo is not None


def test_observations_that_changed_are_read_again(tmp_path: Path, cache: Cache) -> None:
    folder = tmp_path / "observations"
    observe(folder, has_ci="met")
    knowledge.load_observations(folder, cache)
    observe(folder, has_ci="not-met")

    assert knowledge.load_observations(folder, cache) == knowledge.load_observations(folder)
    (folder / "gemeente-voorbeeld.json").unlink()
    assert knowledge.load_observations(folder, cache).repositories() == ()


def test_everything_that_we_ship_can_be_remembered(
    cache: Cache, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "is_settled", lambda _: True)  # a fresh checkout is as good
    settings = sites.app().settings
    first = knowledge.load(settings.content, cache), knowledge.load_observations(settings.observations, cache)
    read.clear()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read again"))
    assert (knowledge.load(settings.content, cache), knowledge.load_observations(settings.observations, cache)) == first
    assert read == []
