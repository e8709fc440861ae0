# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The version tags of the past year carry a signature."""

from datetime import timedelta

from ospo.domain.check import Parameter
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import versions

PARAMETERS = {
    "percent": Parameter(
        100, source="OpenSSF Best Practices badge, version_tags_signed: important version tags are signed"
    ),
}
_RECENT = timedelta(days=366)


def check(repository: Snapshot, percent: int) -> Verdict:
    """Counts back from the commit; whose signature it is, and whether it is good, is not looked at.

    A lightweight tag is a mere name and cannot carry a signature, so it counts as unsigned.
    """
    tags = [tag for tag in repository.tags() if (version := versions.parse(tag.name)) and not version.is_build]
    if not tags:
        return unknown("history-cut") if repository.is_shallow else not_applicable("no-tags")
    start = repository.committed - _RECENT
    recent = [tag for tag in tags if tag.when is not None and tag.when >= start]
    if not recent:
        return not_applicable("none-recent", tag=tags[0].name)
    signed = [tag for tag in recent if tag.is_signed]
    unsigned = next((tag.name for tag in recent if not tag.is_signed), "")
    if 100 * len(signed) >= percent * len(recent):
        return met("signed", count=len(signed), total=len(recent), tag=signed[0].name if signed else recent[0].name)
    if signed:
        return not_met("partly", count=len(signed), total=len(recent), tag=unsigned)
    return not_met("unsigned", total=len(recent), tag=unsigned)
