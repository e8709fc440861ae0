# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing: writing the static site whole or not at all, and making only what is not in the last one already."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ospo.app import trees
from ospo.app.side_by_side import Workers
from ospo.app.trees import Stamp
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.domain.site import Output

MARK = ".ospo-site"  # says that a folder is a site of ours and may be replaced
_KIND = "site"
_TEXT = b"This folder is written by `ospo build`.\n"
_ALONE = 2  # outputs at the beginning that take long: the search indexes


class _Made(msgspec.Struct, frozen=True, array_like=True):
    """A file as we wrote it: what it was made from, and how it can be known that nobody changed it since."""

    mark: str
    stamp: Stamp


class _Standby(msgspec.Struct, frozen=True, array_like=True):
    """The site before, when that is kept: which tree it is, and its files."""

    root: tuple[int, int] | None = None
    paths: tuple[str, ...] = ()


class _Record(msgspec.Struct, frozen=True, array_like=True):
    """A site as we wrote it: everything it was made from together, and each file by its path."""

    state: str = ""
    files: dict[str, _Made] = {}
    standby: _Standby = _Standby()


def unchanged(folder: Path, state: str, keeper: Keeper) -> int | None:
    """The number of files of the site in a folder, when it is what would be written now; None when it is not.

    Args:
        folder: where the site is.
        state: everything that the site is made from; empty when that is not known.
        keeper: where the last run noted what it wrote.
    """
    folder = folder.resolve()
    record = _record(folder, keeper)
    if not state or record.state != state or not trees.holds_only(str(folder), record.files):
        return None
    same = all(trees.stamp(str(folder), path) == made.stamp for path, made in record.files.items())
    return len(record.files) - 1 if same else None


def write(
    folder: Path,
    outputs: "Iterable[Output]",
    *,
    keeper: Keeper = FORGETFUL,
    state: str = "",
    standby: Path | None = None,
    prepare: Callable[[], object] = lambda: None,
    check: Callable[[Collection[str]], object] = lambda _: None,
) -> int:
    """Write the files into a temporary sibling, then put it in the place of the folder; gives the number of files.

    A file of the last site that would come out the same, and that nobody touched, is taken over. The others are made
    side by side, in processes of their own where these can be forked safely.

    Args:
        folder: where the site goes.
        outputs: what to write, what takes longest first; the paths begin with a slash.
        keeper: notes what was written, for the next run.
        state: everything that the site is made from together.
        standby: where the site before the last one may be kept, for its folders to be used again.
        prepare: makes a process ready to make files.
        check: is called with the paths of what is taken over, before anything is put in place; when it raises,
            nothing is.

    Raises:
        SettingsError: the folder exists and is not a site of ours, or its parent cannot be written.
        ValueError: a file would land outside the folder.
    """
    import shutil

    folder = folder.resolve()
    temporary = _beside(folder)
    try:
        every = _every(outputs)
        last = _record(folder, keeper)
        if standby is not None and (root := trees.root(standby)) is not None and root == last.standby.root:
            keeper.put(_KIND, str(folder), msgspec.msgpack.encode(_Record()))  # true until all is in place
            trees.reuse(standby, temporary, set(last.standby.paths).difference(o.path for o in every))
        temporary.chmod(0o755)
        with Workers(lambda number: _write(every[number], str(temporary)), prepare) as workers:
            made, pristine = _fill(temporary, every, folder, last.files, workers, check)
        spare = standby if pristine else None
        _replace(folder, temporary, spare)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    record = _Record(state, made, _Standby(trees.root(spare), tuple(last.files)) if spare else _Standby())
    keeper.put(_KIND, str(folder), msgspec.msgpack.encode(record))
    return len(every) - 1


def _beside(folder: Path) -> Path:
    """A new folder beside the one that may be replaced."""
    import tempfile

    if folder.exists() and not (folder / MARK).is_file() and not (folder.is_dir() and not any(folder.iterdir())):
        raise SettingsError("{path}: holds something else than a site: choose another folder", path=folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    except OSError as error:
        message = "{path}: cannot be written ({error}): choose another folder"
        raise SettingsError(message, path=folder, error=error.strerror) from error


def _every(outputs: "Iterable[Output]") -> "list[Output]":
    """The outputs, and the mark that the folder is a site of ours."""
    from ospo.domain.site import Output

    every = [*outputs, Output(f"/{MARK}", lambda: "1", lambda: _TEXT, "text/plain")]
    outside = [output.path for output in every if ".." in output.path.split("/")]
    if outside:
        raise ValueError(f"{outside[0]} would land outside the site")
    return every


def _fill(
    temporary: Path,
    outputs: "Sequence[Output]",
    last: Path,
    known: dict[str, _Made],
    workers: Workers,
    check: Callable[[Collection[str]], object],
) -> tuple[dict[str, _Made], bool]:
    """Take over from the last site what can be, and make the rest.

    Gives what was written, and whether the last site was still as it was written, with nothing added.
    """
    marks: list[str] = []
    kept: list[tuple[Output, Stamp]] = []
    before, now = str(last), str(temporary)

    def todo() -> Iterator[int]:
        """What has to be made, as soon as that is known."""
        for number, output in enumerate(outputs):
            marks.append(mark := output.mark())
            made = known.get(output.path)
            if made and mark == made.mark != "" and trees.stamp(before, output.path) == made.stamp:
                kept.append((output, made.stamp))
            else:
                yield number

    workers.start(todo())
    check({output.path for output, _ in kept})
    taken = {}
    for output, then in kept:
        if trees.take_over(output.path, then, before, now):
            taken[output.path] = then
        else:
            _write(output, now)
    pristine = trees.holds_only(before, known)
    workers.wait()
    made_now = [
        (output.path, mark, taken.get(output.path) or trees.stamp(now, output.path))
        for output, mark in zip(outputs, marks, strict=True)
    ]
    return {path: _Made(mark, found) for path, mark, found in made_now if found}, pristine


def _write(output: "Output", folder: str) -> None:
    """Write a file that no other tree has a part in."""
    target = f"{folder}{output.path}"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with suppress(FileNotFoundError):
        os.unlink(target)
    with open(target, "xb") as stream:
        stream.write(output.make())


def _record(folder: Path, keeper: Keeper) -> _Record:
    """What the last run noted of this folder."""
    content = keeper.get(_KIND, str(folder))
    try:
        return _Record() if content is None else msgspec.msgpack.decode(content, type=_Record)
    except msgspec.MsgspecError:
        return _Record()


def _replace(folder: Path, temporary: Path, standby: Path | None) -> None:
    """Put the new site in the place of the old one, and that on standby."""
    import shutil
    import tempfile

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
    if standby is not None:
        trees.keep(old / "site", standby)
    shutil.rmtree(old, ignore_errors=True)
