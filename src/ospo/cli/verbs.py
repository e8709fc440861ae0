# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo VERB`: finds the command, speaks the language of its user, and turns errors into exit codes."""

import os
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from ospo import __version__
from ospo.cli import commands, speech
from ospo.errors import OspoError

FINE, WRONG, INTERRUPTED, READER_GONE = 0, 2, 130, 141


class ReaderGone(Exception):  # noqa: N818 - the name is the sentence
    """Whoever read standard output stopped reading, as `head` does."""


@contextmanager
def _noticing_a_broken_pipe() -> Iterator[None]:
    """Click itself would leave with 1, which means that something is open."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


class Verbs(speech.Speaking, click.Group):
    """The commands in `commands/`, found by walking and imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, by name."""
        return sorted(m.name for m in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command by its name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for, or an error that names what comes close."""
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=self.list_commands(ctx), ctx=ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse the arguments; asking for help prints it here."""
        with _noticing_a_broken_pipe():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _noticing_a_broken_pipe():
            return super().invoke(ctx)


@click.group(
    cls=Verbs,
    help="OSPO-NL: read what to do, check it on your repositories, see how others do it.",
    subcommand_metavar="VERB ...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__, prog_name="ospo", message="%(prog)s %(version)s", cls=speech.Option, help="Show the version and exit."
)
def ospo() -> None:
    """The group that holds every command."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give the exit code.

    0 fine, 1 findings, 2 the user can fix it, 3 our bug, 4 somebody else's service; 130 interrupted, and 141 when the
    reader of the output went away.
    """
    speech.choose(arguments, os.environ)
    try:
        return ospo.main(list(arguments), prog_name="ospo", standalone_mode=False, color=speech.colour_wish()) or FINE
    except click.ClickException as error:
        error.show()
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        speech.tell("Interrupted.")
        return INTERRUPTED
    except ReaderGone:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the interpreter flushes it when it ends, and must not fail
        return READER_GONE
    except OspoError as error:
        speech.complain(error)
        return error.exit_code
    except Exception:
        return speech.crash()
