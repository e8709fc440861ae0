# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notice of new work: PostgreSQL tells who listens; with SQLite, who waits looks again after a while."""

import time
from typing import Any

from sqlalchemy import Connection, text

from ospo.store.database import Database

CHANNEL = "ospo_jobs"
LOOK = 1.0  # seconds between two looks where nobody tells


class Notice:
    """Waits for work. It keeps one connection, from the first time that it waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heard = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until there is something to do; true when somebody told. May come back earlier."""
        if self._database.is_sqlite:
            time.sleep(min(seconds, LOOK))
            return False
        try:
            if self._connection is None:  # what came before we listened is looked at first
                self._connection = self._heard.connect()
                self._connection.execute(text(f"LISTEN {CHANNEL}"))
                return False
            driver: Any = self._connection.connection.driver_connection
            return any(True for _ in driver.notifies(timeout=seconds, stop_after=1))
        except Exception:  # the database went away: the next look says so
            self.close()
            time.sleep(min(seconds, LOOK))
            return False

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
