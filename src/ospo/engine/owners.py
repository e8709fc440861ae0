# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Owners: which one file, put once in the defaults of an owner, settles most in its repositories."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from ospo.domain.finding import MAY_BE_INHERITED, NOT_INHERITED, Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.formats import forges


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """One file in one repository of the owner, and what it settles: so many findings in so many repositories.

    `is_certain` is false when nobody has looked at what the owner supplies: then the file may be there already.
    """

    repository: str
    file: str
    checks: tuple[CheckId, ...]
    findings: int
    repositories: int
    is_certain: bool


def changes(
    repositories: Iterable[tuple[str | None, Iterable[Finding]]], today: datetime.date
) -> tuple[OwnerChange, ...]:
    """The changes by how much they settle, the most first; only those that help two repositories or more.

    Args:
        repositories: the address of each repository, with its findings.
        today: decides which waivers hold: what is waived needs no change.
    """
    found: dict[tuple[str, str], list[tuple[str, Finding]]] = {}
    for address, findings in repositories:
        if address is None or not (name := forges.forge_of(address).defaults):
            continue
        owner = f"{address.rpartition('/')[0]}/{name}"
        for finding in findings:
            file = str(finding.verdict.values.get("file", ""))
            if file and _is_settled_by_owner(finding, today):
                found.setdefault((owner, file), []).append((address, finding))
    made = [_change(owner, file, hits) for (owner, file), hits in found.items()]
    helpful = [change for change in made if change.repositories > 1]
    return tuple(sorted(helpful, key=lambda c: (-c.findings, -c.repositories, c.repository, c.file)))


def _is_settled_by_owner(finding: Finding, today: datetime.date) -> bool:
    if finding.verdict.reason == NOT_INHERITED:
        return finding.is_open(today)
    return finding.verdict.reason == MAY_BE_INHERITED and finding.outcome is Outcome.UNKNOWN


def _change(owner: str, file: str, hits: list[tuple[str, Finding]]) -> OwnerChange:
    return OwnerChange(
        repository=owner,
        file=file,
        checks=tuple(sorted({finding.check for _, finding in hits})),
        findings=len(hits),
        repositories=len({address for address, _ in hits}),
        is_certain=all(finding.verdict.reason == NOT_INHERITED for _, finding in hits),
    )
