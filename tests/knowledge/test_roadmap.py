# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of the roadmap: read in their order, each with an order of its own, and naming what exists."""

import pytest

from knowledge_base import KnowledgeBase
from ospo.domain.roadmap import Situation
from ospo.engine import integrity
from ospo.errors import ContentError


def test_steps_come_in_their_order_and_hold_everywhere_unless_they_say_where(base: KnowledgeBase) -> None:
    first, second = base.load().steps.values()

    assert (first.id, first.situations) == ("aanleiding", tuple(Situation))
    assert (second.id, second.situations) == ("aanbesteden", (Situation.MUNICIPALITY, Situation.MINISTRY))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("order: 20", "order: 10", "has the order 10, as aanbesteden.yaml has"),
        ("id: aanbesteden", "id: inkopen", "has the id 'inkopen' but the file is called 'aanbesteden'"),
        ("[gemeente, ministerie]", "[dorp]", "roadmap/aanbesteden.yaml:10"),
    ],
)
def test_what_is_wrong_in_a_step_is_named(old: str, new: str, problem: str, base: KnowledgeBase) -> None:
    base.change("roadmap/aanbesteden.yaml", old, new)

    with pytest.raises(ContentError) as caught:
        base.load()

    assert any(problem in str(found) for found in caught.value.problems)


def test_a_practice_that_a_step_names_must_exist(base: KnowledgeBase) -> None:
    base.change("roadmap/aanleiding.yaml", "[open-werken]", "[open-dromen]")

    found = integrity.problems(base.load(), ["has-licence-file", "readme-explains-the-project"])

    assert [str(p) for p in found if p.path.startswith("roadmap/")] == [
        "roadmap/aanleiding.yaml: names the practice 'open-dromen', which does not exist: check its spelling"
    ]
