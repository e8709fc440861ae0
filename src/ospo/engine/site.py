# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the site: every page there is, and its address."""

from collections.abc import Iterable, Iterator

from ospo.domain.identifier import CheckId, ControlId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.page import Page
from ospo.domain.practice import Audience, Phase, Practice
from ospo.domain.roadmap import Situation, Step
from ospo.domain.site import Kind, Route

_FOLDERS = {
    Kind.PRACTICE: "practices",
    Kind.CHECK: "checks",
    Kind.NORM: "norms",
    Kind.PROFILE: "profiles",
    Kind.ORGANISATION: "organisations",
    Kind.REPOSITORY: "repositories",
    Kind.EVENT: "events",
    Kind.TEMPLATE: "templates",
    Kind.PAGE: "pages",
}
# The pages of which there is one, whatever the knowledge base holds.
_SINGLE = (
    *(Kind.HOME, Kind.CHECKS, Kind.NORMS, Kind.ORGANISATIONS, Kind.GLOSSARY),
    *(Kind.BOARD, Kind.SEARCH, Kind.NOT_FOUND, Kind.WHY, Kind.WEEK, Kind.STATISTICS),
)
# The pages with a form for who contributes: which one, by the key of its page; the first says which there are.
FORMS = ("", "improve", "translation", "report", "practice", "event", "organisation")
_COMMUNITY = (Kind.PARTICIPANTS, Kind.GROUPS, Kind.DECISIONS)
# Pages whose text is used by another kind of page.
HOME_PAGE = "home"
MISSING = "/404.html"  # the file that a web server shows when there is no page


def address(route: Route) -> str:
    """The path of a page, from the root of the site: `/nl/practices/licentiekeuze/`; of a term, its place on a page."""
    parts = [str(route.language)]
    if route.kind is Kind.GLOSSARY and route.key:
        return f"/{route.language}/{route.kind}/#{route.key}"
    if route.kind in _FOLDERS:
        parts += [_FOLDERS[route.kind], route.key]
    elif route.kind is not Kind.HOME:
        parts += [str(route.kind), *([route.key] if route.key else [])]
    return f"/{'/'.join(parts)}/"


def paths(page: Practice | Page) -> set[str]:
    """The files that show the texts of a practice or a page."""
    kind = Kind.PRACTICE if isinstance(page, Practice) else Kind.PAGE
    return {f"{address(Route(kind, page.id, language))}index.html" for language in Language}


def plan(
    library: Library, checks: Iterable[CheckId], observations: Observations, more: Iterable[tuple[Kind, str]] = ()
) -> dict[str, Route]:
    """Every page by its path, in both languages; `more` are those that follow from the register."""
    keys = [*_pages(library, list(checks), observations), *more]
    routes = (Route(kind, key, language) for language in Language for kind, key in keys)
    return {address(route): route for route in routes}


def _pages(library: Library, checks: list[CheckId], observations: Observations) -> Iterator[tuple[Kind, str]]:
    yield from ((kind, "") for kind in _SINGLE)
    yield from ((Kind.CONTRIBUTE, form) for form in FORMS)
    if library.participants or library.groups or library.decisions:
        yield from ((kind, "") for kind in _COMMUNITY)
    for key in filters(library):
        yield Kind.PRACTICES, key
    yield from ((Kind.ROADMAP, key) for key in roadmap_keys(library))
    if library.events:
        yield Kind.EVENTS, ""
    yield from ((Kind.EVENT, e) for e in library.events)
    if library.templates:
        yield Kind.TEMPLATES, ""
    yield from ((Kind.TEMPLATE, t) for t in library.templates)
    yield from ((Kind.PRACTICE, p) for p in library.practices)
    yield from ((Kind.CHECK, c) for c in checks)
    yield from ((Kind.NORM, n) for n in library.norms)
    if library.profiles:
        yield Kind.PROFILES, ""
    yield from ((Kind.PROFILE, p) for p in library.profiles)
    yield from ((Kind.ORGANISATION, o) for o in library.organisations)
    yield from ((Kind.REPOSITORY, repository_key(r.url)) for r in observations.repositories())
    yield from ((Kind.PAGE, p) for p in library.pages if p != HOME_PAGE)


def repository_key(url: str) -> str:
    """`github.com/minvws/nl-kat-coordination`, from the address of a repository."""
    return url.partition("://")[2].strip("/")


def control_anchor(control: ControlId) -> str:
    """The anchor of a requirement on the page of its norm."""
    return control.replace(":", "-").replace("/", "-")


def word(choice: Phase | Audience | Situation) -> str:
    """The word of a phase, an audience or a situation in an address: its English name."""
    return choice.name.lower().replace("_", "-")


def filter_key(phase: Phase | None = None, audience: Audience | None = None) -> str:
    """The key of the list of practices for this choice; empty for the whole list."""
    parts = []
    if phase is not None:
        parts.append(f"phase/{word(phase)}")
    if audience is not None:
        parts.append(f"audience/{word(audience)}")
    return "/".join(parts)


def filters(library: Library) -> Iterator[str]:
    """The key of every list of practices that is not empty."""
    some = {
        pair
        for practice in library.practices.values()
        for audience in (None, *practice.audience)
        for pair in ((None, audience), (practice.phase, audience))
    }
    for phase in (None, *Phase):
        for audience in (None, *Audience):
            if (phase, audience) in some:
                yield filter_key(phase, audience)


def roadmap_keys(library: Library) -> Iterator[str]:
    """The key of every view of the roadmap: the whole, of one reader, from one situation."""
    if library.steps:
        yield ""
        yield from (f"audience/{word(a)}" for a in Audience if any(a in s.audience for s in library.steps.values()))
        yield from (f"situation/{word(s)}" for s in Situation)


def roadmap_choice(key: str) -> tuple[Audience | None, Situation | None]:
    """The reader or the situation that a key of the roadmap stands for."""
    kind, _, name = key.partition("/")
    audience = next((a for a in Audience if kind == "audience" and word(a) == name), None)
    situation = next((s for s in Situation if kind == "situation" and word(s) == name), None)
    return audience, situation


def steps(library: Library, key: str) -> list[Step]:
    """The steps of a view of the roadmap, in their order."""
    audience, situation = roadmap_choice(key)
    return [
        step
        for step in library.steps.values()
        if (audience is None or audience in step.audience) and (situation is None or situation in step.situations)
    ]


def choice(key: str) -> tuple[Phase | None, Audience | None]:
    """The phase and the audience that a key of a list stands for."""
    parts = key.split("/")
    pairs = dict(zip(parts[::2], parts[1::2], strict=False))
    phase = next((p for p in Phase if word(p) == pairs.get("phase")), None)
    audience = next((a for a in Audience if word(a) == pairs.get("audience")), None)
    return phase, audience


def chosen(library: Library, phase: Phase | None, audience: Audience | None) -> list[Practice]:
    """The practices of a phase, for an audience, in the order of the phases."""
    order = list(Phase)
    found = [
        p
        for p in library.practices.values()
        if (phase is None or p.phase is phase) and (audience is None or audience in p.audience)
    ]
    return sorted(found, key=lambda p: (order.index(p.phase), p.id))
