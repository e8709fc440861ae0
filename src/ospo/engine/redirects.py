# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Redirects: every address that was ever given out keeps leading somewhere."""

from collections.abc import Collection, Mapping

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.errors import Problem

PATH = "redirects.yaml"


def moved(library: Library) -> dict[str, str]:
    """Where to go from each path that has no page any more: `/nl/practices/oud/` to `/nl/practices/nieuw/#deel`."""
    return {
        f"/{language}/{redirect.was}/": where(redirect.now, language)
        for redirect in library.redirects.values()
        if "#" not in redirect.was
        for language in Language
    }


def where(address: str, language: Language) -> str:
    """The path of an address: `glossary#forge` is `/nl/glossary/#forge`."""
    page, _, anchor = address.partition("#")
    return f"/{language}/{page}/{'#' if anchor else ''}{anchor}"


def former_anchors(library: Library, page: str) -> dict[str, tuple[str, ...]]:
    """The anchors on a page that were called otherwise before: the old ones by the new one."""
    found: dict[str, tuple[str, ...]] = {}
    for redirect in library.redirects.values():
        place, _, old = redirect.was.partition("#")
        new = redirect.now.partition("#")[2]
        if place == page and old:
            found[new] = (*found.get(new, ()), old)
    return found


def anchors(library: Library) -> dict[str, set[str]]:
    """The anchors that others may link to, by the page that holds them: of terms, and of steps."""
    return {"glossary": set(library.terms), "roadmap": set(library.steps)}


def problems(library: Library, paths: Collection[str]) -> list[Problem]:
    """The redirects that lead nowhere, or away from something.

    Args:
        library: the knowledge base.
        paths: of every page, in both languages.
    """
    there = anchors(library)
    found = []
    for redirect in library.redirects.values():
        message = _fault(redirect.was, redirect.now, library.redirects, paths, there)
        if message:
            values = {"id": redirect.was, "now": redirect.now}
            found.append(Problem(PATH, None, message, values))
    return found


def _fault(
    was: str, now: str, every: Mapping[str, object], paths: Collection[str], there: Mapping[str, Collection[str]]
) -> str:
    if _exists(was, paths, there):
        return "sends readers away from '{id}', which exists: take the redirect out"
    if now in every:
        return "leads from '{id}' to '{now}', which moved itself: name the address where that leads"
    if "#" in was and was.partition("#")[0] not in there:
        return "has no anchors of terms or steps on the page of '{id}': redirect the page itself"
    if "#" in was and was.partition("#")[::2][0] != now.partition("#")[0]:
        return "moves '{id}' to another page, which no browser follows: choose an anchor on the same page"
    if not _exists(now, paths, there):
        return "leads from '{id}' to '{now}', which does not exist: check its spelling"
    return ""


def _exists(address: str, paths: Collection[str], there: Mapping[str, Collection[str]]) -> bool:
    """Whether there is such a page; for terms and steps also whether there is such an anchor."""
    page, _, anchor = address.partition("#")
    is_page = all(where(page, language) in paths for language in Language)
    return is_page and (not anchor or page not in there or anchor in there[page])
