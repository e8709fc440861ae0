# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links to places outside: what an address answered, the state that it is in, and since when."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LinkState(StrEnum):
    """What became of an address, the worst first."""

    GONE = "gone"  # it says itself that there is nothing any more
    SOFT_404 = "soft-404"  # it says that all is well, and shows a page that says that there is nothing
    PARKED = "parked"  # the name is for sale
    MOVED = "moved"  # it names another address for good
    UNREACHABLE = "unreachable"  # nobody answered, or nothing that can be read
    REFUSED = "refused"  # somebody answered, but not to us: a person may see more
    NOT_LOOKED_AT = "not-looked-at"  # nobody looked, or we were not to
    ALIVE = "alive"


class LinkReason(StrEnum):
    """Why an address is in its state."""

    ANSWERS = "answers"
    STATUS = "status"  # the number says it
    PAGE = "page"  # the words on the page say it
    HOME_PAGE = "home-page"  # led to the first page of the site
    NO_FILE = "no-file"  # a web page where a file was asked for
    NO_HOST = "no-host"  # the name does not exist
    NO_CONNECTION = "no-connection"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"  # no safe connection
    NO_HTTP = "no-http"  # what came is no answer in HTTP
    CIRCLE = "circle"  # sent round and round
    TOO_FAR = "too-far"  # sent on too often
    TOO_BUSY = "too-busy"  # asked us to come back later
    LOGIN = "login"
    ROBOTS = "robots"  # robots.txt asks programs to stay away
    NOT_PUBLIC = "not-public"  # leads into a network that is not public
    NOT_WEB = "not-web"  # no address of the web


FINE = frozenset({LinkState.ALIVE, LinkState.NOT_LOOKED_AT})


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at an address showed; `to` is where it moved to, `status` the last number that was answered."""

    address: str
    day: datetime.date
    state: LinkState
    reason: LinkReason
    status: int | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which every look at an address showed the same: the first day and the last."""

    state: LinkState
    reason: LinkReason
    first: datetime.date
    last: datetime.date
    status: int | None = None
    to: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether an editor has to look."""
        return self.state not in FINE


@dataclass(frozen=True, slots=True)
class Links:
    """What is recorded of addresses, each with its stretches from old to new; empty before anybody looked."""

    by_address: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)

    def now(self, address: str) -> Stretch | None:
        """The last that is known of an address."""
        found = self.by_address.get(address)
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Hop:
    """A time that an address sent us on: with which number, and where to."""

    status: int
    to: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking an address: where it sent us, and the end of it.

    `failure` is why there is no answer at the end, or none that counts; else `status`, the media type and the first
    bytes of what it gave.
    """

    address: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    media_type: str = ""
    body: bytes = b""
    failure: LinkReason | None = None

    @property
    def end(self) -> str:
        """The last address that was asked."""
        return self.hops[-1].to if self.hops else self.address


@dataclass(frozen=True, slots=True)
class Budget:
    """What a walk past addresses may cost at most, and how long it lasts at least."""

    addresses: int
    hosts: int
    requests: int
    kilobytes: int
    seconds: int
