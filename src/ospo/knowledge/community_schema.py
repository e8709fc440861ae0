# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the files about the community must hold: a participant, a group, a decision."""

import datetime
from typing import Annotated

from msgspec import Meta

from ospo.domain.community import GroupState
from ospo.knowledge.schema import Both, File, Slug, SourceDate, SourceEntry, Web, Year


class ParticipantFile(File, frozen=True, kw_only=True):
    """content/participants/<id of the organisation>.yaml; the facts are those that say that it takes part."""

    id: Slug
    part: Both
    facts: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    since: SourceDate | Year | None = None


class GroupFile(File, frozen=True, kw_only=True):
    """content/groups/<id>.yaml; the facts are those that say that it exists or is planned."""

    id: Slug
    title: Both
    purpose: Both
    state: GroupState
    facts: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    url: Web | None = None


class DecisionFile(File, frozen=True, kw_only=True):
    """content/decisions/<id>.yaml; one that no longer holds stays, and names the one that has its place."""

    id: Slug
    title: Both
    date: datetime.date
    roles: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    what: Both
    why: Both
    source: SourceEntry
    replaced_by: Slug | None = None
