# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doing many things of one kind side by side: in forked processes, which have everything that this one has."""

import os
import signal
import struct
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn

_NUMBER = struct.Struct("=I")
_FEW = 8  # pieces of work: with more, it pays to fork one more process
_ENOUGH = 0xFFFFFFFF  # stands for no piece of work: who reads it ends


class Workers:
    """Processes that take the next piece of work from one queue; to be waited for, or stopped.

    A `with` block stops them when it is left by an error. Where no process can be forked safely, the work is done
    when it is waited for.
    """

    def __init__(
        self, work: Callable[[int], object], prepare: Callable[[], object] = lambda: None, most: int | None = None
    ) -> None:
        """Fork the first two: they can get ready while it is still found out what there is to do.

        Args:
            work: does the piece with a number; what it gives is thrown away.
            prepare: makes ready for the work. The first process leaves it out, to begin at once with the first piece,
                and leaves the others alone when they are few.
            most: how many processes at the most; as many as there are cores when None.
        """
        self._work = work
        self._prepare = prepare
        self._most = most or os.cpu_count() or 1
        self._children: dict[int, int] = {}  # where each process says what went wrong
        self._here: Sequence[int] = ()
        self._queue = self._lead = -1, -1
        if self._most > 1 and hasattr(os, "fork") and threading.active_count() == 1:
            self._queue, self._lead = os.pipe(), os.pipe()
            self._fork(lambda: None, self._lead[0])
            self._fork(prepare)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._close()
        if kind is not None:
            self._stop()

    @property
    def is_alone(self) -> bool:
        """Whether there is no process but this one."""
        return not self._children

    def start(self, numbers: Iterable[int]) -> None:
        """Give out the work as it is named, in this order; call it once."""
        if not self._children:
            self._here = list(numbers)
            return
        given = 0
        for given, number in enumerate(numbers, 1):
            if len(self._children) < min(self._most, given // _FEW):
                self._fork(self._prepare)
            if given == 1:
                _give(self._lead[1], number)
                continue
            if given > _FEW:
                self._lead = _closed(self._lead)  # the first process helps the others
            if len(self._children) == self._most:
                self._queue = _closed(self._queue, reading=True)  # nobody left to read is an error, not a wait
            _give(self._queue[1], number)
        if 1 <= given <= _FEW:
            _give(self._lead[1], _ENOUGH)
        self._close()

    def wait(self) -> None:
        """Wait until all is done.

        Raises:
            Exception: the first that one of the processes ended with; the others are stopped.
        """
        for number in self._here:
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

    def _fork(self, prepare: Callable[[], object], *first: int) -> None:
        report, tell = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(report)
            _closed((-1, self._queue[1]))
            _closed((-1, self._lead[1]))
            _live(self._work, prepare, (*first, self._queue[0]), tell)
        os.close(tell)
        self._children[process] = report

    def _close(self) -> None:
        self._queue, self._lead = _closed(self._queue), _closed(self._lead)

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


def beside(work: Callable[[], object]) -> Callable[[], None]:
    """Do something in another process, for whatever it leaves behind; what this gives waits for it.

    It is left undone where no process can be forked safely, and when it fails: it only saves time.
    """
    workers = Workers(lambda _: work())
    if not workers.is_alone:
        workers.start([0])

    def wait() -> None:
        with workers, suppress(Exception):
            workers.wait()

    return wait


def _closed(pipe: tuple[int, int], *, reading: bool = False) -> tuple[int, int]:
    """What is open of a pipe after it was closed, or only its end for reading; -1 stands for what is not."""
    for end in pipe[:1] if reading else pipe:
        if end >= 0:
            os.close(end)
    return -1, pipe[1] if reading else -1


def _give(queue: int, number: int) -> None:
    """Put a number in a queue; when all who read it ended, why comes out when they are waited for."""
    with suppress(BrokenPipeError):
        os.write(queue, _NUMBER.pack(number))


def _live(work: Callable[[int], object], prepare: Callable[[], object], queues: Sequence[int], tell: int) -> NoReturn:
    """The life of a forked process: it never returns, and flushes nothing that its parent was about to say."""
    try:
        prepare()
        for number in _taken(queues):
            work(number)
        said = b"done"
    except BaseException as error:
        said = _said(error)
    with suppress(OSError):
        while said:
            said = said[os.write(tell, said) :]
    os._exit(0)


def _taken(queues: Sequence[int]) -> Iterator[int]:
    """What there is to do for one process, from one queue after the other."""
    for queue in queues:
        while packed := os.read(queue, _NUMBER.size):
            number = _NUMBER.unpack(packed)[0]
            if number == _ENOUGH:
                return
            yield number


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
