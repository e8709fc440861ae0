# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content check|due|new|stamp|schemas`: for editors of the knowledge base."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import ContentError, SettingsError

if TYPE_CHECKING:
    from ospo.app import App

_FAR = 36_500  # days: beyond it there is no calendar


@click.command(
    cls=Command,
    help="Check the knowledge base, see what is due, begin something new, stamp translations, or write the schemas.",
    examples=[
        ("ospo content check", "names every problem at once, with file and line"),
        ("ospo content due --days 30", "what editors have to look at within a month"),
        ("ospo content new practice citeren", "writes the files of a new practice, to be filled in"),
        ("ospo content stamp", "notes in each translation which Dutch text it was made from"),
        ("ospo content schemas", "writes the JSON Schemas that text editors use, beside the content"),
    ],
)
@argument("verb", type=click.Choice(["check", "due", "new", "stamp", "schemas"]), help="What to do.")
@argument("words", nargs=-1, required=False, help="For 'new': practice, fact or step, and its id.")
@option("--days", type=int, default=7, help="For 'due': how many days to look ahead (default: 7).")
@language_option()
def command(verb: str, words: tuple[str, ...], days: int) -> None:
    """Check says what is wrong, due what there is to do; the others print the files that they changed."""
    if words and verb != "new":
        raise SettingsError("'{words}' is too much: only `ospo content new` takes more words", words=" ".join(words))
    app = speech.open_app()
    if verb == "check":
        _check(app)
    elif verb == "due":
        _due(app, days)
    else:
        _changed(_written(app, verb, words))


def _written(app: "App", verb: str, words: tuple[str, ...]) -> list[Path]:
    if verb == "new":
        return _new(app, words)
    if verb == "stamp":
        return app.stamp()
    from ospo.cli.schemas import write

    return write(app.settings.content.parent / "schemas")


def _changed(paths: list[Path]) -> None:
    for path in paths:
        click.echo(str(path))
    if not paths:
        speech.tell("Everything was up to date; nothing was written.")


def _check(app: "App") -> None:
    from ospo.knowledge import places

    try:
        app.check_content()
    except ContentError as error:
        raise ContentError(places.with_lines(error.problems, app.settings.content)) from error
    library = app.library
    counts = {"practices": len(library.practices), "norms": len(library.norms), "facts": len(library.facts)}
    speech.tell("The knowledge base is in order: {practices} practices, {norms} norms, {facts} facts.", **counts)


def _due(app: "App", days: int) -> None:
    from ospo.engine import editing
    from ospo.render.editing_text import ADVICE, KINDS

    days = min(max(days, 0), _FAR)
    found = editing.tasks(app.library, app.now().date(), speech.language(), days=days)
    for kind in editing.TaskKind:
        tasks = [task for task in found if task.kind is kind]
        if tasks:
            click.echo(f"{speech.say(KINDS[kind])} ({len(tasks)})\n  {speech.say(ADVICE[kind])}")
        for task in tasks:
            click.echo(f"  {task.due or '-':<10}  {task.path}  {task.role}".rstrip())
    speech.tell("Tasks within {days} days: {n}.", days=days, n=len(found))


def _new(app: "App", words: tuple[str, ...]) -> list[Path]:
    from ospo.knowledge import skeleton

    if len(words) != 2 or words[0] not in skeleton.KINDS:
        message = "say what is new, and its id: `ospo content new {kinds} ID`"
        raise SettingsError(message, kinds="|".join(skeleton.KINDS))
    return skeleton.write(app.settings.content, words[0], words[1], app.now().date())
