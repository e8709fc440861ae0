# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content import`: an older knowledge base held beside ours, as text, JSON or Markdown."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.errors import SettingsError

if TYPE_CHECKING:
    from ospo.app import App


def show(app: "App", words: tuple[str, ...], form: str) -> None:
    """Print the report.

    Raises:
        SettingsError: not one folder is named, or there is no Markdown in it.
    """
    if len(words) != 1:
        raise SettingsError("name one folder or clone: `ospo content import FOLDER`")
    report = app.read_old(Path(words[0]))
    if form == "json":
        from ospo.render import import_json

        click.echo(import_json.document(report), nl=False)
        return
    from ospo.render.import_text import ImportText

    writer = ImportText(speech.language())
    click.echo(writer.markdown(report) if form == "markdown" else writer.text(report), nl=False)
