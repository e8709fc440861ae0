# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list of repositories as JSON, for forges that we have no client for; docs/crawl.md describes it."""

import msgspec

from ospo.domain.crawl import SeenRepository
from ospo.errors import ParseError
from ospo.formats import address

MOST = 200_000  # repositories on one list


class _Entry(msgspec.Struct, frozen=True):
    """One repository; only its address for git is needed."""

    clone: str
    url: str = ""
    pushed: str | None = None
    archived: bool = False
    fork: bool = False
    fork_of: str | None = None
    mirror: bool = False
    id: str | int | None = None


class _File(msgspec.Struct, frozen=True):
    repositories: tuple[_Entry, ...]


def parse(content: bytes, url: str) -> tuple[SeenRepository, ...]:
    """The repositories on a list, by address; of those that come twice, the last.

    Raises:
        ParseError: it is not such a list; the message says where and why.
    """
    try:
        found = msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ParseError("is no list of repositories ({error}): see docs/crawl.md", path=url, error=error) from error
    if len(found.repositories) > MOST:
        raise ParseError("names more than {n} repositories: split it", path=url, n=MOST)
    seen = {}
    for entry in found.repositories:
        known = address.normalise(entry.url or entry.clone)
        if known is not None and entry.clone.startswith(("https://", "http://")):
            seen[known] = SeenRepository(
                address=known,
                clone=entry.clone,
                mark=entry.pushed,
                is_archived=entry.archived,
                is_fork=entry.fork,
                fork_of=address.normalise(entry.fork_of) if entry.fork_of else None,
                is_mirror=entry.mirror,
                identity=None if entry.id is None else str(entry.id),
            )
    return tuple(seen[known] for known in sorted(seen))
