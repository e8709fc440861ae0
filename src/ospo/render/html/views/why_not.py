# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why are we not in it? How an account or a name came into the register or not, and what to change."""

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ospo.domain.finding import Finding
from ospo.domain.register import SourceSeen, Trace
from ospo.domain.site import Kind, Route
from ospo.engine import site as plan
from ospo.engine.register import crawl_steps, tracing
from ospo.engine.register.showing import account_key
from ospo.i18n import translator
from ospo.render.register_text import PASSED, RegisterText

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_MOST = 400  # accounts on the list
_MOST_SOURCES = 80


def why_not(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The page of one account, or the way to ask about any; the answer to what was asked, if anything was."""
    account = site.register.unsettled.get(route.key)
    asked = account.address if account else query
    trace = _trace(site, asked, is_live=bool(query)) if asked else None
    unsettled = list(site.register.unsettled.items())
    sources = site.register.register.sources
    return "why-not.html", {
        "asked": "" if account else query,
        "about": account.address.partition("://")[2] if account else query,
        "trace": trace,
        "answer": _answer(site, route, trace) if trace else None,
        "unsettled": [] if account else [(key, _whose(site, key)) for key, _ in unsettled[:_MOST]],
        "unsettled_count": len(unsettled),
        "sources": [] if account else _sources(route, sources),
        "source_count": len(sources),
        "passed_count": sum(len(source.passed) for source in sources),
    }


def _trace(site: "Site", asked: str, *, is_live: bool) -> Trace:
    """What the sources say; and to who asks, what crawls saw by this moment."""
    trace = tracing.explain(site.register.register, asked)
    if not is_live or site.recorded is None:
        return trace
    return crawl_steps.add(trace, site.recorded.seen(*crawl_steps.wanted(trace)))


def _answer(site: "Site", route: Route, trace: Trace) -> dict[str, Any]:
    """The trace in words: every step, then what to do; and the pages it leads to."""
    words = RegisterText(translator(route.language), partial(_told, site, route))
    advice = tuple(step for step in trace.steps if step.kind.startswith("advice"))
    steps = tuple(step for step in trace.steps if step not in advice)
    keys = site.register.key_of
    known = [(o.name, keys[o.id]) for o in trace.organisations if o.id in keys]
    pages = [(name, site.url(Kind.ORGANISATION, key, route.language)) for name, key in known]
    key = account_key(trace.account.address) if trace.account else ""
    return {
        "is_known": trace.is_known,
        "steps": _lines(list(words.trace(replace(trace, steps=steps)))),
        "advice": [_with_code(line.strip()) for line in words.trace(replace(trace, steps=advice))],
        "pages": pages,
        "own_page": site.url(Kind.WHY, key, route.language) if key in site.register.unsettled else "",
        "repositories": _observed(site, trace),
    }


def _told(site: "Site", route: Route, found: Finding) -> tuple[str, str]:
    """What a check found, and what to do about it."""
    message = site.catalogue.message(found.check, found.verdict, route.language)
    return message, site.catalogue.next_step(found.check, found.verdict, route.language)


def _observed(site: "Site", trace: Trace) -> list[str]:
    """The keys of the pages of repositories that we observe in the account that was asked for."""
    if trace.account is None:
        return []
    start = account_key(trace.account.address).lower() + "/"
    keys = [*site.repositories, *(plan.repository_key(one.address) for one in site.past.listed)]
    return [key for key in keys if key.lower().startswith(start)]


def _lines(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Lines as a list of two levels: what stands further in belongs to the line above it."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("  ") and found:
            found[-1][1].append(line.strip())
        else:
            found.append((line.removeprefix("- ").strip(), []))
    return found


def _with_code(line: str) -> Markup:
    """A line with what stands between backticks as code; what came from outside is text."""
    code = Markup('<code class="utrecht-code">{}</code>')
    pieces = enumerate(line.split("`"))
    return Markup("").join(code.format(piece) if number % 2 else escape(piece) for number, piece in pieces)


def _whose(site: "Site", key: str) -> str:
    """The organisations that are said to have an account, by name."""
    account = site.register.unsettled[key]
    known = site.register.register.organisations
    return ", ".join(known[who].name for who in account.organisations)


def _sources(route: Route, sources: tuple[SourceSeen, ...]) -> list[dict[str, Any]]:
    """Every source: of when it is, how much it said, and what in it did not count and why."""
    say = translator(route.language)
    return [
        {
            "name": source.name,
            "href": source.url if source.url.startswith("https://") else "",
            "dated": source.dated,
            "claims": source.claims,
            "passed": [(n, say(PASSED[reason])) for reason, n in Counter(p.reason for p in source.passed).items()],
        }
        for source in sorted(sources, key=lambda s: -s.claims)[:_MOST_SOURCES]
    ]
