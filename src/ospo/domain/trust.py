# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trust: why a reader may rely on a page, as three answers of a few words each."""

import datetime
from dataclasses import dataclass

TEXTS = "CC-BY-4.0"  # the licence of what says no other


@dataclass(frozen=True, slots=True)
class Part:
    """A few words of an answer; `href` is where they lead, `is_doubt` marks what to be careful with."""

    text: str
    href: str = ""
    is_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """The three answers, and what a reference to the page needs: its day, when it has one, and its licence."""

    fresh: tuple[Part, ...]
    vouches: tuple[Part, ...]
    origin: tuple[Part, ...]
    dated: datetime.date | None = None
    licence: str = TEXTS
