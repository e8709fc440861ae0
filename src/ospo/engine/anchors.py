# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anchors and pictures: a link into a page ends at a heading that is there, and a picture says what it shows."""

import re
from collections.abc import Iterator, Mapping

from ospo.domain.identifier import PageId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Page
from ospo.domain.practice import Practice, Text
from ospo.domain.site import Kind
from ospo.engine.site import control_anchor
from ospo.errors import Problem
from ospo.formats import headings, references

_INTO_A_PAGE = re.compile(r"\]\([^)\s#]{0,200}#")  # begins with what stands there, so that it is quick
# What every page of a kind has of itself, besides the headings of its text.
_OF_ITSELF = {Kind.PRACTICE: frozenset({"facts", "sources", "related"}), Kind.PAGE: frozenset({"facts", "sources"})}


def problems(library: Library) -> list[Problem]:
    """Links to a place on a page that is not there, and pictures without words; with file and line.

    Every page is looked at each time, however little changed: a heading that goes is missed on another page.
    """
    items: tuple[Practice | Page, ...] = (*library.practices.values(), *library.pages.values())
    found: list[Problem] = []
    for item in items:
        for language, text in item.texts.items():
            if _INTO_A_PAGE.search(text.body):
                found.extend(_anchors(text, item, language, library))
            if "![" in text.body:
                found.extend(_pictures(text))
    return found


def _anchors(text: Text, item: Practice | Page, language: Language, library: Library) -> Iterator[Problem]:
    for link in references.anchored(text.body):
        known = _of(item, language) if not link.kind else _named(link.kind, link.id, language, library)
        if known is not None and link.anchor not in known:
            where = {"anchor": link.anchor, "target": f"{link.kind}:{link.id}" if link.kind else text.path}
            message = "links to '#{anchor}' of {target}, where there is no such heading: check its spelling"
            yield Problem(text.path, text.body_line + link.line - 1, message, where)


def _named(kind: str, name: str, language: Language, library: Library) -> frozenset[str] | None:
    """The anchors of a page elsewhere; None when that page is not known, or its anchors are not."""
    items: Mapping[str, Practice | Page | None] = {
        "practice": library.practices.get(PracticeId(name)),
        "page": library.pages.get(PageId(name)),
    }
    item = items.get(kind)
    if item is not None:
        return _of(item, language)
    for norm in library.norms.values() if kind == "norm" else ():
        if norm.id == name:
            return frozenset(control_anchor(control.id) for control in norm.controls)
    return None


def _of(item: Practice | Page, language: Language) -> frozenset[str]:
    kind = Kind.PRACTICE if isinstance(item, Practice) else Kind.PAGE
    facts = {f"fact-{fact}" for fact in item.facts}
    return _OF_ITSELF[kind] | facts | frozenset(headings.anchors(item.texts[language].body))


def _pictures(text: Text) -> Iterator[Problem]:
    for line in references.nameless_pictures(text.body):
        message = "shows a picture without saying what is on it: write that between the square brackets"
        yield Problem(text.path, text.body_line + line - 1, message)
