# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The participants, groups and decisions of the community, from content/participants, groups and decisions."""

from collections.abc import Iterator
from pathlib import Path

from ospo.domain.community import Decision, Group, Participant
from ospo.domain.identifier import DecisionId, FactId, GroupId, OrganisationId
from ospo.knowledge import community_schema
from ospo.knowledge.parts import both, same_name, source
from ospo.knowledge.reading import Reader


def participants(reader: Reader) -> Iterator[Participant]:
    """Every participant, by the id of its organisation."""
    for path in reader.files("participants", ".yaml"):
        yield from reader.nouns(Participant, (path,), _participant)


def groups(reader: Reader) -> Iterator[Group]:
    """Every group that is known, by id."""
    for path in reader.files("groups", ".yaml"):
        yield from reader.nouns(Group, (path,), _group)


def decisions(reader: Reader) -> Iterator[Decision]:
    """Every decision, the latest first."""
    found = [d for path in reader.files("decisions", ".yaml") for d in reader.nouns(Decision, (path,), _decision)]
    yield from sorted(sorted(found, key=lambda d: d.id), key=lambda d: d.date, reverse=True)


def _participant(path: Path, reader: Reader) -> Participant | None:
    values: community_schema.ParticipantFile | None = reader.data(path, community_schema.ParticipantFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Participant(
        id=OrganisationId(values.id),
        part=both(values.part),
        facts=tuple(map(FactId, values.facts)),
        since=str(values.since or ""),
    )


def _group(path: Path, reader: Reader) -> Group | None:
    values: community_schema.GroupFile | None = reader.data(path, community_schema.GroupFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Group(
        id=GroupId(values.id),
        title=both(values.title),
        purpose=both(values.purpose),
        state=values.state,
        facts=tuple(map(FactId, values.facts)),
        url=values.url or "",
    )


def _decision(path: Path, reader: Reader) -> Decision | None:
    values: community_schema.DecisionFile | None = reader.data(path, community_schema.DecisionFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Decision(
        id=DecisionId(values.id),
        title=both(values.title),
        date=values.date,
        roles=values.roles,
        what=both(values.what),
        why=both(values.why),
        source=source(values.source),
        replaced_by=None if values.replaced_by is None else DecisionId(values.replaced_by),
    )
