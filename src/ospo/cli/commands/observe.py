# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo observe CLONES`: make the observations anew from local clones, of today or of years past."""

import datetime
from pathlib import Path

import click

from ospo.cli.days import Day
from ospo.cli.speech import Command, complain, language_option, open_app, option, say


@click.command(cls=Command, help="Scan the clones of every repository we follow, and write the observations.")
@click.argument("clones", type=click.Path(path_type=Path))
@option("--output", type=click.Path(path_type=Path), help="The folder to write (default: observations/).")
@option("--since", type=Day(), help="Look back from this day on, at the start of each year; needs whole clones.")
@language_option()
def command(clones: Path, output: Path | None, since: datetime.date | None) -> None:
    """Name what could not be scanned; the rest goes on."""
    app = open_app()
    done, folder = 0, output or app.settings.observations
    for _, error in app.observe(clones, folder) if since is None else app.observe_past(clones, folder, since):
        if error is None:
            done += 1
        else:
            complain(error)
    click.echo(say("{n} repositories observed.", n=done), err=True)
