# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two languages everything exists in."""

from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """Dutch is the original; English stands beside it."""

    __hash__ = str.__hash__  # that of an enum is ten times slower, and everything is looked up by language

    NL = "nl"
    EN = "en"

    @property
    def other(self) -> "Language":
        """The language on the other side of the switch."""
        return Language.EN if self is Language.NL else Language.NL


Translated = Mapping[Language, str]
