# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries from memory: the knowledge base, and the observations that come with it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ospo.domain.claim import Attribute
from ospo.domain.finding import Outcome
from ospo.domain.identifier import OrganisationId
from ospo.domain.language import Language
from ospo.domain.observation import ObservedRepository
from ospo.domain.organisation import Organisation
from ospo.domain.overview import Part
from ospo.domain.site import Kind, Route
from ospo.engine import site as plan
from ospo.render import content_entries as shapes
from ospo.render import content_json
from ospo.render.api.collections import SEARCHED, Collection
from ospo.render.api.entries import EvidenceEntry, FindingEntry, OrganisationEntry, RepositoryEntry, SaidEntry

if TYPE_CHECKING:
    from ospo.render.html.site import Site


class Shipped:
    """The entries of one site, made when they are first asked for; satisfies the Entries protocol."""

    def __init__(self, site: "Site") -> None:
        self._site = site

    def version(self) -> str:
        """Only the entries tell."""
        return ""

    def many(self, collection: Collection, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[Any]]:
        """How many entries have these values, and one part of them."""
        every = self.of(collection).values()
        fits, text = collection.filters, collection.searched
        words = wanted.get(SEARCHED, "").lower().split() if text else []
        exact = {name: value for name, value in wanted.items() if name in fits}
        found = [entry for entry in every if all(value in fits[name](entry) for name, value in exact.items())]
        if text is not None and words:
            found = [entry for entry in found if all(word in text(entry).lower() for word in words)]
        if part.is_newest and (dated := collection.dated) is not None:
            days = [(entry, news.day) for entry in found if (news := dated(entry)) is not None]
            found = [entry for entry, _ in sorted(days, key=lambda pair: pair[1], reverse=True)]
        return len(found), found[part.start : part.start + part.size]

    def one(self, collection: Collection, key: str) -> Any:
        """An entry by its id; None when there is none."""
        return self.of(collection).get(key)

    def of(self, collection: Collection) -> dict[str, Any]:
        """Every entry of a collection, by id."""
        if collection.shape is RepositoryEntry:
            return self._repositories
        if collection.shape is FindingEntry:
            return self._findings
        if collection.shape is OrganisationEntry:
            return self._organisations
        return {entry.id: entry for entry in getattr(self._content, collection.name)}

    def page(self, kind: Kind, key: str) -> dict[Any, str]:
        """The addresses of a page."""
        routes = {language: Route(kind, key, language) for language in Language}
        return {str(language): self._site.absolute(plan.address(route)) for language, route in routes.items()}

    @cached_property
    def page_of_account(self) -> Mapping[str, str]:
        """The key of the page of the organisation that has an account, by the account."""
        shown = self._site.register.by_key.values()
        found = {account: one.key for one in shown for account in one.values(Attribute.ACCOUNT)}
        every = self._site.library.organisations.values()
        return found | {account.url.lower().rstrip("/"): str(o.id) for o in every for account in o.accounts}

    def has_page(self, key: str, *, is_scanned: bool) -> bool:
        """Whether a repository has a page of its own: one that we observe, or that a crawl of the user scanned."""
        return key in self.pages_of_repositories or (is_scanned and self._site.recorded is not None)

    @cached_property
    def pages_of_repositories(self) -> frozenset[str]:
        """The keys of the repositories with a page of their own."""
        return frozenset(plan.repository_key(item.url) for _, item in self._observed())

    @cached_property
    def _content(self) -> shapes.ContentFile:
        site = self._site

        def address(kind: Kind, key: str, language: Language) -> str:
            return site.absolute(plan.address(Route(kind, key, language)))

        return content_json.content(site.library, site.catalogue, address)

    @cached_property
    def _organisations(self) -> dict[str, OrganisationEntry]:
        return {str(o.id): self._organisation(o) for o in self._site.library.organisations.values()}

    def _organisation(self, organisation: Organisation) -> OrganisationEntry:
        source = organisation.source
        return OrganisationEntry(
            id=organisation.id,
            name=organisation.name,
            kind=str(organisation.kind),
            website=organisation.website or None,
            tooi=organisation.tooi or None,
            accounts=[account.url for account in organisation.accounts],
            sources=[SaidEntry(source.title, source.url or None, _day(source.date), source.read)],
            address=self.page(Kind.ORGANISATION, organisation.id),
        )

    def _observed(self) -> Iterator[tuple[OrganisationId, ObservedRepository]]:
        for organisation, repositories in self._site.observations.by_organisation.items():
            yield from ((organisation, repository) for repository in repositories)

    @cached_property
    def _repositories(self) -> dict[str, RepositoryEntry]:
        found = {}
        for organisation, item in self._observed():
            name = repository_id(item.url)
            outcomes = list(item.outcomes().values())
            found[name] = RepositoryEntry(
                id=name,
                url=item.url,
                organisation=organisation,
                account=item.url.rpartition("/")[0],
                state=None,
                since=None,
                is_fork=None,
                fork=None,
                commit=item.commit,
                committed=item.committed,
                observed=item.observed,
                outcomes={outcome: outcomes.count(outcome) for outcome in Outcome},
                address=self.page(Kind.REPOSITORY, plan.repository_key(item.url)),
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
                    since=None,
                )
        return found


def repository_id(url: str) -> str:
    """`github.com~minvws~nl-kat-coordination`: the address without slashes, so that it is one part of a path."""
    return plan.repository_key(url).replace("/", "~")


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
