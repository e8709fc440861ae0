# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""There is a public place to talk about the project: discussions on the forge, a list, a chat, a forum or a meeting."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import channels, community_files, fact_age, request_templates, retirement, settings_as_code
from ospo.formats.community_files import FileKind
from ospo.formats.forges import GITHUB, OTHER, forge_of

_KINDS = (FileKind.README, FileKind.SUPPORT, FileKind.CONTRIBUTING, FileKind.GOVERNANCE)


def check(repository: Snapshot) -> Verdict:
    """Met by a channel that the texts name, or by discussions that the forge shows to be open."""
    named = _named(repository)
    if named is not None:
        return named
    fact = repository.facts.get("discussions-enabled")
    if fact is not None and fact.value is True:
        seen, places = fact_age.seen(fact), fact_age.evidence(fact)
        return fact_age.while_fresh(
            met("switched-on", *places, seen=seen), fact, unknown("fact-is-old", *places, seen=seen)
        )
    setting = settings_as_code.feature(repository, "discussions")
    if setting is not None and setting[0]:
        return met("set", setting[1], path=setting[1].path or "")
    if retired := retirement.evidence(repository):
        return not_applicable("retired", retired)
    return _absent(repository)


def _named(repository: Snapshot) -> Verdict | None:
    entries = [entry for kind in _KINDS for entry in community_files.locate(repository.entries(), kind)]
    for entry in [*entries, *request_templates.choosers(repository.entries())]:
        channel = channels.find(community_files.text(repository, entry), entry.path, repository.remotes)
        if channel is not None:
            return met("found", Evidence(entry.path, channel.line), path=entry.path, kind=channel.kind.value)
    return None


def _absent(repository: Snapshot) -> Verdict:
    """Nothing is named: the forge may still have discussions open, and the owner may name a channel for all."""
    has_discussions = not repository.remotes or any(forge_of(r) in (GITHUB, OTHER) for r in repository.remotes)
    if has_discussions and "discussions-enabled" not in repository.facts:
        return unknown("missing")
    if community_files.may_be_inherited(repository.remotes, FileKind.SUPPORT):
        return unknown("may-be-inherited", file="SUPPORT.md")
    return not_met("none")
