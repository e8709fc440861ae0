# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The links out of the knowledge base: where each address stands, which to look at first, and what was seen so far."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ospo.domain.event import Event
from ospo.domain.library import Library
from ospo.domain.link import Budget, Links, LinkState, Look, Stretch
from ospo.domain.norm import Norm
from ospo.domain.organisation import Organisation
from ospo.domain.page import Page
from ospo.domain.practice import Practice
from ospo.domain.source import Source
from ospo.formats import references, web_address

OLD = datetime.timedelta(days=180)  # after which a reader may wonder
_AGAIN = datetime.timedelta(days=30)  # after which an address that was fine is looked at again
_SOON = datetime.timedelta(days=1)  # after which one that was not is
_PER_ADDRESS = 4  # requests: HEAD and GET, a redirect for some, another try for others
_PER_HOST = 3  # requests: robots.txt, and to be sent on from there
_PER_PAGE = 64  # kilobytes that are read of a page at most


def addresses(library: Library) -> dict[str, tuple[str, ...]]:
    """Every address outside that the knowledge base names, in order, with the files below content/ that do.

    What stands in code is an example, and no link of a reader.
    """
    found: dict[str, dict[str, None]] = {}
    for path, address in _named(library):
        known = web_address.normal(address)
        if known:
            found.setdefault(known, {})[path] = None
    return {address: tuple(found[address]) for address in sorted(found)}


def _named(library: Library) -> Iterator[tuple[str, str]]:
    for fact in library.facts.values():
        yield f"facts/{fact.id}.yaml", fact.source.url
    items: tuple[Practice | Page, ...] = (*library.practices.values(), *library.pages.values())
    for item in items:
        yield from _of_text(item)
    for norm in library.norms.values():
        yield from ((f"norms/{norm.id}.yaml", url) for url in _of_norm(norm))
    for organisation in library.organisations.values():
        yield from ((f"organisations/{organisation.id}.yaml", url) for url in _of_organisation(organisation))
    for event in library.events.values():
        yield from ((f"events/{event.id}.yaml", url) for url in _of_event(event))
    for group in library.groups.values():
        yield f"groups/{group.id}.yaml", group.url
    for decision in library.decisions.values():
        yield f"decisions/{decision.id}.yaml", decision.source.url
    for profile in library.profiles.values():
        if profile.source:
            yield f"profiles/{profile.id}.yaml", profile.source.url


def _of_text(item: Practice | Page) -> Iterator[tuple[str, str]]:
    texts = list(item.texts.values())
    sources: tuple[Source, ...] = getattr(item, "sources", ())
    yield from ((texts[0].path, source.url) for source in sources)
    for text in texts:
        yield from ((text.path, url) for line in references.prose(text.body) for url in web_address.find(line))


def _of_norm(norm: Norm) -> Iterator[str]:
    yield norm.url
    yield from (control.url for control in norm.controls)
    if norm.text_source:
        yield norm.text_source.url


def _of_organisation(organisation: Organisation) -> Iterator[str]:
    yield organisation.website
    yield from (account.url for account in organisation.accounts)
    yield from organisation.repositories
    yield organisation.source.url


def _of_event(event: Event) -> Iterator[str]:
    yield from (event.url, event.notes_url, event.source.url)


def due(named: Iterable[str], links: Links, today: datetime.date) -> list[str]:
    """The addresses to look at now: those that nobody saw first, then the one that was seen longest ago.

    One that was fine rests for a month, one that was not for a day; so a walk that broke off goes on where it was.
    """
    never, others = [], []
    for address in named:
        stretch = links.now(address)
        if stretch is None:
            never.append(address)
        elif today - stretch.last >= (_AGAIN if stretch.state is LinkState.ALIVE else _SOON):
            others.append((stretch.last, address))
    return never + [address for _, address in sorted(others)]


def in_turn(chosen: Sequence[str]) -> list[str]:
    """The same addresses, so that each host has as much rest as there can be: by turns, one of each host."""
    by_host: dict[str, list[str]] = {}
    for address in chosen:
        by_host.setdefault(web_address.host(address), []).append(address)
    places = {address: (n, list(by_host).index(h)) for h, found in by_host.items() for n, address in enumerate(found)}
    return sorted(chosen, key=places.__getitem__)


def budget(chosen: Sequence[str], delay: float) -> Budget:
    """What looking at these addresses costs, with so many seconds between two requests to one host."""
    hosts: dict[str, int] = {}
    for address in chosen:
        hosts[web_address.host(address)] = hosts.get(web_address.host(address), 0) + 1
    requests = len(chosen) * _PER_ADDRESS + len(hosts) * _PER_HOST
    most = max(hosts.values(), default=0)
    seconds = int(max(most * 2 * delay, requests * 0.2))
    return Budget(len(chosen), len(hosts), requests, (len(chosen) + len(hosts)) * _PER_PAGE, seconds)


def recorded(stretches: Sequence[Stretch], look: Look) -> tuple[Stretch, ...]:
    """What is known of an address after one more look: the last stretch is longer, or there is one more.

    A look of before the last one changes nothing; a stretch of today gives way to what was seen later today.
    """
    new = Stretch(look.state, look.reason, look.day, look.day, look.status, look.to)
    if not stretches:
        return (new,)
    *before, last = stretches
    if look.day < last.last:
        return tuple(stretches)
    if _says(last) == _says(new):
        first = last.first
    elif last.first == look.day:  # the whole stretch is of today
        return recorded(before, look)
    else:
        return (*before, last, new)
    return (*before, Stretch(new.state, new.reason, first, look.day, new.status, new.to))


def _says(stretch: Stretch) -> tuple[object, ...]:
    return stretch.state, stretch.reason, stretch.status, stretch.to


def is_old(stretch: Stretch, today: datetime.date) -> bool:
    """True when the last look is so long ago that it says little."""
    return today - stretch.last > OLD


def counts(named: Iterable[str], links: Links) -> Mapping[LinkState, int]:
    """How many of the addresses are in each state, the worst first."""
    found = dict.fromkeys(LinkState, 0)
    for address in named:
        stretch = links.now(address)
        found[LinkState.NOT_LOOKED_AT if stretch is None else stretch.state] += 1
    return found


def wrong(named: Mapping[str, Sequence[str]], links: Links) -> list[tuple[str, Stretch, Sequence[str]]]:
    """What there is to mend: the address, what is known of it, and the files that name it; the worst first."""
    order = list(LinkState)
    found = [(a, stretch, files) for a, files in named.items() if (stretch := links.now(a)) and stretch.is_wrong]
    return sorted(found, key=lambda item: (order.index(item[1].state), item[0]))
