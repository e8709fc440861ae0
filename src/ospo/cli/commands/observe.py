# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo observe CLONES`: make the observations anew from local clones."""

from pathlib import Path

import click

from ospo.cli.speech import Command, complain, language_option, open_app, option, say


@click.command(cls=Command, help="Scan the clones of every repository we follow, and write the observations.")
@click.argument("clones", type=click.Path(path_type=Path))
@option("--output", type=click.Path(path_type=Path), help="The folder to write (default: observations/).")
@language_option()
def command(clones: Path, output: Path | None) -> None:
    """Name what could not be scanned; the rest goes on."""
    app = open_app()
    done = 0
    for _, error in app.observe(clones, output or app.settings.observations):
        if error is None:
            done += 1
        else:
            complain(error)
    click.echo(say("{n} repositories observed.", n=done), err=True)
