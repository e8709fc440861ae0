# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much a forge may be asked, from the table in data/forge_limits.json: at once, and in an hour."""

import json
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

from ospo.formats import forges

HERE = ""  # the host of what is on this machine: it has no limits


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one host is asked by all machines together: conversations at once, and lists in an hour."""

    at_once: int
    per_hour: int
    per_hour_with_token: int

    def lists(self, *, with_token: bool) -> int:
        """The requests for lists in an hour."""
        return self.per_hour_with_token if with_token else self.per_hour


_NONE = Limits(1_000_000, 1_000_000, 1_000_000)


def _table() -> tuple[dict[str, Limits], dict[str, Limits]]:
    by_host: dict[str, Limits] = {}
    by_kind: dict[str, Limits] = {}
    for row in json.loads((files("ospo.formats") / "data" / "forge_limits.json").read_text("utf-8")):
        limits = Limits(row["at_once"], row["per_hour"], row["per_hour_with_token"])
        if row["hosts"]:
            by_host |= dict.fromkeys(row["hosts"], limits)
        else:
            by_kind[row["kind"]] = limits
    return by_host, by_kind


_BY_HOST, _BY_KIND = _table()


def limits_of(host: str) -> Limits:
    """The limits of a host: its own, else those of its kind of forge."""
    if host == HERE:
        return _NONE
    return _BY_HOST.get(host) or _BY_KIND[forges.forge_of(f"https://{host}/").name]


def host_of(place: str) -> str:
    """The host that a request to this place goes to; HERE for a path on this machine."""
    try:
        parts = urlsplit(place)
        return (parts.hostname or HERE).removeprefix("www.") if parts.scheme in ("http", "https") else HERE
    except ValueError:
        return HERE
