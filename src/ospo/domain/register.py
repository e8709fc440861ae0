# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as it follows from the claims: organisations, accounts, and the questions that the claims leave open."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ospo.domain.claim import Attribute, Claim, Confidence, Passed
from ospo.domain.crawl import RepositoryState, Trouble
from ospo.domain.finding import Finding


class JoinRule(StrEnum):
    """Why what a source says counts for an organisation."""

    FIRST = "first"  # it is what the others were joined to
    SAME_ID = "same-id"
    SAME_NAME = "same-name"
    ACCOUNT_AND_NAME = "account-and-name"  # the same account, under names that go together
    ACCOUNT = "account"  # it only names an account, and one organisation has that


@dataclass(frozen=True, slots=True)
class Member:
    """A subject of a source that is this organisation: by which rule, and the value that they share."""

    source: str
    subject: str
    rule: JoinRule
    shared: str = ""


class Standing(StrEnum):
    """What the sources together say of one attribute."""

    ONE_SOURCE = "one-source"
    AGREED = "agreed"  # independent sources say the same, and none says something else
    CONFLICT = "conflict"  # they say different things of what can be only one thing


class Freshness(StrEnum):
    """How long ago the newest source that says so was dated."""

    FRESH = "fresh"  # at most a year
    AGEING = "ageing"  # at most three years
    OLD = "old"
    UNDATED = "undated"  # its source gives no date


@dataclass(frozen=True, slots=True)
class Value:
    """One value, with every claim for it. `weight` only orders values; it is no probability."""

    text: str
    claims: tuple[Claim, ...]
    weight: float
    freshness: Freshness

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so."""
        return tuple(dict.fromkeys(claim.origin.name for claim in self.claims))

    @property
    def independent(self) -> frozenset[str]:
        """The sources that say so of themselves, and did not have it from another."""
        return frozenset(c.origin.name for c in self.claims if c.confidence is not Confidence.DERIVED)


@dataclass(frozen=True, slots=True)
class KnownFact:
    """What is said of one attribute; the heaviest value first."""

    values: tuple[Value, ...]
    is_conflict: bool  # the sources say different things of what can be only one thing

    def standing(self, value: Value) -> Standing:
        """How one of the values stands."""
        if self.is_conflict:
            return Standing.CONFLICT
        return Standing.AGREED if len(value.independent) > 1 else Standing.ONE_SOURCE


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation in the register; `id` is made of its name, and stays as long as that does."""

    id: str
    name: str
    members: tuple[Member, ...]
    facts: Mapping[Attribute, KnownFact]

    def first(self, attribute: Attribute) -> str:
        """The heaviest value of an attribute; "" when nobody says anything."""
        fact = self.facts.get(attribute)
        return fact.values[0].text if fact else ""


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account, with the claims on it by organisation: the one with most weight first.

    `listed` are claims that it exists, of sources that do not tell whose it is.
    """

    address: str
    organisations: Mapping[str, Value]
    listed: tuple[Claim, ...] = ()


class QuestionKind(StrEnum):
    """What the claims leave open. A question is no verdict: it names what somebody can look at."""

    LIKELY_MISTAKE = "likely-mistake"  # one account, two organisations; one of them has one source against several
    TWO_ORGANISATIONS = "two-organisations"  # the same, and the sources do not settle it
    BODY_OR_PART = "body-or-part"  # the same, but one is a part of the other
    EARLIER_OR_LATER = "earlier-or-later"  # the same, but one came after the other
    OWN_WORDS = "own-words"  # the account itself names another organisation than a list does
    COMMUNITY = "community"  # an account under a name of its own is put down to one body
    DOUBTFUL_END = "doubtful-end"
    EARLIER_NAME = "earlier-name"  # the name in one source is that of a body that ended
    OTHER_NAME = "other-name"  # sources give different names to what has the same identifier
    SHARED_ID = "shared-id"  # one source gives an identifier to several bodies at once
    SAME_NAME = "same-name"  # a name fits several organisations, so nothing was joined by it
    MAY_BE_SAME = "may-be-same"  # an abbreviation or account points to another organisation
    LOOK_ALIKE = "look-alike"  # letters of another alphabet among Latin ones


@dataclass(frozen=True, slots=True)
class Question:
    """One question: about which organisations (ids), which account, and the claims that raise it."""

    kind: QuestionKind
    organisations: tuple[str, ...]
    account: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """A source that was read: how many claims it gave, and what in it gave none."""

    kind: str
    name: str
    url: str
    read: datetime.date
    dated: datetime.date | None
    claims: int
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """Everything that follows from the claims."""

    organisations: Mapping[str, KnownOrganisation]
    accounts: Mapping[str, KnownAccount]
    questions: tuple[Question, ...]
    sources: tuple[SourceSeen, ...]


@dataclass(frozen=True, slots=True)
class AccountSeen:
    """How crawls found an account: when its list last came, and how many of its repositories are in which state.

    `trouble` is what went wrong the last time that it was asked (`asked`), when no list came since.
    """

    address: str
    listed: datetime.datetime | None = None
    states: Mapping[RepositoryState, int] = field(default_factory=dict)
    trouble: Trouble | None = None
    asked: datetime.datetime | None = None

    @property
    def is_known(self) -> bool:
        """True when a crawl ever looked at it."""
        return bool(self.listed or self.states or self.trouble)


@dataclass(frozen=True, slots=True)
class RepositorySeen:
    """How crawls found a repository, and what is open in it; `was` is its earlier address when that was asked for."""

    address: str
    state: RepositoryState
    since: datetime.datetime
    was: str = ""
    commit: str = ""
    scanned: datetime.datetime | None = None
    findings: tuple[Finding, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class CrawlSeen:
    """What crawls saw of what was asked for; `repositories` are the one that was asked for, or some with open ends.

    `wanted` is the address of the repository that was asked for, if any.
    """

    accounts: tuple[AccountSeen, ...] = ()
    repositories: tuple[RepositorySeen, ...] = ()
    wanted: str = ""


class TraceKind(StrEnum):
    """A step of a decision trace."""

    NORMAL_FORM = "normal-form"
    NO_FORGE = "no-forge"
    PRESENT = "present"
    ABSENT = "absent"
    SAID = "said"
    PASSED = "passed"
    SILENT = "silent"
    JOINED = "joined"
    QUESTION = "question"
    CLOSE = "close"
    NOT_CRAWLED = "not-crawled"
    CRAWLED = "crawled"  # an account, as its list last came
    TROUBLE = "trouble"  # what went wrong in a crawl
    NOT_FOUND = "not-found"  # no crawl found the repository in its account
    RENAMED = "renamed"
    REPOSITORY = "repository"  # how a repository stands
    FINDING = "finding"  # a check that it does not meet
    ADVICE_CRAWL = "advice-crawl"
    ADVICE_STATE = "advice-state"
    ADVICE_FINDING = "advice-finding"
    ADVICE_DECLARE = "advice-declare"
    ADVICE_SOURCE = "advice-source"
    ADVICE_IMPORT = "advice-import"


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step: what was looked at, or decided; the rest depends on the kind."""

    kind: TraceKind
    values: Mapping[str, str] = field(default_factory=dict)
    source: SourceSeen | None = None
    claims: tuple[Claim, ...] = ()
    passed: Passed | None = None
    question: Question | None = None
    trouble: Trouble | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer to "why are we (not) in it?": what was asked, whether it is there, and every step to that answer."""

    asked: str
    is_known: bool
    organisations: tuple[KnownOrganisation, ...]
    account: KnownAccount | None
    steps: tuple[TraceStep, ...]
