# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at the links out of the knowledge base, and writing down what was seen, one at a time."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from ospo import knowledge
from ospo.domain.link import LinkReason, Look
from ospo.engine import link_verdict
from ospo.errors import SettingsError, SourceError
from ospo.formats import web_address
from ospo.remote import Walk

# What also happens when it is our own network that is away.
_NOBODY = frozenset(
    {LinkReason.NO_HOST, LinkReason.NO_CONNECTION, LinkReason.TIMEOUT, LinkReason.NOT_PUBLIC, LinkReason.NOT_WEB}
)
_HOSTS = 5  # so many in a row of which none answers: then it is us


def look_at(addresses: Sequence[str], folder: Path, day: datetime.date, walk: Walk | None = None) -> Iterator[Look]:
    """Ask the addresses in this order, and record each look in the folder of the observations as it comes.

    That nobody answers is written down only once somebody else does: when our own network is away, history must not say
    that all the world was.

    Raises:
        SourceError: nobody answers at all, or nobody any more; nothing is recorded of that.
        SettingsError: the folder cannot be written to.
    """
    held: list[Look] = []
    has_answer = False
    with closing((walk or Walk()).answers(addresses)) as answers:
        for answer in answers:
            held.append(link_verdict.look(answer, day))
            if answer.status is not None or held[-1].reason not in _NOBODY:
                has_answer = True
                yield from _record(folder, held)
                held = []
            elif len({web_address.host(look.address) for look in held}) >= _HOSTS:
                has_answer = False
                break
    if has_answer:
        yield from _record(folder, held)
    elif held:
        message = "none of {n} addresses in a row answered: it may be the network here, so nothing of that was recorded"
        raise SourceError(message, n=len(held))


def _record(folder: Path, looks: Sequence[Look]) -> Iterator[Look]:
    for look in looks:
        try:
            knowledge.record_look(folder, look)
        except OSError as error:
            message = "{path}: cannot be written ({error}): what is seen of links goes there"
            raise SettingsError(message, path=folder, error=error.strerror) from error
        yield look
