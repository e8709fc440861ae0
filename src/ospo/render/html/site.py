# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole site as one object: any page by its path, and every file of it."""

import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.site import Document, File, Kind, Route
from ospo.engine import site as plan
from ospo.formats import forge
from ospo.i18n import long_date, translator
from ospo.render import feed, report_json
from ospo.render.html import wheel
from ospo.render.html.prose import Prose
from ospo.render.html.views import VIEWS

Find = Callable[[str, Language], list[Document]]
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
HTML = "text/html; charset=utf-8"


@dataclass
class Site:
    """Everything the pages are made from.

    `base` is the path the site stands under (empty at the root of a host), `origin` the address of that host,
    `find` searches (the live server has an index; the static site searches in the browser).
    """

    library: Library
    catalogue: Catalogue
    observations: Observations
    today: datetime.date
    base: str = ""
    origin: str = ""
    find: Find | None = None
    _environments: dict[Language, Environment] = field(default_factory=dict)

    @cached_property
    def routes(self) -> dict[str, Route]:
        """Every page by its path."""
        return plan.plan(self.library, self.catalogue.ids(), self.observations)

    @cached_property
    def repositories(self) -> dict[str, ObservedRepository]:
        """The observed repositories by the key of their page."""
        return {plan.repository_key(r.url): r for r in self.observations.repositories()}

    def page(self, path: str, query: str = "") -> File | None:
        """The page at a path (`query` is what was searched for), or None when there is none."""
        route = self.routes.get(path)
        if route is None:
            return None
        return File(path, self.html(route, query).encode("utf-8"), HTML)

    def html(self, route: Route, query: str = "") -> str:
        """A page as HTML."""
        template, context = VIEWS[route.kind](self, route, query)
        return self._environment(route.language).get_template(template).render(route=route, query=query, **context)

    def missing(self, path: str) -> File:
        """The page that says that there is nothing at this path, in the language the path suggests."""
        language = Language.EN if path.startswith("/en/") else Language.NL
        return File(path, self.html(Route(Kind.NOT_FOUND, "", language)).encode("utf-8"), HTML)

    def static_files(self) -> Iterator[File]:
        """Style sheets, typeface, script, sign, feeds, site map and schemas."""
        folder = files("ospo.render.html") / "static"
        for item in sorted(folder.iterdir(), key=lambda i: i.name):
            suffix = item.name.rpartition(".")[2]
            if suffix in _TYPES:
                yield File(f"/static/{item.name}", item.read_bytes(), _TYPES[suffix])
        yield File("/static/sign.svg", self._sign().encode("utf-8"), _TYPES["svg"])
        yield from feed.files(self)
        schema = report_json.schema_text().encode("utf-8")
        yield File("/schemas/scan-report.schema.json", schema, "application/schema+json")

    def files(self) -> Iterator[File]:
        """The whole static site: every page as index.html, the 404, and everything the pages use."""
        for path, route in self.routes.items():
            yield File(f"{path}index.html", self.html(route).encode("utf-8"), HTML)
        yield File("/index.html", self.html(Route(Kind.HOME, "", Language.NL)).encode("utf-8"), HTML)
        yield File("/404.html", self.missing("/").content, HTML)
        yield from self.static_files()

    def url(self, kind: Kind | str, key: str, language: Language) -> str:
        """The path of a page as the browser needs it."""
        return self.base + plan.address(Route(Kind(kind), key, language))

    def absolute(self, path: str) -> str:
        """The full address of a path on this site."""
        return f"{self.origin}{self.base}{path}"

    def prose(self, language: Language) -> Prose:
        """A renderer for the texts of one page."""
        return Prose(self.library, language, lambda k, n: self.url(k, n, language), translator(language))

    @cached_property
    def version(self) -> str:
        """A mark that changes with the style sheets, so that browsers fetch the new ones."""
        folder = files("ospo.render.html") / "static"
        names = sorted(i.name for i in folder.iterdir() if i.name.endswith((".css", ".js")))
        return hashlib.sha256(b"".join((folder / n).read_bytes() for n in names)).hexdigest()[:8]

    def _environment(self, language: Language) -> Environment:
        if language not in self._environments:
            made = Environment(
                loader=PackageLoader("ospo.render.html"),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
            )
            made.globals.update(self._globals(language))
            self._environments[language] = made
        return self._environments[language]

    def _globals(self, language: Language) -> dict[str, Any]:
        say = translator(language)
        return {
            "say": say,
            "language": language,
            "site": self,
            "Kind": Kind,
            "url": lambda kind, key="": self.url(kind, key, language),
            "twin": lambda route: self.base + plan.address(route.in_language(language.other)),
            "date": lambda day: long_date(day, language),
            "sign": wheel.svg(wheel.sign(), say, title="OSPO-NL", key="sign", small=True),
            "static": lambda name: f"{self.base}/static/{name}?v={self.version}",
            "file_url": forge.file_url,
            "version": __version__,
            "address": lambda route: self.absolute(plan.address(route)),
            "observed": max((r.observed.date() for r in self.observations.repositories()), default=None),
        }

    def _sign(self) -> str:
        css = (
            "<style>.wheel__segment--filled,.wheel__hub{fill:#0B5D4A}"
            ".wheel__segment--outlined{fill:none;stroke:#0B5D4A;stroke-width:3}"
            "@media(prefers-color-scheme:dark){.wheel__segment--filled,.wheel__hub{fill:#6FD3B3}"
            ".wheel__segment--outlined{stroke:#6FD3B3}}</style>"
        )
        drawn = wheel.svg(wheel.sign(), translator(Language.NL), title="OSPO-NL", key="sign")
        return str(drawn).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace("<defs>", css + "<defs>")
