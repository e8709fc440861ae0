# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each kind of content file must hold; the JSON Schemas for editors are made from these same classes."""

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from ospo.domain.declaration import RepositoryKind
from ospo.domain.norm import Proof, Relation
from ospo.domain.organisation import OrganisationKind
from ospo.domain.page import FactStatus
from ospo.domain.practice import Audience, Phase
from ospo.domain.roadmap import Situation

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WEB = r"^https?://\S+$"
MONTHS = r"^[1-9][0-9]? maand(en)?$"
FINGERPRINT = r"^[0-9a-f]{12}$"
SHA256 = r"^[0-9a-f]{64}$"
SOURCE_DATE = r"^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$"

Slug = Annotated[str, Meta(pattern=SLUG)]
Words = Annotated[str, Meta(min_length=1)]
Web = Annotated[str, Meta(pattern=WEB)]
Months = Annotated[str, Meta(pattern=MONTHS)]
Fingerprint = Annotated[str, Meta(pattern=FINGERPRINT)]
Sha256 = Annotated[str, Meta(pattern=SHA256)]
Year = Annotated[int, Meta(ge=1900, le=2999)]
SourceDate = Annotated[str, Meta(pattern=SOURCE_DATE)]


class _File(Struct, rename="kebab", forbid_unknown_fields=True, frozen=True, kw_only=True):
    pass


class Both(_File, frozen=True, kw_only=True):
    """A text in both languages."""

    nl: Words
    en: Words


class SourceEntry(_File, frozen=True, kw_only=True):
    """A source: what it is, where, of when, and when it was read."""

    title: Words
    url: Web
    publisher: str = ""
    date: SourceDate | Year | None = None
    read: datetime.date | None = None
    commit: str = ""


class PracticeFile(_File, frozen=True, kw_only=True):
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


class TranslationFile(_File, frozen=True, kw_only=True):
    """Front matter of a translation: what it renders, and the fingerprint of the text it was made from."""

    id: Slug
    title: Words
    question: Words
    original: Fingerprint
    examples: tuple[str, ...] | None = None


class PageFile(_File, frozen=True, kw_only=True):
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


class FactFile(_File, frozen=True, kw_only=True):
    """content/facts/<id>.yaml."""

    id: Slug
    text: Both
    source: SourceEntry
    read: datetime.date
    status: FactStatus
    applies_from: datetime.date | None = None
    check_before: datetime.date | None = None


class TermText(_File, frozen=True, kw_only=True):
    """A term in one language."""

    term: Words
    definition: Words


class TermEntry(_File, frozen=True, kw_only=True):
    """One entry of content/glossary.yaml."""

    id: Slug
    nl: TermText
    en: TermText
    avoid: tuple[str, ...] = ()


class MappingEntry(_File, frozen=True, kw_only=True):
    """A check that serves a control."""

    check: Slug
    relation: Relation


class ControlEntry(_File, frozen=True, kw_only=True):
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


class NormFile(_File, frozen=True, kw_only=True):
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


class StepFile(_File, frozen=True, kw_only=True):
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


class AccountEntry(_File, frozen=True, kw_only=True):
    """An account of an organisation on a forge."""

    forge: Slug
    url: Web


class OrganisationFile(_File, frozen=True, kw_only=True):
    """content/organisations/<id>.yaml."""

    id: Slug
    name: Words
    kind: OrganisationKind
    website: Web
    accounts: Annotated[tuple[AccountEntry, ...], Meta(min_length=1)]
    source: SourceEntry
    repositories: tuple[Web, ...] = ()
    tooi: str = ""


class LevelEntry(_File, frozen=True, kw_only=True):
    """All that a norm asks at a level, on an axis when it has those."""

    norm: Slug
    level: Annotated[int, Meta(ge=1)]
    axis: str = ""


class PicksEntry(_File, frozen=True, kw_only=True):
    """What is asked: checks, controls of norms by their id, and levels of norms."""

    checks: tuple[Slug, ...] = ()
    controls: tuple[Words, ...] = ()
    levels: tuple[LevelEntry, ...] = ()


class LeftOutEntry(_File, frozen=True, kw_only=True):
    """A check or a control that is not asked (one of the two), and why."""

    check: Slug | None = None
    control: Words | None = None
    reason: Both


class ThresholdEntry(_File, frozen=True, kw_only=True):
    """The value of a parameter of a check, and the rule it comes from."""

    check: Slug
    name: Words
    value: int | str | tuple[str, ...]
    source: Words


class PartEntry(_File, frozen=True, kw_only=True):
    """What is asked of every repository, of one kind, or in one tier."""

    must: PicksEntry = PicksEntry()
    should: PicksEntry = PicksEntry()
    leave_out: tuple[LeftOutEntry, ...] = ()
    parameters: tuple[ThresholdEntry, ...] = ()


class KindEntry(PartEntry, frozen=True, kw_only=True):
    """What holds for one kind of repository."""

    kind: RepositoryKind


class TierEntry(PartEntry, frozen=True, kw_only=True):
    """What a tier adds."""

    id: Slug
    title: Both


class WaiverEntry(_File, frozen=True, kw_only=True):
    """A dated decision not to hold anybody to a check or a control (one of the two)."""

    check: Slug | None = None
    control: Words | None = None
    reason: Words
    role: Words
    until: datetime.date


class ProfileFile(PartEntry, frozen=True, kw_only=True):
    """content/profiles/<id>.yaml, or a policy of your own."""

    id: Slug
    title: Both
    summary: Both
    version: Words
    date: datetime.date
    keeper: Words
    licence: Words
    proposal: bool
    extends: tuple[Slug, ...] = ()
    kinds: tuple[KindEntry, ...] = ()
    tiers: tuple[TierEntry, ...] = ()
    waivers: tuple[WaiverEntry, ...] = ()
    facts: tuple[Slug, ...] = ()
    source: SourceEntry | None = None
