# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security policy names a way to report a vulnerability that the public cannot read."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, security_policy, security_txt
from ospo.formats.community_files import FileKind
from ospo.formats.security_policy import Channel, ChannelKind


def check(repository: Snapshot) -> Verdict:
    """Met by a private channel in the policy, in a section on reporting, or in a security.txt of this repository."""
    verdicts = []
    for entry in community_files.locate(repository.entries(), FileKind.SECURITY):
        text = community_files.text(repository, entry)
        channel = security_policy.channel(text)
        if channel.kind.is_private and security_policy.is_policy(text, entry.path):
            return met("found", Evidence(entry.path, channel.line), path=entry.path)
        if not security_policy.is_chapter(text, entry.path):
            verdicts.append(_lacking(entry.path, channel))
    verdict = _beside(repository)
    if verdict is not None or verdicts:
        return verdict or verdicts[0]
    if community_files.may_be_inherited(repository.remotes, FileKind.SECURITY):
        return unknown("may-be-inherited", file="SECURITY.md")
    return not_met("no-policy")


def _lacking(path: str, channel: Channel) -> Verdict:
    evidence = Evidence(path, channel.line)
    if channel.kind is ChannelKind.ELSEWHERE:
        return unknown("elsewhere", evidence, path=path)
    if channel.kind is ChannelKind.MAIL_WITHOUT_ADDRESS:
        return unknown("no-address", evidence, path=path)
    if channel.kind is ChannelKind.PLACEHOLDER:
        return not_met("placeholder", evidence, path=path)
    if channel.kind is ChannelKind.PUBLIC_ONLY:
        return not_met("public-only", evidence, path=path)
    return not_met("no-channel", Evidence(path), path=path)


def _beside(repository: Snapshot) -> Verdict | None:
    """Met when another text of the repository names the channel."""
    for kind in (FileKind.CONTRIBUTING, FileKind.README, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            channel = security_policy.in_sections(community_files.text(repository, entry), entry.path)
            if channel.kind.is_private:
                return met("section", Evidence(entry.path, channel.line), path=entry.path)
    for entry in security_txt.locate(repository.entries()):
        if security_txt.parse(community_files.text(repository, entry)).contact_line:
            return met("security-txt", Evidence(entry.path), path=entry.path)
    return None
