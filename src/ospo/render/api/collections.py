# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The collections of the API: what each holds, by which fields it can be narrowed down, and in which forms it comes."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

from ospo.domain.overview import Part
from ospo.render import content_entries as shapes
from ospo.render.api.entries import FindingEntry, OrganisationEntry, RepositoryEntry

Filter = Callable[[Any], Sequence[str]]
SEARCHED = "q"  # the parameter with words


class Dated(NamedTuple):
    """An entry as news: what, since which day, in a sentence, and its page (None for its address in the API)."""

    title: str
    day: datetime.date
    summary: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of thing: its name in addresses, what it is, its entries, and the values of each that it is asked by.

    `dated` gives an entry as news, for collections of which a feed can be made. `searched` is the text of an entry in
    which the words of `q` have to stand, for collections that can be searched.
    """

    name: str
    about: str
    shape: type[Struct]
    filters: dict[str, Filter]
    dated: Callable[[Any], Dated | None] | None = None
    searched: Callable[[Any], str] | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of what a list of it can be narrowed down by."""
        return (*self.filters, *(() if self.searched is None else (SEARCHED,)))

    @property
    def one(self) -> str:
        """The name of a single entry, as schemas have it."""
        return self.shape.__name__.removesuffix("Entry")

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms in which a list of it comes."""
        return ("json", "csv") if self.dated is None else ("json", "csv", "atom")


class Entries(Protocol):
    """Where entries come from: what is in memory, or a register."""

    def version(self) -> str:
        """A mark that is another one when any entry changed; "" when only the entries themselves tell."""
        ...

    def many(self, collection: Collection, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[Any]]:
        """How many entries have these values, and one part of them.

        Raises:
            Problem: that part cannot be given.
        """
        ...

    def one(self, collection: Collection, key: str) -> Any:
        """An entry by its id; None when there is none."""
        ...


class Problem(Exception):  # noqa: N818 - the name is the sentence
    """What is wrong with a question, and what to do."""

    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail = status, title, detail


def _is(name: str) -> Filter:
    return lambda entry: [str(getattr(entry, name) or "")]


def _has(name: str) -> Filter:
    return lambda entry: [str(value) for value in getattr(entry, name)]


def _practice(entry: shapes.PracticeEntry) -> Dated:
    text = entry.texts["nl"]
    return Dated(text.title, entry.reviewed, text.question, text.address)


def _norm(entry: shapes.NormEntry) -> Dated:
    return Dated(entry.title["nl"], entry.read, entry.summary["nl"], entry.address["nl"])


def _fact(entry: shapes.FactEntry) -> Dated | None:
    read = entry.source.read
    return None if read is None else Dated(entry.id, read, entry.text["nl"], None)


def _event(entry: shapes.EventEntry) -> Dated | None:
    """An event is news as of the day on which we read of it; when it is stands in the sentence."""
    read = entry.source.read
    when = entry.start if entry.end is None else f"{entry.start} - {entry.end}"
    text = f"{when}: {entry.summary['nl']}"
    return None if read is None else Dated(entry.title["nl"], read, text, entry.address["nl"])


def _repository(entry: RepositoryEntry) -> Dated | None:
    moment = entry.since or entry.observed
    return None if moment is None else Dated(entry.url, moment.date(), str(entry.state or ""), None)


def _finding(entry: FindingEntry) -> Dated:
    moment = entry.since or entry.observed
    where = entry.repository.replace("~", "/")
    return Dated(f"{where}: {entry.check}", moment.date(), f"{entry.outcome} ({entry.reason})", None)


COLLECTIONS = (
    Collection(
        "practices",
        "What an office for open source does, with sources, review date and the checks that show it.",
        shapes.PracticeEntry,
        {"phase": _is("phase"), "audience": _has("audience"), "check": _has("checks"), "control": _has("controls")},
        _practice,
    ),
    Collection("checks", "The statements that a scan tests.", shapes.CheckEntry, {"topic": _is("topic")}),
    Collection("norms", "Norms with their controls and the checks that serve them.", shapes.NormEntry, {}, _norm),
    Collection(
        "facts",
        "Claims about law, policy and organisations, each with its source and how sure we are.",
        shapes.FactEntry,
        {"status": _is("status")},
        _fact,
    ),
    Collection("terms", "Words, in Dutch and English.", shapes.TermEntry, {}),
    Collection("templates", "Files that take a practice over.", shapes.TemplateEntry, {"practice": _has("practices")}),
    Collection(
        "events",
        "Meetings, with where their notes are.",
        shapes.EventEntry,
        {"series": _is("series"), "status": _is("status"), "practice": _has("practices")},
        _event,
    ),
    Collection(
        "organisations",
        "Organisations with their accounts on forges, and who says so.",
        OrganisationEntry,
        {"kind": _is("kind"), "tooi": _is("tooi")},
    ),
    Collection(
        "repositories",
        "Public repositories that we scanned, at the commit that we saw.",
        RepositoryEntry,
        {"organisation": _is("organisation"), "state": _is("state")},
        _repository,
        lambda entry: str(entry.url),
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
        _finding,
    ),
)
