# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of accounts on forges, and of whole forges: one normal form, on top of that of repositories."""

import hashlib
from urllib.parse import urlsplit

from ospo.formats import address
from ospo.formats.forges import OTHER, forge_of

# Pages of a forge that stand where a name of an account could stand.
_PAGE_WORDS = (
    "about apps blog collections contact customer-stories dashboard enterprise events explore features help issues "
    "join login marketplace new notifications pricing pulls search security settings signup site sponsors stars topics "
    "trending users users/sign_in orgs groups projects public"
)
_PAGES = frozenset(_PAGE_WORDS.split())
# What forges write before the name of an account.
_BEFORE = ("orgs/", "groups/", "users/")
# Hosts that give each account one word; elsewhere groups may be nested.
_FLAT = {"github.com", "codeberg.org", "bitbucket.org"}


def account(text: str, *, is_forge: bool = False) -> str | None:
    """`https://host/account` for an address of an account, or of something in it; None when it is neither.

    Args:
        text: the address, in any spelling that git or a browser takes.
        is_forge: whoever gave the address says that it is one on a forge, whatever its host is called.

    On GitHub, Codeberg and Bitbucket an account is one word. On GitLab and others a group and a repository look the
    same, so there the whole path counts.
    """
    found = address.normalise(_plain(text))
    if found is None:
        return None
    host = address.host(found)
    if not is_forge and not _is_known(found):
        return None
    start = f"https://{urlsplit(found).netloc}/"
    path = found.removeprefix(start)
    for word in _BEFORE:
        path = path.removeprefix(word)
    if host in _FLAT:
        path = path.partition("/")[0]
    return None if not path or path in _PAGES else start + path


def whole_forge(text: str) -> str | None:
    """`https://host` for the address of a forge itself: its front page, or its list of all that is public."""
    try:
        parts = urlsplit(_plain(text))
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https") or host in _FLAT or host in ("gitlab.com", ""):
        return None
    path = parts.path.strip("/").removesuffix("/projects")
    is_front = not path and not parts.query
    is_named = forge_of(f"https://{host}/x") is not OTHER or host.startswith(("git.", "gitlab-", "code."))
    return f"https://{host}" if is_named and (is_front or path in ("explore", "public")) else None


def owner(repository: str) -> str:
    """The account that a normalised repository is in; "" when it is in none."""
    found = address.owner(repository)
    return f"https://{urlsplit(repository).netloc}/{found}" if found else ""


def name(account_address: str) -> str:
    """The last word of the address of an account: what it calls itself."""
    return account_address.rstrip("/").rpartition("/")[2]


def mark(text: str) -> str:
    """A digest of an address, to recognise it without keeping it."""
    found = account(text, is_forge=True) or address.normalise(text) or text.strip().lower()
    return hashlib.sha256(found.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _plain(text: str) -> str:
    """Without what follows a question mark or hash, and with https:// when the scheme was left out."""
    stripped = text.strip().partition("#")[0].partition("?")[0]
    first = stripped.partition("/")[0]
    if "://" not in stripped and ":" not in first and "@" not in first and "." in first:
        return f"https://{stripped}"
    return stripped


def _is_known(repository: str) -> bool:
    host = address.host(repository)
    return forge_of(repository) is not OTHER or host in _FLAT or host.startswith(("git.", "code."))
