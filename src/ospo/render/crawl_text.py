# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a crawl as text."""

from collections.abc import Callable, Iterator

from ospo.domain.crawl import RunReport


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
