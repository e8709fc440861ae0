# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo adopt NAME [PATH]`: take a practice over: its files, with your answers in them."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option
from ospo.domain.language import Language
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.domain.template import Question, Template
    from ospo.engine.adopting import Adoption


@click.command(
    cls=Command,
    help="Take a practice over: the files of its template, with your answers in them.\n\n"
    "Prints a diff that `git apply` takes, or writes the files with --write. A file that is there is never replaced. "
    "NAME is a template, a practice or a check; without it, all templates are listed.",
    examples=[
        ("ospo adopt security-policy . --answer mailbox=security@voorbeeld.nl", "shows the diff"),
        ("ospo adopt kwetsbaarheden-melden . --write", "asks what it must know, and writes the files"),
    ],
)
@argument("name", metavar="[NAME]", required=False, default="", help="A template, a practice or a check.")
@argument(
    "path", metavar="[PATH]", type=click.Path(path_type=Path), required=False, default=Path(), help="A work tree."
)
@option("--answer", "given", multiple=True, metavar="ID=TEXT", help="The answer to a question; may be given often.")
@option(
    "--files",
    "wanted",
    type=click.Choice([str(code) for code in Language]),
    help="The language of the files (default: --language).",
)
@option("--write", is_flag=True, help="Write the files into the work tree.")
@language_option()
@click.pass_context
def command(ctx: click.Context, name: str, path: Path, given: Sequence[str], wanted: str | None, write: bool) -> None:
    """Exit with 1 when a file of the template was in the way."""
    app = speech.open_app()
    if not name:
        for line in _listed(app):
            click.echo(line)
        return
    templates = app.templates(name)
    answers = _complete(app, templates, _answers(given), path)
    language = Language(wanted) if wanted else speech.language()
    adoptions = [app.adopt(template, path, answers, language) for template in templates]
    patches = [patch for adoption in adoptions if adoption.is_needed for patch in adoption.patches]
    if write:
        app.write_patches(patches, path)
    else:
        for patch in patches:
            click.echo("\n".join(_new_file(patch.path, patch.after)))
    for adoption in adoptions:
        _talk(app, adoption, is_written=write)
    ctx.exit(1 if any(a.taken and a.is_needed for a in adoptions) else 0)


def _listed(app: "App") -> Iterator[str]:
    language = speech.language()
    for template in app.library.templates.values():
        yield f"{template.id:<28} {template.title[language]}"


def _answers(given: Sequence[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for name, sign, _ in pairs:
        if not sign:
            raise SettingsError("--answer {text}: write ID=TEXT, such as mailbox=security@voorbeeld.nl.", text=name)
    return {name.strip(): value for name, _, value in pairs}


def _complete(app: "App", templates: "Sequence[Template]", given: dict[str, str], path: Path) -> dict[str, str]:
    """An answer to every question: asks who is at the keyboard, and says what is needed when nobody is."""
    answers, questions = app.answers(templates, given, path)
    if questions and sys.stdin.isatty():
        asked = {question.id: _asked(question) for question in questions}
        answers, questions = app.answers(templates, given | asked, path)
    if questions:
        for question in questions:
            speech.tell("asked: {question} --answer {id}='{example}'", **_parts(question))
        raise SettingsError("Nothing was made: give the answers that are asked.")
    return answers


def _asked(question: "Question") -> str:
    asked = f"{question.ask[speech.language()]} ({speech.say('for example {example}', example=question.example)})"
    answer: str = click.prompt(asked, err=True)
    return answer


def _parts(question: "Question") -> dict[str, str]:
    return {"question": question.ask[speech.language()], "id": question.id, "example": question.example}


def _new_file(path: str, text: str) -> Iterator[str]:
    lines = text.split("\n")
    ends = lines[-1] == ""
    lines = lines[:-1] if ends else lines
    yield f"diff --git a/{path} b/{path}"
    yield "new file mode 100644"
    yield "--- /dev/null"
    yield f"+++ b/{path}"
    yield f"@@ -0,0 +1,{len(lines)} @@" if len(lines) != 1 else "@@ -0,0 +1 @@"
    yield from (f"+{line}" for line in lines)
    if not ends:
        yield "\\ No newline at end of file"


def _talk(app: "App", adoption: "Adoption", *, is_written: bool) -> None:
    language = speech.language()
    if not adoption.is_needed:
        title = adoption.template.title[language]
        speech.tell("{title}: everything it brings is in order already; nothing to do.", title=title)
        return
    for path in adoption.taken:
        speech.tell("{path}: is there already and stays as it is; compare it with the template.", path=path)
    if is_written:
        for patch in adoption.patches:
            speech.tell("{path}: written.", path=patch.path)
    if adoption.patches:
        for check, verdict in adoption.after.items():
            speech.tell("with these files: {what}", what=app.catalogue.message(check, verdict, language))
        speech.tell("Read the files through, make them yours, and commit them.")
