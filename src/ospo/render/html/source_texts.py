# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of each page as it stands in its file, beside the page: the form to improve it reads it in the browser."""

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.practice import Text
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

NAME = "text.json"
_TYPE = "application/json"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """The texts of practices and pages, in each language; the live site needs none, it has them."""
    for language in Language:
        for kind, items in ((Kind.PRACTICE, site.library.practices), (Kind.PAGE, site.library.pages)):
            for name, item in items.items():
                route = Route(kind, str(name), language)
                text = item.texts[language]
                yield Output(f"{plan.address(route)}{NAME}", partial(marks.source, text), partial(_made, text), _TYPE)


def _made(text: Text) -> bytes:
    found = {"path": text.path, "title": text.title, "line": text.body_line, "body": text.body}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
