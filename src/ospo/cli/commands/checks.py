# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo checks list`: every check there is."""

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option


@click.command(
    cls=Command,
    help="List the checks by topic.",
    examples=[("ospo checks list", "every check, with its id and title")],
)
@argument("verb", type=click.Choice(["list"]), default="list", help="'list', which may be left out.")
@language_option()
def command(verb: str) -> None:
    """Print id and title of every check."""
    from ospo.render.text import TextReport

    report = TextReport(speech.open_app().catalogue, {}, speech.style())
    click.echo(report.checks(), nl=False)
    speech.hint("Next step: `ospo explain ID` tells what a check tests, and why.")
