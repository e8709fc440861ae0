# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo build`: the site as files."""

from pathlib import Path

import click

from ospo.cli.speech import Command, language_option, open_app, option, say


@click.command(cls=Command, help="Write the knowledge base as a static site.")
@option(
    "--output", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The folder to write."
)
@option("--address", default="", metavar="URL", help="Where the site will stand, such as https://voorbeeld.nl/ospo.")
@language_option()
def command(output: Path, address: str) -> None:
    """Write the site whole or not at all."""
    app = open_app()
    count = app.build(output, address=address or app.settings.site)
    click.echo(say("{n} files written to {path}.", n=count, path=output), err=True)
