# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs that a repository is of an organisation in the Netherlands: its publiccode.yml, its addresses, its language."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from ospo.domain.snapshot import Snapshot
from ospo.formats import address, community_files, outline, people, publiccode, yaml
from ospo.formats.community_files import FileKind

_ENDING = ".nl"
_COMMITS = 200  # the newest, whose authors are looked at
_LINKS = 3
_MOST_CHARACTERS = 100_000
_DUTCH = frozenset(
    {"de", "het", "een", "van", "en", "voor", "wordt", "worden", "zijn", "met", "niet", "dat", "deze", "op", "naar"}
    | {"bij", "je", "wij", "kan", "ook", "als", "aan", "uit", "door", "maar", "hier", "om", "te", "moet", "moeten"}
)
_FOREIGN = frozenset(
    {"the", "of", "and", "to", "is", "for", "with", "this", "that", "are", "by", "be", "you", "can", "from", "on", "it"}
    | {"der", "die", "und", "das", "le", "la", "les"}
)
_ENOUGH = 20  # small words of Dutch in one text
_SHARE = 3  # times as many as of other languages
_MOST_WORDS = 3000
# An address in a text: a link or the host of a mailbox.
_HOST = re.compile(r"(?:https?://|@)(?P<host>(?:[\w-]{1,63}\.){1,6}[a-z]{2,18})\b", re.I)
_ADDRESSES = (("organisation", "uri"), ("landingURL",))
_TEXTS = (FileKind.SECURITY, FileKind.README, FileKind.CODE_OF_CONDUCT, FileKind.CONTRIBUTING, FileKind.SUPPORT)


def shows(repository: Snapshot) -> bool:
    """True when something shows it; that nothing does proves nothing.

    Raises:
        Unreadable: a file cannot be had.
    """
    if any(address.host(remote).endswith(_ENDING) for remote in repository.remotes):
        return True
    found = publiccode.fetch(repository)
    if found is not None and in_publiccode(publiccode.read(found[1])):
        return True
    for kind in _TEXTS:
        for entry in community_files.locate(repository.entries(), kind):
            if in_text(community_files.text(repository, entry), entry.path):
                return True
    return _by_authors(repository)


def in_text(text: str, path: str) -> bool:
    """True when most mailboxes or several links are below .nl, or the text is in Dutch and does not lead to Belgium."""
    hosts = [(match[0][0] == "@", match["host"].lower()) for match in _HOST.finditer(text[:_MOST_CHARACTERS])]
    mail = [host.endswith(_ENDING) for is_mail, host in hosts if is_mail]
    linked = sum(host.endswith(_ENDING) for is_mail, host in hosts if not is_mail)
    if (any(mail) and 2 * sum(mail) >= len(mail)) or linked >= _LINKS:
        return True
    return sum(host.endswith(".be") for _, host in hosts) <= linked and _is_dutch(text, path)


def _by_authors(repository: Snapshot) -> bool:
    """True when at least half of the recent authors with an address of their own have one below .nl."""
    domains = {
        commit.author.email.lower(): commit.author.email.rpartition("@")[2].lower()
        for commit in islice(repository.commits(), _COMMITS)
        if not people.is_bot(commit.author) and "noreply" not in commit.author.email
    }
    here = sum(domain.endswith(_ENDING) for domain in domains.values())
    return here > 0 and 2 * here >= len(domains)


def in_publiccode(document: yaml.Document) -> bool:
    """True for a publiccode.yml that names the Netherlands; else by its addresses, else by a text in Dutch."""
    value = document.value
    countries = _at(value, ("intendedAudience", "countries"))
    if isinstance(countries, list) and countries:
        return any(isinstance(country, str) and country.lower() == "nl" for country in countries)
    hosts = [_host(where) for path in _ADDRESSES if isinstance(where := _at(value, path), str)]
    if any(host.endswith(_ENDING) for host in hosts):
        return True
    described = value.get("description")
    return isinstance(described, dict) and "nl" in described and not any(host.endswith(".be") for host in hosts)


def _is_dutch(text: str, path: str) -> bool:
    blocks = (block for section in outline.sections(text, path) for block in section.blocks)
    words = [word.lower() for word in islice((word for block in blocks for word in block.words), _MOST_WORDS)]
    dutch = _count(words, _DUTCH)
    return dutch >= _ENOUGH and dutch >= _SHARE * _count(words, _FOREIGN)


def _count(words: Iterable[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


def _host(url: str) -> str:
    try:
        return urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
