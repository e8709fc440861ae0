# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mirror is ours: nothing of the other side but objects and references gets in, and what breaks off is put right."""

import fcntl
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import forge as forges
from conftest import GitRepository
from forge import Forge
from ospo.domain.crawl import Refused, RepositoryState
from ospo.errors import SettingsError
from ospo.git import mirror, open_snapshot, transfer
from ospo.git.transfer import Remote


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    with forges.running(tmp_path / "forge") as running:
        yield running


@pytest.fixture
def remote(forge: Forge) -> Remote:
    forge.commit("a/b", LICENSE="EUPL-1.2")
    return Remote(forge.clone("a/b"), "127.0.0.1")


def test_a_mirror_holds_the_newest_commit_and_the_tags(forge: Forge, remote: Remote, tmp_path: Path) -> None:
    work = GitRepository(forge.root / "work" / "a" / "b")
    work.git("tag", "v1")
    work.git("push", "--quiet", "origin", "v1")
    digest = mirror.fetch(remote, tmp_path / "m")
    assert digest == mirror.digest_of(tmp_path / "m") == mirror.look(remote).digest

    commit = forge.commit("a/b", README__md="Hallo")
    work.git("push", "--quiet", "--delete", "origin", "v1")

    assert mirror.look(remote).digest != digest
    assert mirror.fetch(remote, tmp_path / "m") == mirror.look(remote).digest
    with open_snapshot(tmp_path / "m") as snapshot:
        assert (snapshot.commit, list(snapshot.tags())) == (commit, [])


def test_a_branch_that_is_not_the_default_changes_nothing(forge: Forge, remote: Remote) -> None:
    before = mirror.look(remote)
    GitRepository(forge.root / "work" / "a" / "b").git("push", "--quiet", "origin", "main:refs/heads/other")

    assert mirror.look(remote) == before
    assert before.branch == "main"


def test_a_history_that_was_written_anew_is_followed(forge: Forge, remote: Remote, tmp_path: Path) -> None:
    mirror.fetch(remote, tmp_path / "m")
    work = GitRepository(forge.root / "work" / "a" / "b")
    work.git("update-ref", "-d", "HEAD")

    commit = forge.commit("a/b", README__md="Nieuw")

    mirror.fetch(remote, tmp_path / "m")
    with open_snapshot(tmp_path / "m") as snapshot:
        assert snapshot.commit == commit


def test_no_hook_and_no_configuration_gets_in(remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    witness = tmp_path / "witness"
    hook = home / "reference-transaction"
    hook.write_text(f"#!/bin/sh\necho ran >{witness}\n")
    hook.chmod(0o755)
    (home / ".gitconfig").write_text(f"[core]\n\thooksPath = {home}\n[http]\n\tproxy = http://127.0.0.1:1\n")
    for name in ("HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL"):
        monkeypatch.setenv(name, str(home / ".gitconfig" if name.startswith("GIT") else home))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", f"'core.hooksPath={home}'")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")

    mirror.fetch(remote, tmp_path / "m")

    assert not witness.exists()
    assert not (tmp_path / "m" / "hooks").exists()
    assert "remote" not in (tmp_path / "m" / "config").read_text()


def test_git_goes_to_the_number_that_was_found_and_not_to_that_of_the_name(forge: Forge, remote: Remote) -> None:
    name = remote.url.replace("localhost", "git.voorbeeld.example")

    assert mirror.look(Remote(name, "127.0.0.1")) == mirror.look(remote)
    with pytest.raises(Refused):
        mirror.look(Remote(remote.url, "127.0.0.2"))


def test_what_a_git_that_was_killed_left_behind_is_thrown_away(remote: Remote, tmp_path: Path) -> None:
    mirror.fetch(remote, tmp_path / "m")
    left = [tmp_path / "m" / name for name in ("packed-refs.lock", "refs/heads/tip.lock", "objects/pack/tmp_pack_x")]
    for path in left:
        path.write_text("")
    (tmp_path / "m" / "config").write_text("[core]\n\thooksPath = /tmp\n")

    mirror.fetch(remote, tmp_path / "m")

    assert [path for path in left if path.exists()] == []
    assert "hooksPath" not in (tmp_path / "m" / "config").read_text()


def test_somebody_at_work_in_the_mirror_is_waited_for_but_not_for_ever(
    remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "PATIENCE", 0.0)
    (tmp_path / "m").mkdir()
    handle = os.open(tmp_path / "m" / "lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)

    with pytest.raises(Refused, match="still at work") as refused:
        mirror.fetch(remote, tmp_path / "m")

    assert refused.value.is_passing
    os.close(handle)
    mirror.fetch(remote, tmp_path / "m")


def test_many_fetches_are_packed_together(
    forge: Forge, remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "_MOST_PACKS", 2)
    for number in range(4):
        forge.commit("a/b", README__md=f"{number}")
        mirror.fetch(remote, tmp_path / "m")

    assert len(list((tmp_path / "m" / "objects" / "pack").glob("*.pack"))) <= 2
    with open_snapshot(tmp_path / "m") as snapshot:
        assert snapshot.read("README.md") == b"3"


def test_a_repository_that_is_too_large_is_stopped(
    remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="is larger than") as refused:
        mirror.fetch(remote, tmp_path / "m", most=10)

    assert not refused.value.is_passing


def test_a_server_that_says_nothing_is_stopped(
    forge: Forge, remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    end = threading.Event()

    def silent(_request: BaseHTTPRequestHandler) -> None:
        end.wait(60)

    forge.faults["/a/b.git/info/refs"] = silent
    monkeypatch.setattr(transfer, "SECONDS", 0.2)

    with pytest.raises(Refused, match="takes too long"):
        mirror.fetch(remote, tmp_path / "m")
    end.set()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html>hallo</html>", "text/html"),
        (b"001e# service=git-upload-pack\n0000", "application/x-git-upload-pack-advertisement"),
        (b"\xff" * 2000, "application/x-git-upload-pack-advertisement"),
    ],
)
def test_an_answer_that_is_no_git_is_named(
    forge: Forge, remote: Remote, tmp_path: Path, body: bytes, kind: str
) -> None:
    forge.faults["/a/b.git/info/refs"] = lambda request: forges.reply(request, 200, body, {"Content-Type": kind})

    with pytest.raises(Refused) as refused:
        mirror.fetch(remote, tmp_path / "m")

    assert refused.value.state in (RepositoryState.UNREACHABLE, RepositoryState.DISAPPEARED, RepositoryState.ACTIVE)


def test_a_bundle_is_fetched_from_its_file(tmp_path: Path, repository: GitRepository) -> None:
    commit = repository.commit({"README.md": "Hallo"})
    repository.git("bundle", "create", "--quiet", str(tmp_path / "x.bundle"), "HEAD", "main")

    mirror.fetch(Remote(str(tmp_path / "x.bundle")), tmp_path / "m")

    with open_snapshot(tmp_path / "m") as snapshot:
        assert snapshot.commit == commit


@pytest.mark.parametrize("url", ["ext::touch x", "file:///etc", "ssh://localhost/x", "--upload-pack=touch x"])
def test_git_speaks_no_other_protocol(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Refused):
        mirror.look(Remote(url))
    assert not (tmp_path / "x").exists()


def test_a_mirror_that_cannot_be_written_stops_everything(remote: Remote, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsError, match="the mirror cannot be written"):
        mirror.fetch(remote, tmp_path / "file" / "m")
