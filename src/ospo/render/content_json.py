# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""All content as JSON for other programs, and the JSON Schema that it follows (made from the same classes)."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from ospo import __version__
from ospo.domain.catalogue import Catalogue
from ospo.domain.community import Decision, Group
from ospo.domain.event import Event, Moment
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language, Translated
from ospo.domain.library import Library
from ospo.domain.norm import Control, Norm
from ospo.domain.organisation import Organisation
from ospo.domain.page import Fact, Page, Term
from ospo.domain.practice import Practice, Text
from ospo.domain.profile import Profile
from ospo.domain.roadmap import Step
from ospo.domain.site import Kind
from ospo.domain.source import Source
from ospo.domain.template import Template
from ospo.engine import freshness
from ospo.engine import site as plan
from ospo.render.content_entries import (
    Both,
    CheckEntry,
    ContentFile,
    ControlEntry,
    DecisionEntry,
    EventEntry,
    FactEntry,
    GroupEntry,
    NormEntry,
    OrganisationEntry,
    PageEntry,
    ParticipantEntry,
    PracticeEntry,
    ProfileEntry,
    RedirectEntry,
    ServedEntry,
    SourceEntry,
    StepEntry,
    TemplateEntry,
    TemplateFileEntry,
    TermEntry,
    TextEntry,
)

SCHEMA_VERSION = "1.0"
LICENCE = "CC-BY-4.0"
Address = Callable[[Kind, str, Language], str]


def document(library: Library, catalogue: Catalogue, address: Address) -> bytes:
    """The whole knowledge base as JSON; `address` gives the address of a page."""
    return msgspec.json.encode(content(library, catalogue, address)) + b"\n"


def content(library: Library, catalogue: Catalogue, address: Address) -> ContentFile:
    """The whole knowledge base as entries; `address` gives the address of a page."""
    maker = _Entries(address)
    return ContentFile(
        schema_version=SCHEMA_VERSION,
        tool=f"ospo {__version__}",
        licence=LICENCE,
        practices=[maker.practice(p) for p in library.practices.values()],
        pages=[maker.page(p) for p in library.pages.values()],
        facts=[_fact(f) for f in library.facts.values()],
        terms=[maker.term(t) for t in library.terms.values()],
        norms=[maker.norm(n) for n in library.norms.values()],
        profiles=[maker.profile(p) for p in library.profiles.values()],
        organisations=[maker.organisation(o) for o in library.organisations.values()],
        steps=[_step(s) for s in library.steps.values()],
        events=[maker.event(e) for e in library.events.values()],
        templates=[maker.template(t) for t in library.templates.values()],
        participants=[
            ParticipantEntry(p.id, both(p.part), p.since, list(p.facts)) for p in library.participants.values()
        ],
        groups=[_group(g) for g in library.groups.values()],
        decisions=[_decision(d) for d in library.decisions.values()],
        checks=[maker.check(c, catalogue) for c in catalogue.ids()],
        search_words={name: _words(found) for name, found in library.search_words.items()},
        redirects=[RedirectEntry(r.was, r.now, r.since) for r in library.redirects.values()],
    )


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    made = msgspec.json.schema(ContentFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "OSPO-NL knowledge base", **made}


def schema_text() -> str:
    """The JSON Schema as it is published."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode("utf-8") + "\n"


class _Entries:
    """Makes the entries that carry an address."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def practice(self, item: Practice) -> PracticeEntry:
        return PracticeEntry(
            **self._shared(item, Kind.PRACTICE, item.licence),
            phase=item.phase,
            audience=list(item.audience),
            traces=item.traces,
            checks=list(item.checks),
            further_checks=list(item.further_checks),
            controls=list(item.controls),
            related=list(item.related),
            sources=[_source(s) for s in item.sources],
        )

    def page(self, item: Page) -> PageEntry:
        kind = Kind.HOME if item.id == plan.HOME_PAGE else Kind.PAGE
        return PageEntry(**self._shared(item, kind, LICENCE))

    def _shared(self, item: Practice | Page, kind: Kind, licence: str) -> dict[str, Any]:
        key = "" if kind is Kind.HOME else item.id
        return {
            "id": item.id,
            "owner": item.owner,
            "reviewed": item.reviewed,
            "next_review": freshness.due(item),
            "licence": licence,
            "facts": list(item.facts),
            "texts": {str(n): _text(text, self._address(kind, key, n)) for n, text in item.texts.items()},
        }

    def _addresses(self, kind: Kind, key: str) -> Both:
        return {"nl": self._address(kind, key, Language.NL), "en": self._address(kind, key, Language.EN)}

    def term(self, item: Term) -> TermEntry:
        synonyms = _words(item.synonyms)
        where = self._addresses(Kind.GLOSSARY, item.id)
        return TermEntry(item.id, both(item.term), both(item.definition), synonyms, list(item.avoid), where)

    def norm(self, item: Norm) -> NormEntry:
        return NormEntry(
            id=item.id,
            title=both(item.title),
            summary=both(item.summary),
            version=item.version,
            keeper=item.keeper,
            url=item.url,
            licence=item.licence,
            read=item.read,
            controls=[_control(c) for c in item.controls],
            address=self._addresses(Kind.NORM, item.id),
        )

    def profile(self, item: Profile) -> ProfileEntry:
        return ProfileEntry(
            id=item.id,
            title=both(item.title),
            summary=both(item.summary),
            version=item.version,
            date=item.date,
            keeper=item.keeper,
            is_proposal=item.is_proposal,
            extends=list(item.extends),
            facts=list(item.facts),
            address=self._addresses(Kind.PROFILE, item.id),
        )

    def organisation(self, item: Organisation) -> OrganisationEntry:
        return OrganisationEntry(
            id=item.id,
            name=item.name,
            kind=item.kind,
            website=item.website,
            tooi=item.tooi,
            accounts=[account.url for account in item.accounts],
            repositories=list(item.repositories),
            source=_source(item.source),
            address=self._addresses(Kind.ORGANISATION, item.id),
        )

    def template(self, item: Template) -> TemplateEntry:
        return TemplateEntry(
            id=item.id,
            title=both(item.title),
            summary=both(item.summary),
            practices=list(item.practices),
            checks=list(item.checks),
            files=[TemplateFileEntry(file.path, both(file.texts)) for file in item.files],
            licence=item.licence,
            address=self._addresses(Kind.TEMPLATE, item.id),
        )

    def check(self, item: CheckId, catalogue: Catalogue) -> CheckEntry:
        title = {language: catalogue.text(item, language).title for language in Language}
        return CheckEntry(item, catalogue.topics[item], both(title), self._addresses(Kind.CHECK, item))

    def event(self, item: Event) -> EventEntry:
        return EventEntry(
            id=item.id,
            title=both(item.title),
            summary=both(item.summary),
            start=_moment(item.start),
            end=None if item.end is None else _moment(item.end),
            place=None if item.place is None else both(item.place),
            online=item.is_online,
            languages=list(item.languages),
            organiser=item.organiser,
            series=item.series,
            url=item.url,
            source=_source(item.source),
            status=item.status,
            practices=list(item.practices),
            notes_url=item.notes_url,
            notes=None if item.notes is None else both(item.notes),
            address=self._addresses(Kind.EVENT, item.id),
        )


def both(text: Translated | Mapping[Language, str]) -> Both:
    """A text in both languages."""
    return {"nl": text[Language.NL], "en": text[Language.EN]}


def _text(text: Text, address: str) -> TextEntry:
    return TextEntry(text.title, text.question, text.body, address)


def _source(source: Source) -> SourceEntry:
    return SourceEntry(source.title, source.url, source.publisher, source.date, source.read)


def _fact(fact: Fact) -> FactEntry:
    return FactEntry(fact.id, both(fact.text), _source(fact.source), fact.status, fact.applies_from, fact.check_before)


def _control(item: Control) -> ControlEntry:
    served = [ServedEntry(m.check, m.relation) for m in item.mappings]
    return ControlEntry(item.id, both(item.title), item.url, item.level, item.axis, item.proof, served)


def _words(found: Mapping[Language, tuple[str, ...]]) -> dict[Any, list[str]]:
    return {str(language): list(words) for language, words in found.items()}


def _group(item: Group) -> GroupEntry:
    return GroupEntry(item.id, both(item.title), both(item.purpose), item.state, item.url, list(item.facts))


def _decision(item: Decision) -> DecisionEntry:
    return DecisionEntry(
        id=item.id,
        title=both(item.title),
        date=item.date,
        roles=list(item.roles),
        what=both(item.what),
        why=both(item.why),
        source=_source(item.source),
        replaced_by=item.replaced_by,
    )


def _step(item: Step) -> StepEntry:
    return StepEntry(
        id=item.id,
        order=item.order,
        phase=item.phase,
        title=both(item.title),
        decision=both(item.decision),
        artefact=both(item.artefact),
        audience=list(item.audience),
        situations=list(item.situations),
        practices=list(item.practices),
    )


def _moment(moment: Moment) -> str:
    if moment.time is None:
        return moment.day.isoformat()[: 7 if moment.is_month else 10]
    from zoneinfo import ZoneInfo

    return datetime.datetime.combine(moment.day, moment.time, ZoneInfo(moment.zone)).isoformat()
