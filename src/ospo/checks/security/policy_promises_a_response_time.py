# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security policy says when a reporter will hear something, and reports do not stand in the open."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import policies, response_time


def check(repository: Snapshot) -> Verdict:
    """Met by a span of time in a policy with coordinated disclosure; a page elsewhere may hold what is missing here."""
    known = policies.read(repository)
    in_public = None
    for policy in known.found:
        line = response_time.promised(policy)
        if line and policy.is_coordinated:
            return met("promised", Evidence(policy.path, line), path=policy.path)
        if line:
            in_public = not_met("in-public", Evidence(policy.path, line), path=policy.path)
    if in_public:
        return in_public
    for policy in known.found:
        if page := policy.page():
            return unknown("elsewhere", Evidence(policy.path, policy.at(page.line)), path=policy.path)
    if known.may_be_inherited:
        return unknown("may-be-inherited", file="SECURITY")
    if not known.found:
        return not_met("no-policy")
    for policy in known.found:
        if line := response_time.only_vague(policy):
            return not_met("vague", Evidence(policy.path, line), path=policy.path)
    first = known.found[0]
    return not_met("no-time", Evidence(first.path, first.line), path=first.path)
