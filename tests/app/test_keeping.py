# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping between runs: for this very program only, and marks that change with every file."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ospo.app import keeping
from ospo.domain.keeping import FORGETFUL
from ospo.settings import Settings
from ospo.store.cache import Cache


def make(folder: Path) -> Path:
    """A folder with files that were there for a while."""
    (folder / "sub").mkdir(parents=True)
    for name in ("a.py", "sub/b.md"):
        (folder / name).write_text("one")
        age(folder / name)
    return folder


def age(path: Path) -> None:
    then = time.time() - 3600
    os.utime(path, (then, then))


def rewrite(folder: Path) -> None:
    """Another text of the same size, with the time of change set back: some programs do that."""
    path = folder / "sub" / "b.md"
    before = path.stat()
    path.write_text("two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def move_over(folder: Path) -> None:
    """Another file under the name."""
    (folder / "new").write_text("two")
    os.replace(folder / "new", folder / "sub" / "b.md")
    age(folder / "sub" / "b.md")


def add(folder: Path) -> None:
    (folder / "sub" / "c.md").write_text("")
    age(folder / "sub" / "c.md")


CHANGES = [
    rewrite,
    move_over,
    add,
    lambda folder: (folder / "a.py").unlink(),
    lambda f: (f / "a.py").rename(f / "c.py"),
]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of a few files."""
    monkeypatch.setattr(keeping, "_PACKAGE", make(tmp_path / "package"))
    monkeypatch.setattr(keeping, "data_root", lambda: tmp_path)
    return tmp_path / "package"


def program() -> str:
    keeping.program.cache_clear()
    try:
        return keeping.program()
    finally:
        keeping.program.cache_clear()


@pytest.mark.parametrize("change", CHANGES)
def test_another_file_makes_another_program(package: Path, change: Callable[[Path], object]) -> None:
    before = program()
    assert program() == before
    change(package)
    assert program() != before


def test_translations_are_part_of_the_program(package: Path, tmp_path: Path) -> None:
    before = program()
    make(tmp_path / "locale")
    assert program() != before


def test_what_python_compiles_and_the_texts_beside_the_program_are_not(package: Path) -> None:
    before = program()
    make(package / "__pycache__")
    make(package / "sub" / "__pycache__")
    make(package / "_data")
    assert program() == before


def test_installing_another_version_of_what_is_beneath_makes_another_program(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site-packages" / "beneath").mkdir(parents=True)
    (tmp_path / "site-packages" / "beneath" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    monkeypatch.setattr(keeping, "_BENEATH", ("beneath",))
    before = program()
    (tmp_path / "site-packages" / "beneath-2.dist-info").mkdir()
    assert program() != before


@pytest.mark.parametrize("change", CHANGES)
def test_another_file_makes_another_state(tmp_path: Path, change: Callable[[Path], object]) -> None:
    folder = make(tmp_path / "content")
    before = keeping.state(folder)
    assert before == keeping.state(folder) != ""
    change(folder)
    assert keeping.state(folder) != before


def test_a_file_that_changed_just_now_cannot_be_relied_on(tmp_path: Path) -> None:
    folder = make(tmp_path / "content")
    (folder / "a.py").write_text("two")
    assert keeping.state(folder) == ""


def test_a_folder_that_is_not_there_yet_is_a_state_as_well(tmp_path: Path) -> None:
    content, observations = make(tmp_path / "content"), tmp_path / "observations"
    before = keeping.state(content, observations)
    assert before
    make(observations)
    assert keeping.state(content, observations) not in ("", before)


def test_a_folder_behind_a_link_cannot_be_relied_on(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere")
    (make(tmp_path / "content") / "link").symlink_to(tmp_path / "elsewhere")
    assert keeping.state(tmp_path / "content") == ""


def test_a_link_that_leads_nowhere_is_no_trouble(tmp_path: Path) -> None:
    folder = make(tmp_path / "content")
    before = keeping.state(folder)
    (folder / ".#a.py").symlink_to("nowhere")
    os.utime(folder / ".#a.py", (1, 1), follow_symlinks=False)
    assert keeping.state(folder) not in ("", before)


def test_a_program_finds_only_what_it_kept_itself(tmp_path: Path) -> None:
    one, other = (keeping.SameProgram(Cache(tmp_path / "cache"), name) for name in ("one", "other"))
    one.put("things", "a", b"of one")
    assert (one.get("things", "a"), other.get("things", "a")) == (b"of one", None)
    other.put("things", "a", b"of the other")
    assert (one.get("things", "a"), other.get("things", "a")) == (b"of one", b"of the other")


def test_the_settings_say_where(tmp_path: Path) -> None:
    assert keeping.keeper(Settings.read({"OSPO_CACHE": ""})) is FORGETFUL
    assert keeping.standby(Settings.read({"OSPO_CACHE": ""}), tmp_path / "site") is None

    settings = Settings.read({"OSPO_CACHE": str(tmp_path / "cache")})
    keeping.keeper(settings).put("things", "a", b"one")
    assert keeping.keeper(settings).get("things", "a") == b"one"
    place = keeping.standby(settings, tmp_path / "site")
    assert place is not None
    assert place == keeping.standby(settings, tmp_path / "x" / ".." / "site")
    assert place != keeping.standby(settings, tmp_path / "other")
    assert place.is_relative_to(tmp_path / "cache")


def test_the_marks_of_the_real_program_cost_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("read"))
    assert program() == program()


def test_a_copy_elsewhere_is_another_program(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program()
    shutil.copytree(package, tmp_path / "copy")
    monkeypatch.setattr(keeping, "_PACKAGE", tmp_path / "copy")
    assert program() != before
