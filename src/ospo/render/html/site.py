# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole site as one object: any page by its path, and every file of it."""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from ospo.domain.catalogue import Catalogue
from ospo.domain.claim import Reading
from ospo.domain.crawled import Past, Recorded, RecordedRepository
from ospo.domain.identifier import CheckId, ControlId, NormId, OrganisationId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.link import Links
from ospo.domain.norm import Control, Norm
from ospo.domain.observation import Observations, ObservedRepository
from ospo.domain.practice import Practice
from ospo.domain.site import Document, File, Kind, Output, Route
from ospo.engine import redirects
from ospo.engine import site as plan
from ospo.formats import address
from ospo.i18n import translator
from ospo.render import badges, feed, template_files, week_files
from ospo.render.html import moved, offline, published, source_texts
from ospo.render.html.marks import Marks

if TYPE_CHECKING:
    from ospo.domain.wheel import Wheel
    from ospo.engine.coverage import Coverage
    from ospo.engine.editing import Task
    from ospo.engine.register.showing import Showing
    from ospo.engine.standing import Axis, Layout
    from ospo.render.html.making import Maker
    from ospo.render.html.prose import Prose

Find = Callable[[str, Language], list[Document]]
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
}
HTML = "text/html; charset=utf-8"
_PAGES = "register", "pages"  # where the keeper has them
_LADDER = NormId("ambitieladder")


@dataclass
class Site:
    """Everything the pages are made from.

    `base` is the path the site stands under (empty at the root of a host), `origin` the address of that host,
    `find` searches (the live server has an index; the static site searches in the browser), `keeper` keeps what helps
    to make pages. `has_zip` says whether there is a zip of all, for readers without a network; `links` is what is
    recorded of addresses outside. `readings` are what lists and organisations say of themselves, besides the library;
    `past` is what was recorded of repositories through time, `recorded` answers what is too much to have at hand.
    """

    library: Library
    catalogue: Catalogue
    observations: Observations
    today: datetime.date
    base: str = ""
    origin: str = ""
    find: Find | None = None
    keeper: Keeper = FORGETFUL
    has_zip: bool = False
    links: Links = field(default_factory=Links)
    readings: tuple[Reading, ...] = ()
    past: Past = field(default_factory=Past)
    recorded: Recorded | None = None
    _wheels: "dict[str, Wheel]" = field(default_factory=dict)
    _ladders: "dict[str, tuple[Axis, ...]]" = field(default_factory=dict)
    _layout: "Layout | None" = None
    _practices: dict[CheckId, tuple[Practice, ...]] = field(default_factory=dict)

    @cached_property
    def routes(self) -> dict[str, Route]:
        """Every page by its path."""
        return plan.plan(self.library, self.catalogue.ids(), self.observations, self._pages_of_register())

    def _pages_of_register(self) -> list[tuple[Kind, str]]:
        """The pages that follow from the register, which takes long to work out when hardly anything has to be made."""
        mark = self._marks.common
        with suppress(msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(self.keeper.get(*_PAGES) or b"", type=tuple[str, list[tuple[Kind, str]]])
            if kept[0] == mark:
                return kept[1]
        found = [*self.register.pages(), *((Kind.REPOSITORY, plan.repository_key(r.address)) for r in self.past.listed)]
        self.keeper.put(*_PAGES, msgspec.msgpack.encode((mark, found)))
        return found

    @cached_property
    def register(self) -> "Showing":
        """The register that follows from our own facts and from all that was read, as the pages show it."""
        from ospo.engine.register import reconcile
        from ospo.engine.register.showing import Showing

        known = reconcile((*self.own_readings, *self.readings), self.today)
        return Showing(known, self.library, self.observations, self.today)

    @cached_property
    def own_readings(self) -> tuple[Reading, ...]:
        """Our own facts about organisations, as claims."""
        from ospo.engine.register import own

        return own.readings(self.library, self.readings)

    @cached_property
    def page_of_repository(self) -> dict[str, str]:
        """The key of the page of a repository, by its normalised address."""
        return {address.normalise(r.url) or r.url: key for key, (_, r) in self.repositories.items()}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Where to go from each path that has no page any more."""
        return redirects.moved(self.library)

    @cached_property
    def repositories(self) -> dict[str, tuple[OrganisationId, ObservedRepository]]:
        """The observed repositories, with their organisation, by the key of their page."""
        observed = self.observations.by_organisation.items()
        return {plan.repository_key(r.url): (owner, r) for owner, repositories in observed for r in repositories}

    def repository(self, key: str) -> RecordedRepository | None:
        """A repository that only a crawl found, by the key of its page; None when there is none."""
        register = None if key in self.repositories else self.recorded
        return None if register is None else register.repository(f"https://{key}")

    @cached_property
    def coverage(self) -> "Coverage":
        """What was observed, counted."""
        from ospo.engine.coverage import Coverage

        return Coverage(self.observations)

    @property
    def has_ladder(self) -> bool:
        """Whether there is the ladder that every wheel shows."""
        return _LADDER in self.library.norms

    def wheel(self, key: str, repositories: Sequence[ObservedRepository]) -> "Wheel | None":
        """The wheel of some repositories, made once per key; none without repositories or ladder."""
        from ospo.engine import turning

        if not self.has_ladder or not repositories:
            return None
        if key not in self._wheels:
            self._wheels[key] = turning.wheel([self.ladder(r) for r in repositories])
        return self._wheels[key]

    def ladder(self, repository: ObservedRepository) -> "tuple[Axis, ...]":
        """How a repository stands on the ambition ladder, made once; nothing without the ladder."""
        from ospo.engine import standing

        norm = self.library.norms.get(_LADDER)
        if norm is None or repository.url in self._ladders:
            return self._ladders.get(repository.url, ())
        self._layout = self._layout or standing.layout(norm)
        found = standing.axes(norm, repository.findings, repository.declaration, self.today, self._layout)
        if (
            plan.repository_key(repository.url) in self.repositories
        ):  # of others there may be any number, and they change
            self._ladders[repository.url] = found
        return found

    def tasks(self, language: Language) -> "list[Task]":
        """What there is to do for the editors."""
        from ospo.engine import editing

        return editing.tasks(self.library, self.today, language, links=self.links)

    def practices_for(self, check: CheckId) -> tuple[Practice, ...]:
        """The practices that name a check, looked up once."""
        if check not in self._practices:
            self._practices[check] = self.library.practices_for(check)
        return self._practices[check]

    @cached_property
    def controls(self) -> dict[ControlId, tuple[Norm, Control]]:
        """Every control with its norm."""
        return {control.id: (norm, control) for norm in self.library.norms.values() for control in norm.controls}

    @cached_property
    def controls_by_check(self) -> dict[CheckId, list[tuple[Norm, Control]]]:
        """What `Library.controls_for` gives for every check, found in one go."""
        found: dict[CheckId, list[tuple[Norm, Control]]] = {}
        for norm, control in self.controls.values():
            for check in dict.fromkeys(mapping.check for mapping in control.mappings):
                found.setdefault(check, []).append((norm, control))
        return found

    def has(self, kind: Kind) -> bool:
        """Whether there is an overview of this kind."""
        return plan.address(Route(kind, "", Language.NL)) in self.routes

    def page(self, path: str, query: str = "") -> File | None:
        """The page at a path (`query` is what was searched for), or None when there is none."""
        route = self.routes.get(path)
        if route is None:
            return None
        return File(path, self.html(route, query).encode("utf-8"), HTML)

    def html(self, route: Route, query: str = "") -> str:
        """A page as HTML."""
        return self._maker.html(route, query)

    @cached_property
    def _maker(self) -> "Maker":
        from ospo.render.html.making import Maker

        return Maker(self)

    def missing(self, path: str) -> File:
        """The page that says that there is nothing at this path, in the language the path suggests."""
        language = Language.EN if path.startswith("/en/") else Language.NL
        return File(path, self.html(Route(Kind.NOT_FOUND, "", language)).encode("utf-8"), HTML)

    def static_files(self) -> Iterator[File]:
        """Style sheets, typeface, script, pictures, feeds, site map, all content as JSON, and schemas."""
        return (output.file() for output in self._static_outputs())

    def files(self) -> Iterator[File]:
        """The whole static site: every page as index.html, the 404, and everything the pages use."""
        return (output.file() for output in self.outputs())

    def outputs(self) -> Iterator[Output]:
        """The files of the static site before they are made, those that take longest first."""
        others = list(self._outputs())
        yield from offline.outputs(self, others)
        yield from others

    def _outputs(self) -> Iterator[Output]:
        yield from feed.search_outputs(self, self._marks)
        for path, route in self.routes.items():
            yield self._output(f"{path}index.html", route)
        yield self._output("/index.html", Route(Kind.HOME, "", Language.NL))
        yield self._output(plan.MISSING, Route(Kind.NOT_FOUND, "", Language.NL))
        yield from moved.outputs(self, self._marks)
        yield from self._static_outputs()
        yield from self.beside.values()

    @cached_property
    def beside(self) -> dict[str, Output]:
        """What stands beside a page: badges of repositories and files of templates, by path, before they are made."""
        every = [*badges.outputs(self, self._marks), *template_files.outputs(self, self._marks)]
        every += [*source_texts.outputs(self, self._marks), *week_files.outputs(self, self._marks)]
        return {output.path: output for output in every}

    def prepare(self) -> None:
        """Have at hand what every page needs to be made."""
        self._maker.prepare()

    @cached_property
    def _marks(self) -> Marks:
        return Marks(self)

    def _output(self, path: str, route: Route) -> Output:
        return Output(path, partial(self._marks.page, route), lambda: self.html(route).encode("utf-8"), HTML)

    def _static_outputs(self) -> Iterator[Output]:
        mark = self._marks.shared
        folder = files("ospo.render.html") / "static"
        for item in sorted(folder.iterdir(), key=lambda i: i.name):
            suffix = item.name.rpartition(".")[2]
            if suffix in _TYPES:
                yield Output(f"/static/{item.name}", mark, item.read_bytes, _TYPES[suffix])
        yield from feed.outputs(self, self._marks)
        yield from published.outputs(self, self._marks)

    def url(self, kind: Kind | str, key: str, language: Language) -> str:
        """The path of a page as the browser needs it."""
        return self.base + plan.address(Route(Kind(kind), key, language))

    def absolute(self, path: str) -> str:
        """The full address of a path on this site."""
        return f"{self.origin}{self.base}{path}"

    def prose(self, language: Language) -> "Prose":
        """A renderer for the texts of one page."""
        from ospo.render.html.prose import Prose

        return Prose(self.library, language, lambda k, n: self.url(k, n, language), translator(language))

    @cached_property
    def version(self) -> str:
        """A mark that changes with the style sheets, so that browsers fetch the new ones."""
        folder = files("ospo.render.html") / "static"
        names = sorted(i.name for i in folder.iterdir() if i.name.endswith((".css", ".js")))
        return hashlib.sha256(b"".join((folder / n).read_bytes() for n in names)).hexdigest()[:8]
