# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing: writing the static site whole or not at all."""

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from ospo.domain.site import File
from ospo.errors import SettingsError

MARK = ".ospo-site"  # says that a folder is a site of ours and may be replaced


Part = Callable[[], Iterable[File]]
_waiting: list[Part] = []  # where a forked process finds its part: parts need not travel


def write(folder: Path, *parts: Part) -> int:
    """Write the parts into a temporary sibling, then put it in the place of the folder; gives the number of files.

    Several parts are made side by side, each in a process of its own, where one can be forked safely.

    Raises:
        SettingsError: the folder exists and is not a site of ours, or its parent cannot be written.
        ValueError: a file would land outside the folder.
    """
    folder = folder.resolve()
    if folder.exists() and not (folder / MARK).is_file() and not (folder.is_dir() and not any(folder.iterdir())):
        raise SettingsError("{path}: holds something else than a site: choose another folder", path=folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    except OSError as error:
        message = "{path}: cannot be written ({error}): choose another folder"
        raise SettingsError(message, path=folder, error=error.strerror) from error
    try:
        temporary.chmod(0o755)
        count = sum(_written(parts, temporary))
        (temporary / MARK).write_text("This folder is written by `ospo build`.\n", "utf-8")
        _replace(folder, temporary)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return count


def _written(parts: Sequence[Part], folder: Path) -> list[int]:
    """How many files each part wrote."""
    if len(parts) < 2 or "fork" not in get_all_start_methods() or threading.active_count() > 1:
        return [_write_part(part, folder) for part in parts]
    _waiting[:] = parts
    try:
        with ProcessPoolExecutor(min(len(parts), os.cpu_count() or 1), get_context("fork")) as pool:
            return list(pool.map(_write_waiting, range(len(parts)), [folder] * len(parts)))
    finally:
        _waiting.clear()


def _write_waiting(number: int, folder: Path) -> int:
    return _write_part(_waiting[number], folder)


def _write_part(part: Part, folder: Path) -> int:
    count = 0
    for file in part():
        target = folder / file.path.lstrip("/")
        if ".." in target.parts:
            raise ValueError(f"{file.path} would land outside the site")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        count += 1
    return count


def _replace(folder: Path, temporary: Path) -> None:
    if not folder.exists():
        os.rename(temporary, folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-old-"))
    os.rename(folder, old / "site")
    try:
        os.rename(temporary, folder)
    except BaseException:
        os.rename(old / "site", folder)
        old.rmdir()
        raise
    shutil.rmtree(old, ignore_errors=True)
