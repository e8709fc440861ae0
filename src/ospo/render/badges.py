# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The badges of the site: of every observed repository a picture and the JSON of badge services, beside its page."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ospo.domain.language import Language
from ospo.domain.site import Kind, Output, Route
from ospo.engine import site as plan

if TYPE_CHECKING:
    from ospo.domain.observation import ObservedRepository
    from ospo.render.html.marks import Marks
    from ospo.render.html.site import Site

PICTURE, ENDPOINT = "badge.svg", "badge.json"


def outputs(site: "Site", marks: "Marks") -> Iterator[Output]:
    """Two files beside the page of each repository, in each language; none without the ladder they show."""
    for language in Language if site.has_ladder else ():
        for key, (_, repository) in site.repositories.items():
            route = Route(Kind.REPOSITORY, key, language)
            folder, mark = plan.address(route), partial(marks.page, route)
            yield Output(folder + PICTURE, mark, partial(_picture, site, repository, language), "image/svg+xml")
            yield Output(folder + ENDPOINT, mark, partial(_endpoint, site, repository, language), "application/json")


def _picture(site: "Site", repository: "ObservedRepository", language: Language) -> bytes:
    from ospo.render import badge

    wheel = site.wheel(repository.url, [repository])
    return badge.svg(site.ladder(repository), wheel, language).encode() if wheel else b""


def _endpoint(site: "Site", repository: "ObservedRepository", language: Language) -> bytes:
    from ospo.render import badge

    return badge.endpoint(site.ladder(repository), language).encode()
