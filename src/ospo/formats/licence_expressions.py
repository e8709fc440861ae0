# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every place where a repository itself writes an SPDX expression: tags, REUSE files, manifests, publiccode.yml.

Copies of others, tests and prose are passed over, and so is a value in which a template has yet to fill in something.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ospo.domain.snapshot import Entry, Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import manifest_licences, manifests, program_code, publiccode, reuse, spdx_expression, survey, tree
from ospo.formats.spdx_expression import Flaw

_PROSE = re.compile(r"\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|html?|ipynb|po|pot|csv|svg)$", re.IGNORECASE)
_OPEN = re.compile(r"[<>{}$%@\[\]\"'`\\]|\.\.\.|…|^(?:xxx+|todo|tbd|your)", re.IGNORECASE)
_MOST_MANIFESTS = 60
_MOST_TABLES, _MOST_ANNOTATIONS = 50, 300  # in which a place is looked up


@dataclass(frozen=True, slots=True)
class Written:
    """An expression as written, and where; `line` is None when only the file is known."""

    expression: str
    path: str
    line: int | None


def find(repository: Snapshot) -> list[Written]:
    """All expressions of the repository itself; a REUSE file that cannot be read is passed over.

    Raises:
        Unreadable: publiccode.yml or a REUSE file cannot be had.
    """
    entries = repository.entries()
    every = [*_tags(repository), *_tables(repository, entries), *_manifests(repository, entries)]
    every += _publiccode(repository)
    return [written for written in every if written.expression and not _OPEN.search(written.expression)]


def flaws(repository: Snapshot, written: Sequence[Written]) -> list[tuple[Written, Flaw]]:
    """The expressions with something wrong; the text of a LicenseRef may be any file that is called by it."""
    texts = {e.name.partition(".txt")[0].partition(".md")[0] for e in repository.entries() if _is_reference(e)}
    found = ((one, spdx_expression.flaw(one.expression, texts)) for one in written)
    return [(one, flaw) for one, flaw in found if flaw is not None]


def _is_reference(entry: Entry) -> bool:
    return entry.name.startswith("LicenseRef-") and not entry.name.endswith(".license")


def _is_own(path: str) -> bool:
    return not manifests.is_aside(path) and not program_code.is_aside(path)


def _tags(repository: Snapshot) -> Iterator[Written]:
    for path, file in survey.survey(repository).files.items():
        if file.tags.expressions and _is_own(path) and not _PROSE.search(path):
            for tag in file.tags.expressions:
                if tag.is_alone:
                    yield Written(tag.text, path, tag.line)


def _tables(repository: Snapshot, entries: Sequence[Entry]) -> Iterator[Written]:
    try:
        tables = reuse.tables(repository, entries)
    except ParseError:
        return
    for table in tables[:_MOST_TABLES]:
        lines = repository.read(table.path).decode("utf-8", errors="replace").split("\n")
        for annotation in table.annotations[:_MOST_ANNOTATIONS]:
            for expression in annotation.expressions:
                line = next((number for number, text in enumerate(lines, 1) if expression in text), None)
                yield Written(expression, table.path, line)


def _manifests(repository: Snapshot, entries: Sequence[Entry]) -> Iterator[Written]:
    paths = [path for path in manifest_licences.manifests(tree.paths(entries)) if _is_own(path)]
    wanted = sorted(paths, key=lambda path: (path.count("/"), path))[:_MOST_MANIFESTS]
    for path, content in repository.read_all(wanted):
        if not isinstance(content, Unreadable):
            stated = manifest_licences.read(path, content)
            yield from (Written(one.value, path, one.line) for one in stated if one.is_expression)


def _publiccode(repository: Snapshot) -> Iterator[Written]:
    fetched = publiccode.fetch(repository)
    document = publiccode.read(fetched[1]) if fetched else None
    legal = document.value.get("legal") if document else None
    value = legal.get("license") if isinstance(legal, dict) else None
    if fetched and document and isinstance(value, str):
        yield Written(value.strip(), fetched[0], document.line("legal", "license"))
