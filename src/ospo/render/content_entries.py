# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape in which all content is published as JSON: what each entry holds, under which name."""

import datetime
from typing import Literal

from msgspec import Struct

from ospo.domain.community import GroupState
from ospo.domain.norm import Proof, Relation
from ospo.domain.organisation import OrganisationKind
from ospo.domain.page import FactStatus
from ospo.domain.practice import Audience, Phase
from ospo.domain.roadmap import Situation

Both = dict[Literal["nl", "en"], str]


class SourceEntry(Struct, frozen=True):
    """A document of others; `published` says when (a year, a month or a day), `read` is when we read it."""

    title: str
    url: str
    publisher: str
    published: str
    read: datetime.date | None


class TextEntry(Struct, frozen=True):
    """A page in one language. Links in the Markdown such as `[](fact:id)` and `term:id` name entries of this file."""

    title: str
    question: str
    markdown: str
    address: str


class PageEntry(Struct, frozen=True, kw_only=True):
    """A page about the community: who keeps it, when it was last read through, and when it has to be again."""

    id: str
    owner: str
    reviewed: datetime.date
    next_review: datetime.date
    licence: str
    facts: list[str]
    texts: dict[Literal["nl", "en"], TextEntry]


class PracticeEntry(PageEntry, frozen=True, kw_only=True):
    """A practice. `checks` show it in a repository when `traces` is true; `further_checks` ask more than it does."""

    phase: Phase
    audience: list[Audience]
    traces: bool
    checks: list[str]
    further_checks: list[str]
    controls: list[str]
    related: list[str]
    sources: list[SourceEntry]


class FactEntry(Struct, frozen=True):
    """A claim with its source, how sure we are of it, and the day before which it has to be checked again."""

    id: str
    text: Both
    source: SourceEntry
    status: FactStatus
    applies_from: datetime.date | None
    check_before: datetime.date | None


class TermEntry(Struct, frozen=True):
    """A word in both languages; `avoid` are words that we do not use for it."""

    id: str
    term: Both
    definition: Both
    synonyms: dict[Literal["nl", "en"], list[str]]
    avoid: list[str]
    address: Both


class ServedEntry(Struct, frozen=True):
    """A check, and what meeting it says about the requirement."""

    check: str
    relation: Relation


class ControlEntry(Struct, frozen=True):
    """A requirement by the id that its norm publishes; the title is in our own words."""

    id: str
    title: Both
    url: str
    level: int | str | None
    axis: str
    proof: Proof
    checks: list[ServedEntry]


class NormEntry(Struct, frozen=True):
    """A norm at the version that we read; `licence` is that of the norm itself."""

    id: str
    title: Both
    summary: Both
    version: str
    keeper: str
    url: str
    licence: str
    read: datetime.date
    controls: list[ControlEntry]
    address: Both


class ProfileEntry(Struct, frozen=True):
    """A policy to hold repositories against; what it asks stands on its page."""

    id: str
    title: Both
    summary: Both
    version: str
    date: datetime.date
    keeper: str
    is_proposal: bool
    extends: list[str]
    facts: list[str]
    address: Both


class OrganisationEntry(Struct, frozen=True):
    """An organisation with its accounts on forges, and the repositories that we look at."""

    id: str
    name: str
    kind: OrganisationKind
    website: str
    tooi: str
    accounts: list[str]
    repositories: list[str]
    source: SourceEntry
    address: Both


class StepEntry(Struct, frozen=True):
    """A step of the roadmap: what is decided, what there is afterwards, for whom, and what to read."""

    id: str
    order: int
    phase: Phase
    title: Both
    decision: Both
    artefact: Both
    audience: list[Audience]
    situations: list[Situation]
    practices: list[str]


class EventEntry(Struct, frozen=True):
    """An event; a moment is a month, a day, or a time with its offset."""

    id: str
    title: Both
    summary: Both
    start: str
    end: str | None
    place: Both | None
    online: bool
    languages: list[str]
    organiser: str
    series: str
    url: str
    source: SourceEntry
    status: FactStatus
    practices: list[str]
    notes_url: str
    notes: Both | None
    address: Both


class TemplateFileEntry(Struct, frozen=True):
    """A file of a template: its path in a repository, and its text with places such as `{{name}}` for answers."""

    path: str
    texts: Both


class TemplateEntry(Struct, frozen=True):
    """A template: files that take over the practices it names, and with which a repository meets the checks."""

    id: str
    title: Both
    summary: Both
    practices: list[str]
    checks: list[str]
    files: list[TemplateFileEntry]
    licence: str
    address: Both


class ParticipantEntry(Struct, frozen=True):
    """An organisation that takes part, by its id, as far as facts say so; `since` is a year, a month or a day."""

    id: str
    part: Both
    since: str
    facts: list[str]


class GroupEntry(Struct, frozen=True):
    """A group of the community that a fact names."""

    id: str
    title: Both
    purpose: Both
    state: GroupState
    url: str
    facts: list[str]


class DecisionEntry(Struct, frozen=True):
    """A decision of the community; `replaced_by` names the one that has its place, when it no longer holds."""

    id: str
    title: Both
    date: datetime.date
    roles: list[str]
    what: Both
    why: Both
    source: SourceEntry
    replaced_by: str | None


class CheckEntry(Struct, frozen=True):
    """A check: the statement that it tests, and where that is explained."""

    id: str
    topic: str
    title: Both
    address: Both


class RedirectEntry(Struct, frozen=True):
    """An address that was given up, without language, and the one that has its place."""

    was: str
    now: str
    since: datetime.date


class ContentFile(Struct, frozen=True):
    """Everything in the knowledge base; `licence` is of all that names no other.

    `search_words` are the words under which readers look for a page, by its name.
    """

    schema_version: str
    tool: str
    licence: str
    practices: list[PracticeEntry]
    pages: list[PageEntry]
    facts: list[FactEntry]
    terms: list[TermEntry]
    norms: list[NormEntry]
    profiles: list[ProfileEntry]
    organisations: list[OrganisationEntry]
    steps: list[StepEntry]
    events: list[EventEntry]
    templates: list[TemplateEntry]
    participants: list[ParticipantEntry]
    groups: list[GroupEntry]
    decisions: list[DecisionEntry]
    checks: list[CheckEntry]
    search_words: dict[str, dict[Literal["nl", "en"], list[str]]]
    redirects: list[RedirectEntry]
