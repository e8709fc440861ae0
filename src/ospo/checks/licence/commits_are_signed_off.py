# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nearly all commits of people in the last year carry a sign-off under the Developer Certificate of Origin."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import cla, dco, people

ENOUGH = 10  # commits; with fewer a share says nothing
PERCENTAGE = 90  # our own threshold: it forgives a slip, and no rule of the certificate
PRACTICE = 10  # per cent; below it a sign-off is the habit of one person, and no rule of the project


def check(repository: Snapshot) -> Verdict:
    """Count the sign-offs in the twelve months before the commit; merges and programs are left out.

    Who has contributors sign an agreement (CLA) has settled the same thing in another way.
    """
    if repository.is_shallow:
        return unknown("shallow")
    if not people.is_dated(repository.committed):
        return unknown("no-date")
    recent = people.within(repository.commits(), repository.committed)
    judged = [found for commit, found in dco.judge(recent, _settings(repository)) if people.is_human(commit)]
    count = len(judged)
    if count < ENOUGH:
        return not_applicable("too-few", count=count, enough=ENOUGH)
    signed = sum(found.counts for found in judged)
    unmatched = judged.count(dco.Standing.PRESENT)
    share = 100 * signed // count
    if 100 * signed >= PERCENTAGE * count:
        until = repository.committed.date().isoformat()
        return met("signed-off", share=share, count=count, unmatched=unmatched, date=until)
    agreement = cla.find(repository)
    if agreement is not None:
        return not_applicable("cla", Evidence(agreement.path, agreement.line), path=agreement.path)
    until = repository.committed.date().isoformat()
    if 100 * signed < PRACTICE * count:
        return not_met("none-signed-off", signed=signed, count=count, date=until)
    return not_met("partly-signed-off", share=share, signed=signed, count=count, percentage=PERCENTAGE, date=until)


def _settings(repository: Snapshot) -> dco.Settings:
    if not any(entry.path == dco.SETTINGS_PATH and entry.is_file for entry in repository.entries()):
        return dco.Settings()
    return dco.settings(repository.read(dco.SETTINGS_PATH).decode("utf-8", errors="replace"))
