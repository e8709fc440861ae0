# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index of the live site: made once, by whoever asks first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import knowledge_base
from ospo.app import App, searching
from ospo.domain.language import Language
from ospo.settings import Settings


@pytest.fixture
def app(tmp_path: Path) -> App:
    environment = {"OSPO_CONTENT": str(knowledge_base.make(tmp_path).path), "OSPO_OBSERVATIONS": str(tmp_path)}
    return App(Settings.read(environment))


def test_readers_who_ask_at_once_share_one_index(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    real = searching.SearchIndex
    monkeypatch.setattr(searching, "SearchIndex", lambda *given: made.append(1) or real(*given))
    find = app.site(search=True).find
    assert find is not None

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: find("licentie", Language.NL), range(4)))

    assert made == [1]
    assert all(answer and answer == answers[0] for answer in answers)


def test_the_index_can_be_made_before_anybody_asks(app: App) -> None:
    search = searching.Searching(app.library, app.catalogue, app.observations)
    search.prepare(delay=0)

    assert search.find("licentie", Language.NL)
