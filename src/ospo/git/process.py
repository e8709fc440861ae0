# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running git plumbing safely: in a shadow repository of our own, with an empty environment.

A repository's own configuration can make git run programs. So git never sees that configuration: it runs in an
empty directory of ours (its own HEAD, its own three-line config) and is only lent the object database.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
import weakref
from pathlib import Path

from ospo.errors import SettingsError
from ospo.git.store import Store

# Nothing is inherited but what a program needs to start.
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
}
# What git may keep in memory: parts of packs, bases of deltas; larger blobs are streamed.
_LIMITS = """\
[core]
	packedGitWindowSize = 16m
	packedGitLimit = 64m
	deltaBaseCacheLimit = 32m
	bigFileThreshold = 16m
"""
_PIPE = 1 << 18  # bytes that git may be ahead of us, where the system lets us say so
_LOOK = 0.1  # seconds between two looks of the watchdog


class Watchdog:
    """Stops the processes that keep us waiting for too long; one thread, which starts when it is first needed."""

    def __init__(self) -> None:
        self._limits: dict[subprocess.Popen[bytes], float] = {}
        self._late: set[subprocess.Popen[bytes]] = set()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def expect(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        """Something must come from this process within so many seconds."""
        self._limits[process] = time.monotonic() + seconds
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, daemon=True)
            self._thread.start()

    def arrived(self, process: subprocess.Popen[bytes]) -> None:
        """It came."""
        self._limits.pop(process, None)

    def is_late(self, process: subprocess.Popen[bytes]) -> bool:
        """True for a process that was stopped because it kept us waiting."""
        return process in self._late

    def close(self) -> None:
        """Watch no more."""
        self._closed.set()

    def _watch(self) -> None:
        while not self._closed.wait(_LOOK):
            now = time.monotonic()
            for process, limit in list(self._limits.items()):
                if now > limit:
                    self._late.add(process)
                    process.kill()


class Shadow:
    """An empty git directory of ours that borrows the objects of a store; removed when closed."""

    def __init__(self, store: Store, commit: str) -> None:
        program = shutil.which("git")
        if program is None:
            raise SettingsError("git is not installed: install the package 'git' and try again")
        self._program = program
        self._folder = tempfile.mkdtemp(prefix="ospo-git-")
        self._finalizer = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._write(store, commit)
        self.watchdog = Watchdog()
        self._environment = _ENVIRONMENT | {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": self._folder,
            "GIT_DIR": self._folder,
            "GIT_OBJECT_DIRECTORY": str(store.objects),
        }

    def _write(self, store: Store, commit: str) -> None:
        folder = Path(self._folder)
        (folder / "objects").mkdir()
        (folder / "refs").mkdir()
        (folder / "HEAD").write_text(commit + "\n", "ascii")
        config = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
        if len(commit) == 64:
            config += "[extensions]\n\tobjectFormat = sha256\n"
        (folder / "config").write_text(config + _LIMITS, "ascii")
        if store.is_shallow:
            shutil.copyfile(store.common / "shallow", folder / "shallow")

    def start(self, *arguments: str, reads: bool = False) -> subprocess.Popen[bytes]:
        """Start one git command; its standard error is dropped, its standard input is a pipe when it `reads`."""
        process = subprocess.Popen(  # noqa: S603 - a fixed program with arguments of ours, never a shell
            [self._program, *arguments],
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.PIPE if reads else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if process.stdout is not None:
            _widen(process.stdout.fileno())
        return process

    def close(self) -> None:
        """Remove the shadow directory."""
        self.watchdog.close()
        self._finalizer()


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a git process and let go of its pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()


def _widen(pipe: int) -> None:
    """Let git work ahead of us; elsewhere than on Linux, and when the user has too many, the pipe stays as it is."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
