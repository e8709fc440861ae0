# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words with which every page answers why a reader may rely on it."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ospo.domain.identifier import PageId
from ospo.domain.page import Fact
from ospo.domain.site import Kind, Route
from ospo.domain.trust import Part
from ospo.i18n import long_date, translator

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_ROLES = PageId("governance")  # the page that says which roles there are


class Words:
    """What every answer needs: the site, the page, and the words of its language."""

    def __init__(self, site: "Site", route: Route, facts: Sequence[Fact]) -> None:
        self.site, self.route, self.facts = site, route, facts
        self.say = translator(route.language)

    def part(self, message: str, /, href: str = "", is_doubt: bool = False, **values: object) -> Part:
        words = {k: self.date(v) if isinstance(v, datetime.date) else v for k, v in values.items()}
        return Part(self.say(message, **words), href, is_doubt)

    def date(self, day: datetime.date) -> str:
        return long_date(day, self.route.language)

    def between(self, message: str, days: Iterable[datetime.date]) -> tuple[Part, ...]:
        """From the first day to the last; nothing without days."""
        every = sorted(set(days))
        if not every:
            return ()
        first, last = every[0], every[-1]
        if (first.year, first.month) == (last.year, last.month) and first != last:
            return (self.part(message, when=f"{first.day}–{self.date(last)}"),)
        return (self.part(message, when=" – ".join(dict.fromkeys((self.date(first), self.date(last))))),)

    def url(self, kind: Kind, key: str = "") -> str:
        return self.site.url(kind, key, self.route.language)

    @property
    def roles(self) -> str:
        return self.url(Kind.PAGE, _ROLES) if _ROLES in self.site.library.pages else ""

    @property
    def editors(self) -> tuple[Part, ...]:
        return (self.part("the editors of OSPO-NL", self.roles),)
