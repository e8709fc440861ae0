# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A redirect that leads astray is told when the content is checked, and stops the site from being built."""

from dataclasses import replace
from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.app import App
from ospo.errors import ContentError
from ospo.settings import Settings

ASTRAY = "- {was: practices/oud, now: practices/nergens, since: 2026-11-26}\n"


def problems(app: App) -> list[str]:
    try:
        app.check_content()
    except ContentError as error:
        return [str(problem) for problem in error.problems if problem.path == "redirects.yaml"]
    return []


@pytest.fixture
def app(tmp_path: Path) -> App:
    base = knowledge_base.make(tmp_path)
    base.write("redirects.yaml", ASTRAY)
    settings = replace(Settings.read({}), content=base.path, observations=base.path / "none", cache=None)
    return App(settings, now=lambda: sites.NOW)


def test_it_is_told_with_what_to_do(app: App) -> None:
    (problem,) = problems(app)

    assert "leads from 'practices/oud' to 'practices/nergens', which does not exist" in problem


def test_nothing_is_built_with_it(app: App, tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        app.build(tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_a_redirect_that_leads_somewhere_is_fine(app: App) -> None:
    (app.settings.content / "redirects.yaml").write_text(ASTRAY.replace("nergens", "licentie-kiezen"), "utf-8")

    assert problems(app) == []
