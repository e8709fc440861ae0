# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Redirects: an address that was given up, and the one that has its answer now."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """Both addresses stand without language, as `practices/licentiekeuze` or `glossary#forge`."""

    was: str
    now: str
    since: datetime.date
