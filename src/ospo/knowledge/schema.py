# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each kind of content file must hold; the JSON Schemas for editors are made from these same classes."""

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from ospo.domain.norm import Proof, Relation
from ospo.domain.page import FactStatus
from ospo.domain.practice import Audience, Phase
from ospo.domain.roadmap import Situation
from ospo.domain.template import AnswerKind, Known

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WEB = r"^https?://\S+$"
MONTHS = r"^[1-9][0-9]? maand(en)?$"
FINGERPRINT = r"^[0-9a-f]{12}$"
SHA256 = r"^[0-9a-f]{64}$"
# An address on the site without language: segments that begin with a letter or digit, and perhaps an anchor.
PLACE = r"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
SOURCE_DATE = r"^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$"

Slug = Annotated[str, Meta(pattern=SLUG)]
Words = Annotated[str, Meta(min_length=1)]
Web = Annotated[str, Meta(pattern=WEB)]
Months = Annotated[str, Meta(pattern=MONTHS)]
Fingerprint = Annotated[str, Meta(pattern=FINGERPRINT)]
Sha256 = Annotated[str, Meta(pattern=SHA256)]
Place = Annotated[str, Meta(pattern=PLACE)]
Year = Annotated[int, Meta(ge=1900, le=2999)]
SourceDate = Annotated[str, Meta(pattern=SOURCE_DATE)]


class File(Struct, rename="kebab", forbid_unknown_fields=True, frozen=True, kw_only=True):
    pass


class Both(File, frozen=True, kw_only=True):
    """A text in both languages."""

    nl: Words
    en: Words


class SourceEntry(File, frozen=True, kw_only=True):
    """A source: what it is, where, of when, and when it was read."""

    title: Words
    url: Web
    publisher: str = ""
    date: SourceDate | Year | None = None
    read: datetime.date | None = None
    commit: str = ""


class PracticeFile(File, frozen=True, kw_only=True):
    """Front matter of content/practices/<id>.nl.md."""

    id: Slug
    title: Words
    question: Words
    phase: Phase
    audience: Annotated[tuple[Audience, ...], Meta(min_length=1)]
    owner: Slug
    reviewed: datetime.date
    review_every: Months
    checks: tuple[Slug, ...]
    further_checks: tuple[Slug, ...] = ()
    traces: bool = True
    norms: tuple[str, ...]
    facts: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    licence: Words
    sources: Annotated[tuple[SourceEntry, ...], Meta(min_length=1)]


class TranslationFile(File, frozen=True, kw_only=True):
    """Front matter of a translation: what it renders, and the fingerprint of the text it was made from."""

    id: Slug
    title: Words
    question: Words
    original: Fingerprint
    examples: tuple[str, ...] | None = None


class PageFile(File, frozen=True, kw_only=True):
    """Front matter of content/pages/<id>.nl.md."""

    id: Slug
    title: Words
    question: Words
    owner: Slug
    reviewed: datetime.date
    review_every: Months
    facts: tuple[Slug, ...] = ()
    examples: tuple[str, ...] | None = None
    licence: Words = "CC-BY-4.0"
    sources: tuple[SourceEntry, ...] = ()


class FactFile(File, frozen=True, kw_only=True):
    """content/facts/<id>.yaml."""

    id: Slug
    text: Both
    source: SourceEntry
    read: datetime.date
    status: FactStatus
    applies_from: datetime.date | None = None
    check_before: datetime.date | None = None


class TermText(File, frozen=True, kw_only=True):
    """A term in one language, with the other words that a reader may know it by."""

    term: Words
    definition: Words
    synonyms: tuple[Words, ...] = ()


class TermEntry(File, frozen=True, kw_only=True):
    """One entry of content/glossary.yaml."""

    id: Slug
    nl: TermText
    en: TermText
    avoid: tuple[str, ...] = ()


class MappingEntry(File, frozen=True, kw_only=True):
    """A check that serves a control."""

    check: Slug
    relation: Relation


class ControlEntry(File, frozen=True, kw_only=True):
    """A control of a norm."""

    id: Words
    title: Both
    url: Web
    checks: tuple[MappingEntry, ...] = ()
    text_sha256: Sha256 | None = None
    level: int | str | None = None
    up_to: Annotated[int, Meta(ge=1)] | None = None
    axis: str = ""
    proof: Proof = Proof.FILES
    irreversible: bool = False
    note: Both | None = None


class NormFile(File, frozen=True, kw_only=True):
    """content/norms/<id>.yaml."""

    id: Slug
    title: Both
    version: Words
    keeper: Words
    url: Web
    licence: Words
    read: datetime.date
    summary: Both
    total_controls: Annotated[int, Meta(ge=1)]
    text_source: SourceEntry
    controls: Annotated[tuple[ControlEntry, ...], Meta(min_length=1)]


class StepFile(File, frozen=True, kw_only=True):
    """content/roadmap/<id>.yaml; without situations it is a step in all of them."""

    id: Slug
    phase: Phase
    order: Annotated[int, Meta(ge=1)]
    title: Both
    decision: Both
    artefact: Both
    audience: Annotated[tuple[Audience, ...], Meta(min_length=1)]
    situations: tuple[Situation, ...] = ()
    practices: tuple[Slug, ...] = ()


class NotesEntry(File, frozen=True, kw_only=True):
    """Where the notes of an event are, and what came out of it in our own words."""

    url: str = ""
    text: Both | None = None


class EventFile(File, frozen=True, kw_only=True):
    """content/events/<id>.yaml; a moment is a month, a day, or a time in the time zone."""

    id: Slug
    title: Both
    start: Words
    end: str = ""
    timezone: Words = "Europe/Amsterdam"
    series: str = ""
    place: Both | None = None
    online: bool = False
    languages: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    organiser: Words
    summary: Both
    url: Web
    source: SourceEntry
    status: FactStatus
    practices: tuple[Slug, ...] = ()
    notes: NotesEntry | None = None


class RedirectEntry(File, frozen=True, kw_only=True):
    """One entry of content/redirects.yaml: an address that was given up, and the one that has its answer now."""

    was: Place
    now: Place
    since: datetime.date


class SearchWordsEntry(File, frozen=True, kw_only=True):
    """One entry of content/search-words.yaml: words with which readers look for a page and which it does not have."""

    page: Annotated[str, Meta(min_length=1, max_length=100)]
    nl: tuple[Annotated[str, Meta(min_length=1, max_length=60)], ...] = ()
    en: tuple[Annotated[str, Meta(min_length=1, max_length=60)], ...] = ()


class QuestionEntry(File, frozen=True, kw_only=True):
    """What a template asks."""

    id: Slug
    ask: Both
    example: Words
    kind: AnswerKind = AnswerKind.LINE
    known: Known | None = None


class TemplateFileEntry(File, frozen=True, kw_only=True):
    """A file of a template: where it goes, and which file beside template.yaml holds its text, per language or both."""

    path: Words
    nl: str = ""
    en: str = ""
    both: str = ""


class TemplateManifest(File, frozen=True, kw_only=True):
    """content/templates/<id>/template.yaml."""

    id: Slug
    title: Both
    summary: Both
    practices: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    checks: tuple[Slug, ...] = ()
    questions: tuple[QuestionEntry, ...] = ()
    files: Annotated[tuple[TemplateFileEntry, ...], Meta(min_length=1)]
    licence: Words = "CC0-1.0"
