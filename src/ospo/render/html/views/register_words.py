# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the register, as messages to translate."""

from ospo.domain.claim import Attribute, Confidence
from ospo.domain.crawl import ForkKind, RepositoryState
from ospo.engine.register.relations import RelationKind
from ospo.engine.register.showing import Facet

FACETS = {
    Facet.KIND: "Kind",
    Facet.FORGE: "Forge",
    Facet.OSPO: "OSPO",
    Facet.STANDING: "What we know",
    Facet.ACTIVITY: "Last change in code we observe",
}
HAS_OSPO = {"yes": "has an OSPO, says a source", "not-known": "no source says so"}
STANDINGS = {
    "observed": "repositories observed",
    "account": "an account, no repository observed yet",
    "no-account": "no account known",
}
ACTIVITY = {
    "year": "in the past year",
    "three-years": "one to three years ago",
    "longer": "longer ago",
    "not-known": "not known",
}
# Of our own facts and of the official registers alike.
KIND_NAMES = {
    "ministry": "ministry",
    "agency": "executive agency",
    "municipality": "municipality",
    "province": "province",
    "waterboard": "water board",
    "zbo": "independent administrative body",
    "company": "company",
    "collaboration": "collaboration",
    "foundation": "foundation",
    "university": "university or research institute",
    "inspectorate": "inspectorate",
    "caribbean-body": "public body in the Caribbean Netherlands",
    "high-council": "High Council of State",
    "advisory-body": "advisory body",
    "court": "court",
    "police": "police",
}
ATTRIBUTES = {
    Attribute.NAME: "Name",
    Attribute.ABBREVIATION: "Abbreviation",
    Attribute.KIND: "Kind",
    Attribute.COUNTRY: "Country",
    Attribute.WEBSITE: "Website",
    Attribute.TOOI: "TOOI",
    Attribute.ROO: "Number in the Register of Government Organisations",
    Attribute.OIN: "OIN",
    Attribute.KVK: "Number at the Chamber of Commerce",
    Attribute.WIKIDATA: "Wikidata",
    Attribute.VALID_FROM: "Exists since",
    Attribute.VALID_UNTIL: "Existed until",
    Attribute.PARENT: "Part of",
    Attribute.PREDECESSOR: "Came after",
    Attribute.SUCCESSOR: "Followed by",
    Attribute.ACCOUNT: "Account",
    Attribute.FORGE: "Own forge",
    Attribute.SUPPLIER: "Supplier",
    Attribute.MEMBER_OF: "Takes part in",
    Attribute.HAS_OSPO: "Has an OSPO",
    Attribute.OSPO_NAME: "Name of the OSPO",
    Attribute.OSPO_SINCE: "OSPO since",
    Attribute.OSPO_LINE: "Line of the OSPO",
    Attribute.OSPO_POLICY: "Policy of the OSPO",
    Attribute.OSPO_MAILBOX: "Mailbox of the OSPO",
    Attribute.OSPO_SERVICE: "Service of the OSPO",
}
CONFIDENCES = {
    Confidence.OFFICIAL: "an official register",
    Confidence.DECLARED: "the organisation itself",
    Confidence.LISTED: "a list",
    Confidence.DERIVED: "second-hand",
}
REPOSITORY_STATES = {
    RepositoryState.ACTIVE: "active",
    RepositoryState.ARCHIVED: "archived",
    RepositoryState.MOVED: "moved",
    RepositoryState.DISAPPEARED: "gone",
    RepositoryState.PRIVATE: "no longer public",
    RepositoryState.UNREACHABLE: "could not be reached",
}
# Whether it is a copy of another one, as its forge says and as a look at that one showed.
FORKS = {
    ForkKind.NONE: "no fork, says its forge",
    ForkKind.MIRROR: "a mirror, kept the same by its forge",
    ForkKind.COPY: "a fork in which nothing is new",
    ForkKind.OWN_WORK: "a fork with work of its own",
    ForkKind.FORK: "a fork; whether it holds work of its own is not known",
}
RELATIONS = {
    RelationKind.WHOLE: "Part of",
    RelationKind.PART: "Parts",
    RelationKind.BEFORE: "Came after",
    RelationKind.AFTER: "Followed by",
    RelationKind.SUPPLIER: "Suppliers",
    RelationKind.CUSTOMER: "Supplier of",
    RelationKind.COLLABORATION: "Takes part in",
    RelationKind.MEMBER: "Who takes part",
}
