# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Freshness: when a page or a fact is due for a fresh look."""

import calendar
import datetime

from ospo.domain.observation import ObservedRepository
from ospo.domain.page import Fact, Page
from ospo.domain.practice import Practice

_YEAR = datetime.timedelta(days=365)


def due(page: Practice | Page, *, times: int = 1) -> datetime.date:
    """The day on which the page is due for review: so many months after the last one, or that many times over."""
    months = page.reviewed.month - 1 + page.review_months * times
    year, month = page.reviewed.year + months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(page.reviewed.day, last))


def is_due(page: Practice | Page, today: datetime.date) -> bool:
    """True from the day of review on."""
    return today >= due(page)


def is_archived(page: Practice | Page, today: datetime.date) -> bool:
    """True when a page missed its review twice: nobody vouches for it any more."""
    return today >= due(page, times=2)


def needs_check(fact: Fact, today: datetime.date) -> bool:
    """True when the date before which a fact had to be checked again has come."""
    return fact.check_before is not None and today >= fact.check_before


def is_old(repository: ObservedRepository, today: datetime.date) -> bool:
    """True when the copy a repository was observed on is more than a year old."""
    return today - repository.as_of > _YEAR
