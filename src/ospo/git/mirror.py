# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own mirrors of repositories elsewhere: bare, without hooks, with the history of HEAD and the tags."""

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ospo.domain.crawl import Advertised, Refused, RepositoryState
from ospo.errors import NotARepository, SettingsError
from ospo.git.store import locate
from ospo.git.transfer import MOST_BYTES, Remote, run

PATIENCE = 60.0  # seconds to wait for somebody else who is at work in a mirror
_TIP = "refs/heads/tip"  # what HEAD names, whatever it is called over there
_CONFIG = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
_MOST_PACKS = 20
_MOST_REFERENCES = 50_000
_LEFT_OVER = ("tmp_", ".tmp-")


def path_of(folder: Path, address: str) -> Path:
    """Where the mirror of an address is."""
    name = hashlib.sha256(address.encode("utf-8")).hexdigest()
    return folder / name[:2] / f"{name[2:40]}.git"


def digest(commit: str | None, tags: Mapping[str, str]) -> str:
    """What changes when there is something new to scan: the newest commit, and the tags."""
    return hashlib.sha256(repr((commit, sorted(tags.items()))).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_of(path: Path) -> str:
    """The digest of a repository on disk; runs nothing.

    Raises:
        NotARepository: there is none, or it has no commit.
    """
    store = locate(path)
    return digest(store.head(), store.tags())


def look(remote: Remote) -> Advertised:
    """Ask a repository what it has, without fetching any of it.

    Raises:
        Refused: it does not say.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="ospo-git-") as folder:
        _make(Path(folder))
        written = run(remote, Path(folder), ["ls-remote", "--symref", "--", remote.url, "HEAD", "refs/tags/*"])
    commit, branch, tags = None, None, {}
    for line in written.decode("utf-8", "surrogateescape").split("\n")[:_MOST_REFERENCES]:
        value, _, name = line.partition("\t")
        if name == "HEAD" and value.startswith("ref: "):
            branch = value.removeprefix("ref: refs/heads/")
        elif name == "HEAD":
            commit = value
        elif name.startswith("refs/tags/") and not name.endswith("^{}"):
            tags[name.removeprefix("refs/tags/")] = value
    return Advertised(branch, commit, digest(commit, tags))


def fetch(remote: Remote, mirror: Path, *, most: int = MOST_BYTES) -> str:
    """Bring a mirror up to date, and give its digest; one conversation.

    Raises:
        Refused: that did not work; the mirror is what it was, or holds a part more.
        SettingsError: the disk is full, or the mirror cannot be written.
    """
    try:
        mirror.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(mirror) as lock:
            _make(mirror)
            _clean(mirror)
            names = ["+HEAD:" + _TIP, "+refs/tags/*:refs/tags/*"]
            options = ["--quiet", "--prune", "--no-tags", "--force", "--no-recurse-submodules"]
            run(remote, mirror, ["fetch", *options, "--", remote.url, *names], keep=(lock,), most=most)
            if len(list((mirror / "objects" / "pack").glob("*.pack"))) > _MOST_PACKS:
                run(remote, mirror, ["repack", "-a", "-d", "-q"], keep=(lock,))
        return digest_of(mirror)
    except OSError as error:
        raise SettingsError(
            "{path}: the mirror cannot be written ({error})", path=mirror, error=error.strerror
        ) from error
    except NotARepository as error:
        raise Refused("has no commit yet: there is nothing to scan", RepositoryState.ACTIVE) from error


def confirm(mirror: Path) -> None:
    """Note that a mirror is up to date at this moment: what it holds was compared with what there is."""
    with contextlib.suppress(OSError):
        os.utime(mirror / "FETCH_HEAD")


def _make(folder: Path) -> None:
    """An empty bare repository, when it is not there yet; nothing in it comes from a template."""
    (folder / "objects" / "pack").mkdir(parents=True, exist_ok=True)
    (folder / "refs").mkdir(exist_ok=True)
    for name, content in (("config", _CONFIG), ("HEAD", f"ref: {_TIP}\n")):
        path = folder / name
        if not path.is_file() or path.read_text("ascii", errors="replace") != content:
            path.write_text(content, "ascii")


@contextmanager
def _alone(mirror: Path) -> Iterator[int]:
    """Be the only one who writes in a mirror: git that outlives a killed process of ours counts as well."""
    handle = os.open(mirror / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait_for(handle)
        yield handle
    finally:
        os.close(handle)


def _wait_for(handle: int) -> None:
    with contextlib.suppress(ImportError):  # a system without locks
        import fcntl

        start = time.monotonic()
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() - start > PATIENCE:
                    message = "somebody else is still at work in its mirror: tried again later"
                    raise Refused(message, RepositoryState.UNREACHABLE, is_passing=True) from None
                time.sleep(0.05)


def _clean(mirror: Path) -> None:
    """Throw away what a git that was killed left behind; nobody else is at work here."""
    for here, _, names in os.walk(mirror):
        for name in names:
            if name.endswith(".lock") or (name.startswith(_LEFT_OVER) and "objects" in here):
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(here, name))
