# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forge over real git-HTTP, and a crawler of it in an empty register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import forge as forges
from crawler import Crawler
from forge import Forge


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    """A forge that serves what is pushed to it."""
    with forges.running(tmp_path / "forge") as running:
        yield running


@pytest.fixture
def crawl(address: str, tmp_path: Path) -> Crawler:
    """Crawls into the database at this address."""
    return Crawler(address, tmp_path)
