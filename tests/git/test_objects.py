# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading objects: in any order, side by side, half-way given up, and when git stops."""

import hashlib
from itertools import islice
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.domain.snapshot import Unreadable
from ospo.git import GitSnapshot, objects, open_snapshot
from ospo.git import snapshot as snapshot_module
from ospo.git.recent import LARGEST, Recent

MANY = {f"{number:03}": hashlib.shake_256(bytes([number % 256])).hexdigest(number * 10) for number in range(300)}
PATHS = sorted(MANY)


def object_path(repository: GitRepository, name: str) -> Path:
    object_id = repository.git("rev-parse", f"HEAD:{name}")
    return repository.path / ".git" / "objects" / object_id[:2] / object_id[2:]


def spoil(repository: GitRepository, *names: str) -> None:
    """Cut the objects in half: git reads what kind they are, and stops when it comes to the content."""
    for name in names:
        path = object_path(repository, name)
        path.chmod(0o644)
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])


def processes(found: GitSnapshot) -> int:
    return len(found._objects._all)


def test_many_come_in_the_order_asked_by_one_process(repository: GitRepository) -> None:
    repository.commit(MANY)
    asked = PATHS[::-1] + PATHS[:10]

    with open_snapshot(repository.path) as found:
        assert list(found.read_all(asked)) == [(path, MANY[path].encode()) for path in asked]
        assert processes(found) == 1


def test_reading_goes_on_inside_another_reading(repository: GitRepository) -> None:
    repository.commit(MANY)

    with open_snapshot(repository.path) as found:
        for path, content in found.read_all(PATHS):
            assert content == found.read(path) == dict(found.read_all([PATHS[0], path]))[path]
        assert processes(found) == 2


def test_a_reading_that_is_given_up_leaves_no_answer_behind(repository: GitRepository) -> None:
    repository.commit(MANY)

    with open_snapshot(repository.path) as found:
        for start in range(0, 300, 7):
            list(islice(found.read_all(PATHS[start:]), 3))
            assert found.read(PATHS[start]) == MANY[PATHS[start]].encode()
        assert processes(found) == 1


def test_a_reading_that_nobody_finishes_ends_with_the_snapshot(repository: GitRepository) -> None:
    repository.commit(MANY)

    with open_snapshot(repository.path) as found:
        reading = found.read_all(PATHS)
        next(reading)
        (batch,) = found._objects._all

    assert batch._process is not None
    assert batch._process.returncode is not None
    assert isinstance(dict(reading)[PATHS[-1]], Unreadable)


def test_git_that_stops_at_an_object_is_started_again(repository: GitRepository) -> None:
    repository.commit(MANY)
    spoilt = PATHS[103:200:20]
    spoil(repository, *spoilt)

    with open_snapshot(repository.path) as found:
        answers = dict(found.read_all(PATHS))
        assert sorted(p for p, content in answers.items() if isinstance(content, Unreadable)) == spoilt
        assert all(answers[p] == MANY[p].encode() for p in PATHS if p not in spoilt)
        assert not found.is_whole


def test_git_that_stops_time_and_again_is_left_alone(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "_MOST_RESTARTS", 2)
    repository.commit(MANY)
    spoil(repository, *PATHS[101:110:2])

    with open_snapshot(repository.path) as found:
        answers = [content for _, content in found.read_all(PATHS[100:120])]
        assert [isinstance(content, Unreadable) for content in answers[:5]] == [False, True, False, True, False]
        assert [getattr(content, "reason", "read") for content in answers[5:]] == ["missing"] * 15
        with pytest.raises(Unreadable):
            found.read(PATHS[0])


def test_a_missing_object_makes_a_snapshot_that_is_not_whole(repository: GitRepository) -> None:
    repository.commit({"a": "een", "b": "twee"})
    object_path(repository, "b").unlink()

    with open_snapshot(repository.path) as found:
        assert found.read("a") == b"een"
        assert found.is_whole
        assert isinstance(dict(found.read_all(["b"]))["b"], Unreadable)
        assert not found.is_whole


@pytest.mark.parametrize("size", [2_000, 3_000_000])
def test_what_is_too_large_is_passed_over_and_the_next_still_comes(
    size: int, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_module, "MAX_BLOB", 1000)
    monkeypatch.setattr(objects, "_LONG_SKIP", 1_000_000)
    repository.commit({"a": "een", "b": b"x" * size, "c": "drie", "d": b"y" * size, "e": "vijf"})

    with open_snapshot(repository.path) as found:
        answers = dict(found.read_all("abcde"))
        assert [answers[p] for p in "ace"] == [b"een", b"drie", b"vijf"]
        assert [getattr(answers[p], "reason", "") for p in "bd"] == ["too-large", "too-large"]
        assert found.is_whole


def test_a_path_that_is_not_there_is_a_mistake_of_the_caller(repository: GitRepository) -> None:
    repository.commit({"a": "een"})

    with open_snapshot(repository.path) as found:
        with pytest.raises(KeyError):
            found.read("b")
        assert list(found.read_all([])) == []


def test_what_many_ask_for_is_asked_of_git_once(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({"README.md": "# Voorbeeld", "b": "twee"})

    with open_snapshot(repository.path) as found:
        assert found.read("README.md") == b"# Voorbeeld"
        asked: list[str] = []
        real = found._objects.read_all
        monkeypatch.setattr(found._objects, "read_all", lambda ids: real(asked.append(i) or i for i in ids))
        assert dict(found.read_all(["b", "README.md"])) == {"b": b"twee", "README.md": b"# Voorbeeld"}
        assert asked == [repository.git("rev-parse", "HEAD:b")]


def test_what_was_read_recently_stays_within_bounds() -> None:
    recent = Recent()
    for number in range(100):
        recent.put(str(number), b"x" * (LARGEST - 1))
        recent.get("0")
    recent.put("large", b"x" * (LARGEST + 1))

    assert recent.get("0") is not None
    assert recent.get("99") is not None
    assert recent.get("1") is None
    assert recent.get("large") is None
    assert sum(recent.get(str(number)) is not None for number in range(100)) == 8_000_000 // (LARGEST - 1)


def test_a_tree_that_is_too_large_is_unreadable(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(MANY)
    for name, limit in (("MAX_ENTRIES", 299), ("MAX_TREE", 1000)):
        with monkeypatch.context() as patch:
            patch.setattr(snapshot_module, name, limit)
            with open_snapshot(repository.path) as found, pytest.raises(Unreadable, match="tree: too-large"):
                found.entries()
