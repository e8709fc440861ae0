# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security-insights.yml fits its schema, was reviewed not long ago, and points at files that are there."""

from datetime import UTC, datetime, time, timedelta

from ospo.domain.check import Parameter
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.errors import ParseError
from ospo.formats import community_files, security_insights, tree, yaml
from ospo.formats.security_insights import Problem, Reason

PARAMETERS = {
    "days": Parameter(
        366, source="our own choice; version 1 of the format asks an end date within a year of the last review"
    )
}
_LONGEST_KEY = 80


def check(repository: Snapshot, days: int) -> Verdict:
    """Looks at the file alone; what stands in the file of a parent project is not fetched."""
    entries = tree.entries(repository.entries()).by_path
    path = security_insights.locate(tree.paths(repository.entries()))
    if path is None:
        return not_applicable("no-file")
    try:
        document = yaml.load(community_files.text(repository, entries[path]))
    except ParseError as error:
        return not_met("not-yaml", Evidence(path, error.line), path=path)
    declared = security_insights.version(document)
    if declared is not None and declared > security_insights.NEWEST:
        return unknown("newer-version", Evidence(path), version=f"{declared[0]}.{declared[1]}")
    if not security_insights.is_about(document, repository.remotes):
        return not_applicable("elsewhere", Evidence(path))
    if found := security_insights.problems(document):
        return _invalid(path, found)
    if gone := security_insights.missing(document, entries, repository.remotes):
        return not_met(
            "file-missing", *(Evidence(path, line) for _, line in gone[:5]), path=path, file=gone[0][0][:200]
        )
    return _dated(path, document, days)


def _invalid(path: str, found: list[Problem]) -> Verdict:
    first = found[0]
    evidence = [Evidence(path, problem.line) for problem in found[:5]]
    key = first.key[:_LONGEST_KEY] or path
    if first.reason is Reason.KEY_MISSING:
        return not_met("key-missing", *evidence, path=path, key=key, count=len(found))
    return not_met(
        "invalid", *evidence, path=path, key=key, line=first.line or 1, problem=first.reason.value, count=len(found)
    )


def _dated(path: str, document: yaml.Document, days: int) -> Verdict:
    """Valid until the end date of version 1, or so many days after the last review."""
    if ends := security_insights.expires(document):
        day = ends[0].date().isoformat()
        expired = not_met("expired", Evidence(path, ends[1]), path=path, date=day)
        return met("valid", Evidence(path, ends[1]), until=ends[0], afterwards=expired, path=path, date=day)
    reviewed = security_insights.last_reviewed(document)
    if reviewed is None:
        return unknown("undated", Evidence(path), path=path)
    day = reviewed[0].isoformat()
    try:
        until = datetime.combine(reviewed[0], time(), UTC) + timedelta(days=days)
    except OverflowError:
        return met("valid", Evidence(path, reviewed[1]), path=path, date=day)
    stale = not_met("review-is-old", Evidence(path, reviewed[1]), path=path, date=day)
    return met("valid", Evidence(path, reviewed[1]), until=until, afterwards=stale, path=path, date=day)
