# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo db upgrade|backup|restore`: the database of the register."""

from pathlib import Path

import click

from ospo.cli import speech
from ospo.cli.speech import Command, argument, language_option, option, tell
from ospo.errors import SettingsError

_SLOW = (
    "A search in it reads every address, because this database has no index for parts of words: have somebody run "
    "CREATE EXTENSION pg_trgm in PostgreSQL, or use an SQLite with FTS5, then run `ospo db upgrade` again."
)


@click.command(
    cls=Command,
    help="Bring the register up to date, back it up, or restore it.\n\n"
    "A backup of SQLite can be restored in PostgreSQL, and the other way round.",
    examples=[
        ("ospo db upgrade", "after a new version of ospo; a crawl does so by itself"),
        ("ospo db backup register.backup", "while others go on reading and writing"),
        ("ospo db restore register.backup --database sqlite:///new.db", "into an empty database"),
    ],
)
@argument("verb", type=click.Choice(["upgrade", "backup", "restore"]), help="What to do.")
@argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False), help="The file of the backup.")
@option("--database", metavar="ADDRESS", help="The register: sqlite:///PATH or postgresql://USER@HOST/NAME.")
@language_option()
def command(verb: str, file: Path | None, database: str | None) -> None:
    """Do it, and say what was done."""
    from ospo.app import crawling

    settings = speech.open_app().settings
    if verb == "upgrade":
        was, now, is_indexed = crawling.upgraded(settings, database)
        if was == now:
            tell("The register is up to date ({revision}).", revision=now)
        else:
            tell("The register went from {was} to {now}.", was=was or "-", now=now)
        if not is_indexed:
            tell(_SLOW)
        return
    if file is None:
        raise SettingsError("`ospo db {verb}` needs the name of a file", verb=verb)
    if verb == "backup":
        rows = crawling.backed_up(settings, file, database)
        tell("{n} rows written to {path}.", n=rows, path=file)
    else:
        rows = crawling.restored(settings, file, database)
        tell("{n} rows restored from {path}.", n=rows, path=file)
