# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo register import|check|explain|list|questions|export`: who says what of organisations and their accounts."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from ospo.cli import speech
from ospo.cli.days import Day
from ospo.cli.speech import Command, argument, language_option, option
from ospo.domain.register import KnownRegister
from ospo.errors import OspoError, SettingsError

_MOST = 1_000_000  # bytes of an ospo.yml


@click.command(
    cls=Command,
    help="Read lists of organisations and what they say of themselves; show who says what, and where that differs.\n\n"
    "The register holds claims and no truths: each has a source, a place in it and a date. Nothing is fetched.",
    examples=[
        ("ospo register import publishers.json", "reads a list; its kind is recognised"),
        ("ospo register import clones/", "openCatalogi.yaml, ospo.yml and publiccode.yml in clones"),
        ("ospo register check ospo.yml", "what is wrong in your own declaration, to line and column"),
        ("ospo register explain https://github.com/voorbeeld", "why it is in the register, or why not"),
        ("ospo register questions", "what the sources leave open, such as one account with two organisations"),
        ("ospo register export --format csv", "everything, for a spreadsheet"),
    ],
)
@argument(
    "verb",
    type=click.Choice(["import", "check", "explain", "list", "questions", "export"]),
    help="What to do.",
)
@argument(
    "names", metavar="[PATH|NAME]...", nargs=-1, help="Files, folders and clones; with explain, an address or a name."
)
@option("--register", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the claims are kept.")
@option("--kind", help="The kind of list, when it is not recognised (with import).")
@option("--dated", type=Day(), help="The date that the list is of, when it does not say so itself (with import).")
@option("--address", default="", metavar="URL", help="The repository in which the file stands (with import).")
@option("--all", "every", is_flag=True, help="Also organisations without an account (with list).")
@option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="How to print (default: text)."
)
@language_option()
@click.pass_context
def command(
    ctx: click.Context,
    verb: str,
    names: Sequence[str],
    folder: Path | None,
    kind: str | None,
    dated: datetime.date | None,
    address: str,
    every: bool,
    form: str,
) -> None:
    """Exit with 1 when a file to import or check has something wrong, or what was asked for is not in the register."""
    if verb in ("import", "check", "explain") and not names:
        raise click.UsageError(speech.say("Name what to read, check or explain."))
    if verb == "check":
        ctx.exit(_check([Path(name) for name in names]))
    elif verb == "import":
        from ospo.app.registering import Wish

        ctx.exit(_import([Path(name) for name in names], folder, Wish(kind, address, dated)))
    register = _open(folder)
    if verb == "explain":
        ctx.exit(_explain(register, " ".join(names), form))
    _show(register, verb, every, form)


def _open(folder: Path | None) -> KnownRegister:
    from ospo.app import registering

    app = speech.open_app()
    return registering.known(registering.store(app.settings, folder), app.now().date())


def _import(paths: Sequence[Path], folder: Path | None, wish: object) -> int:
    from ospo.app import registering
    from ospo.render.register_text import RegisterText

    assert isinstance(wish, registering.Wish)  # noqa: S101 - made by the caller; its type is imported late
    app, words = speech.open_app(), RegisterText(speech.say)
    code = 0
    store = registering.store(app.settings, folder)
    for found in registering.take_in(store, paths, wish, app.now().date()):
        if isinstance(found.result, OspoError):
            speech.complain(found.result)
            code = 1
        else:
            click.echo(words.imported(found.label, found.result))
    speech.hint("Next step: `ospo register questions` shows what the sources leave open.")
    return code


def _check(paths: Sequence[Path]) -> int:
    from ospo.formats import organisation_file
    from ospo.render.terminal import printable

    code = 0
    for path in paths:
        words = organisation_file.parse(_text(path))
        for fault in words.faults:
            what = fault.error.in_words(speech.say)
            click.echo(printable(f"{path}:{fault.line}:{fault.column}: {what}"))
            code = 1
        if not words.faults:
            click.echo(printable(speech.say("{path}: in order.", path=path)))
    return code


def _explain(register: KnownRegister, asked: str, form: str) -> int:
    from ospo.engine.register import tracing
    from ospo.render import register_data
    from ospo.render.register_text import RegisterText

    found = tracing.explain(register, asked)
    if form == "json":
        click.echo(register_data.trace(found).encode("utf-8"), nl=False)
    else:
        for line in RegisterText(speech.say).trace(found):
            click.echo(line)
    return 0 if found.is_known else 1


def _show(register: KnownRegister, verb: str, every: bool, form: str) -> None:
    from ospo.render import register_data
    from ospo.render.register_text import RegisterText

    words = RegisterText(speech.say)
    if form == "json" or (verb == "export" and form == "text"):
        click.echo(register_data.document(register).encode("utf-8"), nl=False)
    elif form == "csv":
        click.echo(register_data.table(register).encode("utf-8"), nl=False)
    else:
        for line in words.questions(register) if verb == "questions" else words.listing(register, every=every):
            click.echo(line)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST:
            raise SettingsError("{path}: is too large for an ospo.yml", path=path)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=reason) from error
