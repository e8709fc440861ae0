# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of an address outside, in words for a reader of a page and for an editor."""

import datetime
from collections.abc import Callable

from ospo.domain.link import LinkReason, LinkState, Stretch
from ospo.engine import links

STATES = {
    LinkState.GONE: "Gone",
    LinkState.SOFT_404: "Gone, by what the page says",
    LinkState.PARKED: "The name is for sale",
    LinkState.MOVED: "Moved",
    LinkState.UNREACHABLE: "No answer",
    LinkState.REFUSED: "Our program is not let in",
    LinkState.NOT_LOOKED_AT: "Not looked at yet",
    LinkState.ALIVE: "In order",
}
_SAID = {
    LinkState.GONE: "the address said on {date} that it no longer exists ({status})",
    LinkState.SOFT_404: "the page at the address said on {date} that it does not exist",
    LinkState.PARKED: "the name of the address was for sale on {date}",
    LinkState.MOVED: "the address has moved, as we saw on {date}",
    LinkState.UNREACHABLE: "the address gave no answer on {date}",
    LinkState.REFUSED: "the address did not let our program in on {date} ({status}); you may well be able to read it",
    LinkState.NOT_LOOKED_AT: "the address asks programs to stay away, so it was not looked at on {date}",
    LinkState.ALIVE: "the address was last looked at on {date}",
}
_MORE_EXACTLY = {
    LinkReason.HOME_PAGE: "the address led to the first page of its site on {date}",
    LinkReason.NO_FILE: "the address gave a web page in the place of the document on {date}",
    LinkReason.NO_HOST: "the name in the address did not exist on {date}",
    LinkReason.CERTIFICATE: "no safe connection to the address was possible on {date}",
    LinkReason.CIRCLE: "the address sent us round in circles on {date}",
    LinkReason.TOO_FAR: "the address sent us on again and again on {date}",
    LinkReason.TOO_BUSY: "the address asked us on {date} to come back much later",
    LinkReason.NOT_PUBLIC: "the address led into a network that is not public on {date}",
    LinkReason.NOT_WEB: "the address led to something that is no web page on {date}",
    LinkReason.LOGIN: "the address asked us to log in on {date}",
}
_BROKEN = "the address gave an error on {date} ({status})"


def said(stretch: Stretch, say: Callable[..., str], date: Callable[[datetime.date], str]) -> str:
    """What the last look showed, as a clause; `say` and `date` put words and days in the reader's language."""
    message = _SAID[stretch.state]
    if stretch.reason in _MORE_EXACTLY and stretch.state is not LinkState.MOVED:
        message = _MORE_EXACTLY[stretch.reason]
    elif stretch.state is LinkState.UNREACHABLE and stretch.status:
        message = _BROKEN
    return say(message, date=date(stretch.last), status=stretch.status or "-")


def note(
    stretch: Stretch | None, today: datetime.date, say: Callable[..., str], date: Callable[[datetime.date], str]
) -> str:
    """The same for who reads a page: only when something is wrong, or the last look is long ago; else empty."""
    if stretch is None or not (stretch.is_wrong or links.is_old(stretch, today)):
        return ""
    return said(stretch, say, date)
