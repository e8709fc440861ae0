# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index with which the browser searches a static site; `search.js` reads it."""

from typing import TYPE_CHECKING

import msgspec

from ospo.domain.language import Language
from ospo.engine import analyses, documents, relevance, synonyms
from ospo.engine import site as plan
from ospo.i18n import translator
from ospo.render.html.views.words import KINDS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def search_index(site: "Site", language: Language) -> bytes:
    """What the browser needs to search: the pages with how often each term counts there, the terms of each word,
    and those that each synonym stands for.

    How much a term adds to the score of a page, the browser works out for the terms that are asked for.
    """
    found = documents.of(site.library, site.catalogue, site.observations, language)
    say = translator(language)
    pages = analyses.of(found, language, site.keeper)
    index = {
        "limit": relevance.LIMIT,
        "share": relevance.SHARE,
        "whole": relevance.WHOLE_TITLE,
        "saturation": relevance.SATURATION,
        "length": relevance.LENGTH,
        "least": relevance.LEAST,
        "pages": [
            [
                site.base + plan.address(document.route),
                document.title,
                document.question,
                say(KINDS[document.route.kind]),
                sorted(page.title),
                page.length,
                page.factor,
                page.counts,
            ]
            for document, page in zip(found, pages, strict=True)
        ],
        "forms": relevance.forms(pages),
        "most": synonyms.MOST,
        "read": synonyms.READ,
        "longest": synonyms.LONGEST,
        "synonyms": synonyms.table(site.library, language),
    }
    return msgspec.json.encode(index)
