# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a profile must hold, in content/profiles or in a file of your own."""

import datetime
from typing import Annotated

from msgspec import Meta

from ospo.domain.declaration import RepositoryKind
from ospo.knowledge.schema import Both, File, Slug, SourceEntry, Words


class LevelEntry(File, frozen=True, kw_only=True):
    """All that a norm asks at a level, on an axis when it has those."""

    norm: Slug
    level: Annotated[int, Meta(ge=1)]
    axis: str = ""


class PicksEntry(File, frozen=True, kw_only=True):
    """What is asked: checks, controls of norms by their id, and levels of norms."""

    checks: tuple[Slug, ...] = ()
    controls: tuple[Words, ...] = ()
    levels: tuple[LevelEntry, ...] = ()


class LeftOutEntry(File, frozen=True, kw_only=True):
    """A check or a control that is not asked (one of the two), and why."""

    check: Slug | None = None
    control: Words | None = None
    reason: Both


class ThresholdEntry(File, frozen=True, kw_only=True):
    """The value of a parameter of a check, and the rule it comes from."""

    check: Slug
    name: Words
    value: int | str | tuple[str, ...]
    source: Words


class PartEntry(File, frozen=True, kw_only=True):
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


class WaiverEntry(File, frozen=True, kw_only=True):
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
