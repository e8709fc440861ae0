# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo build`: the site as files."""

from pathlib import Path

import click

from ospo.cli.speech import Command, complain, language_option, open_app, option, say
from ospo.errors import OspoError


@click.command(cls=Command, help="Write the knowledge base as a static site.")
@option(
    "--output", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The folder to write."
)
@option("--address", default="", metavar="URL", help="Where the site will stand, such as https://voorbeeld.nl/ospo.")
@option("--zip", "has_zip", is_flag=True, help="Add a zip of the site to read without a network, with a link.")
@option("--watch", is_flag=True, help="Keep running, and write again each time that a file changes.")
@language_option()
def command(output: Path, address: str, has_zip: bool, watch: bool) -> None:
    """Write the site whole or not at all; when watching, go on after an error."""
    if not watch:
        _build(output, address, has_zip)
        return
    for _ in open_app().changes():
        try:
            _build(output, address, has_zip)
        except OspoError as error:
            complain(error)


def _build(output: Path, address: str, has_zip: bool) -> None:
    import time

    begun = time.perf_counter()
    app = open_app()
    count = app.build(output, address=address or app.settings.site, has_zip=has_zip)
    seconds = format(time.perf_counter() - begun, ".2f")
    click.echo(say("{n} files written to {path} in {seconds} s.", n=count, path=output, seconds=seconds), err=True)
