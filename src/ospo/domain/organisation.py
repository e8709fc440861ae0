# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, and the accounts on forges under which they publish."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import OrganisationId
from ospo.domain.page import FactStatus
from ospo.domain.source import Source


class OrganisationKind(StrEnum):
    """What an organisation is, by the official register where it is in one."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    WATERBOARD = "waterboard"
    ZBO = "zbo"
    COMPANY = "company"
    COLLABORATION = "collaboration"
    FOUNDATION = "foundation"
    UNIVERSITY = "university"


@dataclass(frozen=True, slots=True)
class Account:
    """An account or group on a forge."""

    forge: str
    url: str


@dataclass(frozen=True, slots=True)
class OfficialIds:
    """The numbers by which registers know it (`roo`, `oin`, `kvk`, `wikidata`), and where we read them."""

    values: Mapping[str, str]
    source: Source


@dataclass(frozen=True, slots=True)
class Ospo:
    """That it has an OSPO, as far as a source says so; `since` is a year, month or day, `policy` an address."""

    source: Source
    status: FactStatus
    name: str = ""
    since: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that runs or wants an OSPO; `repositories` are the ones we observe."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    website: str
    accounts: tuple[Account, ...]
    repositories: tuple[str, ...]
    source: Source
    tooi: str = ""
    ids: OfficialIds | None = None
    ospo: Ospo | None = None
