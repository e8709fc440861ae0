# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work done side by side: every piece once, errors as if it had been done here, and nobody left behind."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ospo.app.side_by_side import Workers
from ospo.errors import ContentError, ParseError


def noting(folder: Path) -> Callable[[int], object]:
    """Work that leaves a file with the number of its process; twice is an error."""

    def work(number: int) -> None:
        with (folder / str(number)).open("x") as stream:
            stream.write(str(os.getpid()))

    return work


@pytest.mark.parametrize(
    ("amount", "first", "most"), [(0, 2, 2), (1, 2, 2), (2, 2, 2), (7, 2, 3), (3000, 2, 2), (9, 0, 1)]
)
def test_every_piece_is_done_once(tmp_path: Path, amount: int, first: int, most: int) -> None:
    with Workers(noting(tmp_path), amount, first, most) as workers:
        workers.wait()
    assert {path.name for path in tmp_path.iterdir()} == set(map(str, range(amount)))


def test_several_processes_share_the_work(tmp_path: Path) -> None:
    meet = os.pipe(), os.pipe()

    def work(number: int) -> None:
        os.write(meet[number][1], b".")
        os.read(meet[1 - number][0], 1)  # waits for the other, which only another process can do
        noting(tmp_path)(number)

    with Workers(work, 2, first=2, most=2) as workers:
        workers.wait()
    processes = {path.read_text() for path in tmp_path.iterdir()}
    assert len(processes) == 2
    assert str(os.getpid()) not in processes


def test_one_piece_is_done_here(tmp_path: Path) -> None:
    with Workers(noting(tmp_path), 1) as workers:
        workers.wait()
    assert (tmp_path / "0").read_text() == str(os.getpid())


def test_beside_other_threads_nothing_is_forked(tmp_path: Path) -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with Workers(noting(tmp_path), 4, most=2) as workers:
            workers.wait()
    finally:
        done.set()
        other.join()
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(os.getpid())}


@pytest.mark.parametrize("most", [1, 3])
def test_an_error_comes_out_as_it_was(most: int) -> None:
    def work(number: int) -> None:
        if number == 5:
            raise ParseError("is wrong", path="a.yaml", line=3)

    with pytest.raises(ParseError, match=r"a\.yaml:3: is wrong"), Workers(work, 9, most=most) as workers:
        workers.wait()


class StubbornError(Exception):
    """An error that cannot travel."""

    def __reduce__(self) -> str:
        raise TypeError("no")


def test_an_error_that_cannot_travel_is_told() -> None:
    def work(number: int) -> None:
        raise StubbornError("why")

    with pytest.raises(RuntimeError, match="StubbornError"), Workers(work, 4, most=2) as workers:
        workers.wait()


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="stopped"), Workers(lambda _: os._exit(1), 4, most=2) as workers:
        workers.wait()


def test_leaving_by_an_error_stops_everybody(tmp_path: Path) -> None:
    never = os.pipe()

    def work(number: int) -> None:
        (tmp_path / str(os.getpid())).write_text("")
        os.read(never[0], 1)

    with pytest.raises(ContentError), Workers(work, 4, most=2):
        raise ContentError([])
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)
