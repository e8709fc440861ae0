# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What costs much to make and is only read: made by the first process of a run that asks for it, for the others too."""

import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

Made = TypeVar("Made")
_FOLDER: list[Path] = []


def among(folder: Path) -> None:
    """The processes of this run leave what they made for each other in a folder of that run."""
    _FOLDER[:] = [folder]


def once(name: str, kind: type[Made], make: Callable[[], Made]) -> Made:
    """What `make` gives, or what another process of this run made of that name.

    Args:
        name: the name of a file.
        kind: what is made, for the one who reads it.
        make: makes it, the same in every process.
    """
    if not _FOLDER:
        return make()
    path = _FOLDER[0] / name
    with path.with_suffix(".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.is_file():
            return msgspec.msgpack.decode(path.read_bytes(), type=kind)
        made = make()
        path.write_bytes(msgspec.msgpack.encode(made))
        return made
