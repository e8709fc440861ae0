# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of pages: what was found before is the same as what would be found now, and is not looked for again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ospo.domain.keeping import FORGETFUL
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import analyses, relevance, words
from ospo.store.cache import Cache

NL = Language.NL
PAGES = [
    Document(
        Route(Kind.PRACTICE, "een", NL), "Kies een licentie", "Welke licentie?", "Licenties en softwareleveranciers."
    ),
    Document(Route(Kind.PAGE, "twee", NL), "Over ons", "Wie zijn wij?", "Wij schrijven over beveiligingslekken."),
]


@pytest.fixture(autouse=True)
def _unlearnt() -> Iterator[None]:
    """As at the start of a run."""
    forget()
    yield
    forget()


def forget() -> None:
    for known in words._known.values():
        known.clear()
    words._providers.clear()
    words._dictionaries.clear()
    words.lemma.cache_clear()
    words.parts.cache_clear()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def fresh(pages: list[Document]) -> list[relevance.Analysis]:
    return [relevance.analyse(page) for page in pages]


def test_without_a_keeper_every_page_is_looked_at() -> None:
    assert analyses.of(PAGES, NL, FORGETFUL) == fresh(PAGES)


def test_pages_that_did_not_change_are_not_looked_at_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = analyses.of(PAGES, NL, cache)
    forget()
    monkeypatch.setattr(relevance, "analyse", lambda page: pytest.fail(page.title))

    assert analyses.of(PAGES, NL, cache) == expected == analyses.of(PAGES[::-1], NL, cache)[::-1]


def test_only_the_page_that_changed_is_looked_at(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    analyses.of(PAGES, NL, cache)
    forget()
    changed = [PAGES[0], replace(PAGES[1], text="Wij schrijven over kwetsbaarheden en softwareleveranciers.")]
    looked, real = [], relevance.analyse

    def look(page: Document) -> relevance.Analysis:
        looked.append(page)
        return real(page)

    monkeypatch.setattr(relevance, "analyse", look)
    found = analyses.of(changed, NL, cache)
    assert looked == [changed[1]]
    forget()
    assert found == fresh(changed)


@pytest.mark.parametrize("change", [{"title": "Iets"}, {"question": "Iets?"}, {"text": "Iets."}])
def test_each_part_of_a_page_counts(cache: Cache, change: dict[str, str]) -> None:
    analyses.of(PAGES, NL, cache)
    changed = [replace(PAGES[0], **change), PAGES[1]]
    assert analyses.of(changed, NL, cache) == fresh(changed)


def test_the_kind_of_a_page_counts(cache: Cache) -> None:
    analyses.of(PAGES, NL, cache)
    changed = [replace(PAGES[0], route=Route(Kind.CHECK, "een", NL)), PAGES[1]]
    assert analyses.of(changed, NL, cache) == fresh(changed)


def test_languages_are_kept_apart(cache: Cache) -> None:
    english = [replace(page, route=Route(page.route.kind, "x", Language.EN)) for page in PAGES]
    analyses.of(PAGES, NL, cache)
    assert analyses.of(english, Language.EN, cache) == fresh(english)
    assert analyses.of(PAGES, NL, cache) == fresh(PAGES)


def test_new_words_are_looked_up_in_the_dictionary_that_was_kept(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    analyses.of(PAGES, NL, cache)
    changed = [replace(PAGES[0], text="Gemeenten publiceren broncodebestanden, zwabberlicenties en auto's."), PAGES[1]]
    expected = fresh(changed)
    forget()
    from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

    monkeypatch.setattr(type(DEFAULT_DICTIONARY_FACTORY), "get_dictionary", lambda *_: pytest.fail("unpacked again"))
    assert analyses.of(changed, NL, cache) == expected


@pytest.mark.parametrize("kind", ["pages", "words"])
@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_what_cannot_be_read_is_not_there(cache: Cache, kind: str, content: bytes) -> None:
    cache.put(kind, NL, content)
    assert analyses.of(PAGES, NL, cache) == fresh(PAGES)
