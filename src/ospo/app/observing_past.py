# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Observing the past: what the checks say of the repositories we follow as they were, year by year."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from ospo import checks, knowledge
from ospo.app import looking_back
from ospo.app.observing import clone_of
from ospo.domain.crawled import LETTERS, LookedBack
from ospo.domain.identifier import OrganisationId
from ospo.domain.library import Library
from ospo.domain.timeline import Interval, Timeline
from ospo.engine import moments
from ospo.errors import OspoError, SettingsError

_LETTER = {outcome: letter for letter, outcome in LETTERS.items()}


def observe_past(
    library: Library, clones: Path, folder: Path, since: datetime.date, now: datetime.datetime
) -> Iterator[tuple[str, OspoError | None]]:
    """Look back, at the start of each year, at every repository that an organisation names and that has a whole clone.

    Gives each address as it is done, with the error when it could not be. The files are written when all are done.

    Raises:
        SettingsError: there is no folder with clones.
    """
    if not clones.is_dir():
        raise SettingsError("{path}: there is no folder with clones here: check the path", path=clones)
    days = moments.between(since, now.date(), Interval.YEAR)
    shown = tuple(check.id for check in checks.all_checks() if not check.is_private)
    found: dict[OrganisationId, list[tuple[str, LookedBack]]] = {}
    for organisation in library.organisations.values():
        for url in organisation.repositories:
            clone = clone_of(clones, url)
            if clone is None:
                continue
            try:
                seen = _looked_back(looking_back.timeline(clone, days, shown, now))
            except OspoError as error:
                yield url, error
                continue
            found.setdefault(organisation.id, []).append((url, seen))
            yield url, None
    if found:
        knowledge.save_history(folder, now, found)


def _looked_back(timeline: Timeline) -> LookedBack:
    outcomes = [{f.check: _LETTER[f.outcome] for f in point.report.findings} for point in timeline.points]
    every = sorted({check for found in outcomes for check in found})
    return LookedBack(
        tuple(point.moment for point in timeline.points),
        tuple(point.report.commit for point in timeline.points),
        {check: "".join(found.get(check, " ") for found in outcomes) for check in every},
    )
