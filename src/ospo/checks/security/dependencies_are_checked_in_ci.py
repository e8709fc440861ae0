# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool holds the dependencies against known vulnerabilities in continuous integration."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_reach, ci_tools, dependencies, fact_age
from ospo.formats.ci_tools import Use

_SPEAKS_OF_IT = re.compile(
    r"vulnerab|kwetsba|(?<![a-z])(?:cves?|sca|nvd)(?![a-z])"
    r"|(?:dependenc(?:y|ies)|security|deps)[-_ ](?:audit|scan|check)|audit[-_ ](?:dependenc|deps)",
    re.IGNORECASE,
)


def check(repository: Snapshot) -> Verdict:
    """Met by a step that starts on changes or on a schedule; alerts of the forge itself are no part of CI."""
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, ci_tools.DEPENDENCY_CHECKS)
    if use and use.part.on_changes:
        return met("runs", *_places(use), tool=use.tool, path=use.part.start[0])
    place = dependencies.first(repository)
    if place is None:
        return not_applicable("no-dependencies")
    if told := _told(repository):
        return told
    if use:
        return unknown("not-on-changes", *_places(use), tool=use.tool, path=use.part.start[0])
    if found.unread:
        raise found.unread[0]
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if name := ci_tools.speaking_of(found.parts, _SPEAKS_OF_IT):
        return unknown("only-a-name", Evidence(*name), path=name[0])
    if not found.pipelines:
        return not_met("no-ci", Evidence(place), path=place)
    return not_met("no-step", Evidence(place), *map(Evidence, found.pipelines[:4]), count=len(found.pipelines))


def _told(repository: Snapshot) -> Verdict | None:
    """Whether a check of dependencies is among those that a change must pass, by what the forge says."""
    required = repository.facts.get("required-status-checks")
    names = required.value if required and isinstance(required.value, tuple) else ()
    name = ci_tools.named(names, ci_tools.DEPENDENCY_CHECKS)
    if required is None or name is None:
        return None
    old = unknown("fact-is-old", *fact_age.evidence(required), observed=fact_age.seen(required))
    return fact_age.while_fresh(met("required", *fact_age.evidence(required), name=name), required, old)


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the tool, and where the tool is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)
