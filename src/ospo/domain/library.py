# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The library: all content, loaded and cross-checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ospo.domain.community import Decision, Group, Participant
from ospo.domain.event import Event
from ospo.domain.identifier import (
    CheckId,
    ControlId,
    DecisionId,
    EventId,
    FactId,
    GroupId,
    NormId,
    OrganisationId,
    PageId,
    PracticeId,
    ProfileId,
    StepId,
    TemplateId,
    TermId,
)
from ospo.domain.language import Language
from ospo.domain.norm import Control, Norm
from ospo.domain.organisation import Organisation
from ospo.domain.page import Fact, Page, Term
from ospo.domain.practice import Practice
from ospo.domain.profile import Profile
from ospo.domain.redirect import Redirect
from ospo.domain.roadmap import Step
from ospo.domain.template import Template


@dataclass(frozen=True, slots=True)
class Library:
    """Everything in content/, by id."""

    practices: Mapping[PracticeId, Practice]
    pages: Mapping[PageId, Page]
    norms: Mapping[NormId, Norm]
    facts: Mapping[FactId, Fact]
    terms: Mapping[TermId, Term]
    organisations: Mapping[OrganisationId, Organisation]
    profiles: Mapping[ProfileId, Profile] = field(default_factory=dict)
    steps: Mapping[StepId, Step] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    templates: Mapping[TemplateId, Template] = field(default_factory=dict)
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    search_words: Mapping[str, Mapping[Language, tuple[str, ...]]] = field(default_factory=dict)
    participants: Mapping[OrganisationId, Participant] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    decisions: Mapping[DecisionId, Decision] = field(default_factory=dict)

    def practices_for(self, check: CheckId) -> tuple[Practice, ...]:
        """The practices that name a check; the most specific first: visible, a sign of it, with few checks."""
        naming = [p for p in self.practices.values() if check in p.every_check]
        return tuple(sorted(naming, key=lambda p: (not p.traces, check not in p.checks, len(p.every_check), p.id)))

    def controls_for(self, check: CheckId) -> tuple[tuple[Norm, Control], ...]:
        """The controls that a check serves, with their norm."""
        return tuple(
            (norm, control)
            for norm in self.norms.values()
            for control in norm.controls
            if any(m.check == check for m in control.mappings)
        )

    def control(self, control: ControlId) -> tuple[Norm, Control] | None:
        """A control by its published id, with its norm."""
        for norm in self.norms.values():
            for candidate in norm.controls:
                if candidate.id == control:
                    return norm, candidate
        return None
