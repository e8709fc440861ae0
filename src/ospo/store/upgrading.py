# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing the tables of a database up to date."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from ospo.errors import SettingsError
from ospo.store.database import Database, shown

_LOCK = 5_742_031  # any number, the same for everybody who upgrades


def upgrade(database: Database) -> tuple[str | None, str]:
    """Bring the tables up to date; gives the revision that they had (None for an empty database) and have.

    Raises:
        SettingsError: a newer version of this program made them.
    """
    with database.reading() as connection:  # nobody has to wait for a look
        if (found := revision(connection)) == newest():
            return found, found
    with database.writing(is_told=False) as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
        was = revision(connection)
        config = _config(connection)
        if was != newest():
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise SettingsError(
                    "{address}: a newer version of ospo made this database (revision {revision}): use that one",
                    address=shown(database.address),
                    revision=was,
                ) from error
    return was, newest()


def is_up_to_date(database: Database) -> bool:
    """Whether the tables are there, as this program knows them; makes nothing."""
    if database.path is not None and not database.path.is_file():
        return False
    with database.reading() as connection:
        return revision(connection) == newest()


def revision(connection: Connection) -> str | None:
    """The revision of the tables; None when there are none."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def newest() -> str:
    """The newest revision that this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
