# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisations that an old page lists, each beside the one of ours: by its account on a forge, or by its name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ospo.domain.imported import How, Match
from ospo.domain.library import Library
from ospo.domain.organisation import Organisation
from ospo.formats import web_address
from ospo.formats.old_page import Item

_ACCOUNT = re.compile(r"https?://(?:www\.)?((?:github\.com|gitlab\.com|codeberg\.org)/[\w.-]{1,100})/?")
_LETTERS = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\(([^()]{2,20})\)")
_LEAST = 3  # letters of a name that may be part of a longer one


def account(url: str) -> str:
    """The account on a forge that an address leads to, in small letters; empty for a repository and anything else."""
    found = _ACCOUNT.fullmatch(url)
    return found[1].lower() if found else ""


class Organisations:
    """Our organisations, to be found by account, by address and by name."""

    def __init__(self, library: Library) -> None:
        self._all = list(library.organisations.values())
        self._accounts = {account(a.url): o for o in self._all for a in o.accounts if account(a.url)}
        hosts = Counter(_host(o.website) for o in self._all)
        self._sites = {_host(o.website): o for o in self._all if _host(o.website) and hosts[_host(o.website)] == 1}

    def owner(self, url: str) -> Organisation | None:
        """Whose account an address is."""
        return self._accounts.get(account(url))

    def named(self, name: str) -> Organisation | None:
        """The organisation that goes by a name: its own, its id, or what stands between brackets behind it."""
        wanted = {_key(name), _key(_BRACKETS.sub("", name)), *map(_key, _BRACKETS.findall(name))} - {""}
        for organisation in self._all:
            names = {_key(organisation.name), _key(organisation.id), *map(_key, _BRACKETS.findall(organisation.name))}
            names.add(_key(_BRACKETS.sub("", organisation.name)))
            if wanted & names:
                return organisation
        return None

    def of(self, item: Item) -> tuple[Organisation, How] | None:
        """The organisation that an item is about: by its name before its account, which may be somebody else's."""
        by_name = self.named(item.name)
        if by_name is not None:
            is_theirs = any(self.owner(url) == by_name for url in item.urls)
            return by_name, How.ACCOUNT if is_theirs else How.NAME
        by_account = next((o for url in item.urls if (o := self.owner(url))), None)
        if by_account is not None:
            return by_account, How.ACCOUNT
        if not any(account(url) for url in item.urls):
            return None
        by_site = next((o for url in item.urls if (o := self._sites.get(_host(url)))), None)
        return None if by_site is None else (by_site, How.ADDRESS)

    def matches(self, items: Iterable[Item]) -> list[Match]:
        """What of ours the items are about."""
        found = ((item, self.of(item)) for item in items if item.urls)
        return [Match("organisation", str(o[0].id), o[1], (item.name,)) for item, o in found if o is not None]

    def missing(self, items: Iterable[Item]) -> tuple[str, ...]:
        """The items with an account on a forge that we know nobody of."""
        return tuple(self._missing(items))

    def _missing(self, items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            accounts = [found for url in item.urls if (found := account(url))]
            if accounts and self.of(item) is None:
                yield f"{item.name} ({', '.join(accounts)})" if item.name else accounts[0]


def _key(name: str) -> str:
    key = _LETTERS.sub("", name.casefold())
    return key if len(key) >= _LEAST else ""


def _host(url: str) -> str:
    return web_address.host(url).removeprefix("www.") if not account(url) else ""
