# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index with which the browser searches a static site; `search.js` reads it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import analyses, asked, documents, narrowing, neighbours, relevance, snippets, synonyms
from ospo.engine import site as plan
from ospo.engine.analyses import Page
from ospo.i18n import translator
from ospo.render.html.views.home import FILTERS
from ospo.render.html.views.words import KINDS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def search_index(site: "Site", language: Language) -> bytes:
    """What the browser needs to search: the pages with how much each term counts there and which belong with them, the
    terms of each word, and those that each synonym stands for.

    How much a term adds to the score of a page, the browser works out for the terms that are asked for.
    """
    found = documents.of(site.library, site.catalogue, site.observations, language)
    known = analyses.of(found, language, site.keeper)
    near = neighbours.of(found, [page.alike for page in known.pages])
    shown = [_page(site, *parts) for parts in zip(found, known.pages, near, strict=True)]
    index = {
        **_numbers(),
        "pages": shown,
        "forms": known.every_form(),
        "compounds": language is Language.NL,
        "filters": _filters(language),
        "synonyms": synonyms.table(site.library, language),
    }
    return msgspec.json.encode(index)


def _numbers() -> dict[str, Any]:
    """What the server reckons with as well."""
    return {
        "limit": relevance.LIMIT,
        "found": relevance.FOUND,
        "width": snippets.WIDTH,
        "cover": relevance.COVER,
        "exact": relevance.EXACT,
        "share": relevance.SHARE,
        "whole": relevance.WHOLE_TITLE,
        "saturation": relevance.SATURATION,
        "rarity": relevance.RARITY,
        "leading": relevance.LEADING,
        "most": asked.MOST,
        "eighths": [asked.WHOLE, asked.PART, asked.BESIDES],
        "read": synonyms.READ,
        "longest": synonyms.LONGEST,
    }


def _page(site: "Site", document: Document, page: Page, near: Sequence[int]) -> list[Any]:
    return [
        site.base + plan.address(document.route),
        document.title,
        document.question,
        translator(document.route.language)(KINDS[document.route.kind]),
        page.title,
        near,
        page.factor,
        msgspec.Raw(page.counts),
        narrowing.kind(document),
        document.phase,
        document.audience,
        snippets.source(document),
    ]


def _filters(language: Language) -> list[list[Any]]:
    """Each filter with its name in an address, its title, and the words of its values."""
    say = translator(language)
    return [[name, say(title), {str(v): say(word) for v, word in words.items()}] for name, title, words in FILTERS]
