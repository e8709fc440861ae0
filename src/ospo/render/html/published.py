# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site publishes beside its pages: the sign, all content as JSON, and the schemas of what we give out."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan

if TYPE_CHECKING:
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

CONTENT = "/content.json"
_SCHEMA_TYPE = "application/schema+json"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Everything of this kind."""
    yield Output("/static/sign.svg", marks.shared, _sign, "image/svg+xml")
    yield Output(CONTENT, marks.content, partial(_content, site), "application/json")
    yield Output("/schemas/knowledge-base.schema.json", marks.shared, _content_schema, _SCHEMA_TYPE)
    yield Output("/schemas/scan-report.schema.json", marks.shared, _report_schema, _SCHEMA_TYPE)


def _content(site: "Site") -> bytes:
    from ospo.render import content_json

    def address(kind: Kind, key: str, language: Language) -> str:
        return site.absolute(plan.address(Route(kind, key, language)))

    return content_json.document(site.library, site.catalogue, address)


def _content_schema() -> bytes:
    from ospo.render import content_json

    return content_json.schema_text().encode("utf-8")


def _sign() -> bytes:
    from ospo.render.html import wheel

    css = (
        "<style>.wheel__segment--filled,.wheel__hub{fill:#0B5D4A}"
        ".wheel__segment--outlined{fill:none;stroke:#0B5D4A;stroke-width:3}"
        "@media(prefers-color-scheme:dark){.wheel__segment--filled,.wheel__hub{fill:#6FD3B3}"
        ".wheel__segment--outlined{stroke:#6FD3B3}}</style>"
    )
    drawn = str(wheel.ornament(wheel.sign(), "sign"))
    drawn = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace("<defs>", css + "<defs>")
    return drawn.encode("utf-8")


def _report_schema() -> bytes:
    from ospo.render import report_json

    return report_json.schema_text().encode("utf-8")
