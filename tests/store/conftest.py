# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the store share."""

from collections.abc import Iterator

import pytest

from ospo.store.database import Database
from ospo.store.upgrading import upgrade


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """A database of either kind, with the tables of this version."""
    opened = Database(address)
    upgrade(opened)
    yield opened
    opened.close()
