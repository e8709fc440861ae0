# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings: where the data is and which language to speak, from the environment, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ospo.domain.language import Language

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of the knowledge base, the language to speak when nobody chose one, and the address of the site."""

    content: Path
    observations: Path
    locale: Path
    language: Language
    site: str = ""

    @staticmethod
    def read(environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings from the environment.

        OSPO_CONTENT and OSPO_OBSERVATIONS name other folders; OSPO_SITE is where the practices can be read on the
        web; LC_ALL, LC_MESSAGES and LANG choose the language: English when they say so, Dutch when in doubt.
        """
        environment = os.environ if environment is None else environment
        root = data_root()
        return Settings(
            content=Path(environment.get("OSPO_CONTENT") or root / "content"),
            observations=Path(environment.get("OSPO_OBSERVATIONS") or root / "observations"),
            locale=root / "locale",
            language=_language(environment),
            site=environment.get("OSPO_SITE", "").rstrip("/"),
        )


def data_root() -> Path:
    """Where content/, observations/ and locale/ stand: in the checkout, else inside the installed package."""
    checkout = _PACKAGE.parents[1]
    return checkout if (checkout / "content").is_dir() else _PACKAGE / "_data"


def _language(environment: Mapping[str, str]) -> Language:
    for name in ("OSPO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return Language.EN if value.lower().startswith("en") else Language.NL
    return Language.NL
