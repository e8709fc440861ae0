# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we expect of the library that finds licences: a new version that breaks this must be noticed here."""

from itertools import pairwise
from pathlib import Path

import pytest

import licence_samples
from ospo.domain.keeping import FORGETFUL
from ospo.formats import kept, licence_library
from ospo.store.cache import Cache


@pytest.mark.parametrize("licence_id", ["MIT", "EUPL-1.2", "CC-BY-NC-4.0", "GPL-3.0", "CommonsClause"])
def test_a_licence_is_found_where_it_stands(licence_id: str) -> None:
    text = licence_samples.notice(licence_id)

    found = licence_library.find(f"Woorden vooraf.\n\n{text}\nWoorden na.")

    assert [region.id for region in found] == [licence_id]
    assert found[0].start >= 15


def test_a_web_address_is_found_too() -> None:
    (region,) = licence_library.find("see https://creativecommons.org/licenses/by/4.0/ please")

    assert region.id == "CC-BY-4.0"


def test_patterns_come_the_longest_first() -> None:
    sizes = [pattern.size for pattern in licence_library.patterns("Apache-2.0")]

    assert len(sizes) > 1
    assert all(one >= other for one, other in pairwise(sizes))
    assert sizes[0] > 1500


def test_an_unknown_licence_has_no_patterns() -> None:
    assert licence_library.patterns("Huisregels-1.0") == ()


def test_the_likest_licences_come_first() -> None:
    text = licence_samples.text("EUPL-1.2").replace("Work", "Ding")

    assert licence_library.nearest(text, 2)[0] == "EUPL-1.2"
    assert len(licence_library.nearest("42", 3)) == 3


def test_a_text_without_words_that_any_licence_has_is_like_none_more_than_another() -> None:
    assert len(licence_library.nearest("qqqq zzzz", 5)) == 5
    assert len(licence_library.nearest("", 5)) == 5


def test_the_vocabularies_are_worked_out_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = licence_samples.text("EUPL-1.2").replace("Work", "Ding")
    licence_library._vocabularies.cache_clear()
    alone = licence_library.nearest(text, 20)
    kept.keep_in(Cache(tmp_path / "cache"))
    licence_library._vocabularies.cache_clear()
    licence_library.nearest(text, 20)  # puts them away
    licence_library._vocabularies.cache_clear()
    monkeypatch.setattr(licence_library, "_made_vocabularies", lambda: pytest.fail("were worked out before"))

    again = licence_library.nearest(text, 20)

    kept.keep_in(FORGETFUL)
    licence_library._vocabularies.cache_clear()
    assert again == alone


def test_vocabularies_that_cannot_be_read_back_are_worked_out_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("licence-library", "vocabularies", b"\xc1")
    kept.keep_in(cache)
    licence_library._vocabularies.cache_clear()

    assert licence_library.nearest(licence_samples.text("EUPL-1.2"), 1) == ["EUPL-1.2"]

    kept.keep_in(FORGETFUL)
    licence_library._vocabularies.cache_clear()
