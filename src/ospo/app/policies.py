# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policies: the profiles of the knowledge base, one from a file beside them, and how reports answer to them."""

import datetime
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from ospo import checks, knowledge
from ospo.domain.finding import ScanReport
from ospo.domain.identifier import CheckId, ProfileId
from ospo.domain.library import Library
from ospo.domain.profile import Policies, Profile
from ospo.engine import advice, profiles
from ospo.engine.profile_integrity import Integrity
from ospo.errors import ContentError, Problem, UnknownId
from ospo.knowledge.places import with_lines


def problems(library: Library, known: Collection[CheckId], today: datetime.date) -> list[Problem]:
    """Everything in the profiles of the knowledge base that does not fit."""
    return _integrity(library, library.profiles, known, today).every_problem()


def gather(library: Library, given: str | None, today: datetime.date) -> Policies:
    """The profiles that a scan may need, and the one that is asked for: by its id, or by the path of its file.

    Raises:
        UnknownId: it is neither; the message names what comes close.
        SettingsError: the file cannot be read; ContentError: something is wrong in it.
    """
    known, asked = dict(library.profiles), None
    if given is not None and ProfileId(given) in known:
        asked = ProfileId(given)
    elif given is not None:
        profile = _from_file(given, library, today)
        known[profile.id], asked = profile, profile.id
    return Policies(known, asked, hashlib.sha256(repr((known, asked)).encode("utf-8", "replace")).hexdigest())


def _from_file(given: str, library: Library, today: datetime.date) -> Profile:
    path = Path(given)
    if not path.is_file():
        near = get_close_matches(given, list(library.profiles), 3)
        if near:
            message = "There is no profile '{id}', and no such file. Did you mean {near}?"
            raise UnknownId(message, id=given, near=", ".join(near))
        raise UnknownId("There is no profile '{id}', and no such file: `ospo profiles list` names them.", id=given)
    profile = knowledge.read_profile(path)
    beside = {**library.profiles, profile.id: profile}
    found = list(_integrity(library, beside, checks.check_ids(), today).problems(profile))
    if found:
        raise ContentError(with_lines(found, path.parent))
    return profile


def _integrity(
    library: Library, known: Mapping[ProfileId, Profile], found: Collection[CheckId], today: datetime.date
) -> Integrity:
    return Integrity(known, library.norms, found, library.facts, lambda check: checks.load(check).parameters, today)


def judged(report: ScanReport, policies: Policies, library: Library) -> ScanReport:
    """The report with how the repository answers to the profile it is held against, if any."""
    choice = report.choice
    if choice is None:
        return report
    resolved = profiles.resolve(policies.profiles, library.norms, choice.profile, choice.kind, choice.tier)
    today = report.scanned.date()
    judgement = profiles.judge(report.findings, resolved, choice, library.norms, report.declaration, today)
    return replace(report, judgement=judgement)


def next_step(report: ScanReport, library: Library) -> advice.Step | None:
    """The finding to take up first: with a profile a must before a should, and nothing that it does not ask."""
    today = report.scanned.date()
    if report.judgement is None:
        return advice.next_step(report.findings, library, today)
    for group in profiles.by_urgency(report.judgement):
        step = advice.next_step([f for f in report.findings if f.check in group], library, today)
        if step is not None:
            return step
    return None
