# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The individual owners in a CODEOWNERS, held against the history: who of them still commits. Only counts go out.

A history knows addresses, a CODEOWNERS knows logins. What joins them: the addresses that forges hand out, which hold
the login; a full name that was used with such an address; and a name or the first part of an address that, written
without spaces and signs, is the login.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ospo.domain.snapshot import Commit
from ospo.formats import people
from ospo.formats.forges import GITLAB, Forge
from ospo.formats.mailmap import Mailmap

_COMMENT = re.compile(r"(?:^|\s)#.*")
_SECTION = re.compile(r"\^?\[[^\]]{1,200}\](?:\[\d+\])?")
_INDIVIDUAL = re.compile(
    r"(?<![\w@/.-])@(?P<login>[\w.-]{1,100})(?![\w/.@-])|"
    r"(?<![\w@/.-])(?P<mail>[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,18})(?=\s|$)",
    re.I,
)
_TEAM = re.compile(r"@[\w.-]{1,100}/[\w.-]|@@")
_FORGE_MAILS = (
    re.compile(r"(?:\d+\+)?(?P<login>[a-z\d][\w-]{0,38}(?:\[bot\])?)@users\.noreply\.github\.com", re.I),
    re.compile(r"(?:\d+-)?(?P<login>[\w.-]{1,100})@users\.noreply\.(?:gitlab\.com|[\w.-]{3,100})", re.I),
    re.compile(r"(?P<login>[\w.-]{1,100})@(?:users\.)?noreply\.[\w.-]{3,100}", re.I),
)
_TRAILER = re.compile(
    r"^(?:co-authored|reviewed|signed-off|acked|tested)-by: *(?P<name>[^<\n]{0,100})<(?P<mail>[^>\n]{3,200})>",
    re.I | re.M,
)
_SHORTEST = 5  # letters of a name that can be told from another one


@dataclass(frozen=True, slots=True)
class Owners:
    """The individuals, as keys that stay in memory; and whether teams are named beside them."""

    keys: frozenset[str]
    has_teams: bool

    def __repr__(self) -> str:
        return f"Owners({len(self.keys)})"


@dataclass(frozen=True, slots=True)
class Activity:
    """How many individual owners committed in the window, did so only before it, or were not found in the history."""

    active: int
    stale: int
    unknown: int


def owners(text: str, forge: Forge) -> Owners:
    """Read the owners of all rules and sections; a team has a slash (or, on GitLab, is a role)."""
    keys: set[str] = set()
    has_teams = False
    for line in text.split("\n"):
        rule = _COMMENT.sub("", line).strip()
        head = _SECTION.match(rule) if forge is GITLAB else None
        words = rule[head.end() :] if head else " ".join(rule.split()[1:])
        for match in _INDIVIDUAL.finditer(words):
            keys.add(_login(match["login"]) if match["login"] else f"mail:{match['mail'].lower()}")
        has_teams = has_teams or _TEAM.search(words) is not None
    return Owners(frozenset(keys), has_teams)


def activity(named: Owners, commits: Iterable[Commit], mailmap: Mailmap, end: datetime) -> Activity:
    """Hold the owners against the whole history; merges and trailers count as work.

    Who is known only by a name that resembles the login counts as active, but never as stale.

    Args:
        named: the individual owners.
        commits: the history, newest first.
        mailmap: joins addresses of one person.
        end: the end of the window of twelve months.
    """
    newest: dict[str, datetime] = {}
    joined: dict[str, set[str]] = {}
    known: dict[tuple[str, str], frozenset[str]] = {}
    for commit in commits:
        when = commit.committer.when
        if not people.is_dated(when):
            continue
        for name, mail in _signatures(commit):
            keys = known.get((name, mail))
            if keys is None:
                keys = known[name, mail] = _keys(*mailmap.resolve(name, mail)) | _keys(name, mail)
                for key in keys:
                    joined.setdefault(key, set()).update(keys)
            for key in keys:
                if key not in newest or newest[key] < when:
                    newest[key] = when
    active = stale = 0
    for key in named.keys:
        sure, likely = _last([key], newest, joined), _last([key, *_resembling(key)], newest, joined)
        if likely is not None and likely > end - people.WINDOW:
            active += 1
        elif sure is not None:
            stale += 1
    return Activity(active, stale, len(named.keys) - active - stale)


def _last(keys: Iterable[str], newest: dict[str, datetime], joined: dict[str, set[str]]) -> datetime | None:
    """The newest moment of anything that is joined to these keys, over two steps."""
    linked = {other for key in keys for other in joined.get(key, ())}
    linked |= {other for key in linked for other in joined[key]}
    return max((newest[other] for other in linked), default=None)


def _resembling(key: str) -> Iterable[str]:
    word = _squash(key.partition(":")[2].partition("@")[0])
    return [f"word:{word}"] if len(word) >= _SHORTEST else []


def _signatures(commit: Commit) -> Iterable[tuple[str, str]]:
    for signature in (commit.author, commit.committer):
        yield signature.name.strip(), signature.email.strip()
    if "-by:" in commit.message.lower():
        for match in _TRAILER.finditer(commit.message):
            yield match["name"].strip(), match["mail"].strip()


def _keys(name: str, mail: str) -> frozenset[str]:
    """What one signature is known by: its address, the login in it, its full name, and those without signs."""
    keys = set()
    words = [_squash(name)]
    if "@" in mail:
        keys.add(f"mail:{mail.lower()}")
        login = next((match["login"] for pattern in _FORGE_MAILS if (match := pattern.fullmatch(mail))), None)
        if login:
            keys.add(_login(login))
        words.append(_squash(login or mail.partition("@")[0].rpartition("+")[2]))
    if len(name.split()) > 1:
        keys.add(f"name:{' '.join(name.split()).casefold()}")
    return frozenset(keys | {f"word:{word}" for word in words if len(word) >= _SHORTEST})


def _login(login: str) -> str:
    return f"login:{login.lower()}"


def _squash(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()
