# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""robots.txt (RFC 9309): which paths a site asks a program to leave alone, and how long to wait in between."""

from dataclasses import dataclass

MOST = 64_000  # bytes that are read; RFC 9309 asks for more, but no robots.txt that we met came near this
_LINES = 2_000
_LONGEST = 500  # characters of a rule
_SLOWEST = 30.0  # seconds; we ask little of each site, so that who asks for more is not asked too much


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one program: the paths, with whether they are allowed, and the delay in seconds."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path, with its query, may be asked: the longest rule that fits decides, and allow wins a draw."""
        best, allowed = -1, True
        for pattern, is_allowed in self.paths:
            is_longer = len(pattern) > best or (len(pattern) == best and is_allowed)
            if is_longer and fits(pattern, path):
                best, allowed = len(pattern), is_allowed
        return allowed


EVERYTHING, NOTHING = Rules(), Rules((("/", False),))


def parse(content: bytes, product: str) -> Rules:
    """The rules for a product token: those of its own group, else those for `*`.

    Args:
        content: the file; what is not understood is passed over.
        product: the token, in small letters.
    """
    own: list[tuple[str, str]] | None = None
    others: list[tuple[str, str]] = []
    names: set[str] = set()
    in_rules = False
    for field, value in _fields(content):
        if field == "user-agent":
            names = names if not in_rules else set()
            names.add(value.lower())
            in_rules = False
            if product in names and own is None:
                own = []
        else:
            in_rules = True
            if product in names and own is not None:
                own.append((field, value))
            elif "*" in names:
                others.append((field, value))
    return _rules(others if own is None else own)


def fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; `*` is any text, `$` at the end is the end."""
    is_whole = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    place = len(parts[0])
    for part in parts[1:-1]:
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    last = parts[-1]
    if len(parts) == 1:
        return not is_whole or place == len(path)
    if is_whole:
        return path.endswith(last) and len(path) - len(last) >= place
    return path.find(last, place) >= 0


def _fields(content: bytes) -> list[tuple[str, str]]:
    text = content[:MOST].decode("utf-8-sig", "replace")
    found = []
    for line in text.splitlines()[:_LINES]:
        field, colon, value = line.partition("#")[0].partition(":")
        if colon and len(value) <= _LONGEST:
            found.append((field.strip().lower(), value.strip()))
    return [(f, v) for f, v in found if f in {"user-agent", "allow", "disallow", "crawl-delay"}]


def _rules(fields: list[tuple[str, str]]) -> Rules:
    paths = tuple((value, field == "allow") for field, value in fields if field != "crawl-delay" and value)
    delays = [_seconds(value) for field, value in fields if field == "crawl-delay"]
    return Rules(paths, max(delays, default=0.0))


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return min(max(found, 0.0), _SLOWEST) if found == found else 0.0
