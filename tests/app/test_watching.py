# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ospo.app import building, watching


def _write(folder: Path) -> None:
    (folder / "deep" / "a.md").write_text("meer", "utf-8")


def _add(folder: Path) -> None:
    (folder / f"b{len(list(folder.iterdir()))}.md").write_text("", "utf-8")


def _remove(folder: Path) -> None:
    (folder / "deep" / "a.md").unlink()


@pytest.mark.parametrize("change", [_write, _add, _remove])
def test_a_change_is_told_once(change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_text("een", "utf-8")
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 3:
            change(tmp_path)
        assert len(looks) < 8, "was told nothing"

    monkeypatch.setattr(watching.time, "sleep", sleep)
    told = watching.changes(tmp_path, tmp_path / "not there", pause=7)

    next(told)
    assert looks == []
    next(told)
    assert looks == [7, 7, 7]
    with pytest.raises(AssertionError, match="was told nothing"):
        next(told)


def test_after_the_first_time_it_gets_ready_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    done: list[str] = []
    monkeypatch.setattr(watching.time, "sleep", lambda _: (done.append("looked"), _add(tmp_path))[1])
    told = watching.changes(tmp_path, get_ready=lambda: done.append("ready"))
    for _ in range(3):
        next(told)
    assert done == ["ready", "looked"] + ["looked"] * (len(done) - 2)


def test_what_makes_files_can_be_imported_beforehand() -> None:
    building.get_ready()
    assert set(building._MAKERS) <= sys.modules.keys()
