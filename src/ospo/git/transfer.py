# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Git over the network or from a bundle: with a configuration of ours, nothing inherited, and limits on time and size.

Git connects to the place that it is told, follows no redirect, asks no password and runs no hook.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ospo import __version__
from ospo.domain.crawl import Refused, RepositoryState
from ospo.errors import SettingsError

SECONDS = 1800.0  # that one conversation may take
MOST_BYTES = 2_000_000_000  # that a mirror may take
PAUSE = 60.0  # seconds that a host is left alone which asks for that: git does not pass on for how long
_LOOK = 0.2  # seconds between two looks at time and size
_SAID = 8_000  # bytes of what git says that are read
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_CONFIG = (
    "core.hooksPath=/dev/null",
    "credential.helper=",
    "fetch.unpackLimit=1",
    "gc.auto=0",
    "http.followRedirects=false",
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=60",
    f"http.userAgent=ospo-nl/{__version__}",
    "maintenance.auto=false",
    "pack.threads=1",
    "protocol.version=2",
)
_NO_SUCH = ("not found", "does not exist", "returned error: 404", "returned error: 410")
_WHO = ("could not read username", "authentication failed", "returned error: 401", "returned error: 403", "disabled")
_ELSEWHERE = ("unable to update url base from redirection", "returned error: 301", "error: 302", "error: 307", "308")


@dataclass(frozen=True, slots=True)
class Remote:
    """A repository elsewhere: its address, and the IP address that its host has, as the guard found it.

    An address without scheme is a bundle on this machine.
    """

    url: str
    place: str | None = None

    @property
    def is_file(self) -> bool:
        """True for a bundle."""
        return "://" not in self.url

    def settings(self) -> list[str]:
        """The options of git that keep it at this place."""
        parts = urlsplit(self.url)
        if self.is_file or self.place is None or parts.hostname is None:
            return []
        port = parts.port or (443 if parts.scheme == "https" else 80)
        return ["-c", f"http.curloptResolve={parts.hostname}:{port}:{self.place}"]


def run(remote: Remote, folder: Path, arguments: Sequence[str], *, keep: tuple[int, ...] = (), most: int = 0) -> bytes:
    """Run git in a folder of ours, and give what it writes.

    Args:
        remote: with whom it speaks.
        folder: the git directory.
        arguments: the command.
        keep: files that stay open for as long as git runs.
        most: bytes that the folder may grow to; 0 for as many as it likes.

    Raises:
        Refused: it did not work; the message says why.
    """
    program = shutil.which("git")
    if program is None:
        raise SettingsError("git is not installed: install the package 'git' and try again")
    protocols = {"GIT_ALLOW_PROTOCOL": "file" if remote.is_file else "http:https"}
    where = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "GIT_DIR": str(folder)}
    settings = [part for setting in _CONFIG for part in ("-c", setting)]
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as written:
        process = subprocess.Popen(  # noqa: S603 - a fixed program with arguments of ours, never a shell
            [program, *settings, *remote.settings(), *arguments],
            env=_ENVIRONMENT | protocols | where,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=said,
            pass_fds=keep,
            start_new_session=True,
        )
        stopped = _wait(process, folder, most)
        said.seek(0)
        if stopped or process.returncode:
            raise stopped or _why(said.read(_SAID).decode("utf-8", "replace"))
        written.seek(0)
        return written.read(MOST_BYTES)


def _wait(process: subprocess.Popen[bytes], folder: Path, most: int) -> Refused | None:
    """Wait until git is done; stop it when it takes too long or too much."""
    start = time.monotonic()
    pause = 0.01
    try:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(pause)
                return None
            pause = min(_LOOK, pause * 2)
            if time.monotonic() - start > SECONDS:
                return Refused("takes too long: tried again later", RepositoryState.UNREACHABLE, is_passing=True)
            if most and size(folder) > most:
                message = "is larger than {n} MB: it is not scanned"
                return Refused(message, RepositoryState.UNREACHABLE, n=most // 1_000_000)
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop git and what it started."""
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def size(folder: Path) -> int:
    """The bytes of everything in a folder."""
    total = 0
    for here, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(here, name)).st_size
    return total


def _why(said: str) -> Refused:
    """What went wrong, from what git says about it (in English: LC_ALL is C)."""
    lower = said.lower()
    if "no space left" in lower or "disk quota" in lower:
        raise SettingsError("the disk is full: make room, and start again")
    if "remote ref head" in lower:
        return Refused("has no commit yet: there is nothing to scan", RepositoryState.ACTIVE)
    if "returned error: 429" in lower:
        message = "asks us to wait: that is done, and then it is tried again"
        return Refused(message, RepositoryState.UNREACHABLE, rests=True, after=PAUSE)
    if any(word in lower for word in _WHO):
        return Refused("asks who we are: it is private, or it is gone", RepositoryState.PRIVATE)
    if any(word in lower for word in _NO_SUCH):
        return Refused("is no longer there", RepositoryState.DISAPPEARED)
    if any(word in lower for word in _ELSEWHERE):
        return Refused("leads to another address: look where it went", RepositoryState.MOVED)
    lines = [line for line in said.splitlines() if line.startswith(("fatal:", "error:"))] or ["git gave no reason"]
    why = lines[-1].partition(": ")[2][:200] or lines[-1][:200]
    return Refused("cannot be fetched ({why})", RepositoryState.UNREACHABLE, is_passing=True, why=why)
