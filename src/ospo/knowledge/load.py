# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""content/ on disk to a Library; every problem in every file is reported at once."""

from collections.abc import Iterator
from pathlib import Path

from ospo.domain.identifier import CheckId, ControlId, FactId, NormId, OrganisationId, PageId, PracticeId, TermId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.norm import Control, Mapping, Norm
from ospo.domain.organisation import Account, Organisation
from ospo.domain.page import Fact, Page, Term
from ospo.domain.practice import Practice, Text
from ospo.domain.source import Source
from ospo.errors import ContentError, Problem, SettingsError
from ospo.formats.front_matter import FrontMatter
from ospo.knowledge import places, reading, schema
from ospo.knowledge.reading import Problems


def load(root: Path) -> Library:
    """Read all content.

    Args:
        root: the folder content/.

    Raises:
        SettingsError: there is no such folder.
        ContentError: files that break their schema, ids that are not the file's name, translations that miss.
    """
    if not root.is_dir():
        raise SettingsError("{path}: there is no content here: run from a checkout, or set OSPO_CONTENT", path=root)
    problems = Problems()
    library = Library(
        practices={p.id: p for p in _practices(root, problems)},
        pages={p.id: p for p in _pages(root, problems)},
        norms={n.id: n for n in _norms(root, problems)},
        facts={f.id: f for f in _facts(root, problems)},
        terms={t.id: t for t in _terms(root, problems)},
        organisations={o.id: o for o in _organisations(root, problems)},
    )
    if problems:
        raise ContentError(places.with_lines(problems, root))
    return library


def _practices(root: Path, problems: Problems) -> Iterator[Practice]:
    for path in sorted((root / "practices").glob("*.nl.md")):
        read = reading.markdown(path, root, schema.PracticeFile, problems)
        if read is None:
            continue
        values, parts = read
        texts = _texts(path, root, values, parts, problems)
        if texts is None:
            continue
        yield Practice(
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
            sources=tuple(map(_source, values.sources)),
            licence=values.licence,
            traces=values.traces,
        )
    _orphans(root / "practices", root, problems)


def _pages(root: Path, problems: Problems) -> Iterator[Page]:
    for path in sorted((root / "pages").glob("*.nl.md")):
        read = reading.markdown(path, root, schema.PageFile, problems)
        if read is None:
            continue
        values, parts = read
        texts = _texts(path, root, values, parts, problems)
        if texts is None:
            continue
        english = reading.markdown(_english(path), root, schema.TranslationFile, Problems())
        examples = {Language.NL: values.examples or (), Language.EN: (english[0].examples if english else None) or ()}
        yield Page(
            id=PageId(values.id),
            texts=texts,
            owner=values.owner,
            reviewed=values.reviewed,
            review_months=_months(values.review_every),
            facts=tuple(map(FactId, values.facts)),
            examples=examples,
        )
    _orphans(root / "pages", root, problems)


def _texts(
    path: Path,
    root: Path,
    values: schema.PracticeFile | schema.PageFile,
    parts: FrontMatter,
    problems: Problems,
) -> dict[Language, Text] | None:
    """The Dutch original and its English translation."""
    _same_name(path, root, values.id, path.name.removesuffix(".nl.md"), problems)
    name = path.relative_to(root).as_posix()
    dutch = Text(values.title, values.question, parts.body, name, parts.body_line)
    twin = _english(path)
    if not twin.is_file():
        problems.append(Problem(name, None, "has no English translation: write {name} beside it", {"name": twin.name}))
        return None
    read = reading.markdown(twin, root, schema.TranslationFile, problems)
    if read is None:
        return None
    words, english = read
    _same_name(twin, root, words.id, twin.name.removesuffix(".en.md"), problems)
    twin_name = twin.relative_to(root).as_posix()
    text = Text(words.title, words.question, english.body, twin_name, english.body_line, words.original)
    return {Language.NL: dutch, Language.EN: text}


def _orphans(folder: Path, root: Path, problems: Problems) -> None:
    for path in sorted(folder.glob("*")):
        name = path.relative_to(root).as_posix()
        if path.name.endswith(".en.md"):
            if not path.with_name(path.name.removesuffix(".en.md") + ".nl.md").is_file():
                problems.append(Problem(name, None, "has no Dutch original: write the .nl.md beside it"))
        elif not path.name.endswith(".nl.md"):
            problems.append(Problem(name, None, "is not content: name it <id>.nl.md or <id>.en.md, or remove it"))


def _facts(root: Path, problems: Problems) -> Iterator[Fact]:
    for path in sorted((root / "facts").glob("*.yaml")):
        values: schema.FactFile | None = reading.data(path, root, schema.FactFile, problems)
        if values is None:
            continue
        _same_name(path, root, values.id, path.stem, problems)
        source = _source(values.source)
        yield Fact(
            id=FactId(values.id),
            text=_both(values.text),
            source=Source(source.title, source.url, source.read or values.read, source.publisher, source.date),
            status=values.status,
            check_before=values.check_before,
            applies_from=values.applies_from,
        )


def _terms(root: Path, problems: Problems) -> Iterator[Term]:
    path = root / "glossary.yaml"
    if not path.is_file():
        return
    entries: list[schema.TermEntry] = reading.data(path, root, list[schema.TermEntry], problems) or []
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            problems.append(Problem("glossary.yaml", None, "has the id '{id}' twice: keep one", {"id": entry.id}))
        seen.add(entry.id)
        yield Term(
            id=TermId(entry.id),
            term={Language.NL: entry.nl.term, Language.EN: entry.en.term},
            definition={Language.NL: entry.nl.definition, Language.EN: entry.en.definition},
            avoid=entry.avoid,
        )


def _norms(root: Path, problems: Problems) -> Iterator[Norm]:
    seen: dict[str, str] = {}
    for path in sorted((root / "norms").glob("*.yaml")):
        values: schema.NormFile | None = reading.data(path, root, schema.NormFile, problems)
        if values is None:
            continue
        _same_name(path, root, values.id, path.stem, problems)
        for control in values.controls:
            if control.id in seen:
                both = {"id": control.id, "other": seen[control.id]}
                problems.append(
                    Problem(f"norms/{path.name}", None, "has the control '{id}', as has {other}: keep one", both)
                )
            seen[control.id] = path.name
        yield Norm(
            id=NormId(values.id),
            title=_both(values.title),
            version=values.version,
            keeper=values.keeper,
            url=values.url,
            licence=values.licence,
            read=values.read,
            summary=_both(values.summary),
            controls=tuple(map(_control, values.controls)),
            total_controls=values.total_controls,
            text_source=_source(values.text_source),
        )


def _control(entry: schema.ControlEntry) -> Control:
    return Control(
        id=ControlId(entry.id),
        title=_both(entry.title),
        url=entry.url,
        mappings=tuple(Mapping(CheckId(m.check), m.relation) for m in entry.checks),
        text_sha256=entry.text_sha256,
        level=entry.level,
        axis=entry.axis,
        up_to=entry.up_to,
        proof=entry.proof,
        irreversible=entry.irreversible,
        note=None if entry.note is None else _both(entry.note),
    )


def _organisations(root: Path, problems: Problems) -> Iterator[Organisation]:
    for path in sorted((root / "organisations").glob("*.yaml")):
        values: schema.OrganisationFile | None = reading.data(path, root, schema.OrganisationFile, problems)
        if values is None:
            continue
        _same_name(path, root, values.id, path.stem, problems)
        yield Organisation(
            id=OrganisationId(values.id),
            name=values.name,
            kind=values.kind,
            website=values.website,
            accounts=tuple(Account(a.forge, a.url) for a in values.accounts),
            repositories=values.repositories,
            source=_source(values.source),
            tooi=values.tooi,
        )


def _same_name(path: Path, root: Path, found: str, expected: str, problems: Problems) -> None:
    if found != expected:
        name = path.relative_to(root).as_posix()
        message = "has the id '{id}' but the file is called '{name}': make them equal"
        problems.append(Problem(name, None, message, {"id": found, "name": expected}))


def _english(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".nl.md") + ".en.md")


def _source(entry: schema.SourceEntry) -> Source:
    return Source(entry.title, entry.url, entry.read, entry.publisher, str(entry.date or ""))


def _both(text: schema.Both) -> dict[Language, str]:
    return {Language.NL: text.nl, Language.EN: text.en}


def _months(text: str) -> int:
    return int(text.split()[0])
