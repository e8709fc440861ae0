# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what an address answered to the state that it is in."""

import datetime
import re
from urllib.parse import SplitResult, urlsplit

from ospo.domain.link import Answer, LinkReason, LinkState, Look
from ospo.formats import dead_ends, web_address, web_page

_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 405, 406, 407, 429, 451})
_FILES = (".pdf", ".zip", ".odt", ".ods", ".docx", ".xlsx")
_HTML = ("text/html", "application/xhtml+xml")
# Forges and viewers show a file in a page of their own, at an address that ends as the file does.
_SHOWN = re.compile(r"/(?:blob|tree|src|raw|browse|wiki|viewer?)/")
_HOME = re.compile(r"/?|/(?:index\.\w{1,5}|home|start|nl|en|nl-nl|en-us|en-gb)/?")
_LOGIN = re.compile(r"/(?:login|log-in|signin|sign-in|sign_in|inloggen|sso|oauth2?|saml2?|adfs)(?:[/.?]|$)")
_STATES = {
    LinkReason.NO_HOST: LinkState.UNREACHABLE,
    LinkReason.NO_CONNECTION: LinkState.UNREACHABLE,
    LinkReason.TIMEOUT: LinkState.UNREACHABLE,
    LinkReason.CERTIFICATE: LinkState.UNREACHABLE,
    LinkReason.NO_HTTP: LinkState.UNREACHABLE,
    LinkReason.CIRCLE: LinkState.UNREACHABLE,
    LinkReason.TOO_FAR: LinkState.UNREACHABLE,
    LinkReason.TOO_BUSY: LinkState.REFUSED,
    LinkReason.ROBOTS: LinkState.NOT_LOOKED_AT,
    LinkReason.NOT_PUBLIC: LinkState.UNREACHABLE,
    LinkReason.NOT_WEB: LinkState.UNREACHABLE,
}


def look(answer: Answer, day: datetime.date) -> Look:
    """What an answer says of its address on a day."""
    state, reason = _judged(answer)
    to = _moved_to(answer)
    if state is LinkState.ALIVE and to:
        state = LinkState.MOVED
    return Look(answer.address, day, state, reason, answer.status, to if state is LinkState.MOVED else "")


def _judged(answer: Answer) -> tuple[LinkState, LinkReason]:
    if answer.failure is not None:
        return _STATES[answer.failure], answer.failure
    status = answer.status or 0
    if status in _GONE:
        return LinkState.GONE, LinkReason.STATUS
    if status in _REFUSED:
        return LinkState.REFUSED, LinkReason.STATUS
    if not 200 <= status < 300:
        return LinkState.UNREACHABLE, LinkReason.STATUS
    return _fine(answer)


def _fine(answer: Answer) -> tuple[LinkState, LinkReason]:
    """The state behind an answer that says that all is well."""
    page = web_page.read(answer.body, answer.media_type) if is_html(answer.media_type) else None
    if page and dead_ends.is_for_sale(page, web_address.host(answer.end)):
        return LinkState.PARKED, LinkReason.PAGE
    if page and dead_ends.says_nothing_is_here(page):
        return LinkState.SOFT_404, LinkReason.PAGE
    asked, end = urlsplit(answer.address), urlsplit(answer.end)
    if answer.hops and _LOGIN.search(end.path.lower()) and not _LOGIN.search(asked.path.lower()):
        return LinkState.REFUSED, LinkReason.LOGIN
    if answer.hops and _is_home(end) and not _is_home(asked) and _site(asked) == _site(end):
        return LinkState.SOFT_404, LinkReason.HOME_PAGE
    if page and asked.path.lower().endswith(_FILES) and not _SHOWN.search(asked.path.lower()):
        return LinkState.SOFT_404, LinkReason.NO_FILE
    return LinkState.ALIVE, LinkReason.ANSWERS


def _is_home(address: SplitResult) -> bool:
    """Whether an address is that of the first page of a site, perhaps in a language."""
    return not address.query and _HOME.fullmatch(address.path.lower()) is not None


def _site(address: SplitResult) -> str:
    """The site that an address belongs to: a page that got a site of its own led there, and not to a first page."""
    return (address.hostname or "").removeprefix("www.")


def _moved_to(answer: Answer) -> str:
    """Where it was sent on to for good: by the redirects at the start that say so; empty when that is the same place.

    The first that is for now only may change tomorrow, and so may all that come after it.
    """
    to = ""
    for hop in answer.hops:
        if hop.status not in _FOR_GOOD:
            break
        to = hop.to
    return "" if web_address.is_same_place(to, answer.address) else to


def is_html(media_type: str) -> bool:
    """Whether a media type, perhaps with parameters, is that of a web page."""
    return media_type.partition(";")[0].strip().lower() in _HTML
