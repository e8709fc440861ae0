# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the static site: whole or not at all, never over something else, and nothing is made twice."""

import os
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

import knowledge_base
from ospo.app import App, publishing, trees
from ospo.domain.site import Output
from ospo.errors import ContentError, SettingsError
from ospo.settings import Settings
from ospo.store.cache import Cache


def output(path: str, content: str = "<h1>Hallo</h1>", mark: str = "") -> Output:
    return Output(path, lambda: mark, content.encode, "text/html")


PAGE = output("/nl/index.html")
OTHER = output("/nl/nieuw/index.html", "<h1>Nieuw</h1>")


def fail() -> bytes:
    raise RuntimeError("half-way")


BROKEN = Output("/nl/kapot/index.html", lambda: "", fail, "text/html")


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def folders(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_dir()}


def test_a_site_is_written_with_the_mark_that_it_is_ours(tmp_path: Path) -> None:
    assert publishing.write(tmp_path / "site", [PAGE, OTHER]) == 2
    assert set(content(tmp_path / "site")) == {"nl/index.html", "nl/nieuw/index.html", publishing.MARK}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    publishing.write(tmp_path / "site", [PAGE])
    publishing.write(tmp_path / "site", [OTHER])
    assert set(content(tmp_path / "site")) == {"nl/nieuw/index.html", publishing.MARK}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_filled_and_parents_are_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    publishing.write(tmp_path / "empty", [PAGE])
    publishing.write(tmp_path / "a" / "b" / "site", [PAGE])
    assert "nl/index.html" in content(tmp_path / "a" / "b" / "site")


def test_when_it_breaks_half_way_the_old_site_stays_and_nothing_else(tmp_path: Path) -> None:
    publishing.write(tmp_path / "site", [PAGE])
    before = content(tmp_path / "site")
    with pytest.raises(RuntimeError, match="half-way"):
        publishing.write(tmp_path / "site", [OTHER, BROKEN])
    assert content(tmp_path / "site") == before
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_when_it_breaks_half_way_without_an_old_site_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        publishing.write(tmp_path / "site", [BROKEN, OTHER, PAGE])
    assert list(tmp_path.iterdir()) == []


def test_when_the_check_fails_the_old_site_stays_and_nothing_else(tmp_path: Path) -> None:
    publishing.write(tmp_path / "site", [PAGE])

    def check(kept: Collection[str]) -> None:
        raise ContentError([])

    with pytest.raises(ContentError):
        publishing.write(tmp_path / "site", [OTHER, BROKEN], check=check)
    assert "nl/index.html" in content(tmp_path / "site")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_when_the_new_site_cannot_be_put_in_place_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing.write(tmp_path / "site", [PAGE])
    real = os.rename

    def refuse(source: Path, target: Path) -> None:
        if Path(source).name.startswith(".site-") and Path(target) == tmp_path / "site":
            raise PermissionError("no")
        real(source, target)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        publishing.write(tmp_path / "site", [OTHER])
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
        publishing.write(target, [PAGE])
    assert "mine" in (target if kind == "file" else target / "thesis.txt").read_text("utf-8")


def test_a_link_to_a_site_is_followed_to_what_it_is(tmp_path: Path) -> None:
    publishing.write(tmp_path / "real", [PAGE])
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publishing.write(tmp_path / "site", [OTHER])
    assert "nl/nieuw/index.html" in content(tmp_path / "real")
    assert (tmp_path / "site").is_symlink()


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        publishing.write(tmp_path / "file" / "site", [PAGE])


@pytest.mark.parametrize("path", ["/../outside.html", "/nl/../../outside.html"])
def test_no_file_lands_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        publishing.write(tmp_path / "deep" / "site", [output(path)])
    assert not (tmp_path / "outside.html").exists()
    assert list((tmp_path / "deep").iterdir()) == []


def test_content_that_does_not_fit_together_writes_nothing(tmp_path: Path) -> None:
    base = knowledge_base.make(tmp_path)
    base.change("practices/open-werken.nl.md", "has-licence-file", "no-such-check")
    app = App(Settings.read({"OSPO_CONTENT": str(base.path), "OSPO_OBSERVATIONS": str(tmp_path / "none")}))
    with pytest.raises(ContentError):
        app.build(tmp_path / "site")
    assert [p.name for p in tmp_path.iterdir()] == ["content"]


class Writer:
    """Writes to one folder again and again, as runs of the program do, and sees what was made."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.cache = folder / "cache"
        self.log = folder / "log"

    def write(self, *outputs: Output, standby: bool = True) -> list[str]:
        """Write; gives the paths of what was made."""
        self.log.write_text("")
        place = Cache(self.cache).place("standby", "site") if standby else None
        logged = [Output(o.path, o.mark, self._logging(o), o.media_type) for o in outputs]
        publishing.write(self.site, logged, keeper=Cache(self.cache), state="same", standby=place)
        assert set(content(self.site)) == {o.path[1:] for o in outputs} | {publishing.MARK}
        assert all(content(self.site)[o.path[1:]] == o.make() for o in outputs)
        parents = {parent.as_posix() for o in outputs for parent in Path(o.path[1:]).parents} - {"."}
        assert folders(self.site) == parents
        return sorted(self.log.read_text().split())

    def _logging(self, output: Output) -> Callable[[], bytes]:
        def make() -> bytes:
            with self.log.open("a") as stream:
                stream.write(f"{output.path}\n")
            return output.make()

        return make

    def unchanged(self, state: str = "same") -> int | None:
        return publishing.unchanged(self.site, state, Cache(self.cache))


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


A1, A2 = output("/nl/a/index.html", "a one", "a1"), output("/nl/a/index.html", "a two", "a2")
B1, B2 = output("/nl/b/index.html", "b one", "b1"), output("/nl/b/index.html", "b two", "b2")
C1, NEVER = output("/en/c/d/index.html", "c one", "c1"), output("/feed.xml", "feed")


def test_only_what_has_another_mark_is_made_again(writer: Writer) -> None:
    assert writer.write(A1, B1, C1) == [C1.path, A1.path, B1.path]
    assert writer.write(A2, B1, C1) == [A2.path]
    assert writer.write(A2, B1, C1) == []
    assert writer.write(A1, B2, C1) == [A1.path, B2.path]
    assert writer.write(A2, B2, C1) == [A2.path]


def test_the_check_is_told_what_is_taken_over(writer: Writer) -> None:
    writer.write(A1, B1, NEVER)
    told: list[set[str]] = []
    publishing.write(writer.site, [A2, B1, NEVER], keeper=Cache(writer.cache), check=lambda kept: told.append({*kept}))
    assert told == [{B1.path, f"/{publishing.MARK}"}]


def test_what_has_no_mark_is_always_made(writer: Writer) -> None:
    writer.write(A1, NEVER)
    assert writer.write(A1, NEVER) == [NEVER.path]


def test_pages_come_and_go_with_their_folders(writer: Writer) -> None:
    writer.write(A1, B1, C1)
    writer.write(A1)
    assert writer.write(A1, C1) == [C1.path]
    assert writer.write(B1, C1) == [B1.path]
    assert writer.write(A2, B1, C1) == [A2.path]


@pytest.mark.parametrize("standby", [True, False])
def test_a_file_that_somebody_touched_is_made_again(writer: Writer, standby: bool) -> None:
    writer.write(A1, B1, C1, standby=standby)
    writer.write(A1, B1, C1, standby=standby)
    (writer.site / A1.path[1:]).write_text("bad!!")
    (writer.site / B1.path[1:]).unlink()
    assert writer.write(A1, B1, C1, standby=standby) == [A1.path, B1.path]
    assert writer.write(A2, B1, C1, standby=standby) == [A2.path]


def test_what_somebody_put_into_the_site_does_not_come_back(writer: Writer) -> None:
    writer.write(A1, B1)
    (writer.site / "nl" / "a" / "strange.html").write_text("strange")
    for _ in range(3):
        writer.write(A1, B1)
        writer.write(A2, B1)


def test_writing_never_changes_a_file_that_has_another_name_elsewhere(writer: Writer, tmp_path: Path) -> None:
    writer.write(A1, B1)
    os.link(writer.site / A1.path[1:], tmp_path / "mine")
    for page in (A2, A1, A2):
        writer.write(page, B1)
    assert (tmp_path / "mine").read_text() == "a one"


def test_another_program_does_not_disturb_what_is_on_standby(writer: Writer) -> None:
    writer.write(A1, B1)
    writer.write(A2, B1)
    publishing.write(writer.site, [C1], standby=Cache(writer.cache).place("standby", "site"))
    publishing.write(writer.site, [C1, NEVER], standby=Cache(writer.cache).place("standby", "site"))
    assert writer.write(A1, B1) == [A1.path, B1.path]
    assert writer.write(A2, B1) == [A2.path]


def test_without_a_place_for_it_nothing_is_on_standby(writer: Writer) -> None:
    writer.write(A1, B1, standby=False)
    assert writer.write(A2, B1, standby=False) == [A2.path]
    assert writer.write(A2, B2, standby=True) == [B2.path]
    assert writer.write(A1, B2, standby=False) == [A1.path]
    assert writer.write(A1, B1, standby=True) == [B1.path]


def test_when_it_breaks_half_way_the_next_run_is_right(writer: Writer) -> None:
    writer.write(A1, B1)
    writer.write(A2, B1)
    broken = Output(BROKEN.path, lambda: "x", fail, "text/html")
    with pytest.raises(RuntimeError, match="half-way"):
        publishing.write(
            writer.site,
            [A1, B1, broken],
            keeper=Cache(writer.cache),
            standby=Cache(writer.cache).place("standby", "site"),
        )
    assert content(writer.site)["nl/a/index.html"] == b"a two"
    writer.write(A1, B1)
    assert writer.write(A1, B2) == [B2.path]


def test_a_site_that_is_what_would_be_written_is_known(writer: Writer) -> None:
    assert writer.unchanged() is None
    writer.write(A1, B1)
    assert writer.unchanged() == 2
    assert writer.unchanged("other") is None
    assert writer.unchanged("") is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda site: (site / "nl" / "a" / "index.html").write_text("bad!!"),
        lambda site: (site / "nl" / "a" / "index.html").unlink(),
        lambda site: (site / "nl" / "strange.html").write_text("strange"),
        lambda site: (site / "strange").mkdir(),
        lambda site: (site / publishing.MARK).unlink(),
        lambda site: (site / "nl" / "a" / "index.html").chmod(0o600),
    ],
)
def test_a_site_that_somebody_touched_is_not_what_would_be_written(
    writer: Writer, harm: Callable[[Path], object]
) -> None:
    writer.write(A1, B1)
    harm(writer.site)
    assert writer.unchanged() is None


def test_a_file_system_without_links_gets_the_pages_made(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.write(A1, B1)
    monkeypatch.setattr(trees, "take_over", lambda *_: False)
    assert writer.write(A2, B1) == [A2.path, B1.path]
