# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sources: where a statement comes from, and when we read it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An upstream document; `date` is that of the document itself (year, month or day), `read` is when we read it."""

    title: str
    url: str
    read: datetime.date | None = None
    publisher: str = ""
    date: str = ""
