# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anybody can report something about the repository in a public issue tracker."""

from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, fact_age, settings_as_code, trackers
from ospo.formats.community_files import FileKind
from ospo.formats.trackers import Page

_KINDS = (FileKind.README, FileKind.CONTRIBUTING, FileKind.SUPPORT)


def check(repository: Snapshot) -> Verdict:
    """Told by the forge, or by settings in the tree; a link to a tracker does not prove that it is open."""
    archived, issues = repository.facts.get("archived"), repository.facts.get("issues-enabled")
    if archived is not None and archived.value is True:
        return not_applicable("archived", *fact_age.evidence(archived), seen=fact_age.seen(archived))
    if issues is not None:
        return _told(repository, issues)
    setting = settings_as_code.feature(repository, "issues")
    link = _link(repository)
    if setting is not None and setting[0]:
        return met("set", setting[1], path=setting[1].path or "")
    if setting is not None:
        return unknown("set-off", setting[1], path=setting[1].path or "")
    return unknown("not-told", link) if link else unknown("not-told")


def _told(repository: Snapshot, issues: ForgeFact) -> Verdict:
    seen, places = fact_age.seen(issues), fact_age.evidence(issues)
    old = unknown("fact-is-old", *places, seen=seen)
    if issues.value is True:
        return fact_age.while_fresh(met("open", *places, seen=seen), issues, old)
    link = _link(repository)
    if link is not None:
        return fact_age.while_fresh(unknown("elsewhere", link, *places, seen=seen, path=link.path or ""), issues, old)
    return fact_age.while_fresh(not_met("closed", *places, seen=seen), issues, old)


def _link(repository: Snapshot) -> Evidence | None:
    """The first link to a tracker, own or elsewhere."""
    for kind in _KINDS:
        for entry in community_files.locate(repository.entries(), kind):
            for link in trackers.links(community_files.text(repository, entry), repository.remotes):
                if link.page is Page.ISSUES:
                    return Evidence(entry.path, link.line)
    return None
