# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sharing the work on one repository with copies of this process, so that several cores take part in one scan."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

_CHUNK = 1 << 16
# Bytes of packed objects; below that the work is done before a copy of this process is made.
_WORTH_IT = 2_000_000


def is_possible(objects: Path, *, is_worth_it: bool = False) -> bool:
    """Whether a copy of this process may be made, and it is worth it: the caller knows, or these objects are many."""
    if sys.platform != "linux" or threading.active_count() > 1 or cores() < 2:
        return False  # copying a process with threads, or with the libraries of other systems, is not safe
    if is_worth_it:
        return True
    try:
        with os.scandir(objects / "pack") as packs:
            return sum(pack.stat().st_size for pack in packs if pack.name.endswith(".pack")) >= _WORTH_IT
    except OSError:
        return False


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def aside(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Have a copy of this process do some work, while the block runs.

    What is given is a function that waits for the answer; it is cut off, or empty, when the copy failed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        yield lambda: _answer(reading)
    finally:
        os.close(reading)  # a copy that still writes stops now
        os.waitpid(child, 0)


def _work(work: Callable[[], bytes], writing: int) -> NoReturn:
    """The life of the copy; it never comes back, so that nothing of this process is cleaned up twice."""
    code = 1
    try:
        answer = work()
        while answer:
            answer = answer[os.write(writing, answer) :]
        code = 0
    finally:
        os._exit(code)


def _answer(reading: int) -> bytes:
    parts = []
    while part := os.read(reading, _CHUNK):
        parts.append(part)
    return b"".join(parts)
