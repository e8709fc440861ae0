# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings: where the data is and which language to speak, from the environment, read once."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ospo.domain.language import Language
from ospo.errors import SettingsError

_PACKAGE = Path(__file__).parent
_TOKEN = "OSPO_TOKEN_"  # noqa: S105 - the beginning of a name
_VISIBLE = re.compile(r"[!-~]{1,500}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of the knowledge base, the language to speak when nobody chose one, and the address of the site.

    `cache` is where derived data may be kept; None for nowhere. `data` is where mirrors and the register are, and
    `database` the address of the register. `contact` is the mailbox of who runs the site. `tokens` are those for
    forges, by the name of their variable; they are shown nowhere.
    """

    content: Path
    observations: Path
    locale: Path
    language: Language
    site: str = ""
    cache: Path | None = None
    data: Path = Path("ospo-nl")
    database: str = ""
    contact: str = ""
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)

    @staticmethod
    def read(environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings from the environment.

        OSPO_CONTENT and OSPO_OBSERVATIONS name other folders, and so does OSPO_CACHE: when it is empty, nothing is
        kept. OSPO_DATA is the folder with mirrors and the register, OSPO_DATABASE the address of a register elsewhere.
        OSPO_CONTACT is a mailbox for who uses the API. OSPO_TOKEN_GITHUB_COM is a token for github.com.
        OSPO_SITE is where the practices can be read on the web; LC_ALL, LC_MESSAGES and LANG choose the
        language: English when they say so, Dutch when in doubt.
        """
        environment = os.environ if environment is None else environment
        root = data_root()
        return Settings(
            content=Path(environment.get("OSPO_CONTENT") or root / "content"),
            observations=Path(environment.get("OSPO_OBSERVATIONS") or root / "observations"),
            locale=root / "locale",
            language=_language(environment),
            site=environment.get("OSPO_SITE", "").rstrip("/"),
            cache=_cache(environment),
            data=_data(environment),
            database=environment.get("OSPO_DATABASE", ""),
            contact=environment.get("OSPO_CONTACT", ""),
            tokens=_tokens(environment),
        )


def data_root() -> Path:
    """Where content/, observations/ and locale/ stand: in the checkout, else inside the installed package."""
    checkout = _PACKAGE.parents[1]
    return checkout if (checkout / "content").is_dir() else _PACKAGE / "_data"


def token_name(host: str) -> str:
    """The variable that holds the token for a host: OSPO_TOKEN_GITHUB_COM for github.com."""
    return _TOKEN + re.sub(r"[^A-Za-z0-9]", "_", host).upper()


def _tokens(environment: Mapping[str, str]) -> dict[str, str]:
    found = {name: value.strip() for name, value in environment.items() if name.startswith(_TOKEN) and value.strip()}
    for name, value in found.items():
        if not _VISIBLE.fullmatch(value):
            raise SettingsError("{name}: is no token: it has a space or another sign that no token has", name=name)
    return found


def _cache(environment: Mapping[str, str]) -> Path | None:
    """The folder for derived data: as named, else in the user's own place for it (XDG Base Directory)."""
    named = environment.get("OSPO_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = environment.get("XDG_CACHE_HOME") or (environment.get("HOME") and f"{environment['HOME']}/.cache")
    return Path(home) / "ospo-nl" if home and os.path.isabs(home) else None


def _data(environment: Mapping[str, str]) -> Path:
    """The folder for data that is not derived: as named, else in the user's own place for it (XDG Base Directory)."""
    named = environment.get("OSPO_DATA")
    if named:
        return Path(named)
    home = environment.get("XDG_DATA_HOME") or f"{environment.get('HOME') or Path.cwd()}/.local/share"
    return Path(home) / "ospo-nl"


def _language(environment: Mapping[str, str]) -> Language:
    for name in ("OSPO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return Language.EN if value.lower().startswith("en") else Language.NL
    return Language.NL
