# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of the user on the site: what was imported is shown, and without one nothing is opened or made."""

import dataclasses
import datetime
import os
from pathlib import Path

import pytest

import few_checks
import knowledge_base
import sites
from ospo.app import App, building, publishing, registering, shown_register
from ospo.domain.keeping import FORGETFUL
from ospo.domain.observation import Observations
from ospo.settings import Settings

TODAY = sites.NOW.date()


def settings(folder: Path) -> Settings:
    content = knowledge_base.make(folder / "content").path
    data = folder / "data"
    return dataclasses.replace(Settings.read({}), content=content, observations=folder / "none", data=data)


def told(made: Settings) -> None:
    """Somebody tells of an organisation with an account."""
    made.data.mkdir(exist_ok=True)
    claim = registering.Told("Bedrijf Een", ("account=https://github.com/bedrijf-een",), "Krant", dated=TODAY)
    with registering.store(made) as claims:
        registering.add(claims, claim, TODAY)


def test_without_a_register_nothing_is_shown_and_nothing_is_made(tmp_path: Path) -> None:
    made = settings(tmp_path)

    assert shown_register.readings(made) == ()
    found = shown_register.past(made, Observations({}), FORGETFUL, TODAY)
    assert (found.repositories, found.recent, found.turned) == ({}, (), ())
    assert not made.data.exists()


def test_what_was_told_has_a_page_with_its_source(tmp_path: Path) -> None:
    made = settings(tmp_path)
    told(made)
    site = App(made, now=lambda: sites.NOW).site()

    assert "bedrijf-een" in site.register.by_key
    assert "/nl/organisations/bedrijf-een/" in site.routes
    assert "gemeente-voorbeeld" in site.register.by_key
    assert {s.name for s in site.register.register.sources} >= {"Krant", "Over ons"}


def test_a_database_that_is_named_is_read_where_it_is(tmp_path: Path) -> None:
    made = settings(tmp_path)
    told(made)
    elsewhere = dataclasses.replace(made, data=tmp_path / "other", database=str(made.data / "register.db"))

    assert [r.name for r in shown_register.readings(elsewhere)] == ["Krant"]
    assert not (tmp_path / "other").exists()


def test_pages_and_api_read_the_same_register(tmp_path: Path) -> None:
    made = settings(tmp_path)
    assert shown_register.view(made) is None
    told(made)
    named = dataclasses.replace(made, data=tmp_path / "other", database=str(made.data / "register.db"))

    for where in (made, named):
        view = shown_register.view(where)
        assert view is not None
        assert view.has_repositories() is False
        assert [r.name for r in shown_register.readings(where)] == ["Krant"]
        view.close()


def test_a_build_does_nothing_until_the_register_or_its_place_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dataclasses.replace(settings(tmp_path), cache=tmp_path / "cache")
    for path in made.content.rglob("*"):
        os.utime(path, (sites.NOW.timestamp(),) * 2)
    told(made)
    few_checks.use(monkeypatch)
    monkeypatch.setattr(building, "check", lambda *_: None)  # the small knowledge base lacks much
    written: list[int] = []
    write = publishing.write
    monkeypatch.setattr(publishing, "write", lambda *a, **k: written.append(0) or write(*a, **k))

    def build() -> int:
        App(made, now=lambda: sites.NOW).build(tmp_path / "site", address=sites.ADDRESS)
        return len(written)

    assert [build(), build()] == [1, 1]
    with registering.store(made) as claims:
        claim = registering.Told("Bedrijf Twee", ("account=https://github.com/bedrijf-twee",), "Krant", dated=TODAY)
        registering.add(claims, claim, TODAY)
    assert [build(), build()] == [2, 2]
    assert (tmp_path / "site/nl/organisations/bedrijf-twee/index.html").is_file()
    (made.data / "register.db").rename(tmp_path / "moved.db")
    assert [build(), build()] == [3, 3]
    assert not (tmp_path / "site/nl/organisations/bedrijf-twee/index.html").exists()


def test_looks_back_come_from_the_observations(tmp_path: Path) -> None:
    found = shown_register.past(sites.app().settings, Observations({}), FORGETFUL, datetime.date(2026, 11, 26))

    assert len(found.looks) > 100
