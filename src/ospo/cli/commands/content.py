# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content check|due|import|links|new|stamp|schemas`: for editors of the knowledge base."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import proofreading, speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import SettingsError
from ospo.render.terminal import printable

if TYPE_CHECKING:
    from ospo.app import App

_FAR = 36_500  # days: beyond it there is no calendar


@click.command(
    cls=Command,
    help="Check the knowledge base and its links, see what is due, begin something new, stamp translations, "
    "or write the schemas.",
    examples=[
        ("ospo content check", "names every problem at once, with file and line"),
        ("ospo content check --readability", "also how hard each text is to read, with its longest sentences"),
        ("ospo content due --days 30", "what editors have to look at within a month"),
        ("ospo content links", "what is recorded of the addresses outside; nothing goes out"),
        ("ospo content links --check --limit 50", "goes out to look at fifty addresses, and records what it saw"),
        ("ospo content import ../kennisbank", "holds an older knowledge base beside ours, and writes nothing"),
        ("ospo content new practice citeren", "writes the files of a new practice, to be filled in"),
        ("ospo content stamp", "notes in each translation which Dutch text it was made from"),
        ("ospo content schemas", "writes the JSON Schemas that text editors use, beside the content"),
    ],
)
@argument("verb", type=click.Choice(["check", "due", "import", "links", "new", "stamp", "schemas"]), help="What to do.")
@argument(
    "words", nargs=-1, required=False, help="For 'new': what it is, and its id. For 'import': a folder or a clone."
)
@option("--days", type=int, default=7, help="For 'due': how many days to look ahead (default: 7).")
@option("--readability", is_flag=True, help="For 'check': also tell how hard each text is to read.")
@option("--check", "goes_out", is_flag=True, help="For 'links': go out, and look at the addresses that are due.")
@option("--limit", type=int, help="For 'links --check': look at no more addresses than this.")
@option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), help="For 'import': how to write the report."
)
@language_option()
@click.pass_context
def command(
    context: click.Context,
    verb: str,
    words: tuple[str, ...],
    days: int,
    readability: bool,
    goes_out: bool,
    limit: int | None,
    form: str | None,
) -> None:
    """Check says what is wrong, due what there is to do, links what became of addresses; the others print what changed.

    Gives exit code 1 when something is wrong with an address.
    """
    _see_that_they_belong(verb, words, readability=readability, goes_out=goes_out, limit=limit)
    if form is not None and verb != "import":
        raise SettingsError("--format belongs to `ospo content import`")
    app = speech.open_app()
    if verb == "import":
        from ospo.cli import importing

        importing.show(app, words, form or "text")
    elif verb == "check":
        proofreading.check(app, shows_readability=readability)
    elif verb == "due":
        _due(app, days)
    elif verb == "links":
        from ospo.cli import links

        is_well = links.check(app, limit) if goes_out else links.show(app)
        context.exit(0 if is_well else 1)
    else:
        _changed(_written(app, verb, words))


def _see_that_they_belong(
    verb: str, words: tuple[str, ...], *, readability: bool, goes_out: bool, limit: int | None
) -> None:
    if words and verb not in ("new", "import"):
        raise SettingsError(
            "'{words}' is too much: only `ospo content new` and `import` take more words", words=" ".join(words)
        )
    if readability and verb != "check":
        raise SettingsError("--readability belongs to `ospo content check`")
    if goes_out and verb != "links":
        raise SettingsError("--check belongs to `ospo content links`")
    if limit is not None and limit < 1:
        raise SettingsError("--limit takes a number of 1 or more")
    if limit is not None and not goes_out:
        raise SettingsError("--limit belongs to `ospo content links --check`")


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


def _due(app: "App", days: int) -> None:
    from ospo.engine import editing
    from ospo.engine.proofreading import hardness
    from ospo.render.editing_text import ADVICE, KINDS

    days, texts = min(max(days, 0), _FAR), hardness(app.library)
    found = editing.tasks(app.library, app.now().date(), speech.language(), days=days, links=app.links, texts=texts)
    for kind in editing.TaskKind:
        tasks = [task for task in found if task.kind is kind]
        if tasks:
            click.echo(f"{speech.say(KINDS[kind])} ({len(tasks)})\n  {speech.say(ADVICE[kind])}")
        for task in tasks:
            about = f"  {task.subject}" if task.link else ""
            about += f" (+{len(task.also)})" if task.also else ""
            click.echo(printable(f"  {task.due or '-'!s:<10}  {task.path}  {task.role}{about}".rstrip()))
            if task.text:
                proofreading.tell_of(task.text)
    speech.tell("Tasks within {days} days: {n}.", days=days, n=len(found))


def _new(app: "App", words: tuple[str, ...]) -> list[Path]:
    from ospo.knowledge import skeleton

    if len(words) != 2 or words[0] not in skeleton.KINDS:
        message = "say what is new, and its id: `ospo content new {kinds} ID`"
        raise SettingsError(message, kinds="|".join(skeleton.KINDS))
    return skeleton.write(app.settings.content, words[0], words[1], app.now().date())
