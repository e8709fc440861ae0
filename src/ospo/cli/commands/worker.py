# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo worker`: help with what is in the queue of a register, until it is stopped."""

import click

from ospo.cli import speech
from ospo.cli.speech import Command, language_option, option, tell


@click.command(
    cls=Command,
    help="Work off the queue of a register, on this machine or on several.\n\n"
    "Waits for new work until it is stopped. What a worker that is killed had in hand, another one does.",
    examples=[
        ("ospo worker --database postgresql://ospo@db.voorbeeld.example/ospo", "one of several machines"),
        ("ospo worker --once", "stops when the queue is empty"),
    ],
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
@option("--once", is_flag=True, help="Stop when there is nothing left to do.")
@language_option()
def command(database: str | None, internal: tuple[str, ...], processes: int | None, once: bool) -> None:
    """Work, and say how much was done."""
    from ospo.app import crawling

    app = speech.open_app()
    work = crawling.work(app.settings, app.now, database, internal, processes, forever=not once)
    done = sum(1 for _ in work)
    tell("{n} jobs done.", n=done)
