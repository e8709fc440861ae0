# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo register`: who says what of organisations and their accounts, what crawls saw of them, and exports of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ospo.cli import speech
from ospo.cli.days import Day
from ospo.cli.speech import Command, argument, language_option, option
from ospo.domain.register import KnownRegister
from ospo.errors import OspoError, SettingsError
from ospo.render.terminal import printable

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.app.registering import Told, Wish
    from ospo.domain.finding import Finding
    from ospo.store.claims import Claims

_MOST = 1_000_000  # bytes of an ospo.yml
_VERBS = ("import", "add", "withdraw", "check", "explain", "list", "questions", "export", "dump")
_NEED_A_NAME = ("import", "add", "withdraw", "check", "explain", "dump")
_EXPORTS = ("json", "csv", "don", "publiccode", "dcat")


@click.command(
    cls=Command,
    help="Read lists of organisations and what they say of themselves; show who says what, and where that differs.\n\n"
    "The register holds claims and no truths: each has a source, a place in it and a date. Nothing is fetched.",
    examples=[
        ("ospo register import publishers.json", "reads a list; its kind is recognised"),
        ("ospo register import clones/", "openCatalogi.yaml, ospo.yml and publiccode.yml in clones"),
        ("ospo register add Voorbeeld https://github.com/voorbeeld --source brief", "a claim by hand"),
        ("ospo register check ospo.yml", "what is wrong in your own declaration, to line and column"),
        ("ospo register explain https://github.com/voorbeeld", "why it is in the register, or why not"),
        ("ospo register questions", "what the sources leave open, such as one account with two organisations"),
        ("ospo register export --format csv", "everything, for a spreadsheet"),
        ("ospo register dump nightly/", "everything that is public in it, as files with their hashes"),
    ],
)
@argument(
    "verb",
    type=click.Choice(_VERBS),
    metavar="VERB",
    help="What to do: import, add, withdraw, check, explain, list, questions, export or dump.",
)
@argument(
    "names",
    metavar="[PATH|NAME]...",
    nargs=-1,
    help="Files, folders and clones; with explain, an address or a name; with add, a name and what is said of it.",
)
@option("--database", metavar="ADDRESS", help="The register: sqlite:///PATH or postgresql://USER@HOST/NAME.")
@option("--kind", help="The kind of list, when it is not recognised (with import).")
@option("--dated", type=Day(), help="The date that the source is of, when it does not say so itself.")
@option("--address", default="", metavar="URL", help="The repository in which the file stands (with import).")
@option("--source", default="", metavar="NAME", help="Who says so (with add and withdraw).")
@option("--url", default="", metavar="URL", help="Where it can be read (with add).")
@option("--all", "every", is_flag=True, help="Also organisations without an account (with list).")
@option(
    "--format",
    "form",
    type=click.Choice(["text", *_EXPORTS]),
    default="text",
    help="How to print (default: text); export also makes don, publiccode and dcat.",
)
@option("--site", "site", default="", metavar="URL", help="Where the register can be read (with --format dcat).")
@language_option()
@click.pass_context
def command(
    ctx: click.Context, /, verb: str, names: Sequence[str], form: str, every: bool, site: str, **rest: Any
) -> None:
    """Exit with 1 when something to import or check is wrong, or what was asked for is not in the register."""
    if verb in _NEED_A_NAME and not names:
        raise click.UsageError(speech.say("Name what to read, add, check, explain or write."))
    if form not in ("text", "json", "csv") and verb != "export":
        raise click.UsageError(speech.say("--format {form} belongs to `ospo register export`", form=form))
    if verb == "check":
        ctx.exit(_check([Path(name) for name in names]))
    from ospo.app import registering

    app = speech.open_app()
    with registering.store(app.settings, rest["database"]) as claims:
        asked = _Asked(app, claims, form)
        ctx.exit(_do(asked, verb, names, every=every, site=site, given=rest))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every verb needs."""

    app: "App"
    claims: "Claims"
    form: str

    @property
    def today(self) -> datetime.date:
        """The day of this run."""
        return self.app.now().date()

    def known(self) -> KnownRegister:
        """What follows from all claims."""
        from ospo.app import registering

        return registering.known(self.claims, self.today)


def _do(asked: _Asked, verb: str, names: Sequence[str], *, every: bool, site: str, given: dict[str, Any]) -> int:
    from ospo.app.registering import Told, Wish

    if verb == "import":
        return _import(asked, [Path(name) for name in names], Wish(given["kind"], given["address"], given["dated"]))
    if verb in ("add", "withdraw"):
        told = Told(names[0], tuple(names[1:]), given["source"], given["url"], given["dated"])
        return _add(asked, told) if verb == "add" else _withdraw(asked, told)
    if verb == "explain":
        return _explain(asked, " ".join(names))
    if verb == "dump":
        return _dump(asked, Path(names[0]))
    if verb == "export":
        return _export(asked, site)
    return _show(asked, verb, every=every)


def _import(asked: _Asked, paths: Sequence[Path], wish: "Wish") -> int:
    from ospo.app import registering
    from ospo.render.register_text import RegisterText

    words, code = RegisterText(speech.say), 0
    for found in registering.take_in(asked.claims, paths, wish, asked.today):
        if isinstance(found.result, OspoError):
            speech.complain(found.result)
            code = 1
        else:
            click.echo(words.imported(found.label, found.result))
    _conclude(asked)
    speech.hint("Next step: `ospo register questions` shows what the sources leave open.")
    return code


def _conclude(asked: _Asked) -> None:
    from ospo.app import registering

    if any(asked.claims.readings()):
        registering.conclude(asked.claims, asked.today)


def _add(asked: _Asked, told: "Told") -> int:
    from ospo.app import registering

    reading = registering.add(asked.claims, told, asked.today)
    _conclude(asked)
    values = {"source": reading.name, "n": len(reading.claims), "name": told.organisation}
    click.echo(printable(speech.say("{source}: {n} claims about {name}", **values)))
    return 0


def _withdraw(asked: _Asked, told: "Told") -> int:
    from ospo.app import registering

    n = registering.withdraw(asked.claims, told, asked.today)
    _conclude(asked)
    values = {"source": told.source, "n": n, "name": told.organisation}
    click.echo(printable(speech.say("{source}: {n} claims about {name} count no longer", **values)))
    return 0 if n else 1


def _check(paths: Sequence[Path]) -> int:
    from ospo.formats import organisation_file

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


def _explain(asked: _Asked, wanted: str) -> int:
    from ospo.app import tracing
    from ospo.render import register_data
    from ospo.render.register_text import RegisterText

    found = tracing.explain(asked.claims, wanted, asked.today)
    if asked.form == "json":
        click.echo(register_data.trace(found).encode("utf-8"), nl=False)
    else:

        def told(finding: "Finding") -> tuple[str, str]:
            catalogue, language = asked.app.catalogue, speech.language()
            message = catalogue.message(finding.check, finding.verdict, language)
            return message, catalogue.next_step(finding.check, finding.verdict, language)

        for line in RegisterText(speech.say, told).trace(found):
            click.echo(line)
    return 0 if found.is_known else 1


def _show(asked: _Asked, verb: str, *, every: bool) -> int:
    from ospo.render import register_data
    from ospo.render.register_text import RegisterText

    register, words = asked.known(), RegisterText(speech.say)
    if asked.form == "json":
        click.echo(register_data.document(register).encode("utf-8"), nl=False)
    elif asked.form == "csv":
        click.echo(register_data.table(register).encode("utf-8"), nl=False)
    else:
        for line in words.questions(register) if verb == "questions" else words.listing(register, every=every):
            click.echo(line)
    return 0


def _export(asked: _Asked, site: str) -> int:
    from ospo.app import exporting

    made = exporting.export(asked.app.settings, asked.claims, asked.form, asked.today, site)
    click.echo(made.encode("utf-8", "replace"), nl=False)
    return 0


def _dump(asked: _Asked, folder: Path) -> int:
    from ospo.app import exporting

    rows = exporting.dump(asked.claims, folder, asked.app.now())
    click.echo(speech.say("{path}: {n} rows, as {path}/manifest.json says", path=folder, n=rows))
    return 0


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST:
            raise SettingsError("{path}: is too large for an ospo.yml", path=path)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=reason) from error
