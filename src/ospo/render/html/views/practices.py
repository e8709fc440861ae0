# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of practices with its filters, and one practice with its own evidence."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import PracticeId
from ospo.domain.language import Language
from ospo.domain.practice import Audience, Phase
from ospo.domain.site import Route
from ospo.engine import drift, freshness
from ospo.engine import site as plan
from ospo.render import feed, template_files
from ospo.render.html.views.words import AUDIENCES, PHASES

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """The practices of the phase and the audience chosen; the filters are links with counts."""
    phase, audience = plan.choice(route.key)
    practices = plan.chosen(site.library, phase, audience)
    return "practices.html", {
        "practices": practices,
        "archived": {p.id for p in practices if freshness.is_archived(p, site.today)},
        "phase": phase,
        "audience": audience,
        "phase_name": PHASES,
        "audience_name": AUDIENCES,
        "phase_chips": [
            (PHASES[p], plan.filter_key(p, audience), len(plan.chosen(site.library, p, audience)), p is phase)
            for p in Phase
        ],
        "audience_chips": [
            (AUDIENCES[a], plan.filter_key(phase, a), len(plan.chosen(site.library, phase, a)), a is audience)
            for a in Audience
        ],
        "all_phases": plan.filter_key(None, audience),
        "all_audiences": plan.filter_key(phase, None),
        "evidence": {p.id: site.coverage.evidence(p.checks) for p in practices if p.traces},
        "feed": f"{site.base}{feed.address(route.key, route.language)}" if route.key.count("/") == 1 else "",
    }


def practice(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """One practice: text, evidence, how to check it, the controls it serves, facts and sources."""
    item = site.library.practices[PracticeId(route.key)]
    text = item.texts[route.language]
    prose = site.prose(route.language)
    sections = prose.sections(text.body)
    controls = [found for c in item.controls if (found := site.controls.get(c))]
    return "practice.html", {
        "practice": item,
        "text": text,
        "brief": sections[0] if sections else None,
        "sections": sections[1:],
        "facts": prose.facts,
        "today": site.today,
        "needs_check": freshness.needs_check,
        "phase_name": PHASES[item.phase],
        "phase_key": plan.filter_key(item.phase),
        "audience_names": [AUDIENCES[a] for a in item.audience],
        "due": freshness.due(item),
        "is_archived": freshness.is_archived(item, site.today),
        "is_due": freshness.is_due(item, site.today),
        "behind": route.language is Language.EN and drift.is_behind(text, item.texts[Language.NL]),
        "evidence": site.coverage.evidence(item.checks),
        "checks": [(c, site.catalogue.text(c, route.language).title) for c in item.every_check],
        "command": " \\\n  ".join(["ospo scan .", *(f"--check {c}" for c in item.every_check)]),
        "artefacts": [site.base + place for place, _ in template_files.texts(item, route.language)],
        "templates": [t for t in site.library.templates.values() if item.id in t.practices],
        "controls": controls,
        "related": [site.library.practices[p] for p in item.related],
    }
