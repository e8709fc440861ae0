# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo patch PATH`: changes that make the claims in a repository agree with the facts, and words for the rest."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.domain.finding import Finding
    from ospo.engine.patching import Proposal


@click.command(
    cls=Command,
    help="Propose changes where a file claims something else than the tags, the licence or the address show.\n\n"
    "Prints a diff that `git apply` takes, and writes nothing. What needs a person is named with the next step.",
    examples=[
        ("ospo patch . | git apply", "takes all changes over; look at them before you commit"),
        ("ospo patch --text . > issue.md", "the same as a text for an issue, with what is left"),
    ],
)
@argument("path", metavar="PATH", type=click.Path(path_type=Path), help="A work tree or a bare repository.")
@option("--check", "only", multiple=True, metavar="ID", help="Look at this check only (may be given more than once).")
@option("--text", "as_text", is_flag=True, help="Print a text for an issue in place of the bare diff.")
@language_option()
@click.pass_context
def command(ctx: click.Context, path: Path, only: Sequence[str], as_text: bool) -> None:
    """Exit with 1 when there is something to change."""
    app = speech.open_app()
    report, proposal = app.patch(path, tuple(dict.fromkeys(only)))
    if as_text:
        click.echo("\n".join(_text(app, proposal)))
    else:
        for line in _diff(proposal):
            click.echo(line)
        _talk(app, proposal)
    ctx.exit(1 if report.open_findings() else 0)


def _diff(proposal: "Proposal") -> Iterator[str]:
    for patch in proposal.patches:
        before, after = (text.splitlines(keepends=True) for text in (patch.before, patch.after))
        for line in difflib.unified_diff(before, after, f"a/{patch.path}", f"b/{patch.path}"):
            yield line.rstrip("\n")
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


def _talk(app: "App", proposal: "Proposal") -> None:
    from ospo.render.terminal import printable

    for finding in proposal.answered:
        speech.tell("changed: {what}", what=printable(_message(app, finding)))
    for finding in proposal.left:
        step = app.catalogue.next_step(finding.check, finding.verdict, speech.language())
        speech.tell("by hand: {what} {step}", what=printable(_message(app, finding)), step=printable(step))
    if not proposal.answered and not proposal.left:
        speech.tell("Nothing to change: no claim disagrees with the facts.")


def _text(app: "App", proposal: "Proposal") -> Iterator[str]:
    from ospo.render.report_markdown import escaped

    for finding in (*proposal.answered, *proposal.left):
        title = app.catalogue.text(finding.check, speech.language()).title
        yield from (f"## {escaped(title)}", "", escaped(_message(app, finding)), "")
        places = [str(e) for e in finding.verdict.evidence if e.path][:5]
        if places:
            yield from (", ".join(f"`{place.replace('`', chr(39))}`" for place in places), "")
        if finding in proposal.left:
            step = app.catalogue.next_step(finding.check, finding.verdict, speech.language())
            yield from (f"→ {escaped(step)}", "")
    if proposal.patches:
        fence = "`" * 6
        yield from (speech.say("## The change, for `git apply`"), "", f"{fence}diff", *_diff(proposal), fence)


def _message(app: "App", finding: "Finding") -> str:
    return app.catalogue.message(finding.check, finding.verdict, speech.language())
