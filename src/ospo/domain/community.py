# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The community: which organisations take part, which groups there are, and what was decided."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import DecisionId, FactId, GroupId, OrganisationId
from ospo.domain.language import Translated
from ospo.domain.source import Source


@dataclass(frozen=True, slots=True)
class Participant:
    """An organisation that takes part, as far as facts say so; its id is that of the organisation.

    `since` is a year, a month or a day, or empty when no fact tells it.
    """

    id: OrganisationId
    part: Translated
    facts: tuple[FactId, ...]
    since: str = ""


class GroupState(StrEnum):
    """How a group stands; unknown when no source says whether it still meets."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the community that a fact names."""

    id: GroupId
    title: Translated
    purpose: Translated
    state: GroupState
    facts: tuple[FactId, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the community decided: when, in which roles, what, why, and where it is laid down.

    One that no longer holds stays, and names the one that has its place.
    """

    id: DecisionId
    title: Translated
    date: datetime.date
    roles: tuple[str, ...]
    what: Translated
    why: Translated
    source: Source
    replaced_by: DecisionId | None = None
