# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The templates, from content/templates: a folder each, with template.yaml and the files that it names."""

import re
from collections.abc import Iterator
from pathlib import Path

from ospo.domain.identifier import CheckId, PracticeId, TemplateId
from ospo.domain.language import Language
from ospo.domain.template import Question, Template, TemplateFile
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.parts import both
from ospo.knowledge.reading import Reader

MANIFEST = "template.yaml"
_FOLDER = "templates"
# A path in a repository: no way out of it, nothing of git itself, only plain names.
_PATH = re.compile(r"(?!\.git/)(?:(?!\.\.?/)[A-Za-z0-9._{}-]+/){0,6}(?!\.\.?$)[A-Za-z0-9._{}-]+")


def templates(reader: Reader) -> Iterator[Template]:
    """Every template, by id."""
    for name in reader.names(_FOLDER):
        folder = reader.root / _FOLDER / name
        manifest = folder / MANIFEST
        if not folder.is_dir() or not manifest.is_file():
            message = "is no template: each has a folder of its own with {name} in it"
            reader.problems.append(Problem(f"{_FOLDER}/{name}", None, message, {"name": MANIFEST}))
            continue
        beside = (folder / item for item in reader.names(f"{_FOLDER}/{name}") if item != MANIFEST)
        yield from reader.nouns(Template, (manifest, *beside), _template)


def _template(path: Path, reader: Reader) -> Template | None:
    values: schema.TemplateManifest | None = reader.data(path, schema.TemplateManifest)
    if values is None:
        return None
    before = len(reader.problems)
    _note(reader, path, values.id != path.parent.name, "has the id '{id}': call the folder so", id=values.id)
    files = tuple(_file(entry, path, reader) for entry in values.files)
    _unnamed(values, path, reader)
    template = Template(
        id=TemplateId(values.id),
        title=both(values.title),
        summary=both(values.summary),
        practices=tuple(map(PracticeId, values.practices)),
        checks=tuple(map(CheckId, values.checks)),
        questions=tuple(Question(q.id, both(q.ask), q.example, q.kind, q.known) for q in values.questions),
        files=files,
        licence=values.licence,
    )
    asked = {question.id for question in template.questions}
    for name in sorted(template.places() - asked):
        _note(reader, path, True, "has a place for '{name}', which it does not ask: add the question", name=name)
    for name in sorted(asked - template.places()):
        _note(reader, path, True, "asks '{name}', for which no file has a place: leave the question out", name=name)
    return template if len(reader.problems) == before else None


def _file(entry: schema.TemplateFileEntry, manifest: Path, reader: Reader) -> TemplateFile:
    wrong = not _PATH.fullmatch(entry.path)
    _note(reader, manifest, wrong, "has the path '{path}', which is none in a repository", path=entry.path)
    named = {Language.NL: entry.nl or entry.both, Language.EN: entry.en or entry.both}
    if (entry.both and (entry.nl or entry.en)) or not all(named.values()):
        _note(reader, manifest, True, "must name the text of '{path}' as `nl` and `en`, or as `both`", path=entry.path)
        return TemplateFile(entry.path, {})
    return TemplateFile(entry.path, {language: _text(manifest, name, reader) for language, name in named.items()})


def _text(manifest: Path, name: str, reader: Reader) -> str:
    """The text of a file beside the manifest."""
    if name in reader.names(f"{_FOLDER}/{manifest.parent.name}"):
        try:
            return (manifest.parent / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            pass
    message = "names the file '{name}', which is not beside it, or is no text in UTF-8"
    _note(reader, manifest, True, message, name=name)
    return ""


def _unnamed(values: schema.TemplateManifest, manifest: Path, reader: Reader) -> None:
    used = {name for entry in values.files for name in (entry.nl, entry.en, entry.both)}
    for name in reader.names(f"{_FOLDER}/{manifest.parent.name}"):
        unused = name != MANIFEST and name not in used
        _note(reader, manifest, unused, "does not name the file '{name}' beside it: use it, or remove it", name=name)


def _note(reader: Reader, manifest: Path, is_wrong: bool, message: str, **values: str) -> None:
    if is_wrong:
        reader.problems.append(Problem(reader.name(manifest), None, message, values))
