# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries from a register: organisations, repositories and findings, a part at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from ospo.domain.claim import Attribute, Claim
from ospo.domain.overview import ListedRepository, Part, RecordedFinding, RegisterView
from ospo.domain.register import KnownOrganisation
from ospo.domain.site import Kind
from ospo.engine import site as plan
from ospo.render.api.collections import Collection, Problem
from ospo.render.api.entries import EvidenceEntry, FindingEntry, OrganisationEntry, RepositoryEntry, SaidEntry
from ospo.render.api.shipped import Shipped, repository_id

NAMES = ("organisations", "repositories", "findings")
_DEEPEST = 200_000  # entries that a database may have to pass over for one page
_MOST_SOURCES = 50
_ONE = Part(0, 1)


class Registered:
    """What a register holds, with pages of the site where there are; satisfies the Entries protocol."""

    def __init__(self, view: RegisterView, shipped: Shipped) -> None:
        self._view = view
        self._shipped = shipped
        self._has: set[str] = set()

    def has(self, collection: Collection) -> bool:
        """Whether it has any entry of a collection; else what is shipped counts, as on the pages."""
        if collection.name not in NAMES:
            return False
        if collection.name not in self._has:
            is_organisations = collection.name == "organisations"
            if not (self._view.has_organisations() if is_organisations else self._view.has_repositories()):
                return False
            self._has.add(collection.name)
        return True

    def version(self) -> str:
        """A mark of everything in the register."""
        return self._view.version()

    def many(self, collection: Collection, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[Any]]:
        """How many entries have these values, and one part of them.

        Raises:
            Problem: it would take too long to get there.
        """
        if part.start > _DEEPEST:
            total = self.many(collection, wanted, _ONE)[0]
            if total <= part.start:
                return total, []
            detail = f"Beyond {_DEEPEST} entries there are no pages: narrow it down, or take the dump of the register."
            raise Problem(400, "Too far", detail)
        if collection.name == "organisations":
            total, found = self._view.organisations(wanted, part)
            return total, [self._organisation(one) for one in found]
        if collection.name == "repositories":
            total, listed = self._view.repositories(wanted, part)
            return total, [self._repository(one) for one in listed]
        total, answers = self._findings(wanted, part)
        return total, [_finding(one) for one in answers]

    def one(self, collection: Collection, key: str) -> Any:
        """An entry by its id; None when there is none."""
        if collection.name == "organisations":
            return next(map(self._organisation, self._view.organisations({"id": key}, _ONE)[1]), None)
        if collection.name == "repositories":
            for url in _urls(key):
                if found := self._view.repositories({"address": url}, _ONE)[1]:
                    return self._repository(found[0])
            return None
        repository, _, check = key.rpartition("~")
        return next(map(_finding, self._findings({"repository": repository, "check": check}, _ONE)[1]), None)

    def _findings(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[RecordedFinding]]:
        if "repository" not in wanted:
            return self._view.findings(wanted, part)
        for url in _urls(wanted["repository"]):
            total, found = self._view.findings({**wanted, "repository": url}, part)
            if total:
                return total, found
        return 0, []

    def _organisation(self, known: KnownOrganisation) -> OrganisationEntry:
        facts = known.facts.get(Attribute.ACCOUNT)
        accounts = [value.text for value in facts.values] if facts else []
        page = next((self._shipped.page_of_account[a] for a in accounts if a in self._shipped.page_of_account), None)
        return OrganisationEntry(
            id=known.id,
            name=known.name,
            kind=known.first(Attribute.KIND) or None,
            website=known.first(Attribute.WEBSITE) or None,
            tooi=known.first(Attribute.TOOI) or None,
            accounts=accounts,
            sources=_sources(known),
            address=None if page is None else self._shipped.page(Kind.ORGANISATION, page),
        )

    def _repository(self, listed: ListedRepository) -> RepositoryEntry:
        key = plan.repository_key(listed.address)
        is_shown = self._shipped.has_page(key, is_scanned=listed.commit is not None)
        return RepositoryEntry(
            id=repository_id(listed.address),
            url=listed.address,
            organisation=listed.organisation or None,
            account=listed.account,
            state=listed.state,
            since=listed.since,
            is_fork=listed.is_fork,
            fork=listed.fork,
            commit=listed.commit,
            committed=listed.committed,
            observed=listed.scanned,
            outcomes=None if listed.outcomes is None else dict(listed.outcomes),
            address=self._shipped.page(Kind.REPOSITORY, key) if is_shown else None,
        )


def _finding(found: RecordedFinding) -> FindingEntry:
    repository = repository_id(found.repository)
    return FindingEntry(
        id=f"{repository}~{found.check}",
        repository=repository,
        organisation=found.organisation or None,
        check=found.check,
        outcome=found.outcome,
        reason=found.reason,
        evidence=[EvidenceEntry(e.path, e.line, e.url) for e in found.evidence],
        commit=found.commit,
        committed=found.committed,
        observed=found.scanned,
        since=found.since,
    )


def _sources(known: KnownOrganisation) -> list[SaidEntry]:
    """Every source that says something of it, with the newest date on which it does."""
    claims = (claim for fact in known.facts.values() for value in fact.values for claim in value.claims)
    newest: dict[str, Claim] = {}
    for claim in claims:
        before = newest.get(claim.origin.name)
        if before is None or (claim.origin.dated or claim.origin.read) > (before.origin.dated or before.origin.read):
            newest[claim.origin.name] = claim
    origins = [newest[name].origin for name in sorted(newest)][:_MOST_SOURCES]
    return [SaidEntry(o.name, o.url or None, o.dated, o.read) for o in origins]


def _urls(key: str) -> Sequence[str]:
    """The addresses that an id may be of: an owner such as `~dev` has the sign that stands for a slash."""
    plain = f"https://{key.replace('~', '/')}"
    with_sign = "https://" + key.replace("~~", "/\0").replace("~", "/").replace("\0", "~")
    return (plain,) if "~~" not in key else (with_sign, plain)
