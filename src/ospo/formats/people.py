# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in a history, for counting only: who is a program, who is the same person, how work is spread.

Names and addresses come in and never go out: an identity is a salted digest that means nothing in another process.
"""

import json
import re
import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files

from ospo.domain.snapshot import Commit, Signature
from ospo.formats.mailmap import Mailmap

WINDOW = timedelta(days=365)
_SALT = secrets.token_bytes(16)
# A history is ordered by commit date, but a wrong clock puts a commit out of place: look on this far before stopping.
_PATIENCE = 200
_MOST = 1000  # characters of it that are kept to be recognised
_LONGEST = 200  # characters of a name or address that are looked at
_NOREPLY = "@users.noreply.github.com"
_OF_A_PROGRAM = re.compile(r"(?!users\.)[\w.-]+\.noreply\.github\.com", re.I)  # hosts that actions make up
_ROBOTS = frozenset({"github-action", "github-actions"})
# A commit whose date is missing or impossible is given the epoch.
_FIRST_DATE = datetime(1970, 1, 2, tzinfo=UTC)
_SLACK = timedelta(days=1)
_MARKED = re.compile(r"[\[(]bot[\])]$", re.I)
# In one word only: "bot" is also a surname.
_HANDLE = re.compile(r"\S*(?:(?i:(?:^|[-_])bot(?:$|[-_]\S*))|[a-z](?:Bot|BOT)|[-_](?:ci|CI))")
_ACCESS_TOKEN = re.compile(r"(?:project|group)_\d+_bot\w*")  # the accounts GitLab makes for access tokens


@cache
def _known() -> dict[str, frozenset[str]]:
    lists = json.loads((files("ospo.formats") / "data" / "bots.json").read_text("utf-8"))
    return {name: frozenset(items) for name, items in lists.items()}


def is_bot(signature: Signature) -> bool:
    """True when the author is a program, as far as its name and address tell."""
    return _is_bot(signature.name[:_MOST], signature.email[:_MOST])


@lru_cache(maxsize=1 << 12)  # many checks ask it of the same people
def _is_bot(name: str, email: str) -> bool:
    name, email = name.strip()[:_LONGEST], email.strip()[:_LONGEST]
    if name.lower() in _known()["names"] or email.lower() in _known()["mails"]:
        return True
    local, _, host = email.partition("@")
    login = local.rpartition("+")[2]
    if login.lower() in _ROBOTS or _OF_A_PROGRAM.fullmatch(host):
        return True
    if _MARKED.search(name) or _MARKED.search(login) or _HANDLE.fullmatch(name):
        return True
    return bool(_ACCESS_TOKEN.fullmatch(local)) or (f"@{host}" == _NOREPLY and bool(_HANDLE.fullmatch(login)))


def is_human(commit: Commit) -> bool:
    """True for work of a person: no merge, no program."""
    return not commit.is_merge and not is_bot(commit.author)


def is_dated(moment: datetime) -> bool:
    """False for the moment that stands for a missing or impossible date."""
    return moment >= _FIRST_DATE


def within(commits: Iterable[Commit], end: datetime, window: timedelta = WINDOW) -> Iterator[Commit]:
    """The commits (newest first) whose committer date lies in the window before `end`; stops soon after it.

    A commit without a date, or of more than a day after the end, has a date that says nothing, and is passed over.
    """
    older = 0
    first, last = end - window, end + _SLACK
    for commit in commits:
        when = commit.committer.when
        if not _FIRST_DATE <= when <= last:
            continue
        if when > first:
            older = 0
            yield commit
        else:
            older += 1
            if older > _PATIENCE:
                return


def identity(signature: Signature, mailmap: Mailmap) -> str:
    """A key that is equal for one person: by the mailmap, then by the address, and by name when there is none."""
    name, email = mailmap.resolve(signature.name.strip(), signature.email.strip())
    mail = email.lower()
    if mail.endswith(_NOREPLY):
        mail = mail.removesuffix(_NOREPLY).rpartition("+")[2] + _NOREPLY
    return _digest(mail or name.lower())


def shares(authors: Iterable[Signature], mailmap: Mailmap) -> Counter[str]:
    """How often each person occurs. Addresses under one full name (two words or more) are taken for one person."""
    of_name: dict[str, str] = {}
    joined: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for author in authors:
        key = identity(author, mailmap)
        counts[key] += 1
        name = mailmap.resolve(author.name.strip(), author.email.strip())[0].split()
        joined.setdefault(key, key)
        if len(name) > 1:
            first = of_name.setdefault(_digest(" ".join(name).casefold()), key)
            joined[_root(joined, key)] = _root(joined, first)
    people: Counter[str] = Counter()
    for key, count in counts.items():
        people[_root(joined, key)] += count
    return people


def _root(joined: dict[str, str], key: str) -> str:
    while joined[key] != key:
        key = joined[key]
    return key


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), key=_SALT, digest_size=12).hexdigest()


def absence_factor(counts: Collection[int]) -> int:
    """The least number of people who together made half of the work or more (CHAOSS: contributor absence factor)."""
    done, half = 0, sum(counts) / 2
    for people, count in enumerate(sorted(counts, reverse=True), start=1):
        done += count
        if done >= half:
            return people
    return 0
