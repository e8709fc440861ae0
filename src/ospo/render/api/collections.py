# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The collections of the API: what each holds, and by which fields it can be narrowed down."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ospo.domain.finding import Outcome
from ospo.domain.identifier import OrganisationId
from ospo.domain.language import Language
from ospo.domain.observation import ObservedRepository
from ospo.domain.site import Kind, Route
from ospo.engine import site as plan
from ospo.render import content_entries as shapes
from ospo.render import content_json

if TYPE_CHECKING:
    from ospo.render.html.site import Site


class EvidenceEntry(Struct, frozen=True):
    """Where a person can see it: a path with a line (from 1) in the repository at the commit, or an address."""

    path: str | None
    line: int | None
    url: str | None


class FindingEntry(Struct, frozen=True):
    """What a check found in a repository, at a commit; `reason` is a key that the check explains."""

    id: str
    repository: str
    organisation: str
    check: str
    outcome: Outcome
    reason: str
    evidence: list[EvidenceEntry]
    commit: str
    committed: datetime.datetime
    observed: datetime.datetime


class RepositoryEntry(Struct, frozen=True):
    """A repository that we look at, with how many checks gave which outcome; `outcomes` is no score."""

    id: str
    url: str
    organisation: str
    commit: str
    committed: datetime.datetime
    observed: datetime.datetime
    as_of: datetime.date
    outcomes: dict[Outcome, int]
    address: shapes.Both


Filter = Callable[[Any], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of thing: its name in addresses, what it is, its entries, and the values of each that it is asked by."""

    name: str
    about: str
    shape: type[Struct]
    filters: dict[str, Filter]

    @property
    def one(self) -> str:
        """The name of a single entry, as schemas have it."""
        return self.shape.__name__.removesuffix("Entry")


def _is(name: str) -> Filter:
    return lambda entry: [str(getattr(entry, name))]


def _has(name: str) -> Filter:
    return lambda entry: [str(value) for value in getattr(entry, name)]


COLLECTIONS = (
    Collection(
        "practices",
        "What an office for open source does, with sources, review date and the checks that show it.",
        shapes.PracticeEntry,
        {"phase": _is("phase"), "audience": _has("audience"), "check": _has("checks"), "control": _has("controls")},
    ),
    Collection("checks", "The statements that a scan tests.", shapes.CheckEntry, {"topic": _is("topic")}),
    Collection("norms", "Norms with their controls and the checks that serve them.", shapes.NormEntry, {}),
    Collection(
        "facts",
        "Claims about law, policy and organisations, each with its source and how sure we are.",
        shapes.FactEntry,
        {"status": _is("status")},
    ),
    Collection("terms", "Words, in Dutch and English.", shapes.TermEntry, {}),
    Collection("templates", "Files that take a practice over.", shapes.TemplateEntry, {"practice": _has("practices")}),
    Collection(
        "events",
        "Meetings, with where their notes are.",
        shapes.EventEntry,
        {"series": _is("series"), "status": _is("status")},
    ),
    Collection(
        "organisations",
        "Organisations with their accounts on forges.",
        shapes.OrganisationEntry,
        {"kind": _is("kind"), "tooi": _is("tooi")},
    ),
    Collection(
        "repositories",
        "Public repositories that we scanned, at the commit that we saw.",
        RepositoryEntry,
        {"organisation": _is("organisation")},
    ),
    Collection(
        "findings",
        "What each check found in each repository: facts at a commit, never a mark.",
        FindingEntry,
        {
            "organisation": _is("organisation"),
            "repository": _is("repository"),
            "check": _is("check"),
            "outcome": _is("outcome"),
        },
    ),
)


class Entries:
    """The entries of one site, made when they are first asked for."""

    def __init__(self, site: "Site") -> None:
        self._site = site

    def of(self, collection: Collection) -> dict[str, Any]:
        """Every entry of a collection, by id."""
        if collection.shape is RepositoryEntry:
            return self._repositories
        if collection.shape is FindingEntry:
            return self._findings
        return {entry.id: entry for entry in getattr(self._content, collection.name)}

    @cached_property
    def _content(self) -> shapes.ContentFile:
        site = self._site

        def address(kind: Kind, key: str, language: Language) -> str:
            return site.absolute(plan.address(Route(kind, key, language)))

        return content_json.content(site.library, site.catalogue, address)

    def _observed(self) -> Iterator[tuple[OrganisationId, ObservedRepository]]:
        for organisation, repositories in self._site.observations.by_organisation.items():
            yield from ((organisation, repository) for repository in repositories)

    @cached_property
    def _repositories(self) -> dict[str, RepositoryEntry]:
        found = {}
        for organisation, item in self._observed():
            name = repository_id(item.url)
            outcomes = list(item.outcomes().values())
            routes = (Route(Kind.REPOSITORY, plan.repository_key(item.url), language) for language in Language)
            where = [self._site.absolute(plan.address(route)) for route in routes]
            found[name] = RepositoryEntry(
                id=name,
                url=item.url,
                organisation=organisation,
                commit=item.commit,
                committed=item.committed,
                observed=item.observed,
                as_of=item.as_of,
                outcomes={outcome: outcomes.count(outcome) for outcome in Outcome},
                address={"nl": where[0], "en": where[1]},
            )
        return found

    @cached_property
    def _findings(self) -> dict[str, FindingEntry]:
        found = {}
        for organisation, item in self._observed():
            repository = repository_id(item.url)
            for finding in item.findings:
                name = f"{repository}~{finding.check}"
                found[name] = FindingEntry(
                    id=name,
                    repository=repository,
                    organisation=organisation,
                    check=finding.check,
                    outcome=finding.outcome,
                    reason=finding.verdict.reason,
                    evidence=[EvidenceEntry(e.path, e.line, e.url) for e in finding.verdict.evidence],
                    commit=item.commit,
                    committed=item.committed,
                    observed=item.observed,
                )
        return found


def repository_id(url: str) -> str:
    """`github.com~minvws~nl-kat-coordination`: the address without slashes, so that it is one part of a path."""
    return plan.repository_key(url).replace("/", "~")
