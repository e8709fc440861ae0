# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nearly all commits of people in the last year carry a sign-off under the Developer Certificate of Origin."""

from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import dco, people

ENOUGH = 10  # commits; with fewer a share says nothing
PERCENTAGE = 90  # our own threshold: it forgives a slip, and no rule of the certificate


def check(repository: Snapshot) -> Verdict:
    """Count the sign-offs in the twelve months before the commit; merges and programs are left out."""
    if repository.is_shallow:
        return unknown("shallow")
    recent = people.within(repository.commits(), repository.committed)
    judged = [found for commit, found in dco.judge(recent, _settings(repository)) if people.is_human(commit)]
    count = len(judged)
    if count < ENOUGH:
        return not_applicable("too-few", count=count, enough=ENOUGH)
    signed = sum(found.counts for found in judged)
    unmatched = judged.count(dco.Standing.PRESENT)
    share = 100 * signed // count
    if 100 * signed >= PERCENTAGE * count:
        return met("signed-off", share=share, count=count, unmatched=unmatched)
    if signed == 0:
        return not_met("none-signed-off", count=count)
    return not_met("partly-signed-off", share=share, signed=signed, count=count, percentage=PERCENTAGE)


def _settings(repository: Snapshot) -> dco.Settings:
    if not any(entry.path == dco.SETTINGS_PATH and entry.is_file for entry in repository.entries()):
        return dco.Settings()
    return dco.settings(repository.read(dco.SETTINGS_PATH).decode("utf-8", errors="replace"))
