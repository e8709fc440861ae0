# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doing many things of one kind side by side: in forked processes, which have everything that this one has."""

import os
import signal
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn

_NUMBER = struct.Struct("=I")
_QUEUE = 1024  # numbers that surely fit in a pipe, so that all can be written before anybody reads


class Workers:
    """Processes that take the next piece of work from one queue; to be waited for, or stopped.

    A `with` block stops them when it is left by an error. Where no process can be forked safely, the work is done
    when it is waited for.
    """

    def __init__(self, work: Callable[[int], object], amount: int, first: int = 0, most: int | None = None) -> None:
        """Start.

        Args:
            work: does the piece with a number; what it gives is thrown away.
            amount: how many pieces there are.
            first: how many of them, from the beginning, take so long that each should have a process to itself.
            most: how many processes at the most; as many as there are cores when None.
        """
        self._work = work
        self._pieces = _pieces(amount, first)
        self._children: dict[int, int] = {}  # where each process says what went wrong
        self._read, self._write = os.pipe()
        count = min(len(self._pieces), most or os.cpu_count() or 1)
        if count > 1 and hasattr(os, "fork") and threading.active_count() == 1:
            os.write(self._write, b"".join(map(_NUMBER.pack, range(len(self._pieces)))))
            os.close(self._write)
            for _ in range(count):
                self._fork()
            os.close(self._read)
            self._pieces = []
        else:
            os.close(self._write)
            os.close(self._read)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._stop()

    def wait(self) -> None:
        """Wait until all is done.

        Raises:
            Exception: the first that one of the processes ended with; the others are stopped.
        """
        for piece in self._pieces:
            for number in piece:
                self._work(number)
        try:
            for process, report in list(self._children.items()):
                with os.fdopen(report, "rb") as stream:
                    said = stream.read()
                os.waitpid(process, 0)
                del self._children[process]
                if said != b"done":
                    raise _error(said)
        except BaseException:
            self._stop()
            raise

    def _fork(self) -> None:
        report, tell = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(report)
            _live(self._work, self._pieces, self._read, tell)
        os.close(tell)
        self._children[process] = report

    def _stop(self) -> None:
        for process, report in self._children.items():
            with suppress(OSError):
                os.kill(process, signal.SIGTERM)
            with suppress(OSError):
                os.close(report)
        for process in self._children:
            with suppress(OSError):
                os.waitpid(process, 0)
        self._children.clear()


def _pieces(amount: int, first: int) -> list[range]:
    """The numbers in pieces: first those that take long, each alone, then the others by several at a time."""
    alone = [range(n, n + 1) for n in range(min(first, amount))]
    size = max(1, -(-(amount - len(alone)) // (_QUEUE // 4)))
    return alone + [range(n, min(n + size, amount)) for n in range(len(alone), amount, size)]


def _live(work: Callable[[int], object], pieces: Sequence[range], queue: int, tell: int) -> NoReturn:
    """The life of a forked process: it never returns, and flushes nothing that its parent was about to say."""
    try:
        while number := os.read(queue, _NUMBER.size):
            for n in pieces[_NUMBER.unpack(number)[0]]:
                work(n)
        said = b"done"
    except BaseException as error:
        said = _said(error)
    with suppress(OSError):
        while said:
            said = said[os.write(tell, said) :]
    os._exit(0)


def _said(error: BaseException) -> bytes:
    import pickle

    try:
        return pickle.dumps(error)
    except Exception:
        return pickle.dumps(RuntimeError(repr(error)))


def _error(said: bytes) -> BaseException:
    import pickle

    if not said:
        return RuntimeError("a process that made part of it was stopped")
    error: Any = pickle.loads(said)  # noqa: S301 - from a process of our own
    return error if isinstance(error, BaseException) else RuntimeError(repr(error))
