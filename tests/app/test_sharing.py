# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sharing one scan with copies of this process; in processes of their own, for copying wants one without threads."""

import subprocess
import sys
from pathlib import Path

import pytest

from command_line import SOURCE
from conftest import GitRepository
from ospo.app import sharing

LINUX = sys.platform == "linux"


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(
        command, env={"PYTHONPATH": str(SOURCE), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True
    )


ANSWERS = """
from ospo.app import sharing
with sharing.aside(lambda: b"x" * 1_000_000) as big, sharing.aside(lambda: b"") as empty:
    with sharing.aside(lambda: 1 / 0) as broken:
        print(len(big()), empty(), broken())
"""
AN_ERROR_HERE = """
from ospo.app import sharing
try:
    with sharing.aside(lambda: b"x" * 1_000_000):
        raise ValueError("hier")
except ValueError as error:
    print(error)
"""
COMPARES = """
import sys
from dataclasses import replace
from pathlib import Path
from ospo.app import looking, sharing
from ospo.app.evidence import Beside
place = looking.Place(Path(sys.argv[1]), None, Beside(), None)
def plain(answer):
    seen, is_lasting = answer
    return replace(seen, notes=()), list(map(str, seen.notes)), is_lasting
alone = plain(looking.look_at(place, ()))
assert len(alone[1]) == 1
copies = []
real = sharing.aside
def counted(work):
    copies.append(work)
    return real(work)
sharing.aside = counted
sharing.is_possible = lambda objects, **more: True
for cores in (2, 8):
    sharing.cores = lambda: cores
    assert plain(looking.look_at(place, (), is_alone=True)) == alone, cores
    assert list(looking.look_at(place, (), is_alone=True)[0].verdicts) == list(alone[0].verdicts)
print(len(copies))
looking._part = lambda place, chosen: b"broken"
assert plain(looking.look_at(place, (), is_alone=True)) == alone
"""


@pytest.mark.skipif(not LINUX, reason="only on Linux is a process copied")
def test_a_copy_answers_and_one_that_breaks_gives_nothing() -> None:
    done = run(ANSWERS)

    assert (done.stdout, done.returncode) == ("1000000 b'' b''\n", 0)


@pytest.mark.skipif(not LINUX, reason="only on Linux is a process copied")
def test_an_error_here_does_not_wait_for_an_answer_that_nobody_reads() -> None:
    assert run(AN_ERROR_HERE).stdout == "hier\n"


@pytest.mark.skipif(not LINUX, reason="only on Linux is a process copied")
def test_shared_or_alone_the_checks_see_the_same(repository: GitRepository) -> None:
    repository.commit(
        {"LICENSE": "tekst", "README.md": "# Voorbeeld\n", "main.py": "print(1)\n", ".ospo.yml": "waivers: x\n"}
    )

    done = run(COMPARES, repository.path)

    assert (done.stderr, done.stdout) == ("", "6\n")


def test_a_small_repository_is_not_worth_a_copy(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "cores", lambda: 8)
    monkeypatch.setattr(sharing.threading, "active_count", lambda: 1)
    repository.commit({"a": "1"})
    repository.git("gc", "--quiet")
    objects = repository.path / ".git" / "objects"

    assert not sharing.is_possible(objects)
    monkeypatch.setattr(sharing, "_WORTH_IT", 10)
    assert sharing.is_possible(objects) is LINUX
    assert not sharing.is_possible(objects / "nergens")


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (8, 2)])
def test_with_one_core_or_with_threads_no_copy_is_made(
    cores: int, threads: int, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "_WORTH_IT", 0)
    monkeypatch.setattr(sharing, "cores", lambda: cores)
    monkeypatch.setattr(sharing.threading, "active_count", lambda: threads)
    repository.commit()

    assert not sharing.is_possible(repository.path / ".git" / "objects")
