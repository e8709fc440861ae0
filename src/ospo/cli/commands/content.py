# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content check|stamp|schemas`: for editors of the knowledge base."""

from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option
from ospo.errors import ContentError

if TYPE_CHECKING:
    from ospo.app import App


@click.command(
    cls=Command,
    help="Check the knowledge base, stamp translations as up to date, or write the schemas for editors.",
    examples=[
        ("ospo content check", "names every problem at once, with file and line"),
        ("ospo content stamp", "notes in each translation which Dutch text it was made from"),
        ("ospo content schemas", "writes the JSON Schemas that text editors use, beside the content"),
    ],
)
@argument("verb", type=click.Choice(["check", "stamp", "schemas"]), help="What to do.")
@language_option()
def command(verb: str) -> None:
    """Check says what is wrong; the other two print the files that they changed."""
    app = speech.open_app()
    if verb == "check":
        _check(app)
        library = app.library
        counts = {"practices": len(library.practices), "norms": len(library.norms), "facts": len(library.facts)}
        speech.tell("The knowledge base is in order: {practices} practices, {norms} norms, {facts} facts.", **counts)
        return
    if verb == "stamp":
        changed = app.stamp()
    else:
        from ospo.cli.schemas import write

        changed = write(app.settings.content.parent / "schemas")
    for path in changed:
        click.echo(str(path))
    if not changed:
        speech.tell("Everything was up to date; nothing was written.")


def _check(app: "App") -> None:
    from ospo.knowledge import places

    try:
        app.check_content()
    except ContentError as error:
        raise ContentError(places.with_lines(error.problems, app.settings.content)) from error
