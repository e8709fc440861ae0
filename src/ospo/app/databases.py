# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database of the register: where it is, open and up to date."""

from ospo.settings import Settings
from ospo.store.database import Database
from ospo.store.upgrading import upgrade


def located(settings: Settings, address: str | None = None) -> Database:
    """The database as it is.

    Args:
        settings: where it is when no address is given.
        address: another one.
    """
    return Database(address or settings.database or str(settings.data / "register.db"))


def opened(settings: Settings, address: str | None = None) -> Database:
    """The database, brought up to date; who opens it closes it."""
    database = located(settings, address)
    try:
        upgrade(database)
    except BaseException:
        database.close()
        raise
    return database
