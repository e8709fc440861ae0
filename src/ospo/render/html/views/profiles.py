# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of profiles, and one profile as a policy to read."""

from typing import TYPE_CHECKING, Any

from ospo.domain.identifier import CheckId, ControlId, ProfileId
from ospo.domain.profile import Asked, Importance, LeftOut, Subject
from ospo.domain.site import Route
from ospo.engine import policy
from ospo.render.profile_text import IMPORTANCE, KINDS, value

if TYPE_CHECKING:
    from ospo.render.html.site import Site

ASKED = {Importance.MUST: "What every repository must have", Importance.SHOULD: "What every repository should have"}


def listing(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Every profile with what it is for."""
    return "profiles.html", {"profiles": sorted(site.library.profiles.values(), key=lambda p: p.id)}


def profile(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """What it asks of whom, at which threshold and why."""
    library, catalogue = site.library, site.catalogue
    laid_out = policy.lay_out(library.profiles, library.norms, ProfileId(route.key))
    names = dict.fromkeys(fact for parent in reversed(laid_out.chain) for fact in parent.facts)

    def title(asked: Asked | LeftOut) -> str:
        if asked.subject is Subject.CHECK:
            return catalogue.text(CheckId(asked.about), route.language).title
        found = site.controls[ControlId(asked.about)][1]
        return f"{found.id}: {found.title[route.language]}"

    asked = [
        (
            ASKED[wanted],
            wanted,
            [
                (catalogue.topic(topic, route.language).title, checks)
                for topic, checks in policy.checks_by_topic(laid_out.base, catalogue, wanted).items()
            ],
            policy.controls_by_norm(laid_out.base, library.norms, wanted),
        )
        for wanted in Importance
    ]
    return "profile.html", {
        "policy": laid_out,
        "asked": asked,
        "title_of": title,
        "check_title": lambda check: catalogue.text(check, route.language).title,
        "thresholds_of": lambda check: policy.thresholds_of(check, laid_out.base, catalogue),
        "practice_of": lambda check: next(iter(site.practices_for(check)), None),
        "norm_of": lambda control: site.controls[control][0].id,
        "kinds": KINDS,
        "importance": IMPORTANCE,
        "value": value,
        "facts": [library.facts[name] for name in names if name in library.facts],
        "today": site.today,
        "Subject": Subject,
    }
