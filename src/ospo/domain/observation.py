# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Observations: what our own scans of public repositories found, at a commit; facts and counts, never people."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ospo.domain.declaration import Declaration
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId, OrganisationId


@dataclass(frozen=True, slots=True)
class ObservedRepository:
    """The findings about one repository at one commit.

    `observed` is when the scan ran, `fetched` when the copy it ran on was made: the findings hold as of then.
    """

    url: str
    commit: str
    committed: datetime.datetime
    observed: datetime.datetime
    findings: tuple[Finding, ...]
    fetched: datetime.datetime | None = None
    declaration: Declaration = field(default_factory=Declaration)

    @property
    def as_of(self) -> datetime.date:
        """The day as of which the findings hold: that of the copy, as far as known, else that of the commit."""
        return max(self.fetched or self.committed, self.committed).date()

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.url.rpartition("/")[2]

    @property
    def account(self) -> str:
        """The account part of the address."""
        return self.url.rpartition("/")[0].rpartition("/")[2]

    def outcomes(self) -> Mapping[CheckId, Outcome]:
        """The outcome of each check."""
        return {f.check: f.outcome for f in self.findings}


@dataclass(frozen=True, slots=True)
class Observations:
    """Everything observed, by organisation."""

    by_organisation: Mapping[OrganisationId, tuple[ObservedRepository, ...]]

    def repositories(self) -> tuple[ObservedRepository, ...]:
        """Every observed repository, by address."""
        return tuple(sorted((r for rs in self.by_organisation.values() for r in rs), key=lambda r: r.url))
