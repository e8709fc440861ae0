# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo licence FILE...`: which licence a file holds, and every word in which it is not the official text."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.formats.licence_text import Reading

_MOST = 2_000_000  # bytes read of a file
_PROSE = 400  # words; a longer text points nowhere
_PATH = re.compile(r"(?:[\w.+-]{1,80}/){0,3}[\w.+-]{1,80}")
_POINTERS = 5


@click.command(
    cls=Command,
    help="Say which licences a file holds, in which language, and every word that is not the official text.\n\n"
    "Compares with the texts of SPDX, and the EUPL-1.2 in 23 languages. Exits with 1 when a text was altered or not "
    "recognised.",
    examples=[
        ("ospo licence LICENSE", "what it is, and a diff in words when it was altered"),
        ("ospo licence LICENSES/* --format json", "the same for programs"),
    ],
)
@argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path), help="The files to look at."
)
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@language_option()
@click.pass_context
def command(ctx: click.Context, files: Sequence[Path], form: str) -> None:
    """Exit with 1 when something is open."""
    contents = {path: _read(path) for path in files}
    from ospo.formats import licence_text
    from ospo.formats.licence_text import Method
    from ospo.render import licence_report

    entries, is_open = [], False
    for path, content in contents.items():
        text = licence_text.decode(content)
        reading = None if text is None else licence_text.read(text)
        pointed = _pointed(path, text) if text and reading and not reading.found and reading.words < _PROSE else {}
        is_known = reading is not None and bool(reading.found or pointed)
        like = licence_text.likest(text) if text and not is_known else None
        found = reading.found if reading else ()
        is_open |= not is_known or any(one.method is Method.ALTERED for one in found)
        entries.append((str(path), reading, pointed, like))
        if form == "text":
            click.echo(licence_report.text(str(path), reading, pointed, speech.say), nl=False)
            if like:
                click.echo(licence_report.resembles(*like, speech.say))
    if form == "json":
        click.echo(licence_report.document(entries).encode("utf-8"), nl=False)
    ctx.exit(1 if is_open else 0)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST)
    except OSError as error:
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror) from error


def _pointed(path: Path, text: str) -> dict[str, "Reading"]:
    """The files beside a short text that it mentions, and that hold a licence; nothing outside its folder."""
    from ospo.formats import licence_text

    found = {}
    for name in dict.fromkeys(_PATH.findall(text)):
        other = path.parent / name
        if ".." in other.parts[len(path.parent.parts) :] or other.is_symlink() or not other.is_file() or other == path:
            continue
        inside = licence_text.decode(_read(other))
        reading = licence_text.read(inside) if inside else None
        if reading and reading.found:
            found[name] = reading
        if len(found) == _POINTERS:
            break
    return found
