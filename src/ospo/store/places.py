# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of a database: whether it is a file of SQLite, and how it may be shown."""

import re
from pathlib import Path
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # a drive of Windows has one letter


def sqlite_path(address: str) -> Path | None:
    """The file of a database of SQLite: of an address `sqlite:///PATH`, or of a plain path; None for PostgreSQL."""
    if address.startswith("sqlite:///"):
        return Path(address.removeprefix("sqlite:///"))
    return Path(address) if address and not _SCHEME.match(address) else None


def shown(address: str) -> str:
    """The address as it may be shown: without its password."""
    try:
        parts = urlsplit(address)
        hidden = parts.password
    except ValueError:
        return address.partition("://")[0]
    return address if not hidden else address.replace(f":{hidden}@", ":***@")
