# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue as it was read before is the same catalogue."""

from pathlib import Path

import pytest

from ospo import checks
from ospo.app import cataloguing
from ospo.domain.keeping import FORGETFUL
from ospo.domain.language import Language
from ospo.store.cache import Cache


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_was_remembered_is_the_same(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = cataloguing.catalogue(cache)
    cataloguing.remember(fresh, cache)
    monkeypatch.setattr(checks, "text", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(checks, "topic_text", lambda *_: pytest.fail("read again"))
    kept = cataloguing.catalogue(cache)
    monkeypatch.undo()

    assert kept.ids() == fresh.ids()
    assert kept.by_topic() == fresh.by_topic()
    for language in Language:
        assert {c: kept.text(c, language) for c in kept.topics} == {c: fresh.text(c, language) for c in fresh.topics}
        assert {t: kept.topic(t, language) for t in kept.topics.values()} == {
            t: fresh.topic(t, language) for t in fresh.topics.values()
        }


def test_it_is_remembered_once(cache: Cache) -> None:
    cataloguing.remember(cataloguing.catalogue(cache), cache)
    before = cache.get("checks", "texts")
    cataloguing.remember(cataloguing.catalogue(cache), cache)
    assert before is not None
    assert cache.get("checks", "texts") == before


@pytest.mark.parametrize("kept", [b"", b"nonsense", b"\x93\x01\x02\x03"])
def test_what_cannot_be_read_is_not_there(cache: Cache, kept: bytes) -> None:
    cache.put("checks", "texts", kept)
    assert cataloguing.catalogue(cache).ids() == cataloguing.catalogue(FORGETFUL).ids()


def test_who_keeps_nothing_is_asked_for_no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = cataloguing.catalogue(FORGETFUL)
    monkeypatch.setattr(checks, "text", lambda *_: pytest.fail("read"))
    cataloguing.remember(found, FORGETFUL)


def test_the_parameters_of_every_check_are_known() -> None:
    found = cataloguing.catalogue(FORGETFUL)
    assert {c: found.parameters_of(c) for c in found.topics} == {c.id: c.parameters for c in checks.all_checks()}
