# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitHub: REST API, "List repositories for a user", which lists those of an organisation as well.

Read in its OpenAPI description (2026-11-26). The one that was pushed to last comes first, so that the first page
changes with every push.
"""

import msgspec

from ospo.domain.crawl import SeenRepository
from ospo.formats.forge_lists.page import Page, entries, page, query, seen

FORGE = "github"
_PER_PAGE = 100


class _Entry(msgspec.Struct, frozen=True):
    id: int
    html_url: str
    private: bool
    fork: bool
    clone_url: str = ""
    pushed_at: str | None = None
    created_at: str | None = None
    mirror_url: str | None = None
    archived: bool = False


def first(host: str, account: str) -> tuple[str, ...]:
    """Public repositories of an organisation or a person; GitHub Enterprise has its API on its own host."""
    root = "https://api.github.com" if host == "github.com" else f"https://{host}/api/v3"
    return tuple(
        query(f"{root}/{kind}/{account}/repos", per_page=_PER_PAGE, sort="pushed", page=1) for kind in ("users", "orgs")
    )


def read(body: bytes, address: str) -> Page:
    """One page."""
    found = entries(body, _Entry, address)
    return page([_seen(entry) for entry in found if not entry.private], len(found), address, _PER_PAGE)


def _seen(entry: _Entry) -> SeenRepository | None:
    return seen(
        entry.clone_url,
        entry.html_url,
        mark=entry.pushed_at,
        identity=entry.id,
        is_archived=entry.archived,
        is_fork=entry.fork,
        is_mirror=bool(entry.mirror_url),
        # A fork begins with the last push to the other one; both are moments of one form, so that they sort as text.
        is_untouched=entry.fork and (entry.pushed_at or "~") <= (entry.created_at or ""),
    )
