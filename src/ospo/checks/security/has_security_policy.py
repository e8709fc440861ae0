# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository says how to report a vulnerability: in a security policy, or in a section on it."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, security_policy
from ospo.formats.community_files import FileKind


def check(repository: Snapshot) -> Verdict:
    """Met by a policy that speaks of reporting, else by a section with a private channel; it may be inherited."""
    verdicts = []
    for entry in community_files.locate(repository.entries(), FileKind.SECURITY):
        text = community_files.text(repository, entry)
        if security_policy.is_policy(text, entry.path):
            return met("found", Evidence(entry.path), path=entry.path)
        if community_files.is_dangling(repository, entry):
            verdicts.append(not_met("dangling", Evidence(entry.path), path=entry.path))
        elif not text.strip():
            verdicts.append(not_met("empty", Evidence(entry.path), path=entry.path))
        elif not security_policy.is_chapter(text, entry.path):
            verdicts.append(not_met("not-about-reporting", Evidence(entry.path), path=entry.path))
    for kind in (FileKind.CONTRIBUTING, FileKind.README, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            channel = security_policy.in_sections(community_files.text(repository, entry), entry.path)
            if channel.kind.is_private:
                return met("section", Evidence(entry.path, channel.line), path=entry.path)
    if verdicts:
        return verdicts[0]
    if community_files.may_be_inherited(repository.remotes, FileKind.SECURITY):
        return unknown("may-be-inherited", file="SECURITY.md")
    return not_met("missing")
