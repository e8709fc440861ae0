# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
""".mailmap: which names and addresses in a history belong to one person, as git reads it (gitmailmap)."""

import re
from dataclasses import dataclass, field
from typing import TypeVar

from ospo.domain.snapshot import Snapshot

PATH = ".mailmap"
_Key = TypeVar("_Key")
_PAIR = re.compile(r"([^<]*)<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Mailmap:
    """The rules of one file; empty when there is no file."""

    by_email: dict[str, tuple[str, str]] = field(default_factory=dict)
    by_both: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def resolve(self, name: str, email: str) -> tuple[str, str]:
        """The proper name and address of what a commit records; a rule for name and address goes first."""
        key = email.lower()
        rule = self.by_both.get((name.lower(), key)) or self.by_email.get(key)
        if rule is None:
            return name, email
        return rule[0] or name, rule[1] or email


def of(repository: Snapshot) -> Mailmap:
    """The rules of a repository: those of the file in its root, and no rules without one.

    Raises:
        Unreadable: the file is there and cannot be had.
    """
    if not any(entry.path == PATH and entry.is_file for entry in repository.entries()):
        return Mailmap()
    return parse(repository.read(PATH).decode("utf-8", errors="replace"))


def parse(text: str) -> Mailmap:
    """Read the rules; a line that is none is skipped, a later rule completes or replaces an earlier one."""
    mailmap = Mailmap()
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        first = _PAIR.match(line)
        if first is None:
            continue
        second = _PAIR.match(line, first.end())
        if second is None:
            _add(mailmap.by_email, _email(first), (_name(first), ""))
        elif _name(second):
            _add(mailmap.by_both, (_name(second).lower(), _email(second)), (_name(first), first[2].strip()))
        else:
            _add(mailmap.by_email, _email(second), (_name(first), first[2].strip()))
    return mailmap


def _name(pair: re.Match[str]) -> str:
    return pair[1].strip()


def _email(pair: re.Match[str]) -> str:
    return pair[2].strip().lower()


def _add(rules: dict[_Key, tuple[str, str]], key: _Key, proper: tuple[str, str]) -> None:
    before = rules.get(key, ("", ""))
    rules[key] = (proper[0] or before[0], proper[1] or before[1])
