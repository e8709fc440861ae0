# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache: it gives back what was put, keeps within its limit, and never fails or gives anything else."""

import os
import stat
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.store.cache import Cache


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.parent != folder)


@given(key=st.text(), content=st.binary())
def test_what_was_put_comes_back(key: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Cache(Path(folder) / "cache").put("things", key, content)

        assert Cache(Path(folder) / "cache").get("things", key) == content


def test_nothing_was_put(tmp_path: Path) -> None:
    assert Cache(tmp_path / "cache").get("things", "a") is None
    assert list(tmp_path.iterdir()) == []


def test_kinds_and_keys_are_kept_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("things", "a", b"one")
    cache.put("others", "a", b"two")
    cache.put("things", "b", b"three")

    assert [cache.get("things", "a"), cache.get("others", "a"), cache.get("things", "b")] == [b"one", b"two", b"three"]


def test_the_last_one_put_counts(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("things", "a", b"one")
    cache.put("things", "a", b"two")

    assert cache.get("things", "a") == b"two"


def test_only_the_user_can_look_inside(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    Cache(folder).put("things", "a", b"one")

    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*")) if path.is_dir()} == {0o700}
    assert [stat.S_IMODE(path.stat().st_mode) for path in entries(folder)] == [0o600]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _flip(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_cut, _empty, _flip, _folder])
def test_a_damaged_entry_is_not_there(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("things", "a", b"one")
    harm(entries(tmp_path / "cache")[0])

    assert cache.get("things", "a") is None


@pytest.mark.parametrize("harm", [_cut, _empty, _flip])
def test_a_damaged_entry_is_replaced(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("things", "a", b"one")
    harm(entries(tmp_path / "cache")[0])
    cache.put("things", "a", b"two")

    assert cache.get("things", "a") == b"two"


def test_an_entry_that_was_moved_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("things", "a", b"one")
    first = entries(tmp_path / "cache")[0]
    cache.put("things", "b", b"two")
    second = next(path for path in entries(tmp_path / "cache") if path != first)
    os.replace(first, second)

    assert cache.get("things", "b") is None


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("things", "a", b"one")

    assert cache.get("things", "a") is None


def test_an_entry_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    (folder / "things").write_text("in the way")
    cache = Cache(folder)
    cache.put("things", "a", b"one")

    assert cache.get("things", "a") is None


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    Cache(folder).put("things", "a", b"one")
    folder.chmod(mode)
    cache = Cache(folder)
    cache.put("things", "b", b"two")

    assert (cache.get("things", "a"), len(entries(folder))) == (None, 1)


def test_the_folder_stays_within_its_limit(tmp_path: Path) -> None:
    limit = 4_000_000
    cache = Cache(tmp_path / "cache", limit)
    for number in range(60):
        cache.put("things", str(number), bytes(200_000))

    assert 0 < sum(path.stat().st_size for path in entries(tmp_path / "cache")) <= limit * 17 / 16 + 200_100


def test_pruning_takes_what_was_used_longest_ago(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number, key in enumerate("abcd"):
        Cache(folder).put("things", key, bytes(1000))
        newest = max(entries(folder), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (1_000_000 + number, 1_000_000 + number))
    Cache(folder).get("things", "a")
    cache = Cache(folder, 3000)
    cache.prune()

    assert [key for key in "abcd" if cache.get("things", key)] == ["a", "d"]


def test_an_entry_that_is_out_of_proportion_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", 1000)
    cache.put("things", "a", bytes(251))

    assert (cache.get("things", "a"), (tmp_path / "cache").exists()) == (None, False)


def test_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    contents = [bytes([number]) * 50_000 for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: Cache(tmp_path / "cache").put("things", "a", content), contents))

    assert Cache(tmp_path / "cache").get("things", "a") in contents
    assert len(entries(tmp_path / "cache")) == 1


def test_a_tree_may_be_kept_in_a_place_of_its_own(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    place = cache.place("trees", "a")
    assert place is not None
    assert place.parent.is_dir()
    assert not place.exists()
    assert cache.place("trees", "a") == place != cache.place("trees", "b")


def test_there_is_no_place_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Cache(tmp_path / "file" / "cache").place("trees", "a") is None
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    assert Cache(tmp_path / "open").place("trees", "a") is None
    (tmp_path / "half").mkdir(mode=0o700)
    (tmp_path / "half" / "trees").write_text("in the way")
    assert Cache(tmp_path / "half").place("trees", "a") is None
