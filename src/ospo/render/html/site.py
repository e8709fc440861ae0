# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole site as one object: any page by its path, and every file of it."""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import NormId, OrganisationId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.site import Document, File, Kind, Route
from ospo.domain.wheel import Wheel
from ospo.engine import standing, turning
from ospo.engine import site as plan
from ospo.engine.coverage import Coverage
from ospo.formats import forge
from ospo.i18n import long_date, translator
from ospo.render import feed, report_json
from ospo.render.html import dates, wheel
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
_LADDER = NormId("ambitieladder")
# Under which item of the menu a page belongs.
_SECTIONS = {
    Kind.PRACTICE: Kind.PRACTICES,
    Kind.CHECK: Kind.CHECKS,
    Kind.NORM: Kind.NORMS,
    Kind.ORGANISATION: Kind.ORGANISATIONS,
    Kind.REPOSITORY: Kind.ORGANISATIONS,
}


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
    _words: dict[Language, dict[str, Any]] = field(default_factory=dict)
    _wheels: dict[str, Wheel] = field(default_factory=dict)

    @cached_property
    def routes(self) -> dict[str, Route]:
        """Every page by its path."""
        return plan.plan(self.library, self.catalogue.ids(), self.observations)

    @cached_property
    def repositories(self) -> dict[str, tuple[OrganisationId, ObservedRepository]]:
        """The observed repositories, with their organisation, by the key of their page."""
        observed = self.observations.by_organisation.items()
        return {plan.repository_key(r.url): (owner, r) for owner, repositories in observed for r in repositories}

    @cached_property
    def coverage(self) -> Coverage:
        """What was observed, counted."""
        return Coverage(self.observations)

    def wheel(self, key: str, repositories: Sequence[ObservedRepository]) -> Wheel | None:
        """The wheel of some repositories, made once per key; none without repositories or ladder."""
        ladder = self.library.norms.get(_LADDER)
        if ladder is None or not repositories:
            return None
        if key not in self._wheels:
            self._wheels[key] = turning.wheel(
                [standing.axes(ladder, r.findings, r.declaration, self.today) for r in repositories]
            )
        return self._wheels[key]

    def page(self, path: str, query: str = "") -> File | None:
        """The page at a path (`query` is what was searched for), or None when there is none."""
        route = self.routes.get(path)
        if route is None:
            return None
        return File(path, self.html(route, query).encode("utf-8"), HTML)

    def html(self, route: Route, query: str = "") -> str:
        """A page as HTML."""
        template, context = VIEWS[route.kind](self, route, query)
        if route.language not in self._words:
            self._words[route.language] = self._globals(route.language)
        values = self._words[route.language] | context
        return self._environment.get_template(template).render(values, route=route, query=query)

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
        for part in self.parts():
            yield from part()

    def parts(self) -> tuple[Callable[[], Iterator[File]], ...]:
        """The static site in parts that can be made side by side, the longest first."""
        return (
            *(partial(self._pages, language) for language in Language),
            *(partial(feed.search_index, self, language) for language in Language),
            self._rest,
        )

    def _pages(self, language: Language) -> Iterator[File]:
        for path, route in self.routes.items():
            if route.language is language:
                yield File(f"{path}index.html", self.html(route).encode("utf-8"), HTML)

    def _rest(self) -> Iterator[File]:
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

    @cached_property
    def _environment(self) -> Environment:
        return Environment(
            loader=PackageLoader("ospo.render.html"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def _globals(self, language: Language) -> dict[str, Any]:
        return {
            "say": translator(language),
            "language": language,
            "site": self,
            "Kind": Kind,
            "section": lambda kind: _SECTIONS.get(kind, kind),
            "url": lambda kind, key="": self.url(kind, key, language),
            "url_of": lambda route: self.base + plan.address(route),
            "address": lambda route: self.absolute(plan.address(route)),
            "date": lru_cache(maxsize=None)(lambda day: long_date(day, language)),
            "partial_date": lambda text: dates.partial(text, language),
            "sign": wheel.ornament(wheel.sign(), "sign"),
            "static": lambda name: f"{self.base}/static/{name}?v={self.version}",
            "file_url": forge.file_url,
            "repository_key": plan.repository_key,
            "organisation_name": lambda o: self.library.organisations[o].name,
            "control_anchor": plan.control_anchor,
            "version": __version__,
            "observed": max((r.observed.date() for r in self.observations.repositories()), default=None),
        }

    def _sign(self) -> str:
        css = (
            "<style>.wheel__segment--filled,.wheel__hub{fill:#0B5D4A}"
            ".wheel__segment--outlined{fill:none;stroke:#0B5D4A;stroke-width:3}"
            "@media(prefers-color-scheme:dark){.wheel__segment--filled,.wheel__hub{fill:#6FD3B3}"
            ".wheel__segment--outlined{stroke:#6FD3B3}}</style>"
        )
        drawn = str(wheel.ornament(wheel.sign(), "sign"))
        return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace("<defs>", css + "<defs>")
