# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the static site: whole or not at all, and never over something else."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import knowledge_base
from ospo.app import App, publishing
from ospo.domain.site import File
from ospo.errors import ContentError, SettingsError
from ospo.settings import Settings

PAGE = File("/nl/index.html", b"<h1>Hallo</h1>", "text/html")
OTHER = File("/nl/nieuw/index.html", b"<h1>Nieuw</h1>", "text/html")


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def half() -> Iterator[File]:
    yield OTHER
    raise RuntimeError("half-way")


def test_a_site_is_written_with_the_mark_that_it_is_ours(tmp_path: Path) -> None:
    assert publishing.write(tmp_path / "site", lambda: [PAGE, OTHER]) == 2
    assert set(content(tmp_path / "site")) == {"nl/index.html", "nl/nieuw/index.html", publishing.MARK}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    publishing.write(tmp_path / "site", lambda: [PAGE])
    publishing.write(tmp_path / "site", lambda: [OTHER])
    assert set(content(tmp_path / "site")) == {"nl/nieuw/index.html", publishing.MARK}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_filled_and_parents_are_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    publishing.write(tmp_path / "empty", lambda: [PAGE])
    publishing.write(tmp_path / "a" / "b" / "site", lambda: [PAGE])
    assert "nl/index.html" in content(tmp_path / "a" / "b" / "site")


def test_when_it_breaks_half_way_the_old_site_stays_and_nothing_else(tmp_path: Path) -> None:
    publishing.write(tmp_path / "site", lambda: [PAGE])
    before = content(tmp_path / "site")
    with pytest.raises(RuntimeError, match="half-way"):
        publishing.write(tmp_path / "site", half)
    assert content(tmp_path / "site") == before
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_when_it_breaks_half_way_without_an_old_site_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        publishing.write(tmp_path / "site", half)
    assert list(tmp_path.iterdir()) == []


def test_when_the_new_site_cannot_be_put_in_place_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing.write(tmp_path / "site", lambda: [PAGE])
    real = os.rename

    def refuse(source: Path, target: Path) -> None:
        if Path(source).name.startswith(".site-") and Path(target) == tmp_path / "site":
            raise PermissionError("no")
        real(source, target)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        publishing.write(tmp_path / "site", lambda: [OTHER])
    assert "nl/index.html" in content(tmp_path / "site")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_something_else_is_never_replaced(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "work"
    if kind == "file":
        target.write_text("mine", "utf-8")
    else:
        target.mkdir()
        (target / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(SettingsError, match="holds something else"):
        publishing.write(target, lambda: [PAGE])
    assert "mine" in (target if kind == "file" else target / "thesis.txt").read_text("utf-8")


def test_a_link_to_a_site_is_followed_to_what_it_is(tmp_path: Path) -> None:
    publishing.write(tmp_path / "real", lambda: [PAGE])
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publishing.write(tmp_path / "site", lambda: [OTHER])
    assert "nl/nieuw/index.html" in content(tmp_path / "real")
    assert (tmp_path / "site").is_symlink()


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        publishing.write(tmp_path / "file" / "site", lambda: [PAGE])


@pytest.mark.parametrize("path", ["/../outside.html", "/nl/../../outside.html"])
def test_no_file_lands_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        publishing.write(tmp_path / "deep" / "site", lambda: [replace(PAGE, path=path)])
    assert not (tmp_path / "outside.html").exists()
    assert not (tmp_path / "deep" / "outside.html").exists()


def test_content_that_does_not_fit_together_writes_nothing(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.change("practices/open-werken.nl.md", "has-licence-file", "no-such-check")
    app = App(Settings.read({"OSPO_CONTENT": str(base.path), "OSPO_OBSERVATIONS": str(tmp_path / "none")}))
    with pytest.raises(ContentError):
        app.build(tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_parts_made_side_by_side_are_one_site_and_fail_as_one(tmp_path: Path) -> None:
    assert publishing.write(tmp_path / "site", lambda: [PAGE], lambda: [OTHER]) == 2
    assert set(content(tmp_path / "site")) == {"nl/index.html", "nl/nieuw/index.html", publishing.MARK}

    with pytest.raises(RuntimeError, match="half-way"):
        publishing.write(tmp_path / "other", lambda: [PAGE], half)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
