# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the web: one form for each, so that the same place is asked once, and where a redirect leads."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

MOST = 2000  # characters; no address of ours is longer, and who sends us to a longer one means no good
_PORTS = {"http": 80, "https": 443}
_IN_TEXT = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]{1,2000}", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9._:\[\]-]+")
_TAIL = ".,;:!?*_"
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def normal(address: str) -> str:
    """The address as we keep it: without fragment, host in small letters; empty when it is none of the web."""
    parts = split(address)
    if parts is None:
        return ""
    path = quote(parts.path or "/", safe=_SAFE)
    found = urlunsplit((parts.scheme, parts.netloc, path, quote(parts.query, safe=_SAFE), ""))
    return found if len(found) <= MOST else ""


def split(address: str) -> SplitResult | None:
    """Its parts, host in the letters that DNS knows and without the usual port; None when it is none of the web."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not _HOST.fullmatch(host) or parts.username is not None:
        return None
    name = f"[{host}]" if ":" in host else host
    netloc = name if port in (None, _PORTS[scheme]) else f"{name}:{port}"
    return SplitResult(scheme, netloc, parts.path, parts.query, "")


def host(address: str) -> str:
    """Host and port, for who waits between two requests to the same one; empty when it is no address of the web."""
    parts = split(address)
    return parts.netloc if parts else ""


def target(address: str, location: str) -> str:
    """Where a redirect leads: relative to where it was given; empty when it leads nowhere on the web."""
    try:
        return normal(urljoin(address, location[: MOST + 1].strip()))
    except ValueError:
        return ""


def is_same_place(one: str, other: str) -> bool:
    """Whether two addresses differ by no more than a slash at the end."""
    return one.rstrip("/") == other.rstrip("/")


def find(text: str) -> list[str]:
    """The addresses in a text, without the signs that end a sentence or a Markdown link."""
    return [found for match in _IN_TEXT.finditer(text) if (found := normal(_trimmed(match[0])))]


def _trimmed(address: str) -> str:
    while True:
        shorter = address.rstrip(_TAIL)
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
