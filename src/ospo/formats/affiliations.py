# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations behind a history, for counting only: told from mail domains, as far as those belong to one.

Names and addresses come in and only counts go out.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ospo.domain.snapshot import Signature
from ospo.formats.mailmap import Mailmap

_LONGEST = 200  # characters of an address that are looked at
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,24}")
_PERSONAL = 4  # letters of a name within a domain that make the domain that person's own
_LETTERS = re.compile(r"[^a-z0-9]+")


@cache
def _known() -> dict[str, frozenset[str]]:
    """`shared`: domains that say nothing of whom somebody works for; `machines`: ends of domains that nobody owns.

    `second`: what stands before the country in a domain that ends with both.
    """
    lists = json.loads((files("ospo.formats") / "data" / "mail_domains.json").read_text("utf-8"))
    return {name: frozenset(items) for name, items in lists.items()}


@dataclass(frozen=True, slots=True)
class Spread:
    """How many commits came from each organisation, largest first, and of how many it cannot be told."""

    known: tuple[int, ...]
    hidden: int

    @property
    def total(self) -> int:
        """All commits."""
        return sum(self.known) + self.hidden

    @property
    def largest(self) -> int:
        """The commits of the organisation that made most, as far as is known."""
        return self.known[0] if self.known else 0


def spread(authors: Iterable[Signature], mailmap: Mailmap) -> Spread:
    """Count work per organisation.

    Work from an open mailbox counts for the organisation whose mailbox the same full name uses elsewhere in this
    history, when there is just one.
    """
    counts: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    of_name: dict[str, set[str]] = {}
    for author in authors:
        name, email = mailmap.resolve(author.name.strip(), author.email.strip())
        found = organisation(email, name)
        whole = " ".join(name.casefold().split())
        if found is None:
            hidden[whole] += 1
            continue
        counts[found] += 1
        if " " in whole:
            of_name.setdefault(whole, set()).add(found)
    for whole, count in list(hidden.items()):
        places = of_name.get(whole, set())
        if len(places) == 1:
            counts[next(iter(places))] += count
            del hidden[whole]
    return Spread(tuple(sorted(counts.values(), reverse=True)), hidden.total())


def organisation(email: str, name: str = "") -> str | None:
    """A key for the organisation a mailbox is of: its domain without country; None when the domain tells nothing.

    Open providers, machines, addresses that a forge makes up, and a domain with the name of the person in it tell
    nothing.
    """
    host = email[:_LONGEST].rpartition("@")[2].strip().lower()
    if not _HOST.fullmatch(host) or "noreply" in email[:_LONGEST].lower():
        return None
    labels = host.split(".")
    if labels[-1] in _known()["machines"]:
        return None
    own = labels[-3] if len(labels) > 2 and labels[-2] in _known()["second"] and len(labels[-1]) == 2 else labels[-2]
    if own in _known()["shared"] or _is_of_person(own, name):
        return None
    return own


def _is_of_person(label: str, name: str) -> bool:
    plain = _LETTERS.sub("", label)
    parts = [part for part in _LETTERS.split(name[:_LONGEST].casefold()) if len(part) >= _PERSONAL]
    return any(part in plain for part in parts)
