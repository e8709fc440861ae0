# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the closed sets, as messages to translate."""

from ospo.domain.community import GroupState
from ospo.domain.finding import Outcome
from ospo.domain.norm import Relation
from ospo.domain.organisation import OrganisationKind
from ospo.domain.practice import Audience, Phase
from ospo.domain.roadmap import Situation
from ospo.domain.site import Kind

PHASES = {
    Phase.EXPLORE: "Explore",
    Phase.FOUND: "Found",
    Phase.INSIGHT: "Gain insight",
    Phase.FRAME: "Set the frame",
    Phase.PUBLISH: "Publish",
    Phase.USE: "Use and buy",
    Phase.COLLABORATE: "Work together",
    Phase.SUSTAIN: "Sustain",
}
AUDIENCES = {
    Audience.OSPO_LEAD: "OSPO lead",
    Audience.DEVELOPER: "developer",
    Audience.LAWYER: "lawyer",
    Audience.CISO: "CISO",
    Audience.BUYER: "buyer",
    Audience.EXECUTIVE: "executive",
    Audience.EDITOR: "editor",
}
SITUATIONS = {
    Situation.MINISTRY: "ministry",
    Situation.MUNICIPALITY: "municipality",
    Situation.AGENCY: "executive agency",
    Situation.COMPANY: "company",
    Situation.ALONE: "one person, a few hours a week",
}
OUTCOMES = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not met",
    Outcome.UNKNOWN: "not known",
    Outcome.NOT_APPLICABLE: "not applicable",
}
# Of the events, by their code.
LANGUAGES = {"nl": "Dutch", "en": "English"}
MARKS = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNKNOWN: "?", Outcome.NOT_APPLICABLE: "–"}
RELATIONS = {
    Relation.FULL: "settles it",
    Relation.PARTIAL: "shows a part of it",
    Relation.NECESSARY: "without it, it cannot be met",
}
ORGANISATION_KINDS = {
    OrganisationKind.MINISTRY: "ministry",
    OrganisationKind.AGENCY: "executive agency",
    OrganisationKind.MUNICIPALITY: "municipality",
    OrganisationKind.PROVINCE: "province",
    OrganisationKind.WATERBOARD: "water board",
    OrganisationKind.ZBO: "independent administrative body",
    OrganisationKind.COMPANY: "company",
    OrganisationKind.COLLABORATION: "collaboration",
    OrganisationKind.FOUNDATION: "foundation",
    OrganisationKind.UNIVERSITY: "university or research institute",
}
KINDS = {
    Kind.PRACTICE: "Practice",
    Kind.CHECK: "Check",
    Kind.NORM: "Norm",
    Kind.PROFILE: "Profile",
    Kind.ORGANISATION: "Organisation",
    Kind.REPOSITORY: "Repository",
    Kind.PAGE: "Page",
    Kind.GLOSSARY: "Term",
    Kind.PRACTICES: "Overview",
    Kind.ROADMAP: "Overview",
    Kind.BOARD: "Overview",
    Kind.EVENTS: "Overview",
    Kind.EVENT: "Event",
    Kind.TEMPLATES: "Overview",
    Kind.TEMPLATE: "Template",
    Kind.CHECKS: "Overview",
    Kind.NORMS: "Overview",
    Kind.PROFILES: "Overview",
    Kind.ORGANISATIONS: "Overview",
    Kind.PARTICIPANTS: "Overview",
    Kind.GROUPS: "Overview",
    Kind.DECISIONS: "Overview",
    Kind.WHY: "Overview",
    Kind.WEEK: "Overview",
    Kind.STATISTICS: "Overview",
    Kind.CONTRIBUTE: "Form",
}
GROUP_STATES = {
    GroupState.PLANNED: "planned",
    GroupState.ACTIVE: "meets",
    GroupState.ENDED: "ended",
    GroupState.UNKNOWN: "not known whether it still meets",
}
