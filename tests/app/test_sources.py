# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder is a forge of clones and bundles, and what is no source is refused before anything is done."""

from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.app import sources
from ospo.app.sources import FolderForge
from ospo.domain.crawl import ForgeAccount, SourceKind
from ospo.errors import SettingsError


def listed(folder: Path) -> list[tuple[str, str]]:
    account = sources.account_of(str(folder))
    return [(r.address, r.clone) for r in FolderForge().list_repositories(account, None).repositories]


def made(path: Path, *remotes: str) -> GitRepository:
    path.mkdir(parents=True)
    repository = GitRepository(path)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.commit({"README.md": "Hallo"})
    for number, remote in enumerate(remotes):
        repository.git("remote", "add", f"r{number}", remote)
    return repository


def test_a_folder_names_each_clone_by_its_address_and_looks_into_none(tmp_path: Path) -> None:
    made(tmp_path / "a" / "b" / "kaart", "git@github.com:Voorbeeld/kaart.git")
    made(tmp_path / "a" / "b" / "kaart" / "inside")
    made(tmp_path / "zonder")

    assert listed(tmp_path) == [
        ((tmp_path / "zonder").as_uri(), str(tmp_path / "zonder")),
        ("https://github.com/voorbeeld/kaart", str(tmp_path / "a/b/kaart")),
    ]


def test_bare_clones_and_bundles_count_and_links_do_not(tmp_path: Path) -> None:
    repository = made(tmp_path / "elders" / "werk")
    folder = tmp_path / "folder"
    folder.mkdir()
    repository.git("clone", "--quiet", "--bare", ".", str(folder / "kaal.git"))
    repository.git("bundle", "create", "--quiet", str(folder / "x.bundle"), "HEAD", "main")
    (folder / "link").symlink_to(tmp_path / "elders")

    assert [Path(clone).name for _, clone in listed(folder)] == ["kaal.git", "x.bundle"]


def test_the_mark_of_a_clone_changes_with_a_commit_and_with_a_tag_and_not_by_itself(tmp_path: Path) -> None:
    repository = made(tmp_path / "kaart")
    account = sources.account_of(str(tmp_path))

    def mark() -> str | None:
        return FolderForge().list_repositories(account, None).repositories[0].mark

    seen = [mark(), mark()]
    repository.commit({"x": "y"})
    seen.append(mark())
    repository.git("tag", "v1")
    seen.append(mark())

    assert seen[0] == seen[1]
    assert len(set(seen)) == 3


def test_a_damaged_clone_is_listed_so_that_the_crawl_can_say_what_is_wrong(tmp_path: Path) -> None:
    made(tmp_path / "kaart")
    (tmp_path / "kaart" / ".git" / "HEAD").write_text("onzin")

    assert len(listed(tmp_path)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "ext::sh -c id",
        "file:///etc",
        "ssh://git@voorbeeld.example/x",
        "https://wie:geheim@voorbeeld.example/x.git",
        "nergens/te/vinden",
        "",
    ],
)
def test_what_is_no_source_is_refused(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SettingsError) as refused:
        sources.account_of(source)
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("source", "kind", "url"),
    [
        ("https://github.com/Voorbeeld", SourceKind.FORGE, "https://github.com/voorbeeld"),
        ("https://gitlab.com/groep/deel/", SourceKind.FORGE, "https://gitlab.com/groep/deel"),
        ("https://github.com/voorbeeld/kaart", SourceKind.GIT, "https://github.com/voorbeeld/kaart"),
        ("https://git.voorbeeld.example/kaart.git", SourceKind.GIT, "https://git.voorbeeld.example/kaart.git"),
        ("https://voorbeeld.example/l.json", SourceKind.INDEX, "https://voorbeeld.example/l.json"),
    ],
)
def test_an_address_tells_what_kind_of_source_it_is(source: str, kind: SourceKind, url: str) -> None:
    assert sources.account_of(source) == ForgeAccount(url, kind)
