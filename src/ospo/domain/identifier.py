# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids: kebab-case names that are file stem, URL and anchor at once."""

import re
from typing import NewType

CheckId = NewType("CheckId", str)
PracticeId = NewType("PracticeId", str)
NormId = NewType("NormId", str)
ControlId = NewType("ControlId", str)
OrganisationId = NewType("OrganisationId", str)
FactId = NewType("FactId", str)
TermId = NewType("TermId", str)
PageId = NewType("PageId", str)
ProfileId = NewType("ProfileId", str)
StepId = NewType("StepId", str)
EventId = NewType("EventId", str)
TemplateId = NewType("TemplateId", str)
GroupId = NewType("GroupId", str)
DecisionId = NewType("DecisionId", str)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Say whether the text can be an id of ours (norms keep the control ids they publish)."""
    return _SLUG.fullmatch(text) is not None
