# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the command line speaks: the language of this run, commands that know it, errors, and a crash report."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ospo import __version__
from ospo.domain.language import Language
from ospo.errors import ContentError, OspoError
from ospo.render.terminal import WIDTH, printable
from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.render.text import TextStyle

F = TypeVar("F", bound=Callable[..., Any])
_language = Language.NL


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Settle the language of this run before anything is said: --language, then the environment, then Dutch."""
    global _language
    _language = Settings.read(environment).language
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            if value in set(Language):
                _language = Language(value)
    for name, module in list(sys.modules.items()):
        if name.startswith("click."):  # every module of click holds its own reference to gettext
            for label, speak in (("_", say), ("ngettext", _counted)):
                if hasattr(module, label):
                    setattr(module, label, speak)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a character shows ?, and does not break


def _counted(one: str, many: str, n: int) -> str:
    return say(one if n == 1 else many)


def language() -> Language:
    """The language of this run."""
    return _language


def say(message: str, /, **values: object) -> str:
    """A message of the interface in the language of this run."""
    if _language is Language.EN and not values:
        return message
    from ospo.i18n import translator

    return translator(_language)(message, **values)


def tell(message: str, /, **values: object) -> None:
    """Talk: on standard error, so that standard output stays data."""
    click.echo(f"ospo: {printable(say(message, **values))}", err=True)


def hint(message: str, /, **values: object) -> None:
    """Say what could be done next; only to a person, not into a pipe."""
    if sys.stdout.isatty():
        click.echo(f"\n{say(message, **values)}", err=True)


def complain(error: OspoError) -> None:
    """Say an error on standard error."""
    if isinstance(error, ContentError):
        tell("The knowledge base has problems ({n}):", n=len(error.problems))
        for problem in error.problems:
            click.echo(printable(problem.in_words(say)), err=True)
    else:
        click.echo(f"ospo: {printable(error.in_words(say))}", err=True)


def colour_wish() -> bool | None:
    """False when NO_COLOR is set or the terminal is dumb; None when it depends on where the output goes."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def colour() -> bool:
    """True when standard output may carry colour."""
    return sys.stdout.isatty() and colour_wish() is None


def width() -> int:
    """How many columns a report may use: 80, or fewer on a narrow terminal."""
    if not sys.stdout.isatty():
        return WIDTH
    from shutil import get_terminal_size

    return max(40, min(WIDTH, get_terminal_size().columns))


def style(site: str = "") -> "TextStyle":
    """How to write a report on standard output: in plain signs when it cannot show the usual ones."""
    from ospo.render.text import PLAIN_SIGNS, SIGNS, TextStyle

    try:
        SIGNS.characters.encode(getattr(sys.stdout, "encoding", None) or "ascii")
        signs = SIGNS
    except UnicodeEncodeError:
        signs = PLAIN_SIGNS
    return TextStyle(_language, colour=colour(), site=site, width=width(), signs=signs)


def crash() -> int:
    """Write what happened as Markdown, ready for an issue; give exit code 3."""
    import platform
    import tempfile
    import traceback

    report = (
        f"### ospo {__version__} broke down\n\n- Python {platform.python_version()} on {platform.system()}\n"
        f"- command: `{' '.join(['ospo', *sys.argv[1:2]])}`\n\n```\n{traceback.format_exc()}```\n"
    )
    try:
        handle, path = tempfile.mkstemp(prefix="ospo-crash-", suffix=".md")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(report)
    except OSError:
        click.echo(report, err=True)
        tell("This is a mistake of ours, not of yours. Paste the text above into an issue, after reading it through.")
    else:
        tell(
            "This is a mistake of ours, not of yours. Paste {path} into an issue, after reading it through.", path=path
        )
    return OspoError.exit_code


def open_app() -> "App":
    """The program behind this door; imported here, so that help and errors of usage do not wait for it."""
    from ospo.app import App

    return App(Settings.read())


class Speaking(click.Command):
    """A command or a group whose help speaks the language of this run; `examples` are lines with what they do."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; every error of usage says where help is."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in the language of this run."""
        self._help_option = None  # click keeps the first one, with the names that its context had
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = say("Show this message and exit.")
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What comes behind the name of the command."""
        return [say(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        return say((self.help or "").split("\n")[0])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text above the options."""
        for paragraph in (self.help or "").split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(say(paragraph))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples below the options."""
        if self.examples:
            with formatter.section(say("Examples")):
                formatter.write_dl([(line, say(what)) for line, what in self.examples])


class Command(Speaking):
    """A command in `commands/`."""


class Option(click.Option):
    """An option whose help speaks the language of this run."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Name and help, the help translated."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], record[1].replace(self.help or "", say(self.help or "")))

    def make_metavar(self, ctx: click.Context) -> str:
        """The name of its value."""
        return say(super().make_metavar(ctx))


class Argument(click.Argument):
    """An argument whose name and help speak the language of this run."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Name and help, both translated."""
        return self.make_metavar(ctx), say(self.help or "")

    def make_metavar(self, ctx: click.Context) -> str:
        """The name of its value."""
        return say(super().make_metavar(ctx))


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """An option with translated help."""
    return click.option(*names, cls=Option, **settings)


def argument(name: str, **settings: Any) -> Callable[[F], F]:
    """An argument with translated help."""
    return click.argument(name, cls=Argument, **settings)


def language_option() -> Callable[[F], F]:
    """`--language nl|en`, which `choose` has read already."""
    return option(
        "--language",
        type=click.Choice([str(code) for code in Language]),
        expose_value=False,
        help="Language of the answer (default: from the environment, Dutch if unsure).",
    )
