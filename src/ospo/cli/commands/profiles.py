# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo profiles list|show|import`: the policies there are, one to read, and one made of a repolinter rule set."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language, language_option, option
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.formats.repolinter import RuleSet

_MOST = 1_000_000  # bytes of a rule set


@click.command(
    cls=Command,
    help="List the profiles (policies), show one to read, or make one of a repolinter rule set.\n\n"
    "Hold a repository against one with `ospo scan --profile ID|FILE`, or with `profile: ID` in its .ospo.yml.",
    examples=[
        ("ospo profiles list", "every profile, with its id and title"),
        ("ospo profiles show basis", "what it asks of which repository, at which threshold, and why"),
        ("ospo profiles show beleid.yaml > beleid.md", "a policy of your own, as a page"),
        ("ospo profiles import repolinter.json > beleid.yaml", "a rule set of version 2 becomes a profile"),
    ],
)
@argument("verb", type=click.Choice(["list", "show", "import"]), default="list", help="What to do; 'list' if left out.")
@argument("name", metavar="ID|FILE", default="", help="A profile (with show), or a rule set (with import).")
@option(
    "--base",
    "bases",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The rule set that it extends (with import); the nearest first when there are more.",
)
@language_option()
def command(verb: str, name: str, bases: Sequence[Path]) -> None:
    """Print profiles on standard output."""
    if verb == "list":
        _list(speech.open_app())
        return
    if not name:
        raise click.UsageError(speech.say("Name a profile to show, or a rule set to import."))
    if verb == "show":
        _show(speech.open_app(), name)
    else:
        _import(speech.open_app(), Path(name), bases)


def _list(app: "App") -> None:
    from ospo.render.profile_text import ProfileWords

    words = ProfileWords(app.catalogue, language())
    for line in words.listing(app.library.profiles.values(), speech.width()):
        click.echo(line)
    speech.hint("Next step: `ospo profiles show ID` tells what one asks, and why.")


def _show(app: "App", name: str) -> None:
    from ospo.engine import policy
    from ospo.render.policy import PolicyPage

    held = app.policies(name)
    assert held.asked is not None  # noqa: S101 - a name was given, and found
    laid_out = policy.lay_out(held.profiles, app.library.norms, held.asked)
    page = PolicyPage(app.library, app.catalogue, language(), app.now().date(), app.settings.site)
    text = page.document(laid_out)
    if not sys.stdout.isatty():
        click.echo(text.encode("utf-8"), nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=speech.width(), no_color=not speech.colour()).print(Markdown(text))


def _import(app: "App", path: Path, bases: Sequence[Path]) -> None:
    from ospo.engine import repolinter
    from ospo.render.profile_yaml import ImportText

    rules = _rules(path)
    for base in bases:
        rules = rules.on(_rules(base))
    if rules.extends:
        speech.tell("It extends another rule set, which is not read: give that with --base.")
    found = repolinter.take_over(rules)
    text = ImportText(language(), app.now().date()).document(found, path.stem)
    click.echo(text.encode("utf-8"), nl=False)
    speech.tell("Rules taken over: {n}; not taken over: {m}.", n=len(found.taken), m=len(found.refused))


def _rules(path: Path) -> "RuleSet":
    from ospo.formats import repolinter

    try:
        if path.stat().st_size > _MOST:
            raise SettingsError("{path}: is too large for a rule set", path=path)
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror) from error
    return repolinter.parse(text, str(path))
