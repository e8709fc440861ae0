# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading objects through `git cat-file --batch`: capped in size and time, never stuck, git always a step ahead."""

import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import IO

from ospo.domain.snapshot import Unreadable
from ospo.git.process import Shadow, end

_AHEAD = 60  # objects asked ahead: their ids fit the smallest pipe there is, so that one thread cannot lock itself up
_CHUNK = 1 << 20
_LONG_SKIP = 1 << 24  # bytes; passing over more costs more than starting git again
_MOST_RESTARTS = 200  # of git, for objects it stops at; what comes after that is not tried
_LATE = 100  # such restarts is what an object counts for that we waited for in vain


class _Gone(Exception):  # noqa: N818 - the name is the sentence
    """Git stopped before it gave the whole answer."""


class ObjectReader:
    """The objects of a store; `seconds` is the longest any one answer may take before git is stopped.

    A process serves one `read_all` at a time; a second one, while the first is not done, gets its own. `has_failed`
    tells that something was missing, or came too late.
    """

    def __init__(self, shadow: Shadow, *, max_bytes: int, seconds: float) -> None:
        self._shadow = shadow
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._idle: list[_Batch] = []
        self._all: set[_Batch] = set()
        self._restarts = 0
        self._failure = "missing"
        self.has_failed = False

    def start(self) -> None:
        """Have a process ready."""
        self._idle.append(self._take())

    def read(self, object_id: str) -> bytes:
        """The bytes of one object.

        Raises:
            Unreadable: missing, larger than the cap, or too slow in coming.
        """
        (answer,) = self.read_all([object_id])
        if isinstance(answer, Unreadable):
            raise answer
        return answer

    def read_all(self, object_ids: Iterable[str]) -> Iterator[bytes | Unreadable]:
        """Many objects in the order asked, some of them asked ahead; failures come back as values."""
        ids = iter(object_ids)
        asked: deque[str] = deque()
        batch = self._take()
        try:
            while True:
                if 2 * len(asked) <= _AHEAD and (more := list(islice(ids, _AHEAD - len(asked)))):
                    asked += more
                    batch.ask(more)
                if not asked:
                    break
                answer = self._answer(batch)
                self.has_failed = self.has_failed or (isinstance(answer, Unreadable) and answer.reason != "too-large")
                asked.popleft()
                if batch.is_spent:
                    self._drop(batch)
                    batch = self._take()
                    batch.ask(asked)
                yield answer
        finally:
            batch.left = len(asked)
            if batch in self._all:
                self._idle.append(batch)

    def _answer(self, batch: "_Batch") -> bytes | Unreadable:
        try:
            return batch.answer(self._max_bytes)
        except _Gone:
            if batch.is_started:
                self._failure = "too-slow" if batch.is_late else "missing"
                self._restarts += _LATE if batch.is_late else 1
            return Unreadable(self._failure)

    def _take(self) -> "_Batch":
        """A process that nobody uses; one that has stopped already when git failed too often."""
        while self._idle:
            batch = self._idle.pop()
            if batch.is_running and batch.is_clear(self._max_bytes):
                return batch
            self._drop(batch)
        batch = _Batch(self._shadow, self._seconds)
        if self._restarts <= _MOST_RESTARTS:
            self._all.add(batch)
            batch.start()
        return batch

    def _drop(self, batch: "_Batch") -> None:
        self._all.discard(batch)
        batch.close()

    def close(self) -> None:
        """Stop every process, whatever it is doing; nothing is read any more."""
        self._restarts = _MOST_RESTARTS + 1
        for batch in self._all:
            batch.close()
        self._all.clear()
        self._idle.clear()


class _Batch:
    """One `cat-file --batch`. `is_spent`: it gives no more answers; `left`: answers to come that nobody waits for."""

    def __init__(self, shadow: Shadow, seconds: float) -> None:
        self._shadow = shadow
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self.is_spent = True
        self.left = 0

    def start(self) -> None:
        """Start git."""
        self._process = self._shadow.start("cat-file", "--batch", reads=True)
        self.is_spent = False

    @property
    def is_started(self) -> bool:
        """False for one that was not worth starting."""
        return self._process is not None

    @property
    def is_running(self) -> bool:
        """False when git stopped while nobody was looking."""
        return self._process is not None and self._process.poll() is None

    @property
    def is_late(self) -> bool:
        """True when git was stopped because it kept us waiting."""
        return self._process is not None and self._shadow.watchdog.is_late(self._process)

    def is_clear(self, max_bytes: int) -> bool:
        """Pass over the answers that nobody waited for; true when the next one will be to what is asked next."""
        try:
            while self.left and not self.is_spent:
                self.answer(max_bytes)
                self.left -= 1
        except _Gone:
            return False
        return not self.is_spent

    def ask(self, ids: Iterable[str]) -> None:
        """Ask for these objects; that git is gone shows when the answers are read."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError, ValueError):
                self._process.stdin.write("".join(f"{i}\n" for i in ids).encode("ascii"))
                self._process.stdin.flush()

    def answer(self, max_bytes: int) -> bytes | Unreadable:
        """The next object that was asked for.

        Raises:
            _Gone: git stopped at it.
        """
        process = self._process
        if process is None or process.stdout is None:
            raise _Gone
        self._shadow.watchdog.expect(process, self._seconds)
        try:
            return self._answer(process.stdout, max_bytes)
        except (OSError, EOFError, ValueError) as error:  # gone, cut off, closed, or no answer at all
            self.is_spent = True
            raise _Gone from error
        finally:
            self._shadow.watchdog.arrived(process)

    def _answer(self, output: IO[bytes], max_bytes: int) -> bytes | Unreadable:
        fields = output.readline().split()
        if len(fields) != 3:
            if not fields:
                raise EOFError
            return Unreadable("missing")
        size = int(fields[2])
        if size > max_bytes:
            self._skip(output, size + 1)
            return Unreadable("too-large")
        content = output.read(size + 1)
        if len(content) != size + 1:
            raise EOFError
        return content[:-1]

    def _skip(self, output: IO[bytes], size: int) -> None:
        if size > _LONG_SKIP:
            self.is_spent = True  # and the next objects are asked of another process
            return
        while size:
            content = output.read(min(size, _CHUNK))
            if not content:
                raise EOFError
            size -= len(content)

    def close(self) -> None:
        """Stop the process."""
        if self._process is not None:
            end(self._process)
