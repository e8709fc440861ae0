# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitLab: REST API version 4, the projects of a group with those of the groups in it, or of a person."""

from urllib.parse import quote

import msgspec

from ospo.domain.crawl import SeenRepository
from ospo.formats.forge_lists.page import Page, entries, page, query, seen

FORGE = "gitlab"
_PER_PAGE = 100


class _Parent(msgspec.Struct, frozen=True):
    web_url: str = ""


class _Entry(msgspec.Struct, frozen=True):
    id: int
    web_url: str
    http_url_to_repo: str = ""
    last_activity_at: str | None = None
    archived: bool = False
    visibility: str = "public"
    forked_from_project: _Parent | None = None
    mirror: bool = False


def first(host: str, account: str) -> tuple[str, ...]:
    """The public projects of a group, with those below it, or else of a person."""
    root, name = f"https://{host}/api/v4", quote(account, safe="", errors="replace")
    asked = {"visibility": "public", "order_by": "last_activity_at", "per_page": str(_PER_PAGE), "page": "1"}
    group = query(f"{root}/groups/{name}/projects", include_subgroups="true", **asked)
    return group, query(f"{root}/users/{name}/projects", **asked)


def read(body: bytes, address: str) -> Page:
    """One page."""
    found = entries(body, _Entry, address)
    return page([_seen(e) for e in found if e.visibility == "public"], len(found), address, _PER_PAGE)


def _seen(entry: _Entry) -> SeenRepository | None:
    parent = entry.forked_from_project
    return seen(
        entry.http_url_to_repo,
        entry.web_url,
        mark=entry.last_activity_at,
        identity=entry.id,
        is_archived=entry.archived,
        is_fork=parent is not None,
        is_mirror=entry.mirror,
        fork_of=None if parent is None else parent.web_url or None,
    )
