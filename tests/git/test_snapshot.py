# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Snapshots of real repositories: whole, bare, damaged, hostile."""

import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.domain.snapshot import Kind, Unreadable
from ospo.errors import NotARepository
from ospo.git import objects, open_snapshot
from ospo.git import snapshot as snapshot_module


def object_path(repository: GitRepository, revision: str) -> Path:
    object_id = repository.git("rev-parse", revision)
    return repository.path / ".git" / "objects" / object_id[:2] / object_id[2:]


def test_files_modes_and_bytes_are_those_of_head(repository: GitRepository) -> None:
    repository.commit({"README.md": "# Hallo", "bin/run": "#!/bin/sh", "leeg": ""})
    os.chmod(repository.path / "bin/run", 0o755)
    os.symlink("README.md", repository.path / "LEESMIJ")
    repository.commit()
    (repository.path / "README.md").write_text("changed in the work tree only")

    with open_snapshot(repository.path) as found:
        assert {e.path: e.kind for e in found.entries()} == {
            "LEESMIJ": Kind.SYMLINK,
            "README.md": Kind.FILE,
            "bin/run": Kind.EXECUTABLE,
            "leeg": Kind.FILE,
        }
        assert found.read("README.md") == b"# Hallo"
        assert dict(found.read_all(["leeg", "LEESMIJ"])) == {"leeg": b"", "LEESMIJ": b"README.md"}
        assert found.committed == datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_a_bare_repository_and_a_folder_inside_a_work_tree_are_found(repository: GitRepository, tmp_path: Path) -> None:
    commit = repository.commit({"docs/a.md": "a"})
    repository.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare"))

    for path in (tmp_path / "bare", repository.path / "docs"):
        with open_snapshot(path) as found:
            assert found.commit == commit


def test_a_linked_work_tree_shows_its_own_head(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"a": "1"})
    repository.git("worktree", "add", "--quiet", "-b", "zij", str(tmp_path / "linked"))
    linked = GitRepository(tmp_path / "linked")
    commit = linked.commit({"b": "2"})

    with open_snapshot(linked.path) as found:
        assert (found.commit, [e.path for e in found.entries()]) == (commit, ["a", "b"])


def test_a_name_that_is_not_utf8_survives(repository: GitRepository) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", stdin=b"inhoud")
    repository.git("update-index", "-z", "--index-info", stdin=b"100644 " + blob.encode() + b"\tcaf\xe9 \xff\n.md\0")
    repository.git("commit", "--quiet", "-m", "x")

    with open_snapshot(repository.path) as found:
        (entry,) = found.entries()
        assert entry.path.encode("utf-8", "surrogateescape") == b"caf\xe9 \xff\n.md"
        assert found.read(entry.path) == b"inhoud"


def test_a_path_that_no_system_can_check_out_is_passed_over(repository: GitRepository) -> None:
    repository.commit({"README.md": "Hallo"})
    blob = repository.git("rev-parse", "HEAD:README.md")
    lines = "".join(f"100644 {blob}\t{name}\n" for name in ("a" * 4096, "b" * 4097))
    repository.git("update-index", "--index-info", stdin=lines.encode())
    tree = repository.git("write-tree")
    made = repository.git("commit-tree", "-m", "Add long names", tree)
    repository.git("update-ref", "HEAD", made)

    with open_snapshot(repository.path) as snapshot:
        assert [entry.path for entry in snapshot.entries()] == ["README.md", "a" * 4096]


def test_history_is_newest_first_and_read_once_for_all(repository: GitRepository) -> None:
    repository.commit(
        {"a": "1"}, "Eerste\n\nSigned-off-by: dev-one <dev-one@voorbeeld.example>", "2025-01-01T00:00:00+00:00"
    )
    second = repository.commit({"a": "2"}, "Tweede: ë")

    with open_snapshot(repository.path) as found:
        newest, oldest = found.commits()
        assert (newest.id, newest.message.strip(), len(newest.parents)) == (second, "Tweede: ë", 1)
        assert oldest.message.splitlines()[-1] == "Signed-off-by: dev-one <dev-one@voorbeeld.example>"
        assert oldest.committer.when == datetime(2025, 1, 1, tzinfo=UTC)
        assert oldest.author.email == "dev-one@voorbeeld.example"
        assert next(found.commits()) is newest


def test_tags_come_newest_first_annotated_ones_with_their_own_date(repository: GitRepository) -> None:
    first = repository.commit({"a": "1"}, when="2025-01-01T00:00:00+00:00")
    repository.git("tag", "v1.0.0")
    repository.commit({"a": "2"}, when="2025-06-01T00:00:00+00:00")
    repository.git("tag", "-a", "-m", "release", "v0.9.1", first, when="2026-01-01T00:00:00+00:00")
    repository.git("pack-refs", "--all")
    repository.git("tag", "v2.0.0")

    with open_snapshot(repository.path) as found:
        assert [(t.name, t.when and t.when.year, t.when and t.when.month) for t in found.tags()] == [
            ("v0.9.1", 2026, 1),
            ("v2.0.0", 2025, 6),
            ("v1.0.0", 2025, 1),
        ]
        assert found.tags()[0].commit == first


def test_remotes_are_read_from_the_configuration_without_credentials(repository: GitRepository) -> None:
    repository.commit()
    repository.git("remote", "add", "upstream", "https://github.com/minvws/voorbeeld")
    repository.git("remote", "add", "origin", "https://gebruiker:geheim@gitlab.com/groep/sub/project.git")

    with open_snapshot(repository.path) as found:
        assert found.remotes == ("https://gitlab.com/groep/sub/project", "https://github.com/minvws/voorbeeld")


def test_remotes_that_the_caller_knows_win(repository: GitRepository) -> None:
    repository.commit()

    with open_snapshot(repository.path, remotes=("git@github.com:MinBZK/regelrecht.git",)) as found:
        assert found.remotes == ("https://github.com/minbzk/regelrecht",)


def test_a_shallow_clone_says_so_and_gives_what_it_has(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"a": "1"})
    commit = repository.commit({"a": "2"})
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.path}", str(tmp_path / "shallow"))

    with open_snapshot(tmp_path / "shallow") as found:
        assert found.is_shallow
        assert [c.id for c in found.commits()] == [commit]


def test_a_missing_blob_is_unreadable_and_the_others_still_come(repository: GitRepository) -> None:
    repository.commit({"a": "een", "b": "twee", "c": "drie"})
    object_path(repository, "HEAD:b").unlink()

    with open_snapshot(repository.path) as found:
        answers = dict(found.read_all(["a", "b", "c"]))
        assert (answers["a"], answers["c"]) == (b"een", b"drie")
        assert isinstance(answers["b"], Unreadable)
        with pytest.raises(Unreadable, match="b: missing"):
            found.read("b")


def test_a_corrupt_blob_is_unreadable_and_the_others_still_come(repository: GitRepository) -> None:
    repository.commit({"a": "een", "b": "twee" * 1000, "c": "drie"})
    path = object_path(repository, "HEAD:b")
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:10])

    with open_snapshot(repository.path) as found:
        kinds = [type(content) for _, content in found.read_all(["a", "b", "c"])]
        assert kinds == [bytes, Unreadable, bytes]


def test_a_missing_tree_is_unreadable(repository: GitRepository) -> None:
    repository.commit({"map/a": "een"})
    object_path(repository, "HEAD:map").unlink()

    with open_snapshot(repository.path) as found, pytest.raises(Unreadable, match="tree: missing"):
        found.entries()


def test_a_missing_parent_ends_the_history_as_unreadable(repository: GitRepository) -> None:
    repository.commit({"a": "1"})
    repository.commit({"a": "2"})
    object_path(repository, "HEAD~1").unlink()

    with open_snapshot(repository.path) as found:
        for _ in range(2):
            with pytest.raises(Unreadable, match="history: missing"):
                list(found.commits())


def test_a_missing_head_commit_is_said_in_one_sentence(repository: GitRepository) -> None:
    repository.commit({"a": "1"})
    object_path(repository, "HEAD").unlink()

    with pytest.raises(NotARepository, match="clone it again"), open_snapshot(repository.path):
        pass


def test_a_partial_clone_does_not_fetch(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"a": "een"})
    repository.git("config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    repository.git("clone", "--quiet", "--bare", "--filter=blob:none", f"file://{repository.path}", str(partial))

    with open_snapshot(partial) as found:
        assert [e.path for e in found.entries()] == ["a"]
        with pytest.raises(Unreadable, match="a: missing"):
            found.read("a")


def test_a_hostile_configuration_is_never_used(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"a": "1"})
    sign = tmp_path / "was-run"
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {sign}\n")
    program.chmod(0o755)
    with (repository.path / ".git" / "config").open("a") as config:
        config.write(f"[core]\n\tfsmonitor = {program}\n\tsshCommand = {program}\n\tpager = {program}\n")
        config.write(f"[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {program}\n")
        config.write(f'[remote "origin"]\n\turl = {repository.path}\n\tpromisor = true\n\tuploadpack = {program}\n')
        config.write("[extensions]\n\tpartialClone = origin\n")
    object_path(repository, "HEAD:a").unlink()

    with open_snapshot(repository.path) as found:
        list(found.commits())
        found.tags()
        with pytest.raises(Unreadable):
            found.read("a")
    assert not sign.exists()


def test_a_huge_blob_is_skipped_without_keeping_it(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot_module, "MAX_BLOB", 1000)
    repository.commit({"big": b"x" * 3_000_000, "small": "klein"})

    with open_snapshot(repository.path) as found:
        big, small = found.read_all(["big", "small"])
        assert isinstance(big[1], Unreadable)
        assert (big[1].reason, small[1]) == ("too-large", b"klein")


def test_an_answer_that_does_not_come_is_too_slow(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot_module, "SECONDS", 0.2)
    repository.commit({"a": "1"})

    with open_snapshot(repository.path) as found:
        monkeypatch.setattr(objects._Batch, "_answer", _stuck)
        with pytest.raises(Unreadable, match="a: too-slow"):
            found.read("a")


def _stuck(_self: object, _output: object, _max_bytes: int) -> bytes:
    time.sleep(0.4)
    raise EOFError


def test_processes_and_the_shadow_are_gone_after_closing(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"a": "1"})
    with open_snapshot(repository.path) as found:
        next(found.commits())
        found.read("a")
        folder = Path(found._shadow._folder)
        assert folder.is_dir()

    assert not folder.exists()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda path: None, "is not a git repository"),
        (lambda path: path.rmdir(), "there is nothing here"),
        (lambda path: GitRepository(path).git("init", "--quiet"), "no commit yet"),
        (lambda path: (path / ".git").write_text("gitdir: /nonexistent/place"), "clone it again"),
    ],
)
def test_what_is_no_repository_gets_one_clear_sentence(
    tmp_path_factory: pytest.TempPathFactory, prepare: Callable[[Path], object], words: str
) -> None:
    path = tmp_path_factory.mktemp("plek")
    prepare(path)

    with pytest.raises(NotARepository, match=words), open_snapshot(path):
        pass


def test_a_reftable_repository_is_refused_with_the_way_out(repository: GitRepository) -> None:
    repository.commit()
    (repository.path / ".git" / "reftable").mkdir()

    with pytest.raises(NotARepository, match="--ref-format=files"), open_snapshot(repository.path):
        pass


def test_a_repository_without_rights_is_named(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit()

    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with (
        pytest.raises(NotARepository, match="objects: may not be read: check the rights"),
        open_snapshot(repository.path),
    ):
        pass


def test_without_git_the_way_out_is_named(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit()
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(Exception, match="install the package 'git'"), open_snapshot(repository.path):
        pass


def test_a_commit_of_the_past_shows_its_own_files_history_and_tags(repository: GitRepository) -> None:
    first = repository.commit({"LICENSE": "x"}, when="2024-01-10T12:00:00+00:00")
    repository.git("tag", "v1")
    repository.commit({"README.md": "y"}, when="2025-01-10T12:00:00+00:00")
    repository.git("tag", "v2")
    repository.git("tag", "-a", "-m", "late name for the first", "v1-again", first, when="2026-01-10T12:00:00+00:00")

    with open_snapshot(repository.path, at=first) as found:
        assert [e.path for e in found.entries()] == ["LICENSE"]
        assert [c.id for c in found.commits()] == [first]
        assert [t.name for t in found.tags()] == ["v1"]
        assert found.committed == datetime(2024, 1, 10, 12, tzinfo=UTC)


def test_a_commit_that_is_not_there_is_said_in_one_sentence(repository: GitRepository) -> None:
    repository.commit()

    with pytest.raises(NotARepository), open_snapshot(repository.path, at="d" * 40):
        pass


def test_a_signature_on_a_tag_is_seen_and_a_tag_without_one_is_not_signed(repository: GitRepository) -> None:
    commit = repository.commit()
    head = f"object {commit}\ntype commit\ntag {{}}\ntagger dev-one <dev-one@voorbeeld.example> 1700000000 +0000\n\nx\n"
    signature = "-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----\n"
    for name, end in (("signed", signature), ("plain", "about -----BEGIN SSH SIGNATURE-----\n")):
        made = repository.git("hash-object", "-w", "-t", "tag", "--stdin", stdin=(head.format(name) + end).encode())
        repository.git("update-ref", f"refs/tags/{name}", made)
    repository.git("tag", "light")

    with open_snapshot(repository.path) as found:
        assert {t.name: t.is_signed for t in found.tags()} == {"signed": True, "plain": False, "light": False}
