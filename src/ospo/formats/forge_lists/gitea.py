# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forgejo and Gitea: API version 1, the repositories of an organisation or of a person."""

import msgspec

from ospo.domain.crawl import SeenRepository
from ospo.formats.forge_lists.page import Page, entries, page, query, seen

FORGE = "gitea"
_PER_PAGE = 50  # the most that these forges give


class _Parent(msgspec.Struct, frozen=True):
    html_url: str = ""


class _Entry(msgspec.Struct, frozen=True):
    id: int
    html_url: str
    clone_url: str = ""
    updated_at: str | None = None
    private: bool = False
    archived: bool = False
    fork: bool = False
    mirror: bool = False
    empty: bool = False
    parent: _Parent | None = None


def first(host: str, account: str) -> tuple[str, ...]:
    """The repositories of an organisation, or else of a person."""
    root = f"https://{host}/api/v1"
    return tuple(query(f"{root}/{kind}/{account}/repos", limit=_PER_PAGE, page=1) for kind in ("orgs", "users"))


def read(body: bytes, address: str) -> Page:
    """One page; what nobody pushed to yet is left out."""
    found = entries(body, _Entry, address)
    return page([_seen(e) for e in found if not e.private and not e.empty], len(found), address, _PER_PAGE)


def _seen(entry: _Entry) -> SeenRepository | None:
    parent = entry.parent
    return seen(
        entry.clone_url,
        entry.html_url,
        mark=entry.updated_at,
        identity=entry.id,
        is_archived=entry.archived,
        is_fork=entry.fork,
        is_mirror=entry.mirror,
        fork_of=parent.html_url if parent and parent.html_url else None,
    )
