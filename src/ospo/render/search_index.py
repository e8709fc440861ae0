# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index with which the browser searches a static site; `search.js` reads it."""

from typing import TYPE_CHECKING

import msgspec

from ospo.domain.language import Language
from ospo.engine import analyses, documents, relevance
from ospo.engine import site as plan
from ospo.i18n import translator
from ospo.render.html.views.words import KINDS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def search_index(site: "Site", language: Language) -> bytes:
    """What the browser needs to search: pages, per term how often it counts on which, and the terms of each word.

    What a term adds to the score of a page, the browser works out for the terms that are asked for.
    """
    found = documents.of(site.library, site.catalogue, site.observations, language)
    say = translator(language)
    pages = analyses.of(found, language, site.keeper)
    rooms = relevance.rooms([page.length for page in pages])
    index = {
        "limit": relevance.LIMIT,
        "share": relevance.SHARE,
        "whole": relevance.WHOLE_TITLE,
        "saturation": relevance.SATURATION,
        "least": relevance.LEAST,
        "pages": [
            [
                site.base + plan.address(document.route),
                document.title,
                document.question,
                say(KINDS[document.route.kind]),
                page.title,
                round(room, 6),
                page.factor,
            ]
            for document, page, room in zip(found, pages, rooms, strict=True)
        ],
        "terms": relevance.postings(pages),
        "forms": relevance.forms(pages),
    }
    return msgspec.json.encode(index, order="deterministic")
