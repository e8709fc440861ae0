# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""content/ on disk to a Library; every problem in every file is reported at once."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ospo.domain.identifier import CheckId, ControlId, FactId, NormId, PageId, PracticeId, TermId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.norm import Control, Mapping, Norm
from ospo.domain.page import Fact, Page, Term
from ospo.domain.practice import Practice, Text
from ospo.domain.source import Source
from ospo.errors import ContentError, Problem, SettingsError
from ospo.knowledge import places, schema
from ospo.knowledge.community import decisions, groups, participants
from ospo.knowledge.events import events
from ospo.knowledge.organisations import organisations
from ospo.knowledge.parts import both, same_name, source
from ospo.knowledge.profiles import profiles
from ospo.knowledge.reading import Read, Reader
from ospo.knowledge.redirects import redirects
from ospo.knowledge.roadmap import steps
from ospo.knowledge.search_words import search_words
from ospo.knowledge.templates import templates

# Does something beside what goes on here; what it gives waits for that.
Beside = Callable[[Callable[[], object]], Callable[[], object]]


def load(root: Path, keeper: Keeper = FORGETFUL, beside: Beside | None = None) -> Library:
    """Read all content.

    Args:
        root: the folder content/.
        keeper: remembers how the files were read; one that has not changed since is not read again.
        beside: when nothing was read before, reads about half of it in another process; what that finds, the keeper
            brings here.

    Raises:
        SettingsError: there is no such folder.
        ContentError: files that break their schema, ids that are not the file's name, translations that miss.
    """
    if not root.is_dir():
        raise SettingsError("{path}: there is no content here: run from a checkout, or set OSPO_CONTENT", path=root)
    reader = Reader(root, keeper)
    wait = None
    if beside is not None and keeper is not FORGETFUL and not reader.remembers(Practice):
        wait = beside(lambda: _read_ahead(Reader(root, keeper)))
    try:
        some = {form: {noun.id: noun for noun in read(reader)} for form, read in _FIRST.items()}
    finally:
        if wait is not None:
            wait()
    library = Library(
        **some,
        **{form: {noun.id: noun for noun in read(reader)} for form, read in _OTHERS.items()},
        redirects={r.was: r for r in redirects(reader)},
        search_words=search_words(reader),
    )
    reader.remember()
    if reader.problems:
        raise ContentError(places.with_lines(reader.problems, root))
    return library


def _read_ahead(reader: Reader) -> None:
    """Read the second half; what is wrong there, is found again by who reads it then."""
    search_words(reader)
    for read in _OTHERS.values():
        for _ in read(reader):
            pass
    reader.remember()


def _practices(reader: Reader) -> Iterator[Practice]:
    for path in reader.files("practices", ".nl.md"):
        yield from reader.nouns(Practice, (path, _english(path)), _practice)
    _orphans("practices", reader)


def _practice(path: Path, reader: Reader) -> Practice | None:
    read = reader.markdown(path, schema.PracticeFile)
    texts = None if read is None else _texts(path, read, reader)
    if read is None or texts is None:
        return None
    values = read.values
    return Practice(
        id=PracticeId(values.id),
        texts=texts,
        phase=values.phase,
        audience=values.audience,
        owner=values.owner,
        reviewed=values.reviewed,
        review_months=_months(values.review_every),
        checks=tuple(map(CheckId, values.checks)),
        further_checks=tuple(map(CheckId, values.further_checks)),
        controls=tuple(map(ControlId, values.norms)),
        facts=tuple(map(FactId, values.facts)),
        related=tuple(map(PracticeId, values.related)),
        sources=tuple(map(source, values.sources)),
        licence=values.licence,
        traces=values.traces,
    )


def _pages(reader: Reader) -> Iterator[Page]:
    for path in reader.files("pages", ".nl.md"):
        yield from reader.nouns(Page, (path, _english(path)), _page)
    _orphans("pages", reader)


def _page(path: Path, reader: Reader) -> Page | None:
    read = reader.markdown(path, schema.PageFile)
    texts = None if read is None else _texts(path, read, reader)
    if read is None or texts is None:
        return None
    values = read.values
    english = reader.markdown(_english(path), schema.TranslationFile)
    examples = {
        Language.NL: values.examples or (),
        Language.EN: (english.values.examples if english else None) or (),
    }
    return Page(
        id=PageId(values.id),
        texts=texts,
        owner=values.owner,
        reviewed=values.reviewed,
        review_months=_months(values.review_every),
        facts=tuple(map(FactId, values.facts)),
        examples=examples,
    )


def _texts(
    path: Path, read: Read[schema.PracticeFile] | Read[schema.PageFile], reader: Reader
) -> dict[Language, Text] | None:
    """The Dutch original and its English translation."""
    values = read.values
    same_name(path, values.id, path.name.removesuffix(".nl.md"), reader)
    dutch = Text(values.title, values.question, read.body, reader.name(path), read.body_line)
    twin = _english(path)
    if not twin.is_file():
        message = "has no English translation: write {name} beside it"
        reader.problems.append(Problem(reader.name(path), None, message, {"name": twin.name}))
        return None
    english = reader.markdown(twin, schema.TranslationFile)
    if english is None:
        return None
    words = english.values
    same_name(twin, words.id, twin.name.removesuffix(".en.md"), reader)
    text = Text(words.title, words.question, english.body, reader.name(twin), english.body_line, words.original)
    return {Language.NL: dutch, Language.EN: text}


def _orphans(folder: str, reader: Reader) -> None:
    names = set(reader.names(folder))
    for name in reader.names(folder):
        path = f"{folder}/{name}"
        if name.endswith(".en.md"):
            if name.removesuffix(".en.md") + ".nl.md" not in names:
                reader.problems.append(Problem(path, None, "has no Dutch original: write the .nl.md beside it"))
        elif not name.endswith(".nl.md"):
            message = "is not content: name it <id>.nl.md or <id>.en.md, or remove it"
            reader.problems.append(Problem(path, None, message))


def _facts(reader: Reader) -> Iterator[Fact]:
    for path in reader.files("facts", ".yaml"):
        yield from reader.nouns(Fact, (path,), _fact)


def _fact(path: Path, reader: Reader) -> Fact | None:
    values: schema.FactFile | None = reader.data(path, schema.FactFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    stated = source(values.source)
    return Fact(
        id=FactId(values.id),
        text=both(values.text),
        source=Source(stated.title, stated.url, stated.read or values.read, stated.publisher, stated.date),
        status=values.status,
        check_before=values.check_before,
        applies_from=values.applies_from,
    )


def _terms(reader: Reader) -> Iterator[Term]:
    path = reader.root / "glossary.yaml"
    if path.is_file():
        for terms in reader.nouns(list[Term], (path,), _glossary):
            yield from terms


def _glossary(path: Path, reader: Reader) -> list[Term]:
    entries: list[schema.TermEntry] = reader.data(path, list[schema.TermEntry]) or []
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            message = "has the id '{id}' twice: keep one"
            reader.problems.append(Problem(reader.name(path), None, message, {"id": entry.id}))
        seen.add(entry.id)
    return [
        Term(
            id=TermId(entry.id),
            term={Language.NL: entry.nl.term, Language.EN: entry.en.term},
            definition={Language.NL: entry.nl.definition, Language.EN: entry.en.definition},
            avoid=entry.avoid,
            synonyms={Language.NL: entry.nl.synonyms, Language.EN: entry.en.synonyms},
        )
        for entry in entries
    ]


def _norms(reader: Reader) -> Iterator[Norm]:
    seen: dict[str, str] = {}
    for path in reader.files("norms", ".yaml"):
        for norm in reader.nouns(Norm, (path,), _norm):
            for control in norm.controls:
                if control.id in seen:
                    both = {"id": control.id, "other": seen[control.id]}
                    message = "has the control '{id}', as has {other}: keep one"
                    reader.problems.append(Problem(reader.name(path), None, message, both))
                seen[control.id] = path.name
            yield norm


def _norm(path: Path, reader: Reader) -> Norm | None:
    values: schema.NormFile | None = reader.data(path, schema.NormFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Norm(
        id=NormId(values.id),
        title=both(values.title),
        version=values.version,
        keeper=values.keeper,
        url=values.url,
        licence=values.licence,
        read=values.read,
        summary=both(values.summary),
        controls=tuple(map(_control, values.controls)),
        total_controls=values.total_controls,
        text_source=source(values.text_source),
    )


def _control(entry: schema.ControlEntry) -> Control:
    return Control(
        id=ControlId(entry.id),
        title=both(entry.title),
        url=entry.url,
        mappings=tuple(Mapping(CheckId(m.check), m.relation) for m in entry.checks),
        text_sha256=entry.text_sha256 or "",
        level=entry.level,
        axis=entry.axis,
        up_to=entry.up_to,
        proof=entry.proof,
        irreversible=entry.irreversible,
        note=None if entry.note is None else both(entry.note),
    )


def _english(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".nl.md") + ".en.md")


def _months(text: str) -> int:
    return int(text.split()[0])


# What the library holds, and how it is read: the first half takes about as long as the second one.
_FIRST: dict[str, Callable[[Reader], Iterable[Any]]] = {"practices": _practices, "pages": _pages, "norms": _norms}
_OTHERS: dict[str, Callable[[Reader], Iterable[Any]]] = {
    "facts": _facts,
    "terms": _terms,
    "organisations": organisations,
    "profiles": profiles,
    "steps": steps,
    "events": events,
    "templates": templates,
    "participants": participants,
    "groups": groups,
    "decisions": decisions,
}
