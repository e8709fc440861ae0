# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page of a list of repositories, as every forge gives them: JSON, and page after page by number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from ospo.domain.crawl import SeenRepository
from ospo.errors import ParseError
from ospo.formats import address as addresses

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """The public repositories on one page; `following` is the address of the next page, when there may be one."""

    repositories: tuple[SeenRepository, ...]
    following: str | None


def entries(body: bytes, form: type[T], address: str) -> list[T]:
    """The entries of a page.

    Raises:
        ParseError: it is no list of such entries.
    """
    try:
        return msgspec.json.decode(body, type=list[form])  # type: ignore[valid-type]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = "is no list of repositories as this forge gives it ({error}): is the address that of a forge?"
        raise ParseError(message, path=address, error=error) from error


def page(found: Sequence[SeenRepository | None], listed: int, address: str, per_page: int) -> Page:
    """A page of so many entries; a full one may have a next."""
    following = _next(address) if listed >= per_page else None
    return Page(tuple(filter(None, found)), following)


def seen(
    clone: str,
    url: str,
    *,
    mark: str | None,
    identity: int,
    is_archived: bool = False,
    is_fork: bool = False,
    fork_of: str | None = None,
    is_mirror: bool = False,
    is_untouched: bool = False,
) -> SeenRepository | None:
    """A repository of the list; None when its addresses are none that we can ask."""
    known = addresses.normalise(url or clone)
    clone = clone or f"{url}.git"
    if known is None or not clone.startswith(("https://", "http://")):
        return None
    return SeenRepository(
        address=known,
        clone=clone,
        mark=mark,
        is_archived=is_archived,
        is_fork=is_fork,
        fork_of=addresses.normalise(fork_of) if fork_of else None,
        is_mirror=is_mirror,
        is_untouched=is_untouched,
        identity=f"{addresses.host(known)} {identity}",  # another forge has the same number for another one
    )


def query(address: str, **values: str | int) -> str:
    """An address with these values in its query."""
    return f"{address}?{urlencode(values, errors='replace')}"


def _next(address: str) -> str:
    parts = urlsplit(address)
    values = dict(_pairs(parts.query))
    values["page"] = str(int(values.get("page", "1")) + 1)
    return urlunsplit(parts._replace(query=_query(values)))


def _query(values: Mapping[str, str | int]) -> str:
    return urlencode(values, errors="replace")


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    yield from parse_qsl(text)
