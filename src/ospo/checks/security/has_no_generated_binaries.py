# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree holds no programs, libraries or packages that a machine made from source."""

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import binaries, survey


def check(repository: Snapshot) -> Verdict:
    """Told by the first bytes of every file; the wrappers of Gradle and Maven are a known exception."""
    looked = survey.survey(repository)
    found = {path: kind for path, file in looked.files.items() if (kind := binaries.kind(path, file.kind))}
    wrappers = [path for path in found if binaries.is_wrapper(path)]
    aside = [path for path in found if path not in wrappers and binaries.is_aside(path)]
    plain = [path for path in found if path not in wrappers and path not in aside]
    if plain:
        first = plain[0]
        return not_met("found", *map(Evidence, plain[:5]), count=len(plain), path=first, kind=found[first])
    unread = [error for path, error in looked.unread.items() if binaries.may_be_one(path)]
    if unread:
        raise unread[0]
    if aside:
        return unknown("only-in-tests", *map(Evidence, aside[:5]), count=len(aside), path=aside[0])
    if wrappers:
        return met("only-wrappers", *map(Evidence, wrappers[:5]), path=wrappers[0])
    return met("none", count=len(looked.files))
