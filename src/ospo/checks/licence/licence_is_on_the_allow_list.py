# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every licence of the repository is on the list of licences that the organisation allows, as its profile gives it."""

from ospo.domain.check import Parameter
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_policy, licences

PARAMETERS = {
    "allowed": Parameter((), source="the organisation's own policy; without a profile that gives one, no list")
}
_SHOWN = 5


def check(repository: Snapshot, allowed: tuple[str, ...]) -> Verdict:
    """Met when each licence that the texts and publiccode.yml give is allowed, or may be left for one that is."""
    if not allowed:
        return not_applicable("no-list")
    found = licences.read(repository)
    used = licence_policy.used(repository, found)
    if not used:
        if not found.files:
            return not_applicable("no-licence-file")
        return unknown("not-recognised", Evidence(found.files[0].path), path=found.files[0].path)
    ruled = [(one, licence_policy.ruling(one.expression, allowed)) for one in used]
    refused = [one for one, ruling in ruled if ruling is licence_policy.Ruling.REFUSED]
    if refused and not licence_policy.is_choice(used, refused, allowed):
        evidence = [Evidence(one.path, one.line) for one in refused[:_SHOWN]]
        return not_met("not-allowed", *evidence, licences=_labels(refused), path=refused[0].path)
    if found.unknown is not None:
        return unknown("not-recognised", Evidence(found.unknown.path), path=found.unknown.path)
    if either := licence_policy.open_to_doubt(ruled):
        evidence = [Evidence(one.path, one.line) for one in either[:_SHOWN]]
        return unknown("later-versions", *evidence, licences=_labels(either), path=either[0].path)
    return met("allowed", *(Evidence(one.path, one.line) for one in used[:_SHOWN]), licences=_labels(used))


def _labels(used: list[licence_policy.Used]) -> str:
    return ", ".join(dict.fromkeys(one.label for one in used))
