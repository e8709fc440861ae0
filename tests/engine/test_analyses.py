# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of pages: what was found before is the same as what would be found now, and is not looked for again."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sites
from ospo.domain.keeping import FORGETFUL
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import analyses, documents, relevance, words
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


def fresh(pages: list[Document]) -> analyses.Analyses:
    return analyses.of(pages, NL, FORGETFUL)


def test_without_a_keeper_every_page_is_looked_at() -> None:
    found = analyses.of(PAGES, NL, FORGETFUL)
    looked = [relevance.analyse(page) for page in PAGES]
    assert [json.loads(page.counts) for page in found.pages] == [page.counts for page in looked]
    assert [(frozenset(page.title), page.factor) for page in found.pages] == [(p.title, p.factor) for p in looked]
    assert found.having["licentie"] == 1
    assert found.every_form()["licenties"] == looked[0].forms["licenties"]
    assert found.every_form()["de"] == ()


def test_pages_that_did_not_change_are_not_looked_at_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = analyses.of(PAGES, NL, cache)
    forget()
    monkeypatch.setattr(relevance, "analyse", lambda page: pytest.fail(page.title))

    assert analyses.of(PAGES, NL, cache) == expected


def test_only_the_page_that_changed_is_looked_at(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [*PAGES, *(numbered(number, "wiel") for number in range(30))]
    analyses.of(many, NL, cache)
    forget()
    changed = [*many]
    changed[1] = replace(PAGES[1], text="Wij schrijven over kwetsbaarheden en softwareleveranciers.")
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
    english = [replace(page, route=page.route.in_language(Language.EN)) for page in PAGES]
    analyses.of(PAGES, NL, cache)
    assert analyses.of(english, Language.EN, cache) == analyses.of(english, Language.EN, FORGETFUL)
    assert analyses.of(PAGES, NL, cache) == fresh(PAGES)


def test_new_words_are_looked_up_in_the_dictionary_that_was_kept(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    analyses.of(PAGES, NL, cache)
    changed = [replace(PAGES[0], text="Gemeenten publiceren broncodebestanden, zwabberlicenties en auto's."), PAGES[1]]
    analyses.of(changed, NL, cache)  # the first change is when it is kept
    forget()
    changed[0] = replace(PAGES[0], text="Waterschappen delen broncodebestanden, zwabberlicenties en radio's.")
    expected = fresh(changed)
    forget()
    from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

    monkeypatch.setattr(type(DEFAULT_DICTIONARY_FACTORY), "get_dictionary", lambda *_: pytest.fail("unpacked again"))
    assert analyses.of(changed, NL, cache) == expected


def numbered(number: int, text: str) -> Document:
    return Document(Route(Kind.PAGE, f"p{number}", NL), f"Bladzijde {number}", "", text)


WORDS = ["wiel", "spaak", "wielen", "naaf", "velg", "zadel", "stuur", "bel", "de", "licentieovereenkomst"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, min_size=40, max_size=40), st.lists(st.tuples(st.integers(0, 39), TEXT), max_size=4), st.data())
def test_after_a_change_everything_is_as_if_made_anew(
    texts: list[str], changes: list[tuple[int, str]], data: st.DataObject
) -> None:
    pages = [numbered(number, text) for number, text in enumerate(texts)]
    kept = Kept()
    analyses.of(pages, NL, kept)
    for number, text in changes:  # one after the other: what was brought up to date is brought up to date again
        pages[number] = numbered(number, text)
        if data.draw(st.booleans()):
            assert analyses.of(pages, NL, kept) == fresh(pages)
    assert analyses.of(pages, NL, kept) == fresh(pages)


def test_on_the_real_pages_a_change_comes_out_as_if_made_anew() -> None:
    app, kept = sites.app(), Kept()
    pages = documents.of(app.library, app.catalogue, app.observations, NL)
    before = analyses.of(pages, NL, kept)
    chosen = random.Random(1)  # noqa: S311 - which pages change is no secret
    for number in chosen.sample(range(len(pages)), 3):
        other = pages[chosen.randrange(len(pages))]
        pages[number] = replace(pages[number], text=f"{pages[number].text[200:]} {other.text[:400]} zwabberwerk")
        found = analyses.of(pages, NL, kept)
        assert found != before
        assert found == fresh(pages)
        before = found


def test_a_page_more_or_less_is_no_change_of_one(cache: Cache) -> None:
    many = [numbered(number, "wiel band") for number in range(20)]
    for pages in (many, many[1:], [*many, *PAGES], many[::-1]):
        assert analyses.of(pages, NL, cache) == fresh(pages)


class Kept:
    """Keeps everything, in memory."""

    def __init__(self) -> None:
        self.contents: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, key: str) -> bytes | None:
        return self.contents.get((kind, key))

    def put(self, kind: str, key: str, content: bytes) -> None:
        self.contents[kind, key] = content


@pytest.mark.parametrize("kind", ["pages", "words"])
@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x81\xa1a\x01"])
def test_what_cannot_be_read_is_not_there(cache: Cache, kind: str, content: bytes) -> None:
    cache.put(kind, NL, content)
    assert analyses.of(PAGES, NL, cache) == fresh(PAGES)
