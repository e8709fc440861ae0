# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making observations from local clones: what is recorded, what is not, and what a broken run leaves."""

import datetime
import json
from pathlib import Path

import pytest

import knowledge_base
from conftest import GitRepository
from ospo import checks, knowledge
from ospo.app import App
from ospo.domain.identifier import CheckId
from ospo.errors import ContentError, OspoError, SettingsError
from ospo.settings import Settings

PUBLIC = {check.id for check in checks.all_checks() if not check.is_private}
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
ONE = "https://github.com/voorbeeld/loket"
TWO = "https://github.com/voorbeeld/website"
ORGANISATION = f"""\
id: gemeente-voorbeeld
name: Gemeente Voorbeeld
kind: municipality
website: https://www.voorbeeld.example
accounts:
  - {{forge: github, url: https://github.com/voorbeeld}}
source: {{title: Voorbeeldlijst, url: https://www.voorbeeld.example/lijst, read: 2026-11-23}}
repositories: [{ONE}, {TWO}]
"""


@pytest.fixture
def app(tmp_path: Path) -> App:
    base = knowledge_base.make(tmp_path)
    base.write("organisations/gemeente-voorbeeld.yaml", ORGANISATION)
    environment = {"OSPO_CONTENT": str(base.path), "OSPO_OBSERVATIONS": str(tmp_path / "observations")}
    return App(Settings.read(environment), now=lambda: NOW)


def clone(repository: GitRepository, folder: Path, name: str) -> None:
    repository.git("clone", "--quiet", "--bare", ".", str(folder / name))


def observe(app: App, clones: Path) -> dict[str, OspoError | None]:
    return dict(app.observe(clones, app.settings.observations))


def test_findings_are_recorded_with_commit_and_date(app: App, repository: GitRepository, tmp_path: Path) -> None:
    commit = repository.commit({"LICENSE": "tekst", "SECURITY.md": "Mail naar lek@voorbeeld.example.\n"})
    clone(repository, tmp_path / "clones", "voorbeeld+loket")
    clone(repository, tmp_path / "clones", "github.com/voorbeeld/website")

    assert observe(app, tmp_path / "clones") == {ONE: None, TWO: None}

    text = (app.settings.observations / "gemeente-voorbeeld.json").read_text("utf-8")
    recorded = json.loads(text)
    assert (recorded["organisation"], recorded["observed"]) == ("gemeente-voorbeeld", "2026-11-23T12:00:00Z")
    first = recorded["repositories"][0]
    assert (first["url"], first["commit"], first["committed"]) == (ONE, commit, "2026-11-01T12:00:00Z")
    assert first["findings"]["has-licence-file"]["evidence"] == [{"path": "LICENSE"}]
    assert first["findings"].keys() == PUBLIC
    assert "has-no-credentials-in-the-tree" not in PUBLIC
    assert "@" not in text
    assert "dev-one" not in text


def test_what_was_written_can_be_read_again(app: App, repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"LICENSE": "tekst"})
    clone(repository, tmp_path / "clones", "voorbeeld+loket")
    observe(app, tmp_path / "clones")

    (seen,) = app.observations.repositories()
    assert (seen.url, seen.account, seen.name, len(seen.findings)) == (ONE, "voorbeeld", "loket", len(PUBLIC))


def test_the_address_is_that_of_the_organisation(app: App, repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"README.md": "x"})
    clone(repository, tmp_path / "clones", "voorbeeld/loket.git")
    observe(app, tmp_path / "clones")

    outcomes = app.observations.repositories()[0].outcomes()
    assert outcomes["has-contributing"] == "unknown"  # on this forge the owner may supply it


def test_a_missing_or_broken_clone_is_named_and_the_rest_goes_on(
    app: App, repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit({"LICENSE": "tekst"})
    clone(repository, tmp_path / "clones", "voorbeeld+loket")
    broken = tmp_path / "clones" / "voorbeeld+website"
    (broken / "objects").mkdir(parents=True)
    (broken / "HEAD").write_text("ref: refs/heads/main\n")

    found = observe(app, tmp_path / "clones")
    assert found[ONE] is None
    assert "no commit yet" in str(found[TWO])
    assert [r.url for r in app.observations.repositories()] == [ONE]


def test_without_clones_nothing_is_written(app: App, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no folder with clones"):
        observe(app, tmp_path / "nergens")
    (tmp_path / "leeg").mkdir()
    found = observe(app, tmp_path / "leeg")

    assert all("clone it there first" in str(error) for error in found.values())
    assert not app.settings.observations.exists()


def test_observations_of_an_unknown_organisation_are_a_problem(
    app: App, repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit({"LICENSE": "tekst"})
    clone(repository, tmp_path / "clones", "voorbeeld+loket")
    observe(app, tmp_path / "clones")
    (app.settings.content / "organisations" / "gemeente-voorbeeld.yaml").unlink()

    with pytest.raises(ContentError) as caught:
        App(app.settings, now=lambda: NOW).check_content()
    assert "observations/gemeente-voorbeeld.json" in {problem.path for problem in caught.value.problems}


def test_looks_back_are_recorded_with_the_commit_of_each_day(
    app: App, repository: GitRepository, tmp_path: Path
) -> None:
    then = repository.commit({"README.md": "x"}, when="2024-06-01T12:00:00+00:00")
    now = repository.commit({"LICENSE": "MIT License"}, when="2026-06-01T12:00:00+00:00")
    clone(repository, tmp_path / "clones", "voorbeeld+loket")
    found = dict(app.observe_past(tmp_path / "clones", app.settings.observations, datetime.date(2024, 1, 1)))

    assert found == {ONE: None}  # the other one has no clone
    look = knowledge.load_history(app.settings.observations)[ONE]
    days = [(str(day), commit) for day, commit in zip(look.days, look.commits, strict=True)]
    assert days == [("2025-01-01", then), ("2026-01-01", then), ("2026-11-23", now)]
    assert set(look.outcomes) == PUBLIC
    assert look.outcomes[CheckId("has-licence-file")].startswith("nn")


def test_there_is_nothing_to_look_back_at_without_clones(app: App, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        list(app.observe_past(tmp_path / "nowhere", app.settings.observations, datetime.date(2024, 1, 1)))
