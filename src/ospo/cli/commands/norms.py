# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo norms list|show|coverage|verify`: the norms, what our checks say of them, and whether their texts moved."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import OspoError

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.domain.norm import Norm


@click.command(
    cls=Command,
    help="List the norms, show one with the checks that serve it, see what is covered, or whether its texts moved.\n\n"
    "A check can settle a requirement, show a part of it, or disprove it; the rest the forge or a person has to tell.",
    examples=[
        ("ospo norms list", "every norm, with how many requirements a check serves"),
        ("ospo norms show ambitieladder", "every requirement, with its level, checks and relation"),
        (
            "ospo norms coverage osps-baseline",
            "level by level: what checks can say, and what it takes to know the rest",
        ),
        ("ospo norms coverage ambitieladder .", "how this repository stands, and what is missing for the next level"),
        ("ospo norms verify reuse ../reuse-website", "whether the texts are still those we mapped our checks to"),
    ],
)
@argument(
    "verb",
    type=click.Choice(["list", "show", "coverage", "verify"]),
    default="list",
    help="What to do; 'list' if left out.",
)
@argument("name", metavar="NORM", default="", help="The id of a norm.")
@argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    type=click.Path(path_type=Path),
    help="Repositories (with coverage), or a local copy of the source (with verify).",
)
@option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the forge knows of the repositories (with coverage), as docs/forge-facts.md describes.",
)
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@language_option()
@click.pass_context
def command(ctx: click.Context, verb: str, name: str, paths: Sequence[Path], facts: Path | None, form: str) -> None:
    """Exit with 1 when texts moved (with verify)."""
    if name == "" and verb in ("show", "verify"):
        raise click.UsageError(speech.say("Name a norm: `ospo norms list` names them."))
    if verb == "verify" and len(paths) != 1:
        raise click.UsageError(speech.say("Name one folder or clone with the source of the norm."))
    if paths and verb in ("list", "show"):
        raise click.UsageError(speech.say("Paths go with coverage and verify only."))
    from ospo.app import norms as sources

    app = speech.open_app()
    norms = [sources.find(app.library, name)] if name else sorted(app.library.norms.values(), key=lambda n: n.id)
    if verb == "verify":
        ctx.exit(_verify(norms[0], paths[0], form))
    if verb == "coverage" and paths:
        ctx.exit(_stand(app, norms[0], paths, facts, form))
    {"list": _list, "show": _show, "coverage": _cover}[verb](app, norms, form)


def _list(app: "App", norms: Sequence["Norm"], form: str) -> None:
    from ospo.render import norms_json
    from ospo.render.norms_text import NormsText

    if form == "json":
        _print(norms_json.document([norms_json.norm(n, speech.language()) for n in norms]))
        return
    click.echo(NormsText(speech.language(), speech.width()).listing(norms), nl=False)
    speech.hint("Next step: `ospo norms show NORM` shows its requirements and our checks.")


def _show(app: "App", norms: Sequence["Norm"], form: str) -> None:
    from ospo.render import norms_json
    from ospo.render.norms_text import NormsText

    if form == "json":
        _print(norms_json.document(norms_json.whole(norms[0], speech.language())))
    else:
        click.echo(NormsText(speech.language(), speech.width()).whole(norms[0]), nl=False)


def _cover(app: "App", norms: Sequence["Norm"], form: str) -> None:
    from ospo.engine.coverage import Coverage
    from ospo.render import norms_json
    from ospo.render.norms_text import NormsText

    observed = Coverage(app.observations)
    if form == "json":
        found = [norms_json.coverage(n, observed.group, speech.language()) for n in norms]
        _print(norms_json.document(found))
        return
    writer = NormsText(speech.language(), speech.width())
    click.echo("\n".join(writer.coverage(n, observed.group) for n in norms), nl=False)


def _stand(app: "App", norm: "Norm", paths: Sequence[Path], facts: Path | None, form: str) -> int:
    """How repositories stand; what is open is no failure here, for nobody chose to meet the whole norm."""
    from ospo.engine import serving, standing
    from ospo.render import norms_json
    from ospo.render.norms_text import NormsText

    writer = NormsText(speech.language(), speech.width())
    documents, code = [], 0
    for number, result in enumerate(app.scan(paths, facts=facts)):
        if isinstance(result, OspoError):
            speech.complain(result)
            code = max(code, result.exit_code)
            continue
        asked = (norm, result.findings, result.declaration, result.scanned.date())
        axes = standing.axes(*asked)
        groups = {}
        if not norm.levels():
            groups = {writer.group(g): standing.stands(g.controls, *asked[1:]) for g in serving.asked(norm)}
        if form == "json":
            documents.append(norms_json.standing(result.label, axes, groups, speech.language()))
        else:
            click.echo(("\n" if number else "") + writer.standing(result.label, axes, groups), nl=False)
    if form == "json":
        _print(norms_json.document({"norm": norm.id, "version": norm.version, "repositories": documents}))
    return code


def _verify(norm: "Norm", path: Path, form: str) -> int:
    from ospo.app import norms as sources
    from ospo.render import norms_json
    from ospo.render.norms_text import NormsText

    found = sources.verify(norm, path)
    if form == "json":
        _print(norms_json.document(norms_json.drift(norm, found)))
    else:
        click.echo(NormsText(speech.language(), speech.width()).drift(norm, found), nl=False)
    return 0 if found.is_none else 1


def _print(text: str) -> None:
    click.echo(text.encode("utf-8"), nl=False)  # whatever the terminal
