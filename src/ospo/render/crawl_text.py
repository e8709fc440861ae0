# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a crawl as text."""

from collections.abc import Callable, Iterator, Sequence

from ospo.domain.crawl import HostBudget, RunReport


def summary(report: RunReport, say: Callable[..., str]) -> str:
    """What was found and done, in a few lines."""
    c = report.counts
    lines = [
        say("{n} repositories on {m} lists, {k} of them unchanged", n=c.listed, m=c.accounts, k=c.unchanged),
        say("{n} new, {m} no longer there", n=c.new, m=c.gone),
        say("{n} scanned, {m} failed", n=c.scans, m=c.failures),
        say("{n} requests for lists, {m} looks and {k} fetches with git", n=c.requests, m=c.looks, k=c.fetches),
    ]
    return "".join(f"{line}\n" for line in lines)


def troubles(report: RunReport, say: Callable[..., str]) -> Iterator[str]:
    """Each thing that went wrong, with where."""
    for trouble in report.troubles:
        words = say(trouble.message, **trouble.values)
        yield f"{trouble.subject}: {words}" if trouble.subject else words


def budget(found: Sequence[HostBudget], say: Callable[..., str]) -> Iterator[str]:
    """What is going to be asked of each host, and what it allows."""
    for b in found:
        lists = say("{n} lists cost {least} to {most} requests", n=b.accounts, least=b.least, most=b.most)
        git = say("git asks at most {n} repositories that are known, and those that are new", n=b.known)
        yield f"{b.host}: {lists}; {git}"
        if b.has_token:
            yield "  " + say("with a token: {n} requests an hour, {left} of them left", n=b.allowed, left=b.left)
        else:
            yield "  " + say("without a token: {n} requests an hour, {left} of them left", n=b.allowed, left=b.left)
            if b.otherwise > b.allowed:
                yield "  " + say("with one in {name}: {n} an hour", name=b.token, n=b.otherwise)
        if b.free is not None:
            when = b.free.strftime("%H:%M UTC")
            yield "  " + say("it wants to hear nothing until {when}: what is left is done after that", when=when)
        elif b.least > b.left:
            yield "  " + say("that does not fit in this hour: what is left is done after it")
