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
    """What the browser needs to search: pages, per term what it adds to which, and the terms of each word."""
    found = documents.of(site.library, site.catalogue, site.observations, language)
    say = translator(language)
    pages = analyses.of(found, language, site.keeper)
    index = {
        "limit": relevance.LIMIT,
        "share": relevance.SHARE,
        "whole": relevance.WHOLE_TITLE,
        "pages": [
            [site.base + plan.address(d.route), d.title, d.question, say(KINDS[d.route.kind]), page.title]
            for d, page in zip(found, pages, strict=True)
        ],
        "terms": relevance.thousandths(pages),
        "forms": relevance.forms(pages),
    }
    return msgspec.json.encode(index, order="deterministic")
