# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""content/organisations to nouns."""

from collections.abc import Iterator
from pathlib import Path

from ospo.domain.identifier import OrganisationId
from ospo.domain.organisation import Account, OfficialIds, Organisation, Ospo
from ospo.knowledge import organisation_schema as schema
from ospo.knowledge.parts import same_name, source
from ospo.knowledge.reading import Reader

_NUMBERS = ("roo", "oin", "kvk", "wikidata")


def organisations(reader: Reader) -> Iterator[Organisation]:
    """Every organisation, by the name of its file."""
    for path in reader.files("organisations", ".yaml"):
        yield from reader.nouns(Organisation, (path,), _organisation)


def _organisation(path: Path, reader: Reader) -> Organisation | None:
    values: schema.OrganisationFile | None = reader.data(path, schema.OrganisationFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return Organisation(
        id=OrganisationId(values.id),
        name=values.name,
        kind=values.kind,
        website=values.website,
        accounts=tuple(Account(a.forge, a.url) for a in values.accounts),
        repositories=values.repositories,
        source=source(values.source),
        tooi=values.tooi,
        ids=_ids(values.ids),
        ospo=_ospo(values.ospo),
    )


def _ids(entry: schema.IdsEntry | None) -> OfficialIds | None:
    if entry is None:
        return None
    return OfficialIds({n: v for n in _NUMBERS if (v := getattr(entry, n))}, source(entry.source))


def _ospo(entry: schema.OspoEntry | None) -> Ospo | None:
    if entry is None:
        return None
    return Ospo(source(entry.source), entry.status, entry.name, entry.since, entry.policy)
