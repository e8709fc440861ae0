# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository makes a software bill of materials (SBOM): a pipeline writes one, or a release carries one."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import ci_reach, ci_tools, dependencies, fact_age, sbom, tree
from ospo.formats.ci_tools import Use

_MOST_FILES = 20
_SPEAKS_OF_IT = re.compile(r"(?<![a-z])sbom|bill[-_ ]of[-_ ]materials", re.IGNORECASE)


def check(repository: Snapshot) -> Verdict:
    """Met by a step of CI, by what the forge says of the newest release, or by an SBOM in the tree."""
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, ci_tools.SBOM_MAKERS)
    if use:
        return met("made-in-ci", *_places(use), tool=use.tool, path=use.part.start[0])
    told = repository.facts.get("release-has-sbom")
    if told and told.value:
        old = unknown("fact-is-old", *fact_age.evidence(told), observed=fact_age.seen(told))
        fresh = met("in-release", *fact_age.evidence(told), observed=fact_age.seen(told))
        return fact_age.while_fresh(fresh, told, old)
    if kept := _kept(repository):
        return met("in-tree", Evidence(kept, 1), path=kept)
    place = dependencies.first(repository)
    if place is None:
        return not_applicable("no-dependencies")
    if told:
        old = unknown("fact-is-old", *fact_age.evidence(told), observed=fact_age.seen(told))
        bare = not_met("not-in-release", *fact_age.evidence(told), observed=fact_age.seen(told))
        return fact_age.while_fresh(bare, told, old)
    if found.unread:
        raise found.unread[0]
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if name := ci_tools.speaking_of(found.parts, _SPEAKS_OF_IT):
        return unknown("only-a-name", Evidence(*name), path=name[0])
    return not_met("none", Evidence(place), *map(Evidence, found.pipelines[:4]))


def _kept(repository: Snapshot) -> str | None:
    """The first file that is an SBOM by its name and by its content."""
    places = sbom.locate(tree.paths(repository.entries()))
    for path, content in repository.read_all(places[:_MOST_FILES]):
        if not isinstance(content, Unreadable) and sbom.is_sbom(content):
            return path
    return None


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the tool, and where the tool is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)
