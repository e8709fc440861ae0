# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a page: the view gives the template and its values, the template makes HTML of them.

Apart from the site, because what is needed to make a page takes long to import, and often none has to be made.
"""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from importlib import import_module
from io import BytesIO
from types import CodeType
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ospo import __version__
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from ospo.domain.trust import Trust
from ospo.engine import site as plan
from ospo.formats import forge, web_address
from ospo.i18n import long_date, translator
from ospo.render import links_text
from ospo.render.citation import Citation
from ospo.render.html import dates, wheel
from ospo.render.html.views.trust import trust

if TYPE_CHECKING:
    from ospo.render.html.site import Site

View = Callable[["Site", Route, str], tuple[str, dict[str, Any]]]
# The function for each kind of page, in a module of ospo.render.html.views; it is imported when one has to be made.
VIEWS = {
    Kind.HOME: "home.home",
    Kind.SEARCH: "home.search",
    Kind.NOT_FOUND: "home.not_found",
    Kind.PRACTICES: "practices.listing",
    Kind.PRACTICE: "practices.practice",
    Kind.ROADMAP: "roadmap.roadmap",
    Kind.CHECKS: "checks.listing",
    Kind.CHECK: "checks.check",
    Kind.NORMS: "norms.listing",
    Kind.NORM: "norms.norm",
    Kind.PROFILES: "profiles.listing",
    Kind.PROFILE: "profiles.profile",
    Kind.ORGANISATIONS: "register.listing",
    Kind.ORGANISATION: "organisations.organisation",
    Kind.REPOSITORY: "organisations.repository",
    Kind.GLOSSARY: "pages.glossary",
    Kind.BOARD: "board.board",
    Kind.EVENTS: "events.listing",
    Kind.EVENT: "events.event",
    Kind.TEMPLATES: "templates.listing",
    Kind.TEMPLATE: "templates.template",
    Kind.PAGE: "pages.page",
    Kind.PARTICIPANTS: "community.participants",
    Kind.GROUPS: "community.groups",
    Kind.DECISIONS: "community.decisions",
    Kind.CONTRIBUTE: "contribute.contribute",
    Kind.WHY: "why_not.why_not",
    Kind.WEEK: "week.week",
    Kind.STATISTICS: "statistics.statistics",
}
# Under which item of the menu a page belongs.
_SECTIONS = {
    Kind.PRACTICE: Kind.PRACTICES,
    Kind.CHECK: Kind.CHECKS,
    Kind.NORM: Kind.NORMS,
    Kind.PROFILE: Kind.PROFILES,
    Kind.ORGANISATION: Kind.ORGANISATIONS,
    Kind.REPOSITORY: Kind.ORGANISATIONS,
    Kind.WHY: Kind.ORGANISATIONS,
    Kind.STATISTICS: Kind.ORGANISATIONS,
    Kind.EVENT: Kind.EVENTS,
    Kind.TEMPLATE: Kind.TEMPLATES,
}


@cache
def view(kind: Kind) -> View:
    """The function that gives template and values for a kind of page."""
    module, _, name = VIEWS[kind].partition(".")
    found: View = getattr(import_module(f"ospo.render.html.views.{module}"), name)
    return found


class Maker:
    """Makes the pages of one site."""

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._values: dict[Language, dict[str, Any]] = {}
        self._templates = _templates(site.keeper)

    def prepare(self) -> None:
        """Have at hand what nearly every page needs."""
        self._templates.get_template("base.html")
        self._templates.get_template("parts.html")
        view(Kind.PRACTICE)
        self._site.prose(Language.NL).html("")

    def html(self, route: Route, query: str = "") -> str:
        """A page as HTML."""
        template, context = view(route.kind)(self._site, route, query)
        if route.language not in self._values:
            values = self._globals(route.language)
            self._values[route.language] = values | self._frame(values)
        values = self._values[route.language] | context
        found = trust(self._site, route, context.get("facts", ()))
        values |= {"trust": found, "cite": found and partial(_citation, self._site, route, found)}
        return self._templates.get_template(template).render(values, route=route, query=query)

    def _frame(self, values: dict[str, Any]) -> dict[str, Any]:
        """What stands around every page and is the same on many: made once for all of them."""

        @cache
        def menu(here: Kind, is_own: bool, is_about: bool) -> Markup:
            """The menu: at which item the page is, whether it is that item itself, and whether it is the last one."""
            made = self._templates.get_template("menu.html")
            return Markup(made.render(values, here=here, is_own=is_own, is_about=is_about))  # noqa: S704 - escaped

        @cache
        def footer() -> Markup:
            return Markup(self._templates.get_template("footer.html").render(values))  # noqa: S704 - escaped

        return {"menu": menu, "footer": footer}

    def _globals(self, language: Language) -> dict[str, Any]:
        site = self._site
        return {
            "say": translator(language),
            "language": language,
            "site": site,
            "Kind": Kind,
            "section": lambda kind: _SECTIONS.get(kind, kind),
            "make_link": _link,
            "url": lru_cache(maxsize=None)(lambda kind, key="": site.url(kind, key, language)),
            "url_of": lambda route: site.base + plan.address(route),
            "address": lambda route: site.absolute(plan.address(route)),
            "date": lru_cache(maxsize=None)(lambda day: long_date(day, language)),
            "partial_date": lru_cache(maxsize=None)(lambda text: dates.partial(text, language)),
            "sign": wheel.ornament(wheel.sign(), "sign"),
            "static": lambda name: f"{site.base}/static/{name}?v={site.version}",
            "file_url": forge.file_url,
            "repository_key": plan.repository_key,
            "organisation_name": lambda o: site.library.organisations[o].name,
            "control_anchor": plan.control_anchor,
            "link_note": partial(_link_note, site, language),
            "version": __version__,
            "observed": max((r.observed.date() for r in site.observations.repositories()), default=None),
        }


def _link_note(site: "Site", language: Language, address: str) -> tuple[str, str]:
    """What is wrong with an address outside, in words, and where it moved to; empty when nothing is."""
    stretch = site.links.now(web_address.normal(address))
    said = links_text.note(stretch, site.today, translator(language), lambda day: long_date(day, language))
    return said, stretch.to if stretch else ""


def _citation(site: "Site", route: Route, found: Trust, title: Markup) -> Citation:
    """How to refer to a page; its title comes as the template wrote it."""
    key = route.key if route.kind is Kind.PRACTICE else f"{route.kind} {route.key}"
    words, where = title.unescape(), site.absolute(plan.address(route)) if site.origin else ""
    return Citation(key, words, where, route.language, found.licence, found.dated)


def _link(label: object, href: object) -> Markup:
    """A link; no macro, because a page has dozens of them."""
    start = f'<a class="utrecht-link utrecht-link--html-a" href="{escape(href)}">'
    return Markup(f"{start}{escape(label)}</a>")  # noqa: S704 - both are escaped


class _Context(Context):
    """The values of a template, for which what it calls is simply called: no function of ours asks for more."""

    def call(__self, __called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:  # noqa: N805
        """Call something, without the two names that the compiled template adds."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return __called(*given, **named)


class _Templates(Environment):
    """Our templates."""

    context_class = _Context


def _templates(keeper: Keeper) -> _Templates:
    return _Templates(
        loader=PackageLoader("ospo.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(keeper),
    )


def compile_ahead(keeper: Keeper) -> None:
    """Compile every template, so that the keeper has them by the time that pages are made."""
    templates = _templates(keeper)
    for name in templates.list_templates(extensions=["html"]):
        templates.get_template(name)


class _Compiled(BytecodeCache):
    """The templates as they were compiled before: in this process, for whatever site, or as the keeper has them.

    The keeper gives back only what this same program made.
    """

    _here: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def load_bytecode(self, bucket: Bucket) -> None:
        content = self._keeper.get("templates", bucket.key)
        if content is not None:
            bucket.load_bytecode(BytesIO(content))
        if bucket.code is None and (code := self._here.get((bucket.key, bucket.checksum))) is not None:
            bucket.code = code
            self._keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._here[bucket.key, bucket.checksum] = bucket.code
        self._keep(bucket)

    def _keep(self, bucket: Bucket) -> None:
        if self._keeper is not FORGETFUL:
            stream = BytesIO()
            bucket.write_bytecode(stream)
            self._keeper.put("templates", bucket.key, stream.getvalue())
