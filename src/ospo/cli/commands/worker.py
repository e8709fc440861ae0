# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo worker`: help with what is in the queue of a register, and crawl again by itself, until it is stopped."""

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.crawl_options import Span, crawl_options
from ospo.cli.speech import Command, option, say, tell

if TYPE_CHECKING:
    from ospo.domain.crawl import RunReport


@click.command(
    cls=Command,
    help="Work off the queue of a register, on this machine or on several.\n\n"
    "Waits for new work until it is stopped. What a worker that is killed had in hand, another one does.",
    examples=[
        ("ospo worker --database postgresql://ospo@db.voorbeeld.example/ospo", "one of several machines"),
        ("ospo worker --every 1d", "asks each list again when that was a day ago"),
        ("ospo worker --once", "stops when the queue is empty"),
    ],
)
@option(
    "--every",
    type=Span(),
    metavar="TIME",
    help="Crawl again by itself what was last asked so long ago, such as 6h or 1d.",
)
@option("--once", is_flag=True, help="Stop when there is nothing left to do.")
@crawl_options()
def command(
    database: str | None, internal: tuple[str, ...], processes: int | None, every: timedelta | None, once: bool
) -> None:
    """Work, and say how much was done."""
    from ospo.app import crawling

    app = speech.open_app()
    work = crawling.work(
        app.settings, app.now, database, internal, processes, forever=not once, every=every, tell=_report
    )
    done = sum(1 for _ in work)
    tell("{n} jobs done.", n=done)


def _report(report: "RunReport") -> None:
    """What a crawl did that began by itself."""
    from ospo.render import crawl_text
    from ospo.render.terminal import printable

    for line in crawl_text.troubles(report, say):
        click.echo(printable(line), err=True)
    click.echo(crawl_text.summary(report, say), nl=False)
