# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses in program code that lead somewhere only inside one organisation: internal host names, private numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MAX_BYTES = 1_000_000
MOST_HITS = 20
_MARK = b"://"
_HOST = re.compile(rb"://(?:[^\s/@\"'<>]{1,80}@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{3,200})(?=[:/\s\"'`?#)\\]|$)", re.M)
_NUMBER = re.compile(r"(?P<a>\d{1,3})\.(?P<b>\d{1,3})\.(?P<c>\d{1,3})\.(?P<d>\d{1,3})")
# Names that no public register gives out, as the end of a host, or as a level inside the domain of an organisation.
_ENDS = frozenset({"intra", "intranet", "intern", "corp"})
_LEVELS = frozenset({"intra", "intranet", "intern", "corp"})
# Words of examples, and hosts that mean the same to everybody.
_EXAMPLE = re.compile(
    r"example|voorbeeld|test|dummy|sample|demo|fake|mock|acme|contoso|foo|bar|baz|my-?|your-?|mijn|jouw|company|bedrijf"
    r"|organi[sz]ati(?:on|e)|gemeente|municipality|local|internal|docker|cluster|kubernetes|minikube|vagrant|some|server|domain|host"
)
# Numbers that machines for development and books of examples use: emulators, container bridges, home routers.
_USUAL = re.compile(
    r"10\.0\.2\.\d+|10\.0\.0\.\d|10\.10\.10\.10|10\.1\.1\.1|10\.1\.2\.3|172\.1[78]\.0\.\d+|172\.20\.0\.\d+|172\.28\.\d+\.\d+"
    r"|192\.168\.(?:0|1|2|10|33|49|50|56|99|100|178)\.\d+|.*\.(?:0|255)"
)
# A comment, a namespace, or a line that says itself that it gives an example.
_ASIDE = re.compile(
    rb"^\s{0,200}(?:#|//|\*|/\*|<!--|--|;|%|\"\"\"|''')|xmlns|namespace|@(?:see|link)|example|e\.g\.|voorbeeld|bijv|placeholder",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Inside:
    """One address: its line from 1, and whether it is the name of a host (else a private number)."""

    line: int
    is_name: bool


def find(content: bytes) -> tuple[Inside, ...]:
    """The addresses in the text of a program, in the order of their lines; those in comments do not count."""
    text = content[:MAX_BYTES]
    if _MARK not in text:
        return ()
    return tuple(dict.fromkeys(islice(_inside(text), MOST_HITS)))


def _inside(text: bytes) -> Iterator[Inside]:
    line, before = 1, 0
    for match in _HOST.finditer(text):
        host = match["host"].decode("ascii").lower().rstrip(".")
        is_name = _is_internal_name(host)
        if not is_name and not _is_private_number(host):
            continue
        begin = text.rfind(b"\n", 0, match.start()) + 1
        if _ASIDE.search(text[begin : match.start()][:1000]):
            continue
        line += text.count(b"\n", before, match.start())
        before = match.start()
        yield Inside(line, is_name)


def _is_internal_name(host: str) -> bool:
    labels = host.split(".")
    if len(labels) < 2 or not labels[-1].isalpha() or _EXAMPLE.search(host):
        return False
    return labels[-1] in _ENDS or (len(labels) > 2 and not _LEVELS.isdisjoint(labels[1:-2]))


def _is_private_number(host: str) -> bool:
    match = _NUMBER.fullmatch(host)
    if match is None or _USUAL.fullmatch(host):
        return False
    first, second = int(match["a"]), int(match["b"])
    return first == 10 or (first == 172 and 16 <= second <= 31) or (first == 192 and second == 168)
