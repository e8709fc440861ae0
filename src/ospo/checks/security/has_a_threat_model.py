# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A threat model or security assessment of the software is there, and not older than its last major version."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.errors import ParseError
from ospo.formats import community_files, program_code, security_insights, threat_model, tree, yaml
from ospo.formats.community_files import FileKind
from ospo.formats.threat_model import Model

_MOST_READ = 10


def check(repository: Snapshot) -> Verdict:
    """Met by a dated one; its absence proves nothing, for many organisations keep theirs elsewhere."""
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    found = list(_models(repository, paths))
    if not found:
        return unknown("not-found")
    best = max(found, key=lambda model: (model.day is not None, model.day.toordinal() if model.day else 0))
    place = Evidence(best.path, best.line)
    release = threat_model.last_major(repository.tags())
    if release is None:
        return met("present", place, path=best.path)
    tag, made = release[0][:60], release[1].date()
    if best.day is None:
        return unknown("undated", place, path=best.path, tag=tag, released=made.isoformat())
    if best.day < made:
        day = best.day.isoformat()
        return not_met("outdated", place, path=best.path, date=day, tag=tag, released=made.isoformat())
    return met("dated", place, path=best.path, date=best.day.isoformat(), tag=tag)


def _models(repository: Snapshot, paths: tree.Paths) -> Iterator[Model]:
    named = threat_model.locate(paths)
    texts = [path for path in named if threat_model.is_text(path)][:_MOST_READ]
    for path, content in repository.read_all(texts):
        if isinstance(content, bytes) and (model := threat_model.in_file(path, community_files.decode(content))):
            yield model
    yield from (Model(p, None, threat_model.newest_day("", p)) for p in named if not threat_model.is_text(p))
    for kind in (FileKind.SECURITY, FileKind.README):
        for entry in community_files.locate(repository.entries(), kind):
            if model := threat_model.in_section(entry.path, community_files.text(repository, entry)):
                yield model
    if model := _in_insights(repository, security_insights.locate(paths)):
        yield model


def _in_insights(repository: Snapshot, path: str | None) -> Model | None:
    entry = next((entry for entry in repository.entries() if entry.path == path), None)
    if entry is None:
        return None
    try:
        document = yaml.load(community_files.text(repository, entry))
    except ParseError:
        return None
    return threat_model.in_insights(entry.path, document)
