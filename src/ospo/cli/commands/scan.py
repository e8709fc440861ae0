# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo scan PATH...`: check repositories."""

import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ospo.cli import printing, speech
from ospo.cli.days import Day
from ospo.cli.speech import Command, argument, language_option, option
from ospo.errors import OspoError, UnknownId

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.app.answering import Question
    from ospo.domain.finding import ScanReport
    from ospo.domain.timeline import Timeline

T = TypeVar("T")


@click.command(
    cls=Command,
    help="Check repositories: what is in order, what is not, and what to do next.\n\n"
    "Reads the commit that HEAD names, with its history. Needs no network; nothing leaves this machine.",
    examples=[
        ("ospo scan .", "the repository you are in"),
        ("ospo scan --format json .", "for another program, as schemas/scan-report.schema.json describes"),
        ("ospo scan clones/*", "many repositories, a line each"),
        ("ospo scan --since 2020 .", "what came when, year by year"),
        ("ospo scan --profile basis .", "held against a policy; `ospo profiles list` names them"),
    ],
)
@argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    help="Work trees or bare repositories.",
)
@option("--check", "only", multiple=True, metavar="ID", help="Run only this check (may be given more than once).")
@option(
    "--owner",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A clone of the owner's .github (or .gitlab-profile): what it supplies counts for every repository.",
)
@option(
    "--profile",
    metavar="ID|FILE",
    help="The policy to hold them against; else the one that a repository or its owner names in .ospo.yml.",
)
@option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the forge knows and files do not tell, as docs/forge-facts.md describes.",
)
@option(
    "--since",
    type=Day(),
    metavar="DATE",
    help="Look back: run the checks on what the repository was at moments since this year or day.",
)
@option(
    "--every",
    type=click.Choice(["year", "quarter", "month"]),
    default="year",
    help="How far those moments are apart (default: year).",
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", *printing.FORMS]),
    default="text",
    help="How to print the report.",
)
@option("--full", is_flag=True, help="Print every report whole, also when there are many.")
@language_option()
@click.pass_context
def command(
    ctx: click.Context,
    paths: Sequence[Path],
    only: Sequence[str],
    owner: Path | None,
    profile: str | None,
    facts: Path | None,
    since: datetime.date | None,
    every: str,
    form: str,
    full: bool,
) -> None:
    """Scan, print, and exit with 1 when something is open."""
    app = speech.open_app()
    asked = _question(app, ctx.params) if form == "text" else None
    if asked is not None and (answer := asked.answer()) is not None:
        click.echo(answer.text, nl=False)
        ctx.exit(answer.code)
    _known(only, app)
    if since is not None:
        if owner is not None or facts is not None:
            raise click.UsageError(
                speech.say("--owner and --facts say nothing about the past: leave them out with --since.")
            )
        if profile is not None:
            raise click.UsageError(speech.say("--profile is a policy of today: leave it out with --since."))
        from ospo.domain.timeline import Interval

        ctx.exit(_look_back(app, paths, app.look_back(paths, since, Interval(every), tuple(dict.fromkeys(only))), form))
    _ = app.practice_of_check  # a knowledge base that cannot be read is said before the work, not after
    reports: list[ScanReport] = []
    failures: dict[str, OspoError] = {}
    held = app.policies(profile)
    results = app.scan(paths, tuple(dict.fromkeys(only)), owner=owner, facts=facts, policies=held)
    for path, result in zip(paths, _progress(results, len(paths)), strict=True):
        if isinstance(result, OspoError):
            failures[str(path)] = result
        else:
            reports.append(replace(result, label=_name(path, result.label)))
    if form != "text":
        click.echo(printing.document(app, reports, failures, form).encode("utf-8"), nl=False)  # whatever the terminal
    elif reports:
        text = printing.text(app, reports, full or len(reports) == 1)
        click.echo(text, nl=False)
        if asked is not None and not failures:
            asked.keep(text, _exit_code(reports, failures), reports)
    for error in failures.values():
        speech.complain(error)
    app.keep_texts()
    ctx.exit(_exit_code(reports, failures))


def _look_back(app: "App", paths: Sequence[Path], results: Iterator["Timeline | OspoError"], form: str) -> int:
    """Print timelines as they come, or all together as JSON; a past that was worse is no finding."""
    from ospo.render.timeline_text import TimelineText

    timelines: list[Timeline] = []
    failures: dict[str, OspoError] = {}
    writer = TimelineText(app.catalogue, speech.style(app.settings.site))
    for path, result in zip(paths, _progress(results, len(paths)), strict=True):
        if isinstance(result, OspoError):
            failures[str(path)] = result
            continue
        timelines.append(replace(result, label=_name(path, result.label)))
        if form == "text":
            click.echo(("\n" if len(timelines) > 1 else "") + writer.text(timelines[-1]), nl=False)
    if form == "json":
        from ospo.render import timeline_json

        errors = {label: error.in_words(speech.say) for label, error in failures.items()}
        click.echo(timeline_json.document(timelines, errors).encode("utf-8"), nl=False)
    for error in failures.values():
        speech.complain(error)
    return max((error.exit_code for error in failures.values()), default=0)


def _question(app: "App", params: Mapping[str, Any]) -> "Question | None":
    """The question to which the answer may be known: everything on the command line, and what the screen can show."""
    from ospo.app import answering

    named = [Path(value) for value in params.values() if isinstance(value, (str, Path)) and Path(value).exists()]
    screen = (speech.language(), speech.colour(), speech.width(), getattr(sys.stdout, "encoding", ""))
    return answering.question(app.settings, app.now(), [*params["paths"], *named], [*sorted(params.items()), *screen])


def _known(only: Sequence[str], app: "App") -> None:
    """See that the checks asked for exist; a near miss gets its name before anything is scanned."""
    from difflib import get_close_matches

    for name in only:
        near = get_close_matches(name, list(app.catalogue.topics), 3)
        if name in app.catalogue.topics:
            continue
        if near:
            raise UnknownId("There is no check '{id}'. Did you mean {near}?", id=name, near=", ".join(near))
        raise UnknownId("There is no check '{id}': `ospo checks list` names them all.", id=name)


def _name(path: Path, label: str) -> str:
    """The name of the folder for what was asked for as `.` or `..`, which say nothing later on."""
    return path.resolve().name or label if path.name in ("", "..") else label


def _exit_code(reports: Sequence["ScanReport"], failures: Mapping[str, OspoError]) -> int:
    if failures:
        return max(error.exit_code for error in failures.values())
    return 1 if any(report.is_open for report in reports) else 0


def _progress(results: Iterator[T], total: int) -> Iterator[T]:
    """Show a bar on a terminal when there is more than one to wait for."""
    if total < 2 or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, speech.say("Scanning"), total=total, console=Console(stderr=True), transient=True)
