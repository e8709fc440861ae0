# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence from beside the repositories: the owner's defaults and the facts of a forge find the right repository."""

from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.app import evidence
from ospo.errors import NotARepository, ParseError, SettingsError
from snapshots import facts


def made(parent: Path, name: str, remote: str, files: dict[str, str]) -> Path:
    path = parent / name
    path.mkdir(parents=True)
    repository = GitRepository(path)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("remote", "add", "origin", remote)
    repository.commit(files)
    return path


@pytest.fixture
def owner(tmp_path: Path) -> Path:
    return made(tmp_path, "defaults", "https://github.com/voorbeeld/.github", {"SECURITY.md": "x"})


@pytest.fixture
def kaart(tmp_path: Path) -> Path:
    return made(tmp_path, "kaart", "git@github.com:Voorbeeld/Kaart.git", {"README.md": "x"})


def test_the_defaults_among_the_paths_go_with_the_repositories_of_that_owner(owner: Path, kaart: Path) -> None:
    beside = evidence.look_beside([kaart, owner])

    assert beside.defaults_of(evidence.remotes(kaart)) == owner
    assert beside.defaults_of(["https://github.com/iemand-anders/kaart"]) is None
    assert beside.defaults_of(evidence.remotes(owner)) is None


def test_defaults_that_the_user_names_go_with_every_repository(owner: Path, kaart: Path) -> None:
    beside = evidence.look_beside([kaart], owner)

    assert beside.defaults_of([]) == owner
    with evidence.open_defaults(owner) as found:
        assert str(found).startswith("voorbeeld/.github@")


def test_a_path_that_is_no_repository_is_said_when_the_user_named_it(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        evidence.look_beside([], tmp_path / "niets")
    with evidence.open_defaults(tmp_path / "niets") as found:
        assert found is None


def test_facts_are_found_under_any_address_of_the_repository(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(
        "observed: 2026-11-01\nsource: https://forge.example/api\n"
        "repositories:\n  https://github.com/voorbeeld/kaart:\n    issues-enabled: true\n"
    )

    beside = evidence.look_beside([], facts=path)

    assert beside.facts_of(["https://elders.example/kaart", "https://github.com/voorbeeld/kaart"]) == facts(
        issues_enabled=True
    )
    assert beside.facts_of([]) == {}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, SettingsError),
        ("repositories: 3\n", ParseError),
        ("observed: 2026-11-01\nsource: x\nrepositories:\n  https://a.example/b:\n    stars: 3\n", ParseError),
    ],
)
def test_facts_that_are_wrong_are_said_before_anything_is_scanned(
    tmp_path: Path, content: str | None, error: type[Exception]
) -> None:
    path = tmp_path / "facts.yaml"
    if content is not None:
        path.write_text(content)

    with pytest.raises(error):
        evidence.look_beside([], facts=path)
