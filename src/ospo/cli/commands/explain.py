# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo explain ID`: a check or a practice, to read in the terminal."""

import sys

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language, language_option


@click.command(
    cls=Command,
    help="Explain a check or a practice: what, why, and what to do on Monday.",
    examples=[
        ("ospo explain has-licence-file", "what a check tests and how to put it right"),
        ("ospo explain licentiekeuze", "a practice, whole"),
        ("ospo explain licentiekeuze > licentiekeuze.md", "the same as Markdown"),
    ],
)
@argument("name", metavar="CHECK|PRACTICE", help="An id, as `ospo checks list` and a report name it.")
@language_option()
def command(name: str) -> None:
    """Print the text as Markdown; on a terminal laid out."""
    text = speech.open_app().explain(name, language())
    if not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=speech.width(), no_color=not speech.colour()).print(Markdown(text))
