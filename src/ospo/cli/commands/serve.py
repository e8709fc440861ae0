# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo serve`: the live site on this machine."""

from contextlib import closing, nullcontext
from dataclasses import replace

import click

from ospo.cli.speech import Command, language_option, open_app, option, say


@click.command(cls=Command, help="Serve the knowledge base on this machine.")
@option("--port", type=int, default=8000, show_default=True, help="The port to listen on; 0 takes any free one.")
@option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@option("--database", metavar="ADDRESS", help="The register: sqlite:///PATH or postgresql://USER@HOST/NAME.")
@language_option()
def command(port: int, host: str, database: str | None) -> None:
    """Take the port, see that the content is in order, say where to look, and serve."""
    from ospo.app import shown_register
    from ospo.web import server

    app = open_app()
    if database:
        app.settings = replace(app.settings, database=database)
    bound = server.listen(host, port)
    with bound:
        app.check_content()
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{bound.getsockname()[1]}"
        site = app.site(address=address, search=True)
        click.echo(say("OSPO-NL is at {address}/ (stop with Ctrl-C)", address=address), err=True)
        app.prepare_search()
        view = shown_register.view(app.settings)
        with nullcontext() if view is None else closing(view) as register:
            server.serve(lambda: site, bound, app.settings.contact, register)
