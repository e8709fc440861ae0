# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking a forge for the repositories of an account: page after page, and one request when nothing changed."""

from dataclasses import replace
from urllib.parse import urlsplit

from ospo.domain.crawl import Answer, Fetcher, ForgeAccount, Listing, Refused, RepositoryState, SeenRepository
from ospo.errors import SettingsError
from ospo.formats import address, forges
from ospo.formats.forge_lists import Dialect, dialects

_MOST_PAGES = 300  # of one account: 30,000 repositories on GitHub


class ApiForge:
    """An account on GitHub, GitLab, Forgejo or Gitea; satisfies the Forge protocol.

    The mark of a list is the address that answered and its ETag: an account is asked once what kind it is.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def list_repositories(self, account: ForgeAccount, etag: str | None) -> Listing:
        """Every public repository, unless the first page is the one that we know.

        Raises:
            Refused: there is no such account, or no answer that can be used.
            ParseError: the answer is no list.
        """
        dialect, where = _dialect(account.url)
        known, _, tag = (etag or "").partition(" ")
        answer, requests = self._first(account, sorted(where, key=lambda place: place != known), known, tag)
        if answer.status == 304:
            return Listing(etag=etag, is_unchanged=True, requests=requests)
        mark = f"{answer.url} {answer.etag}" if answer.etag else None
        found: dict[str, SeenRepository] = {}
        for number in range(_MOST_PAGES):
            if answer.status != 200:
                raise _refused(answer, account)
            page = dialect.read(answer.body, answer.url)
            found |= {repository.address: repository for repository in page.repositories}
            if page.following is None:
                break
            if number == _MOST_PAGES - 1:
                raise Refused("{url}: lists more than {n} pages", url=account.url, n=_MOST_PAGES)
            answer, requests = _at(page.following, self._fetcher.get(page.following)), requests + 1
        return Listing(tuple(found[known] for known in sorted(found)), mark, requests=requests)

    def _first(self, account: ForgeAccount, places: list[str], known: str, tag: str) -> tuple[Answer, int]:
        """The first page, from the first address that exists, and the number of requests."""
        for number, place in enumerate(places, 1):
            answer = self._fetcher.get(place, tag or None if place == known else None)
            if answer.status != 404:
                return _at(place, answer), number
        message = "{url}: the forge knows no such account: it may be renamed, private or gone"
        raise Refused(message, RepositoryState.DISAPPEARED, url=account.url)


def _at(place: str, answer: Answer) -> Answer:
    return replace(answer, url=place)


def is_account(url: str) -> bool:
    """Whether an address is that of an account on a forge we have a client for.

    One name is an account. A group within a group looks like a repository: it ends with a slash.
    """
    path = urlsplit(url).path
    known = address.normalise(url)
    if known is None or forges.forge_of(known).name not in dialects():
        return False
    return path.strip("/").count("/") == 0 or path.endswith("/")


def _dialect(url: str) -> tuple[Dialect, tuple[str, ...]]:
    known = address.normalise(url)
    dialect = dialects().get(forges.forge_of(known).name) if known else None
    if known is None or dialect is None:
        raise SettingsError("{url}: is no account on a forge that we have a client for", url=url)
    parts = urlsplit(known)
    return dialect, dialect.first(parts.netloc, parts.path.strip("/"))


def _refused(answer: Answer, account: ForgeAccount) -> Refused:
    if answer.status == 401:
        message = "{url}: the token for this forge is not accepted: make a new one, or leave it out"
        return Refused(message, url=account.url)
    if answer.status == 403:
        message = "{url}: the forge asks us to wait, or to come with a token"
        return Refused(message, is_passing=True, url=account.url)
    return Refused("{url}: answers with status {status}", url=account.url, status=answer.status)
