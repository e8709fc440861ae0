# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marks: whatever changes, a file with the same mark at the same path is the same file."""

import dataclasses
import datetime
import enum
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import few_checks
import knowledge_base
import sites
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Fact, Page, Term
from ospo.domain.practice import Practice, Text
from ospo.domain.site import Output
from ospo.render.html import Site, marks

FORMS = (Practice, Page, Text, Fact, Term)


def other(value: Any) -> Any:
    """Another value of the same kind."""
    match value:
        case bool():
            return not value
        case enum.Enum():
            members = list(type(value))
            return members[(members.index(value) + 1) % len(members)]
        case str():
            return f"{value} Andere woorden."
        case int():
            return value + 1
        case datetime.date():
            return value + datetime.timedelta(days=40)
        case None:
            return datetime.date(2020, 1, 1)
        case tuple():
            return value[1:] if value else None
        case Mapping():
            return {key: other(item) for key, item in value.items()}
    return dataclasses.replace(value, **{f.name: other(getattr(value, f.name)) for f in dataclasses.fields(value)[:1]})


def texts_with(page: Practice | Page, name: str) -> Mapping[Language, Text]:
    return {
        language: dataclasses.replace(text, **{name: other(getattr(text, name))})
        for language, text in page.texts.items()
    }


def changed(library: Library, form: type, name: str) -> Library | None:
    """The same library but for one field of everything of a form; None when there is no other value to give."""
    if form is Text:
        pages = {key: dataclasses.replace(page, texts=texts_with(page, name)) for key, page in library.pages.items()}
        found = {key: dataclasses.replace(p, texts=texts_with(p, name)) for key, p in library.practices.items()}
        return dataclasses.replace(library, pages=pages, practices=found)
    where = {Practice: "practices", Page: "pages", Fact: "facts", Term: "terms"}[form]
    items = {}
    for key, item in getattr(library, where).items():
        value = other(getattr(item, name))
        items[key] = item if value is None else dataclasses.replace(item, **{name: value})
    return None if items == getattr(library, where) else dataclasses.replace(library, **{where: items})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A fictional site with something of everything."""
    seen = sites.observed(gemeente_voorbeeld=[sites.repository("kaart", has_ci="met", has_licence_file="not-met")])
    with few_checks.used():
        return sites.fictional(knowledge_base.make(tmp_path_factory.mktemp("base")).path, seen, address=sites.ADDRESS)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, tuple[str, bytes]]:
    return {output.path: (output.mark(), content(output)) for output in site.outputs()}


def content(output: Output) -> bytes:
    """What is made; what cannot be made, because an id leads nowhere now, is another file than before."""
    try:
        return output.make()
    except (KeyError, StopIteration):
        return b"cannot be made"


def differing(before: Mapping[str, tuple[str, bytes]], site: Site) -> list[str]:
    """The paths of files that are another file under the same mark."""
    same = [o for o in site.outputs() if before.get(o.path, ("",))[0] == o.mark()]
    return [output.path for output in same if content(output) != before[output.path][1]]


IDS = {"id", "texts"}  # by which everything is found, and what is changed field by field
FIELDS = [(form, f.name) for form in FORMS for f in dataclasses.fields(form) if f.name not in IDS]


@pytest.mark.parametrize(("form", "name"), FIELDS)
def test_the_same_mark_is_the_same_file(site: Site, files: dict[str, tuple[str, bytes]], form: type, name: str) -> None:
    library = changed(site.library, form, name)
    if library is None:
        return
    after = dataclasses.replace(site, library=library)

    assert differing(files, after) == []
    assert any(files.get(o.path, ("",))[0] != o.mark() for o in after.outputs())


@pytest.mark.parametrize(
    "change",
    [
        {"today": datetime.date(2031, 1, 1)},
        {"base": "/elders"},
        {"origin": "https://elders.example"},
        {"observations": sites.observed(gemeente_voorbeeld=[sites.repository("kaart", has_ci="not-met")])},
        {"links": sites.seen_gone("https://voorbeeld.example/besluit")},
    ],
)
def test_everything_else_that_a_site_is_made_from_is_in_its_marks(
    site: Site, files: dict[str, tuple[str, bytes]], change: dict[str, Any]
) -> None:
    assert differing(files, dataclasses.replace(site, **change)) == []


def test_nothing_is_forgotten_that_a_site_is_made_from() -> None:
    in_marks = {"library", "observations", "links", "readings", "past", "today", "base", "origin", "has_zip"}
    of_the_program, of_the_live_site = {"catalogue", "keeper"}, {"find"}
    told_elsewhere = {"recorded"}  # of each page that is made of it, `past` names the scan and the state
    known = in_marks | of_the_program | of_the_live_site | told_elsewhere
    assert {f.name for f in dataclasses.fields(Site) if not f.name.startswith("_")} == known


def test_a_body_is_in_few_marks(site: Site, files: dict[str, tuple[str, bytes]]) -> None:
    practice = next(iter(site.library.practices.values()))
    text = practice.texts[Language.NL]
    texts = {**practice.texts, Language.NL: dataclasses.replace(text, body=text.body + "\nEn nog iets.\n")}
    practices = {**site.library.practices, practice.id: dataclasses.replace(practice, texts=texts)}
    library = dataclasses.replace(site.library, practices=practices)
    after = {o.path: o.mark() for o in dataclasses.replace(site, library=library).outputs()}

    assert {path for path, mark in after.items() if files[path][0] != mark} == {
        f"/nl/practices/{practice.id}/index.html",
        f"/en/practices/{practice.id}/index.html",
        f"/nl/practices/{practice.id}/text.json",
        "/nl/search-index.json",
        "/content.json",
        "/nl/board/index.html",
        "/en/board/index.html",
    }


def test_a_fact_is_in_the_marks_of_the_pages_that_cite_it(site: Site, files: dict[str, tuple[str, bytes]]) -> None:
    fact = next(iter(site.library.facts.values()))
    facts = {**site.library.facts, fact.id: dataclasses.replace(fact, status=other(fact.status))}
    library = dataclasses.replace(site.library, facts=facts)
    differ = {o.path for o in dataclasses.replace(site, library=library).outputs() if files[o.path][0] != o.mark()}
    citing = [p.id for p in site.library.practices.values() if f"{{feit:{fact.id}}}" in p.texts[Language.NL].body]

    pages = {path for path in differ if path.endswith(".html")}
    assert citing
    places = [f"practices/{practice}" for practice in citing]
    for kind in ("participants", "groups"):
        places += [kind] if any(fact.id in item.facts for item in getattr(site.library, kind).values()) else []
    assert {p for p in pages if not {"profiles", "board", "this-week"} & set(p.split("/"))} == {
        f"/{language}/{place}/index.html" for place in places for language in Language
    }
    assert {p.split("/")[2] for p in pages} <= {
        "practices",
        "participants",
        "groups",
        "profiles",
        "board",
        "this-week",
    }  # and where facts are cited


@cache
def _own_fields_changed() -> Site:
    """The real site in which every field is another that few pages are thought to show."""
    real = sites.static()
    library = real.library
    for form, names in marks._OWN.items():
        for name in sorted(names - {"controls", "facts", "related"}):
            library = changed(library, form, name) or library
    library = changed(library, Fact, "text") or library
    return dataclasses.replace(real, library=library)


def test_on_the_real_site_no_page_shows_what_is_not_in_its_mark() -> None:
    before = {output.path: output.mark() for output in sites.static().outputs()}
    same = [output for output in _own_fields_changed().outputs() if before.get(output.path) == output.mark()]

    assert len(same) > len(before) / 2
    some = _some_of(same)
    assert [output.path for output in some if output.make() != sites.files()[output.path].content] == []


def _some_of(outputs: list[Output]) -> list[Output]:
    """Of the pages of repositories, which are made alike, only every tenth."""
    site = sites.static()
    left_out = {f"{path}index.html" for path in site.routes.keys() - sites.some(site).keys()}
    return [output for output in outputs if output.path not in left_out]


def test_marks_say_nothing_of_where_the_content_is(site: Site, tmp_path: Path) -> None:
    seen = site.observations
    with few_checks.used():
        twin = sites.fictional(knowledge_base.make(tmp_path).path, seen, address=sites.ADDRESS)

    assert {o.path: o.mark() for o in twin.outputs()} == {o.path: o.mark() for o in site.outputs()}
