# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work done side by side: every piece once, errors as if it had been done here, and nobody left behind."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ospo.app import side_by_side
from ospo.app.side_by_side import Workers
from ospo.errors import ContentError, ParseError


def noting(folder: Path) -> Callable[[int], object]:
    """Work that leaves a file with the number of its process; twice is an error."""

    def work(number: int) -> None:
        with (folder / str(number)).open("x") as stream:
            stream.write(str(os.getpid()))

    return work


def do(
    work: Callable[[int], object],
    amount: int,
    most: int | None = None,
    prepare: Callable[[], object] = lambda: None,
) -> None:
    with Workers(work, prepare, most) as workers:
        workers.start(range(amount))
        workers.wait()


@pytest.mark.parametrize(("amount", "most"), [(0, 2), (1, 2), (2, 2), (7, 3), (100, 5), (20_000, 2), (9, 1)])
def test_every_piece_is_done_once(tmp_path: Path, amount: int, most: int) -> None:
    done = tmp_path / "done"
    do(lambda number: _append(done, f"{number}\n"), amount, most)
    found = done.read_text().split() if done.exists() else []
    assert sorted(map(int, found)) == list(range(amount))


def _append(path: Path, text: str) -> None:
    with path.open("a") as stream:
        stream.write(text)


def test_several_processes_share_the_work(tmp_path: Path) -> None:
    meet = os.pipe(), os.pipe()

    def work(number: int) -> None:
        os.write(meet[number][1], b".")
        os.read(meet[1 - number][0], 1)  # waits for the other, which only another process can do
        noting(tmp_path)(number)

    do(work, 2, most=2)
    processes = {path.read_text() for path in tmp_path.iterdir()}
    assert len(processes) == 2
    assert str(os.getpid()) not in processes


def test_the_processes_get_ready_while_it_is_found_out_what_there_is_to_do(tmp_path: Path) -> None:
    ready = os.pipe()
    with Workers(noting(tmp_path), lambda: os.write(ready[1], b"."), most=2) as workers:
        assert os.read(ready[0], 1) == b"."
        assert list(tmp_path.iterdir()) == []
        workers.start([0, 1])
        workers.wait()
    assert len(list(tmp_path.iterdir())) == 2


def test_on_one_core_the_work_is_done_here(tmp_path: Path) -> None:
    do(noting(tmp_path), 3, most=1)
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(os.getpid())}


def test_beside_other_threads_nothing_is_forked(tmp_path: Path) -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        do(noting(tmp_path), 4, most=2)
    finally:
        done.set()
        other.join()
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(os.getpid())}


@pytest.mark.parametrize("most", [1, 3])
@pytest.mark.parametrize("amount", [9, 20_000])
def test_an_error_comes_out_as_it_was(most: int, amount: int) -> None:
    def work(number: int) -> None:
        if number >= 5:
            raise ParseError("is wrong", path="a.yaml", line=3)

    with pytest.raises(ParseError, match=r"a\.yaml:3: is wrong"):
        do(work, amount, most)


def test_an_error_while_getting_ready_comes_out() -> None:
    def prepare() -> None:
        raise ParseError("is wrong", path="a.yaml", line=3)

    with pytest.raises(ParseError):
        do(lambda _: None, 4, 2, prepare)


class StubbornError(Exception):
    """An error that cannot travel."""

    def __reduce__(self) -> str:
        raise TypeError("no")


def test_an_error_that_cannot_travel_is_told() -> None:
    def work(number: int) -> None:
        raise StubbornError("why")

    with pytest.raises(RuntimeError, match="StubbornError"):
        do(work, 4, most=2)


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="stopped"):
        do(lambda _: os._exit(1), 4, most=2)


@pytest.mark.parametrize("started", [True, False])
def test_leaving_by_an_error_stops_everybody(tmp_path: Path, started: bool) -> None:
    never = os.pipe()

    def note(*_: int) -> None:
        (tmp_path / str(os.getpid())).write_text("")

    def work(number: int) -> None:
        note()
        os.read(never[0], 1)

    def leave() -> None:
        with Workers(work, note, most=2) as workers:
            if started:
                workers.start(range(4))
            raise ContentError([])

    with pytest.raises(ContentError):
        leave()
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)


def test_something_is_done_beside_what_goes_on_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    wait = side_by_side.beside(lambda: _append(tmp_path / "done", f"{os.getpid()}\n"))
    wait()
    assert (tmp_path / "done").read_text() not in ("", f"{os.getpid()}\n")


def test_what_fails_beside_is_left_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    def fail() -> None:
        raise ValueError("no")

    side_by_side.beside(fail)()


def test_where_no_process_can_be_forked_it_is_left_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    side_by_side.beside(lambda: _append(tmp_path / "done", "x"))()
    assert not (tmp_path / "done").exists()
