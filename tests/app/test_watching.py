# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from pathlib import Path

import pytest

from ospo.app import watching


def _write(folder: Path) -> None:
    (folder / "deep" / "a.md").write_text("meer", "utf-8")


def _add(folder: Path) -> None:
    (folder / "b.md").write_text("", "utf-8")


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
