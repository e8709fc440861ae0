# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The schema of an organisation: what it is, where it publishes, its official numbers, and whether it has an OSPO."""

from typing import Annotated

from msgspec import Meta

from ospo.domain.organisation import OrganisationKind
from ospo.domain.page import FactStatus
from ospo.knowledge.schema import File, Slug, SourceEntry, Web, Words


class AccountEntry(File, frozen=True, kw_only=True):
    """An account of an organisation on a forge."""

    forge: Slug
    url: Web


class IdsEntry(File, frozen=True, kw_only=True):
    """The numbers by which registers know an organisation, and where we read them."""

    source: SourceEntry
    roo: Annotated[str, Meta(pattern=r"^\d{1,12}$")] = ""
    oin: Annotated[str, Meta(pattern=r"^\d{20}$")] = ""
    kvk: Annotated[str, Meta(pattern=r"^\d{8}$")] = ""
    wikidata: Annotated[str, Meta(pattern=r"^http://www\.wikidata\.org/entity/Q\d{1,12}$")] = ""


class OspoEntry(File, frozen=True, kw_only=True):
    """That an organisation has an OSPO, as a source says; without a primary source it counts as not verified."""

    source: SourceEntry
    status: FactStatus
    name: str = ""
    since: Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] = ""
    policy: Web = ""


class OrganisationFile(File, frozen=True, kw_only=True):
    """content/organisations/<id>.yaml."""

    id: Slug
    name: Words
    kind: OrganisationKind
    website: Web
    accounts: Annotated[tuple[AccountEntry, ...], Meta(min_length=1)]
    source: SourceEntry
    repositories: tuple[Web, ...] = ()
    tooi: str = ""
    ids: IdsEntry | None = None
    ospo: OspoEntry | None = None
