# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles on disk to nouns: those of the knowledge base, and one that somebody keeps elsewhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ospo.domain.declaration import Waiver
from ospo.domain.identifier import CheckId, FactId, ProfileId
from ospo.domain.profile import Importance, LeftOut, Part, Pick, Profile, Subject, Threshold, Tier
from ospo.domain.source import Source
from ospo.errors import ContentError, Problem, SettingsError
from ospo.knowledge import places, profile_schema, schema
from ospo.knowledge.parts import both, same_name, source
from ospo.knowledge.reading import Reader

_LARGEST = 1_000_000  # bytes of a profile


def profiles(reader: Reader) -> Iterator[Profile]:
    """Those in content/profiles."""
    for path in reader.files("profiles", ".yaml"):
        yield from reader.nouns(Profile, (path,), _of_file)


def _of_file(path: Path, reader: Reader) -> Profile | None:
    values: profile_schema.ProfileFile | None = reader.data(path, profile_schema.ProfileFile)
    if values is None:
        return None
    same_name(path, values.id, path.stem, reader)
    return _profile(values, reader.name(path), reader.problems)


def read_profile(path: Path) -> Profile:
    """A profile that stands elsewhere.

    Raises:
        SettingsError: the file cannot be read, or is far too large.
        ContentError: with everything that is wrong in it.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise SettingsError("{path}: is too large for a profile", path=path)
    except OSError as error:
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror) from error
    reader = Reader(path.parent)
    values: profile_schema.ProfileFile | None = reader.data(path, profile_schema.ProfileFile)
    profile = None if values is None else _profile(values, path.name, reader.problems)
    if profile is None or reader.problems:
        raise ContentError(places.with_lines(reader.problems, path.parent))
    return profile


def _profile(values: profile_schema.ProfileFile, path: str, problems: list[Problem]) -> Profile:
    name = ProfileId(values.id)
    _once(path, [kind.kind for kind in values.kinds], problems)
    _once(path, [tier.id for tier in values.tiers], problems)
    left_out = [(entry.check, entry.control) for part in _all_parts(values) for entry in part.leave_out]
    waived = [(entry.check, entry.control) for entry in values.waivers]
    if any((check is None) == (control is None) for check, control in (*left_out, *waived)):
        message = "must name either 'check' or 'control' in each entry of 'waivers' and 'leave-out'"
        problems.append(Problem(path, None, message))
    return Profile(
        id=name,
        title=both(values.title),
        summary=both(values.summary),
        version=values.version,
        date=values.date,
        keeper=values.keeper,
        licence=values.licence,
        is_proposal=values.proposal,
        extends=tuple(map(ProfileId, values.extends)),
        part=_part(values, name),
        kinds={entry.kind: _part(entry, name) for entry in values.kinds},
        tiers={entry.id: Tier(entry.id, both(entry.title), _part(entry, name)) for entry in values.tiers},
        waivers=tuple(Waiver(w.check or w.control or "", w.reason, w.role, w.until) for w in values.waivers),
        facts=tuple(map(FactId, values.facts)),
        source=_source(values.source),
        path=path,
    )


def _source(entry: schema.SourceEntry | None) -> Source | None:
    return None if entry is None else source(entry)


def _all_parts(values: profile_schema.ProfileFile) -> tuple[profile_schema.PartEntry, ...]:
    return (values, *values.kinds, *values.tiers)


def _once(path: str, names: Iterable[str], problems: list[Problem]) -> None:
    found: set[str] = set()
    for name in names:
        if name in found:
            problems.append(Problem(path, None, "has '{id}' twice: keep one", {"id": str(name)}))
        found.add(name)


def _part(entry: profile_schema.PartEntry, profile: ProfileId) -> Part:
    return Part(
        picks=(*_picks(entry.must, Importance.MUST), *_picks(entry.should, Importance.SHOULD)),
        left_out=tuple(
            LeftOut(
                Subject.CONTROL if item.check is None else Subject.CHECK,
                item.check or item.control or "",
                both(item.reason),
                profile,
            )
            for item in entry.leave_out
        ),
        thresholds=tuple(Threshold(CheckId(t.check), t.name, t.value, t.source) for t in entry.parameters),
    )


def _picks(entry: profile_schema.PicksEntry, importance: Importance) -> Iterator[Pick]:
    yield from (Pick(Subject.CHECK, name, importance) for name in entry.checks)
    yield from (Pick(Subject.CONTROL, name, importance) for name in entry.controls)
    yield from (Pick(Subject.LEVEL, item.norm, importance, item.axis, item.level) for item in entry.levels)
