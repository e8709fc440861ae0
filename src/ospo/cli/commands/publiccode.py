# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo publiccode check|fix FILE...`: the doctor for a publiccode.yml."""

import os
import tempfile
from collections.abc import Container, Sequence
from pathlib import Path

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import SettingsError

_MOST = 1_000_000  # bytes


@click.command(
    cls=Command,
    help="Say what is wrong in a publiccode.yml, to the line and column; or repair what is mechanical.\n\n"
    "Needs no network: addresses are judged by their shape. Knows versions 0.2 to 0.7 of the standard.",
    examples=[
        ("ospo publiccode check publiccode.yml", "what is wrong, and what to do about it"),
        ("ospo publiccode fix publiccode.yml", "shows the repairs as a diff; writes nothing"),
        ("ospo publiccode fix --write publiccode.yml", "repairs the file; comments and layout stay"),
    ],
)
@argument("verb", type=click.Choice(["check", "fix"]), help="What to do.")
@argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path), help="The files to look at."
)
@option("--write", is_flag=True, help="Write the repairs into the file (with fix).")
@option("--upgrade", is_flag=True, help="Declare the newest version as well, when the file is valid for it (with fix).")
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print (with check).")
@language_option()
@click.pass_context
def command(ctx: click.Context, verb: str, files: Sequence[Path], write: bool, upgrade: bool, form: str) -> None:
    """Exit with 1 when errors are found, or left."""
    contents = {path: _read(path) for path in map(_file, files)}
    if verb == "check":
        ctx.exit(_check(contents, form))
    left = [_fix(path, content, write, upgrade) for path, content in contents.items()]
    ctx.exit(1 if any(left) else 0)


def _check(contents: dict[Path, bytes], form: str) -> int:
    from ospo.formats import publiccode
    from ospo.render import publiccode_text

    entries, is_wrong = [], False
    for path, content in contents.items():
        report = publiccode.validate(content, _beside(path))
        doctor = publiccode_text.Doctor(str(path), content, speech.say)
        is_wrong = is_wrong or bool(report.errors)
        if form == "json":
            entries += doctor.entries(report)
        else:
            click.echo(doctor.report(report), nl=False)
    if form == "json":
        click.echo(publiccode_text.document(entries).encode("utf-8"), nl=False)
    return 1 if is_wrong else 0


def _fix(path: Path, content: bytes, write: bool, upgrade: bool) -> bool:
    """Show or write the repairs of one file; true when errors are left."""
    import difflib

    from ospo.formats import publiccode_repair
    from ospo.render import publiccode_text
    from ospo.render.terminal import printable

    found = publiccode_repair.repair(content, _beside(path), upgrade=upgrade)
    for line in publiccode_text.changes(found, speech.say):
        click.echo(line, err=True)
    if not found.repairs:
        speech.tell("{path}: nothing to repair by rule.", path=path)
    elif write:
        _replace(path, found.text)
        speech.tell("{path}: repaired.", path=path)
    else:
        before = content.decode("utf-8").removeprefix("\ufeff").splitlines(keepends=True)
        after = found.text.splitlines(keepends=True)
        for line in difflib.unified_diff(before, after, f"a/{path.name}", f"b/{path.name}"):
            click.echo(printable(line.rstrip("\r\n")))
            if not line.endswith("\n"):
                click.echo("\\ No newline at end of file")  # as `git apply` wants it
        speech.tell("Nothing was written: add --write to do so.")
    return any(not problem.is_warning for problem in found.left)


def _file(path: Path) -> Path:
    """The file itself, also when its folder was named."""
    names = ("publiccode.yml", "publiccode.yaml")
    return next((path / name for name in names if (path / name).is_file()), path)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise SettingsError("{path}: is too large for a publiccode.yml", path=path)
        return path.read_bytes()
    except OSError as error:
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror) from error


class _Tree:
    """The files beside a publiccode.yml, asked one by one; nothing outside its folder is looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        path = Path(str(name))
        return not path.is_absolute() and ".." not in path.parts and (self._folder / path).is_file()


def _beside(path: Path) -> Container[str] | None:
    """The files of the same work tree, for logos and screenshots; None when the file stands in no repository."""
    return _Tree(path.parent) if (path.parent / ".git").exists() else None


def _replace(path: Path, text: str) -> None:
    """Write whole or not at all, with the rights the file had."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.chmod(name, path.stat().st_mode & 0o777)
        os.replace(name, path)
    except OSError as error:
        message = "{path}: cannot be written ({error}): choose another folder"
        raise SettingsError(message, path=path, error=error.strerror) from error
