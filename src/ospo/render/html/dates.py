# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates as people write them, as far as they are known."""

import datetime
import re

from ospo.domain.event import Moment
from ospo.domain.language import Language
from ospo.i18n import long_date

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def partial(text: str, language: Language) -> str:
    """A date of which perhaps only the year or the month is known: `2022-04` is `april 2022`, `2022` stays."""
    try:
        return long_date(datetime.date.fromisoformat(text), language)
    except ValueError:
        pass
    month = _MONTH.fullmatch(text)
    if month is None:
        return text
    day = datetime.date(int(month[1]), int(month[2]), 1)
    return long_date(day, language).partition(" ")[2]


def moment(given: Moment, language: Language) -> str:
    """`maart 2025`, `15 december 2026`, `15 december 2026, 14:00 (Europe/Amsterdam)`."""
    day = long_date(given.day, language)
    if given.is_month:
        return day.partition(" ")[2]
    return f"{day}, {given.time:%H:%M} ({given.zone})" if given.time else day
