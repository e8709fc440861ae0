# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading objects through one `git cat-file --batch` process: capped in size and time, never stuck."""

import contextlib
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import IO

from ospo.domain.snapshot import Unreadable
from ospo.git.process import Shadow

_WINDOW = 64  # objects asked ahead: their ids fit the pipe, so a single thread cannot lock itself up
_CHUNK = 1 << 20


class ObjectReader:
    """One `cat-file --batch`; `seconds` is the longest any one answer may take before git is stopped."""

    def __init__(self, shadow: Shadow, *, max_bytes: int, seconds: float) -> None:
        self._shadow = shadow
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, object_id: str) -> bytes:
        """The bytes of one object.

        Raises:
            Unreadable: missing, larger than the cap, or too slow in coming.
        """
        answer = next(self.read_all([object_id]))
        if isinstance(answer, Unreadable):
            raise answer
        return answer

    def read_all(self, object_ids: Iterable[str]) -> Iterator[bytes | Unreadable]:
        """Many objects in the order asked, a window ahead at a time; failures come back as values."""
        ids = iter(object_ids)
        while window := list(islice(ids, _WINDOW)):
            answers = self._window(window)
            yield from answers

    def _window(self, ids: list[str]) -> list[bytes | Unreadable]:
        answers: list[bytes | Unreadable] = []
        while len(answers) < len(ids):
            waiting = ids[len(answers) :]
            answers.extend(self._ask(waiting))
        return answers

    def _ask(self, ids: list[str]) -> list[bytes | Unreadable]:
        """Ask for these objects; when git stops half-way, the one it stopped at counts as unreadable."""
        answers: list[bytes | Unreadable] = []
        late = threading.Event()
        stdin, stdout, stop = self._running()
        watchdog = threading.Timer(self._seconds, _stopper(late, stop))
        watchdog.daemon = True
        watchdog.start()
        try:
            stdin.write("".join(f"{i}\n" for i in ids).encode("ascii"))
            stdin.flush()
            for _ in ids:
                answers.append(self._answer(stdout))
        except (OSError, EOFError):
            self.close()
            answers.append(Unreadable("too-slow" if late.is_set() else "missing"))
        finally:
            watchdog.cancel()
        return answers

    def _answer(self, output: IO[bytes]) -> bytes | Unreadable:
        fields = output.readline().split()
        if not fields:
            raise EOFError
        if len(fields) != 3:
            return Unreadable("missing")
        size = int(fields[2])
        if size > self._max_bytes:
            _skip(output, size + 1)
            return Unreadable("too-large")
        content = output.read(size + 1)
        if len(content) != size + 1:
            raise EOFError
        return content[:-1]

    def _running(self) -> tuple[IO[bytes], IO[bytes], Callable[[], None]]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = self._shadow.start("cat-file", "--batch", reads=True)
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise EOFError
        return process.stdin, process.stdout, process.kill

    def close(self) -> None:
        """Stop the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a git process and let go of its pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()


def _skip(output: IO[bytes], size: int) -> None:
    while size:
        content = output.read(min(size, _CHUNK))
        if not content:
            raise EOFError
        size -= len(content)


def _stopper(late: threading.Event, stop: Callable[[], None]) -> Callable[[], None]:
    def too_late() -> None:
        late.set()
        stop()

    return too_late
