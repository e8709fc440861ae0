# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with an old page, or has aged, as far as its text and ours show; an address nobody asked is not."""

import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from ospo.domain.imported import Address, Flaw, FlawKind
from ospo.domain.organisation import OrganisationKind
from ospo.engine.imported_organisations import Organisations
from ospo.formats import references
from ospo.formats.old_page import Item, Page

_KINDS = {
    "ministerie": OrganisationKind.MINISTRY,
    "agentschap": OrganisationKind.AGENCY,
    "provincie": OrganisationKind.PROVINCE,
    "zelfstandig": OrganisationKind.ZBO,
    "gemeente": OrganisationKind.MUNICIPALITY,
    "waterschap": OrganisationKind.WATERBOARD,
    "private": OrganisationKind.COMPANY,
    "bedrijven": OrganisationKind.COMPANY,
}
_OPEN = re.compile(r"\b(?:TBD|FIXME|INVULLEN|TODO(?=:|[ \t]{0,9}$))\b")
_LAW = re.compile(r"https?://wetten\.overheid\.nl/(BWB[RV]\d{7})/(\d{4}-\d\d-\d\d)")
_HERE = re.compile(r"http://(?:localhost|127\.|[^/]{0,200}\bexample\b)")
_SOCIAL = re.compile(r"https?://(?:www\.)?(?:twitter\.com|x\.com|facebook\.com|linkedin\.com|instagram\.com)/")
_ICON = re.compile(r"\[:material-web:\]\(\s*(\S{1,500}?)\)")


def of(
    path: str,
    text: str,
    page: Page,
    files: Collection[str],
    organisations: Organisations,
    addresses: Sequence[Address],
) -> Iterator[Flaw]:
    """Everything that is wrong with a page, in its own order.

    Args:
        path: of the page.
        text: as it is.
        page: the same, taken apart.
        files: the paths of all files beside it.
        organisations: ours.
        addresses: what is known of the addresses it names.
    """
    if page.front_matter_is_broken:
        yield Flaw(FlawKind.FRONT_MATTER, 1, {})
    for target, line in page.targets:
        if place := _broken(path, target, files):
            yield Flaw(FlawKind.BROKEN_LINK, line, {"target": target, "place": place})
    for item in page.items:
        yield from _of_item(item, organisations)
    for number, words in enumerate(references.prose(text), 1):
        yield from _of_line(words, number)
    for address in addresses:
        if address.url.startswith("http://") and is_out(address.url):
            yield Flaw(FlawKind.PLAIN_HTTP, address.line, {"url": address.url})
        if address.state is not None and address.state.is_wrong:
            yield Flaw(FlawKind.RECORDED, address.line, {"url": address.url, "state": str(address.state.state)})


def is_out(url: str) -> bool:
    """Whether an address leads somewhere, and not to the machine of who reads, or to an example."""
    return not _HERE.match(url)


def _broken(path: str, target: str, files: Collection[str]) -> str:
    """The place of a file that a link inside leads to and that is not there; empty when it is, or cannot be told."""
    place = unquote(target.partition("#")[0].partition("?")[0])
    if not place or ":" in place or place.startswith("/"):
        return ""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
    if found.startswith("..") or found in files:
        return ""
    below = "" if found == "." else f"{found}/"
    return "" if any(file.startswith(below) for file in files) else found


def _of_item(item: Item, organisations: Organisations) -> Iterator[Flaw]:
    named = organisations.named(item.name) if item.name else None
    if named is None:
        return
    for url in item.urls:
        owner = organisations.owner(url)
        if owner is not None and owner != named and not any(organisations.owner(u) == named for u in item.urls):
            about = {"name": named.name, "url": url, "owner": owner.name}
            yield Flaw(FlawKind.OTHERS_ACCOUNT, item.line, about, owner.source.url)
    kind = next((kind for word, kind in _KINDS.items() if word in item.heading.casefold()), None)
    if kind is not None and kind is not named.kind and kind is not OrganisationKind.MINISTRY and item.urls:
        about = {"name": named.name, "heading": item.heading, "kind": str(named.kind)}
        yield Flaw(FlawKind.OTHER_KIND, item.line, about, named.source.url)


def _of_line(line: str, number: int) -> Iterator[Flaw]:
    for law in _LAW.finditer(line):
        yield Flaw(FlawKind.OLD_LAW, number, {"law": law[1], "day": law[2]}, law[0])
    for site in _ICON.finditer(line):
        if _SOCIAL.match(site[1]):
            yield Flaw(FlawKind.NOT_A_SITE, number, {"url": site[1]})
    if found := _OPEN.search(line):
        yield Flaw(FlawKind.OPEN_END, number, {"word": found[0]})
