# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of the roadmap, from content/roadmap."""

from collections.abc import Iterator
from pathlib import Path

from ospo.domain.identifier import PracticeId, StepId
from ospo.domain.roadmap import Situation, Step
from ospo.errors import Problem
from ospo.knowledge import schema
from ospo.knowledge.parts import both, same_name
from ospo.knowledge.reading import Reader


def steps(reader: Reader) -> Iterator[Step]:
    """Every step, in the order in which they are taken; two steps with one number are a problem."""
    taken: dict[int, Path] = {}
    found = []
    for path in reader.files("roadmap", ".yaml"):
        for step in reader.nouns(Step, (path,), _step):
            if step.order in taken:
                values = {"order": step.order, "other": taken[step.order].name}
                message = "has the order {order}, as {other} has: give each step its own"
                reader.problems.append(Problem(reader.name(path), None, message, values))
            taken[step.order] = path
            found.append(step)
    yield from sorted(found, key=lambda step: step.order)


def _step(path: Path, reader: Reader) -> Step | None:
    values: schema.StepFile | None = reader.data(path, schema.StepFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Step(
        id=StepId(values.id),
        phase=values.phase,
        order=values.order,
        title=both(values.title),
        decision=both(values.decision),
        artefact=both(values.artefact),
        audience=values.audience,
        situations=values.situations or tuple(Situation),
        practices=tuple(map(PracticeId, values.practices)),
    )
