# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a repository that are read without git: references, and the state that a snapshot rests on."""

import os
import shutil
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.errors import NotARepository
from ospo.git import store as module
from ospo.git.store import Store, locate


@pytest.fixture
def store(repository: GitRepository) -> Store:
    repository.commit({"a": "1"})
    return locate(repository.path)


def test_tags_are_read_loose_over_packed_and_by_their_short_name(repository: GitRepository, store: Store) -> None:
    first = store.head()
    repository.git("tag", "v1")
    repository.git("tag", "groep/v1")
    repository.git("pack-refs", "--all")
    second = repository.commit({"a": "2"})
    repository.git("tag", "--force", "v1")

    assert store.tags() == {"v1": second, "groep/v1": first}
    assert store.references() == {"refs/heads/main": second, "refs/tags/v1": second, "refs/tags/groep/v1": first}


def test_broken_references_are_left_out(store: Store) -> None:
    tags = store.common / "refs" / "tags"
    (tags / "leeg").write_text("")
    (tags / "groot").write_text("a" * 2000)
    (tags / "link").symlink_to(store.common / "HEAD")
    (tags / "kring").symlink_to(tags)
    (store.common / "packed-refs").write_bytes(b"# pack-refs\nnothing\n" + b"a" * 40 + b" refs/tags/caf\xe9\n")

    assert store.tags() == {"caf\udce9": "a" * 40}


def test_folders_in_folders_are_no_trouble(store: Store) -> None:
    deep = store.common / "refs" / "tags" / "/".join(["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "v1").write_text(store.head())

    assert list(store.tags().values()) == [store.head()]


def test_the_commit_of_a_branch_is_found_loose_or_packed(repository: GitRepository, store: Store) -> None:
    commit = store.head()
    repository.git("pack-refs", "--all")
    assert not (store.common / "refs" / "heads" / "main").exists()
    assert store.head() == commit

    newer = repository.commit({"a": "2"})
    assert store.head() == newer


@pytest.mark.parametrize(
    "name", ["refs/heads/../../../secret", "../secret", "/etc/passwd", "refs/remotes/origin/main", ""]
)
def test_a_head_that_points_elsewhere_names_no_commit(name: str, store: Store) -> None:
    (store.common.parent.parent / "secret").write_text("a" * 40)
    (store.common / "HEAD").write_text(f"ref: {name}\n")

    with pytest.raises(NotARepository, match="no commit yet"):
        store.head()


def test_the_state_of_a_copy_of_the_same_repository_is_the_same(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.git"
    shutil.copytree(store.common, copy, copy_function=shutil.copy2)

    assert locate(copy).state() == store.state()


def test_the_state_differs_at_another_commit(repository: GitRepository, store: Store) -> None:
    first, before = store.head(), store.state()
    repository.commit({"a": "2"})

    assert len({before, store.state(), store.state(first)}) == 3
    assert store.state(first) == store.state(first)


def test_very_many_packed_references_are_told_apart_by_the_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_PACKED", 10)
    packed = store.common / "packed-refs"
    packed.write_text("a" * 40 + " refs/tags/v1\n")
    os.utime(packed, ns=(1, 1))
    before = store.state()
    packed.write_text("a" * 40 + " refs/tags/v2\n")
    os.utime(packed, ns=(2, 2))

    assert store.state() != before
