# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking a forge for the repositories of an account: page after page, and one request when nothing changed."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from ospo.domain.crawl import Answer, Fetcher, ForgeAccount, Listing, Refused, RepositoryState, SeenRepository, Trouble
from ospo.errors import SettingsError
from ospo.formats import address, forges
from ospo.formats.forge_lists import Dialect, dialects
from ospo.settings import token_name

TOKEN = "the token for {host} is not accepted: put a new one in {name}; until then it is asked without"  # noqa: S105
_PAUSE = 60.0  # seconds that a forge is left alone which asks for that and does not say for how long
_MOST_PAGES = 300  # of one account: 30,000 repositories on GitHub


class ApiForge:
    """An account on GitHub, GitLab, Forgejo or Gitea; satisfies the Forge protocol.

    The mark of a list is the address that answered and its ETag: an account is asked once what kind it is. A token
    that is not accepted is named, and the forge is asked as anybody may.
    """

    def __init__(self, fetcher: Fetcher, token: str | None = None) -> None:
        self._fetcher = fetcher
        self._token = token
        self._requests = 0
        self._troubles: list[Trouble] = []

    def list_repositories(self, account: ForgeAccount, etag: str | None) -> Listing:
        """Every public repository, unless the first page is the one that we know.

        Raises:
            Refused: there is no such account, or no answer that can be used.
            ParseError: the answer is no list.
        """
        dialect, where = _dialect(account.url)
        known, _, tag = (etag or "").partition(" ")
        answer = self._first(account, sorted(where, key=lambda place: place != known), known, tag)
        if answer.status == 304:
            return self._listing((), etag, answer, is_unchanged=True)
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
            answer = _at(page.following, self._get(account, page.following))
        self._note_move(account, found)
        return self._listing(tuple(found[known] for known in sorted(found)), mark, answer, is_unchanged=False)

    def _listing(
        self, found: tuple[SeenRepository, ...], mark: str | None, last: Answer, *, is_unchanged: bool
    ) -> Listing:
        return Listing(
            found,
            mark,
            is_unchanged=is_unchanged,
            requests=self._requests,
            rest=last.rest,
            troubles=tuple(self._troubles),
        )

    def _first(self, account: ForgeAccount, places: list[str], known: str, tag: str) -> Answer:
        """The first page, from the first address that exists."""
        for place in places:
            answer = self._get(account, place, tag or None if place == known else None)
            if answer.status != 404:
                return _at(place, answer)
        message = "{url}: the forge knows no such account: see in the register where its repositories went"
        raise Refused(message, RepositoryState.DISAPPEARED, url=account.url)

    def _get(self, account: ForgeAccount, place: str, tag: str | None = None) -> Answer:
        answer = self._fetcher.get(place, tag, self._token)
        self._requests += answer.requests
        if self._token and answer.status in (401, 403) and answer.rest is None:
            host = address.host(account.url)
            self._token = None
            self._troubles.append(Trouble("", TOKEN, {"host": host, "name": token_name(host)}))
            return self._get(account, place, tag)
        return answer

    def _note_move(self, account: ForgeAccount, found: Mapping[str, SeenRepository]) -> None:
        """An account that was renamed lists its repositories under its new name."""
        owners = {known.rpartition("/")[0] for known in found}
        was = address.normalise(account.url) or account.url
        if len(owners) == 1 and not (owner := owners.pop()).lower().startswith(was.lower()):
            message = "is called {to} by now: crawl that address from now on; what was found is kept"
            self._troubles.append(Trouble(account.url, message, {"to": owner}))


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
    if answer.status == 403:
        message = "{url}: the forge asks us to wait, or to come with a token (see docs/crawl.md): it is tried again"
        return Refused(message, rests=True, after=_PAUSE if answer.rest is None else answer.rest, url=account.url)
    return Refused("{url}: answers with status {status}", url=account.url, status=answer.status)
