# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool that looks for mistakes and weaknesses in the code runs in continuous integration."""

import re

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import address, ci_reach, ci_tools, fact_age, linter_rules, program_code, tree
from ospo.formats.ci_reach import Reach
from ospo.formats.ci_tools import Use

# Settings of services that analyse by themselves, without a step in a pipeline.
_OF_SERVICE = re.compile(
    r"\.?sonarcloud\.properties|sonar-project\.properties|\.deepsource\.toml|\.codacy\.ya?ml|\.codeclimate\.ya?ml"
    r"|\.scrutinizer\.ya?ml|qodana\.ya?ml|\.lgtm\.ya?ml|\.codefactor\.ya?ml"
)


def check(repository: Snapshot) -> Verdict:
    """Met by an analyser that starts on changes or on a schedule, or by a fact of the forge.

    GitHub can analyse without any file in the repository, so there its absence from the pipelines settles nothing.
    """
    found = ci_reach.reach(repository)
    use = ci_tools.find(found.parts, ci_tools.ANALYSERS)
    if use and use.part.on_changes:
        return met("runs", *_places(use), tool=use.tool, path=use.part.start[0])
    linter = ci_tools.find(found.parts, ci_tools.LINTERS)
    if linter and linter.part.on_changes and (rules := _security_rules(repository)):
        return met("rules", *_places(linter), Evidence(rules), tool=linter.tool, path=rules)
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if told := _told(repository):
        return told
    if use:
        return unknown("not-on-changes", *_places(use), tool=use.tool, path=use.part.start[0])
    return _not_seen(repository, found, linter, paths)


def _told(repository: Snapshot) -> Verdict | None:
    """What the forge says: that it analyses by itself, or that an analyser is among the checks a change must pass."""
    required = repository.facts.get("required-status-checks")
    names = required.value if required and isinstance(required.value, tuple) else ()
    name = ci_tools.named(names, ci_tools.ANALYSERS)
    if required and name:
        return _while_fresh(met("required", *fact_age.evidence(required), name=name), required)
    told = repository.facts.get("code-scanning")
    if told and told.value:
        return _while_fresh(met("forge", *fact_age.evidence(told), observed=fact_age.seen(told)), told)
    if told:
        return _while_fresh(not_met("nowhere", *fact_age.evidence(told), observed=fact_age.seen(told)), told)
    return None


def _while_fresh(verdict: Verdict, fact: ForgeFact) -> Verdict:
    old = unknown("fact-is-old", *fact_age.evidence(fact), observed=fact_age.seen(fact))
    return fact_age.while_fresh(verdict, fact, old)


def _not_seen(repository: Snapshot, found: Reach, linter: Use | None, paths: tree.Paths) -> Verdict:
    if found.unread:
        raise found.unread[0]
    settings = [path for path in paths if _OF_SERVICE.fullmatch(path)]
    if settings:
        return unknown("only-settings", Evidence(settings[0]), path=settings[0])
    if found.elsewhere:
        path, line = found.elsewhere[0]
        return unknown("elsewhere", Evidence(path, line), path=path)
    if linter:
        return unknown("only-linter", *_places(linter), tool=linter.tool, path=linter.part.start[0])
    hosts = {address.host(remote) for remote in repository.remotes}
    if not hosts or "github.com" in hosts:
        return unknown("may-be-a-setting", *map(Evidence, found.pipelines[:3]))
    if not found.pipelines:
        return not_met("no-ci")
    return not_met("no-step", *map(Evidence, found.pipelines[:5]), count=len(found.pipelines))


def _places(use: Use) -> tuple[Evidence, ...]:
    """Where the pipeline leads to the tool, and where the tool is run when that is in another file."""
    path, line = use.part.start
    here = Evidence(use.part.path, use.line)
    return (here,) if line is None else (Evidence(path, line), here)


def _security_rules(repository: Snapshot) -> str | None:
    """The file by which a linter looks for weaknesses as well as style."""
    paths = [path for path in tree.paths(repository.entries()) if path in linter_rules.FILES]
    for path, content in repository.read_all(paths):
        if isinstance(content, bytes) and linter_rules.look_for_weaknesses(path, content):
            return path
    return None
