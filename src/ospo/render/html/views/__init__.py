# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One function per kind of page: which template, and the values it shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ospo.domain.site import Kind, Route
from ospo.render.html.views import checks, home, norms, organisations, pages, practices

if TYPE_CHECKING:
    from ospo.render.html.site import Site

View = Callable[["Site", Route, str], tuple[str, dict[str, Any]]]

VIEWS: dict[Kind, View] = {
    Kind.HOME: home.home,
    Kind.SEARCH: home.search,
    Kind.NOT_FOUND: home.not_found,
    Kind.PRACTICES: practices.listing,
    Kind.PRACTICE: practices.practice,
    Kind.CHECKS: checks.listing,
    Kind.CHECK: checks.check,
    Kind.NORMS: norms.listing,
    Kind.NORM: norms.norm,
    Kind.ORGANISATIONS: organisations.listing,
    Kind.ORGANISATION: organisations.organisation,
    Kind.REPOSITORY: organisations.repository,
    Kind.GLOSSARY: pages.glossary,
    Kind.PAGE: pages.page,
}
