# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo crawl SOURCE...`: find repositories, scan the ones that changed, and record it in the register."""

from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.crawl_options import crawl_options
from ospo.cli.speech import Command, argument, option, say, tell

if TYPE_CHECKING:
    from ospo.app import App

FAILED = 4


@click.command(
    cls=Command,
    help="Crawl: find repositories, and scan those that are new or changed.\n\n"
    "What is found goes into the register, with its history. A crawl that was stopped goes on where it was.",
    examples=[
        ("ospo crawl clones/", "every clone and bundle below a folder; needs no network"),
        ("ospo crawl https://git.voorbeeld.example/kaart.git", "one repository, in a mirror of our own"),
        ("ospo crawl https://voorbeeld.example/repositories.json", "a list, as docs/crawl.md describes"),
        ("ospo crawl https://github.com/voorbeeld --dry-run", "how much that would ask, and what the forge allows"),
        ("ospo crawl --register --country NL", "every account in the Netherlands that the register knows"),
    ],
)
@argument(
    "sources",
    metavar="[SOURCE]...",
    nargs=-1,
    help="Folders, or addresses of accounts, repositories or lists.",
)
@option("--register", "known", is_flag=True, help="Also every account that the register knows.")
@option("--country", default="", metavar="CODE", help="Of those only the ones of organisations in this country.")
@option("--dry-run", is_flag=True, help="Only say how much would be asked of whom, and stop.")
@crawl_options()
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    database: str | None,
    known: bool,
    country: str,
    dry_run: bool,
    internal: tuple[str, ...],
    processes: int | None,
) -> None:
    """Crawl, say what went wrong, and exit with 4 when something of somebody else failed."""
    from ospo.app import crawling
    from ospo.render import crawl_text
    from ospo.render.terminal import printable

    if not sources and not known:
        raise click.UsageError(say("Name what to crawl, or take every account of the register with --register."))
    app = speech.open_app()
    if known:
        sources += _of_register(app, database, country.upper())
    for line in crawl_text.budget(crawling.budget(app.settings, sources, app.now(), database), say):
        click.echo(printable(line), err=True)
    if dry_run:
        return
    for _ in crawling.crawl(app.settings, sources, app.now, database, internal, processes):
        pass
    report = crawling.last_report(app.settings, database)
    for line in crawl_text.troubles(report, say):
        click.echo(printable(line), err=True)
    click.echo(crawl_text.summary(report, say), nl=False)
    if report.counts.failures:
        tell("{n} could not be had; the rest is in the register.", n=report.counts.failures)
        ctx.exit(FAILED)


def _of_register(app: "App", database: str | None, country: str) -> tuple[str, ...]:
    """The accounts that the claims name."""
    from ospo.app import registering

    with registering.store(app.settings, database) as claims:
        found, others = registering.sources(registering.known(claims, app.now().date()), country)
    tell("{n} accounts of the register are crawled.", n=len(found))
    if others:
        tell("{n} others stand on a forge that we have no client for: see docs/crawl.md.", n=others)
    return tuple(found)
