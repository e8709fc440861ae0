# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Participants, groups and decisions: each with what says so, and nothing that leads nowhere."""

import pytest

from knowledge_base import KnowledgeBase
from ospo.domain.community import GroupState
from ospo.engine import integrity

CHECKS = ["has-licence-file", "readme-explains-the-project"]


def test_what_the_files_say_is_read(base: KnowledgeBase) -> None:
    library = base.load()

    assert [(p.id, p.since, p.facts) for p in library.participants.values()] == [
        ("gemeente-voorbeeld", "2023", ("geschat-aantal",))
    ]
    assert [(g.id, g.state) for g in library.groups.values()] == [("werkgroep-kaarten", GroupState.PLANNED)]
    assert [(d.id, d.replaced_by) for d in library.decisions.values()] == [
        ("nieuwe-regel", None),
        ("oude-regel", "nieuwe-regel"),
    ]
    assert integrity.problems(library, CHECKS) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("participants/gemeente-voorbeeld.yaml", "[geschat-aantal]", "[niets]", "names the fact 'niets'"),
        ("groups/werkgroep-kaarten.yaml", "[voorbeeld-besluit]", "[niets]", "names the fact 'niets'"),
        ("groups/werkgroep-kaarten.yaml", "Werkgroep kaarten", "INVULLEN", "still holds INVULLEN"),
        ("decisions/oude-regel.yaml", "replaced-by: nieuwe-regel", "replaced-by: geen", "names the decision 'geen'"),
    ],
)
def test_what_leads_nowhere_is_named(file: str, old: str, new: str, said: str, base: KnowledgeBase) -> None:
    base.change(file, old, new)

    assert [(p.path, said in str(p)) for p in integrity.problems(base.load(), CHECKS)] == [(file, True)]


def test_a_participant_is_an_organisation_that_we_know(base: KnowledgeBase) -> None:
    text = (base.path / "participants/gemeente-voorbeeld.yaml").read_text("utf-8")
    base.write("participants/bedrijf.yaml", text.replace("id: gemeente-voorbeeld", "id: bedrijf"))

    problems = integrity.problems(base.load(), CHECKS)

    assert ["is about 'bedrijf', an organisation that does not exist" in str(p) for p in problems] == [True]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("participants/gemeente-voorbeeld.yaml", "[geschat-aantal]", "[]"),
        ("groups/werkgroep-kaarten.yaml", "planned", "soon"),
        ("decisions/oude-regel.yaml", "roles: [redactie-voorbeeld]", "roles: []"),
        ("decisions/oude-regel.yaml", "date: 2025-01-02", "date: gisteren"),
    ],
)
def test_what_says_too_little_is_refused(file: str, old: str, new: str, base: KnowledgeBase) -> None:
    base.change(file, old, new)

    assert [problem.startswith(file) for problem in base.problems()] == [True]
