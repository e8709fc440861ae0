# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml uses no keys that the version it declares does not know, or has deprecated."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import publiccode
from ospo.formats.publiccode_schema import NEWEST
from ospo.formats.publiccode_values import Reason
from ospo.formats.publiccode_walk import Problem

_LONGEST_KEY = 80
_MOST_SHOWN = 5
_VERSION_KEY = "publiccodeYmlVersion"


def check(repository: Snapshot) -> Verdict:
    """Only the names of keys are judged here; a section of a country is that country's own affair."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    if not publiccode.read(content).value:
        return not_applicable("no-keys", Evidence(path), path=path)
    report = publiccode.validate(content)
    if report.is_newer:
        return unknown("newer-version", Evidence(path), path=path, version=report.version)
    strange = [problem for problem in report.problems if problem.reason is Reason.KEY_UNKNOWN]
    if strange:
        return not_met("unknown-keys", *_places(path, strange), path=path, key=_key(strange), count=len(strange))
    if any(problem.key == _VERSION_KEY and not problem.is_warning for problem in report.problems):
        return unknown("no-version", Evidence(path), path=path)
    old = [problem for problem in report.problems if problem.reason is Reason.DEPRECATED]
    if old:
        return not_met(
            "deprecated-keys",
            *_places(path, old),
            path=path,
            key=_key(old),
            count=len(old),
            version=report.version,
        )
    ahead = [problem for problem in report.problems if problem.reason is Reason.KEY_NEWER]
    if ahead:
        return met("ahead", *_places(path, ahead), path=path, key=_key(ahead), version=report.version)
    newest = ".".join(map(str, NEWEST))
    if any(problem.reason is Reason.VERSION_OLD for problem in report.problems):
        return met("version-old", Evidence(path), path=path, version=report.version, newest=newest)
    return met("current", Evidence(path), path=path, version=report.version)


def _places(path: str, problems: Sequence[Problem]) -> list[Evidence]:
    return [Evidence(path, problem.line) for problem in problems[:_MOST_SHOWN]]


def _key(problems: Sequence[Problem]) -> str:
    return problems[0].key.encode("utf-8", "replace").decode()[:_LONGEST_KEY]
