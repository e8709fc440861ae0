# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vulnerability can be reported in private at the forge itself."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, contacts, fact_age, forges
from ospo.formats.community_files import FileKind


def check(repository: Snapshot) -> Verdict:
    """Rests on what the forge says; at GitLab, anybody who may open an issue can make it confidential."""
    told = repository.facts.get("private-vulnerability-reporting")
    if told is not None:
        old = unknown("fact-is-old", *fact_age.evidence(told), seen=fact_age.seen(told))
        if told.value:
            found = met("on", *fact_age.evidence(told), seen=fact_age.seen(told))
        else:
            found = not_met("off", *fact_age.evidence(told), seen=fact_age.seen(told))
        return fact_age.while_fresh(found, told, old)
    issues = repository.facts.get("issues-enabled")
    if issues is not None and issues.value and _is_on_gitlab(repository.remotes):
        old = unknown("fact-is-old", *fact_age.evidence(issues), seen=fact_age.seen(issues))
        found = met("confidential-issues", *fact_age.evidence(issues), seen=fact_age.seen(issues))
        return fact_age.while_fresh(found, issues, old)
    if named := _named(repository):
        return unknown("only-named", named, path=named.path or "")
    return unknown("not-told")


def _is_on_gitlab(remotes: Sequence[str]) -> bool:
    return any(forges.forge_of(remote) is forges.GITLAB for remote in remotes)


def _named(repository: Snapshot) -> Evidence | None:
    """A link to the form for private reports of this very repository: it was on when somebody wrote that."""
    forms = tuple(f"{remote}/security/advisories/new" for remote in repository.remotes)
    for kind in (FileKind.SECURITY, FileKind.CONTRIBUTING, FileKind.README, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            for link in contacts.links(community_files.text(repository, entry)):
                if forms and link.target.lower().startswith(forms):
                    return Evidence(entry.path, link.line)
    return None
