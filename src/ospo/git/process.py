# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running git plumbing safely: in a shadow repository of our own, with an empty environment.

A repository's own configuration can make git run programs. So git never sees that configuration: it runs in an
empty directory of ours (its own HEAD, its own three-line config) and is only lent the object database.
"""

import os
import shutil
import subprocess
import tempfile
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
        (folder / "config").write_text(config, "ascii")
        if store.is_shallow:
            shutil.copyfile(store.common / "shallow", folder / "shallow")

    def start(self, *arguments: str, reads: bool = False) -> subprocess.Popen[bytes]:
        """Start one git command; its standard error is dropped, its standard input is a pipe when it `reads`."""
        return subprocess.Popen(  # noqa: S603 - a fixed program with arguments of ours, never a shell
            [self._program, *arguments],
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.PIPE if reads else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """Remove the shadow directory."""
        self._finalizer()
