# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An organisation and its repositories: facts, who says so, and the next step; never a ranking."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ospo.domain.claim import Attribute
from ospo.domain.crawled import KnownRepository
from ospo.domain.finding import Finding, Outcome
from ospo.domain.observation import ObservedRepository
from ospo.domain.overview import ListedRepository
from ospo.domain.site import Kind, Route
from ospo.domain.wheel import AXES, LEVELS
from ospo.engine import advice, coverage, freshness, turning
from ospo.engine import site as plan
from ospo.engine.register.showing import Shown, account_key
from ospo.formats import forge
from ospo.i18n import translator
from ospo.render import badge, badges
from ospo.render.html import wheel as drawn
from ospo.render.html.prose import with_gaps
from ospo.render.html.views.known import crawled, of_organisation, of_repository
from ospo.render.html.views.register_words import KIND_NAMES
from ospo.render.html.views.words import MARKS, OUTCOMES
from ospo.render.standing_text import StandingWords

if TYPE_CHECKING:
    from ospo.render.html.site import Site

# Why a step comes first; it is an open point, or when there is none, the unknown that would tell most.
_REASONS = {
    Outcome.NOT_MET: "Of all open points this one weighs most for the norms: it helps with {n} requirements.",
    Outcome.UNKNOWN: "No point is open. Of what is not known this weighs most: it helps with {n} requirements.",
}


def organisation(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What is known of an organisation and by whom, its repositories, and the step that helps most of them."""
    item = site.register.by_key[route.key]
    repositories = item.repositories
    step = advice.next_step_of_many([r.findings for r in repositories], site.library, site.today)
    return "organisation.html", {
        "organisation": item,
        "kind_name": KIND_NAMES.get(item.kind, item.kind),
        "accounts": _accounts(item),
        "website": next(iter(item.values(Attribute.WEBSITE)), ""),
        "repositories": repositories,
        "crawled": crawled(site, route, _crawled(site, item)),
        "counts": {r.url: coverage.counts(r.findings) for r in repositories},
        "Outcome": Outcome,
        "step": step,
        "step_text": _step_text(site, route, step, [f for r in repositories for f in r.findings]),
        "wheel": site.wheel(f"organisation {item.key}", repositories),
        "level_words": _levels_of_many(site, route, repositories),
        "draw": _draw(route),
        "wheels": {r.url: site.wheel(r.url, [r]) for r in repositories},
        **_wheel_words(),
        "topics": _topics(site, route, repositories),
        "check_title": lambda check: site.catalogue.text(check, route.language).title,
        **of_organisation(site, route, item),
    }


def _accounts(shown: Shown) -> list[str]:
    """The addresses under which it publishes; those that we know ourselves as they are written there."""
    ours = [account.url for account in shown.own.accounts] if shown.own else []
    known = {account.lower() for account in ours}
    others = shown.values(Attribute.ACCOUNT) + shown.values(Attribute.FORGE)
    return ours + [account for account in others if account.lower() not in known]


def repository(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """One repository: the wheel, the next step, and the findings by topic with evidence at the very line."""
    item, known = _item(site, route)
    step = advice.next_step(item.findings, site.library, site.today)
    findings = {f.check: f for f in item.findings}
    grouped = [
        (
            site.catalogue.topic(topic, route.language).title,
            [_row(site, route, findings[c]) for c in checks if c in findings],
        )
        for topic, checks in site.catalogue.by_topic().items()
    ]
    return "repository.html", {
        "repository": item,
        "today": site.today,
        "is_old": freshness.is_old(item, site.today),
        "owner": _owner(site, route, item),
        "step": step,
        "step_text": _step_text(site, route, step, item.findings),
        "step_reason": _REASONS[step.finding.outcome] if step else "",
        "topics": [(title, rows) for title, rows in grouped if rows],
        "counts": coverage.counts(item.findings),
        "outcomes": OUTCOMES,
        "marks": MARKS,
        "place_url": lambda e: forge.file_url(item.url, item.commit, e.path, e.line),
        "wheel": site.wheel(item.url, [item]) if known is None else turning.wheel([site.ladder(item)]),
        "badge": _badge(site, route),
        "badge_words": badge.words(site.ladder(item), route.language),
        "level_words": [StandingWords(route.language).axis(axis) for axis in site.ladder(item)],
        "draw": _draw(route),
        **_wheel_words(),
        **of_repository(site, route, item, known),
    }


def _item(site: "Site", route: Route) -> tuple[ObservedRepository, KnownRepository | None]:
    """A repository that we observe, or else one that a crawl found, with its story."""
    if route.key in site.repositories:
        return site.repositories[route.key][1], None
    found = site.repository(route.key)
    if found is None:
        raise LookupError(route.key)
    return found.observed, found.known


def _owner(site: "Site", route: Route, item: ObservedRepository) -> tuple[str, str]:
    """Whose it is, and the page of that: of its organisation, else of its account, which may have none."""
    if route.key in site.repositories:
        own = site.library.organisations[site.repositories[route.key][0]]
        return own.name, site.url(Kind.ORGANISATION, own.id, route.language)
    account = item.url.rpartition("/")[0]
    shown = site.register.of_account(account)
    if shown is not None:
        return shown.name, site.url(Kind.ORGANISATION, shown.key, route.language)
    key = account_key(account)
    return key, site.url(Kind.WHY, key, route.language) if key in site.register.unsettled else ""


def _crawled(site: "Site", item: Shown) -> list[ListedRepository]:
    """The repositories that only crawls found in its accounts."""
    return [one for one in site.past.listed if site.register.of_account(one.account) is item]


def _badge(site: "Site", route: Route) -> dict[str, str] | None:
    """Where the badge of a repository is, and what to put in its README; that only for a site on the web."""
    page = plan.address(route)
    picture, endpoint = page + badges.PICTURE, page + badges.ENDPOINT
    if picture not in site.beside:
        return None
    readme = (
        f"[![OSPO-NL]({site.absolute(picture)})]({site.absolute(page)})" if site.origin.startswith("https://") else ""
    )
    return {"picture": site.base + picture, "endpoint": site.base + endpoint, "readme": readme}


def _row(site: "Site", route: Route, finding: Finding) -> dict[str, Any]:
    practices = site.practices_for(finding.check)
    return {
        "finding": finding,
        "title": site.catalogue.text(finding.check, route.language).title,
        "message": with_gaps(site.catalogue.message(finding.check, finding.verdict, route.language)),
        "next": with_gaps(site.catalogue.next_step(finding.check, finding.verdict, route.language)),
        "practice": practices[0] if practices else None,
        "places": [place for place in finding.verdict.evidence if place.path],
    }


def _step_text(site: "Site", route: Route, step: advice.Step | None, findings: Iterable[Finding]) -> Markup:
    """What to do; where it differs between repositories, the statement to make true."""
    if step is None:
        return Markup("")
    same = [f for f in findings if (f.check, f.outcome) == (step.finding.check, step.finding.outcome)]
    said = {site.catalogue.next_step(f.check, f.verdict, route.language) for f in same}
    words = said.pop() if len(said) == 1 else ""
    return with_gaps(words or site.catalogue.text(step.finding.check, route.language).title)


def _topics(
    site: "Site", route: Route, repositories: tuple[ObservedRepository, ...]
) -> list[tuple[str, list[tuple[str, str, int, int]]]]:
    """Per topic and check: in how many of the repositories it is met, out of those in which it has a meaning."""
    found = []
    outcomes = [r.outcomes() for r in repositories]
    for topic, checks in site.catalogue.by_topic().items():
        rows = []
        for check in checks:
            counted = [o[check] for o in outcomes if o.get(check, Outcome.NOT_APPLICABLE) is not Outcome.NOT_APPLICABLE]
            title = site.catalogue.text(check, route.language).title
            rows.append((str(check), title, sum(1 for o in counted if o is Outcome.MET), len(counted)))
        found.append((site.catalogue.topic(topic, route.language).title, rows))
    return found


def _levels_of_many(site: "Site", route: Route, repositories: Sequence[ObservedRepository]) -> list[str]:
    """For each axis, in how many repositories each level is shown."""
    say = translator(route.language)
    ladders = [{axis.name: axis.reached for axis in site.ladder(r)} for r in repositories]
    message = "{axis}: level 1 shown in {one} of {total} repositories, level 2 in {two}, level 3 in {three}."
    return [
        say(message, axis=drawn.axis_name(name, say), total=len(ladders), one=n[0], two=n[1], three=n[2])
        for name in AXES
        if any(name in ladder for ladder in ladders)
        for n in [[sum(1 for ladder in ladders if ladder.get(name, 0) >= level) for level in LEVELS]]
    ]


def _draw(route: Route) -> Any:
    say = translator(route.language)
    return lambda wheel, title, key, small=False: drawn.svg(wheel, say, title=title, key=key, small=small)


def _wheel_words() -> dict[str, Any]:
    return {"axes": AXES, "levels": LEVELS, "axis_names": drawn.AXIS_NAMES, "segment_word": drawn.word}
