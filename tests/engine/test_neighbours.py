# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours: pages that link to each other, and pages with the same rare words."""

from pathlib import Path

import pytest

import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind, Route
from ospo.engine import documents, neighbours, relevance, resemblance

NL = Language.NL


def document(name: str, text: str = "", kind: Kind = Kind.CHECK, near: tuple[Route, ...] = ()) -> Document:
    return Document(Route(kind, name, NL), name, "", text, near=near)


def of(*pages: Document) -> neighbours.Neighbours:
    found = [relevance.analyse(page) for page in pages]
    having, rare = relevance.having(found), relevance.rarities(len(found))
    telling = [relevance.telling(each.counts, each.factor, having, rare) for each in found]
    vectors = [resemblance.vector(words, page.route.kind) for words, page in zip(telling, pages, strict=True)]
    return neighbours.of(pages, resemblance.of(vectors))


def test_a_page_is_near_those_with_the_same_rare_words_the_nearest_most() -> None:
    found = of(document("a", "wiel band spaak"), document("b", "wiel band spaak"), document("c", "wiel"), document("d"))
    assert dict(zip(found[0][::2], found[0][1::2], strict=True)).keys() == {1, 2}
    assert found[0][1] > found[0][3] > 0
    assert found[3] == []


def test_a_page_is_near_what_it_links_to_even_with_other_words() -> None:
    route = Route(Kind.CHECK, "b", NL)
    found = of(document("a", near=(route, Route(Kind.CHECK, "elsewhere", NL))), document("b"))
    assert found == [[1, round(100 * neighbours.LINKED)], []]


def test_who_links_and_is_alike_is_nearest_of_all() -> None:
    near = (Route(Kind.CHECK, "b", NL),)
    found = of(document("a", "wiel band", near=near), document("b", "wiel band"), document("c", "wiel band"))
    assert found[0][1] == found[0][3] + round(100 * neighbours.LINKED)


@pytest.mark.parametrize("kind", [Kind.REPOSITORY, Kind.ORGANISATION])
def test_a_name_is_no_text_to_compare(kind: Kind) -> None:
    assert of(document("a", "wiel", kind), document("b", "wiel")) == [[], []]


def test_no_page_has_many_neighbours_that_are_only_alike() -> None:
    assert all(len(near) <= 2 * 8 for near in of(*(document(str(n), "wiel band") for n in range(30))))


def test_practices_checks_terms_and_templates_are_linked_both_ways(tmp_path: Path) -> None:
    library = knowledge_base.make(tmp_path).load()
    found = neighbours.linked(library, NL)
    assert all(one in found[other] for one, others in found.items() for other in others)
    practice = library.practices[next(iter(library.practices))]
    assert {Route(Kind.CHECK, check, NL) for check in practice.every_check} <= set(
        found[Route(Kind.PRACTICE, practice.id, NL)]
    )


def test_what_is_linked_stands_with_each_document_and_leads_to_one() -> None:
    app = sites.app()
    found = documents.of(app.library, app.catalogue, app.observations, NL)
    routes = {d.route for d in found}
    assert {route for d in found for route in d.near} <= routes
    practices = [d for d in found if d.route.kind is Kind.PRACTICE]
    assert all(d.near for d in practices)
    assert {route.kind for d in practices for route in d.near} >= {
        Kind.PRACTICE,
        Kind.CHECK,
        Kind.GLOSSARY,
        Kind.NORM,
        Kind.TEMPLATE,
    }
