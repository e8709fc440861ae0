# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security policy of a Dutch organisation names its page on reporting weaknesses, or the NCSC."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, dutch, policies, security_txt
from ospo.formats.policies import Policies

_NCSC = re.compile(r"\bNCSC(?:-NL)?\b|\bncsc\.nl\b|Nationaal Cyber ?Security Centrum", re.I)
_PROMISE = re.compile(
    r"\blegal (?:action|steps|measures)|\bjuridische (?:stappen|actie|maatregelen)|\baangifte\b", re.I
)


def check(repository: Snapshot) -> Verdict:
    """Met by either, and by a policy that holds the rules of the game itself; asked of Dutch organisations only."""
    known = policies.read(repository)
    if found := _met(repository, known):
        return found
    if not dutch.shows(repository):
        return not_applicable("not-dutch")
    if known.may_be_inherited:
        return unknown("may-be-inherited", file="SECURITY")
    if not known.found:
        return not_met("no-policy")
    first = known.found[0]
    return not_met("neither", Evidence(first.path, first.line), path=first.path)


def _met(repository: Snapshot, known: Policies) -> Verdict | None:
    for policy in known.found:
        for sentence in policy.sentences:
            if _NCSC.search(sentence.text):
                return met("ncsc", Evidence(policy.path, sentence.line), path=policy.path)
    for policy in known.found:
        if page := policy.page():
            return met("page", Evidence(policy.path, policy.at(page.line)), path=policy.path)
    for policy in known.found:
        if policy.speaks_of_disclosure and _PROMISE.search(policy.text):
            return met("own-rules", Evidence(policy.path, policy.line), path=policy.path)
    for entry in security_txt.locate(repository.entries()):
        if line := security_txt.policy_line(community_files.text(repository, entry)):
            return met("security-txt", Evidence(entry.path, line), path=entry.path)
    return None
