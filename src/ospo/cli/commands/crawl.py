# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo crawl SOURCE...`: find repositories, scan the ones that changed, and record it in the register."""

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option, say, tell

FAILED = 4


@click.command(
    cls=Command,
    help="Crawl: find repositories, and scan those that are new or changed.\n\n"
    "What is found goes into the register, with its history. A crawl that was stopped goes on where it was.",
    examples=[
        ("ospo crawl clones/", "every clone and bundle below a folder; needs no network"),
        ("ospo crawl https://git.voorbeeld.example/kaart.git", "one repository, in a mirror of our own"),
        ("ospo crawl https://voorbeeld.example/repositories.json", "a list, as docs/crawl.md describes"),
    ],
)
@argument(
    "sources",
    metavar="SOURCE...",
    nargs=-1,
    required=True,
    help="Folders, or addresses of accounts, repositories or lists.",
)
@option("--database", metavar="ADDRESS", help="The register: sqlite:///PATH or postgresql://USER@HOST/NAME.")
@option(
    "--internal",
    multiple=True,
    metavar="HOST",
    help="A host in your own network that may be asked (may be given more than once).",
)
@option(
    "--processes",
    type=click.IntRange(1, 256),
    metavar="N",
    help="How many repositories at a time (default: one per core).",
)
@language_option()
@click.pass_context
def command(
    ctx: click.Context, sources: tuple[str, ...], database: str | None, internal: tuple[str, ...], processes: int | None
) -> None:
    """Crawl, say what went wrong, and exit with 4 when something of somebody else failed."""
    from ospo.app import crawling
    from ospo.render import crawl_text
    from ospo.render.terminal import printable

    app = speech.open_app()
    for _ in crawling.crawl(app.settings, sources, app.now, database, internal, processes):
        pass
    report = crawling.last_report(app.settings, database)
    for line in crawl_text.troubles(report, say):
        click.echo(printable(line), err=True)
    click.echo(crawl_text.summary(report, say), nl=False)
    if report.troubles:
        tell("{n} could not be had; the rest is in the register.", n=report.counts.failures)
        ctx.exit(FAILED)
