# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of checks, and one check with what it found in the repositories we know."""

from typing import TYPE_CHECKING, Any

from ospo.domain.finding import SCAN_REASONS
from ospo.domain.identifier import CheckId
from ospo.domain.site import Route
from ospo.render.html.prose import with_gaps
from ospo.render.html.views.words import MARKS, OUTCOMES, RELATIONS

if TYPE_CHECKING:
    from ospo.render.html.site import Site


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every check by topic, with how often it is met."""
    language = route.language
    return "checks.html", {
        "topics": [
            (
                site.catalogue.topic(topic, language).title,
                [(c, site.catalogue.text(c, language).title, site.coverage.evidence([c]).repositories) for c in checks],
            )
            for topic, checks in site.catalogue.by_topic().items()
        ],
    }


def check(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """One check: what it tests and why, the outcomes we saw, examples, practices and controls."""
    check_id = CheckId(route.key)
    text = site.catalogue.text(check_id, route.language)
    prose = site.prose(route.language)
    answers = [(r, m, text.next_steps.get(r, "")) for r, m in text.messages.items()]
    return "check.html", {
        "check": check_id,
        "text": text,
        "sections": prose.sections(text.body),
        "topic": site.catalogue.topic(site.catalogue.topics[check_id], route.language).title,
        "counts": site.coverage.check(check_id),
        "outcomes": OUTCOMES,
        "marks": MARKS,
        "evidence": site.coverage.evidence([check_id]),
        "answers": [answer for answer in answers if answer[0] not in SCAN_REASONS],
        "example": with_gaps,
        "common_answers": [answer for answer in answers if answer[0] in SCAN_REASONS],
        "practices": site.practices_for(check_id),
        "controls": [
            (norm, control, RELATIONS[m.relation])
            for norm, control in site.controls_by_check.get(check_id, ())
            for m in control.mappings
            if m.check == check_id
        ],
    }
