# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site shows of the register of the user: what was read, and what was recorded of repositories."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.domain.claim import Reading
    from ospo.domain.crawled import Past, Recorded
    from ospo.domain.keeping import Keeper
    from ospo.domain.observation import Observations
    from ospo.store.view import View

_LATE = datetime.timedelta(days=35)  # how long ago something is told of: this week, and the four before


def has_register(settings: Settings) -> bool:
    """Whether the user has a register: its database was named, or is where it is made when none is named."""
    return bool(settings.database) or database_file(settings).is_file()


def database_file(settings: Settings) -> Path:
    """Where the register is when nobody named another place."""
    return settings.data / "register.db"


def mark(settings: Settings) -> str:
    """A mark of everything in the register: another one after every change; "" when it cannot be told."""
    if not has_register(settings):
        return "none"
    from ospo.store import edition

    return edition.of(settings.database or str(database_file(settings)))


def view(settings: Settings) -> "View | None":
    """The register as the API reads it, the same as pages show; close it. None when the user has none.

    Raises:
        SettingsError: the register cannot be read.
    """
    if not has_register(settings):
        return None
    from ospo.app import registering

    return registering.view(settings)


def recorded(settings: Settings) -> "Recorded | None":
    """The register as pages ask it for more; None when the user has none."""
    if not has_register(settings):
        return None
    from ospo.app.asking import Asking

    return Asking(settings)


def readings(settings: Settings) -> "tuple[Reading, ...]":
    """Everything that was imported; nothing when there is no register.

    Raises:
        SettingsError: the register cannot be read.
    """
    if not has_register(settings):
        return ()
    from ospo.app import registering

    with registering.store(settings) as claims:
        return tuple(claims.readings())


def past(settings: Settings, observations: "Observations", keeper: "Keeper", today: datetime.date) -> "Past":
    """What was recorded of repositories through time.

    Args:
        settings: where observations and the register are.
        observations: of which repositories there are pages.
        keeper: remembers files that were read.
        today: what changed shortly before is told.

    Raises:
        ContentError: a file of looks back is not what its schema says.
        SettingsError: the register cannot be read.
    """
    from ospo import knowledge
    from ospo.domain.crawled import Past

    looks = knowledge.load_history(settings.observations, keeper)
    if not has_register(settings):
        return Past(looks=looks)
    from ospo.app import databases
    from ospo.formats import address
    from ospo.store import past as recorded

    wanted = [address.normalise(r.url) or r.url for r in observations.repositories()]
    since = datetime.datetime.combine(today - _LATE, datetime.time(), datetime.UTC)
    database = databases.opened(settings)
    try:
        return recorded.read(database, wanted, since, looks)
    finally:
        database.close()
