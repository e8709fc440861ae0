# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Configuration is apart from the code: the program holds no addresses that exist only inside one organisation."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import program_code, secret_places, tree
from ospo.formats.survey import survey

_MOST_SHOWN = 5


def check(repository: Snapshot) -> Verdict:
    """A name inside an organisation settles it; a private number may be anybody's, so somebody has to look."""
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    surveyed = survey(repository)
    code = [path for path in program_code.files(paths) if not secret_places.is_for_show(path)]
    names: list[Evidence] = []
    numbers: list[Evidence] = []
    for path in code:
        found = surveyed.files.get(path)
        for hit in found.inside if found else ():
            (names if hit.is_name else numbers).append(Evidence(path, hit.line))
    if names:
        return not_met("internal-name", *names[:_MOST_SHOWN], count=len(names), path=_plain(names[0]))
    if numbers:
        return unknown("private-number", *numbers[:_MOST_SHOWN], count=len(numbers), path=_plain(numbers[0]))
    unread = [path for path in code if path in surveyed.unread]
    if unread:
        return unknown("not-all-read", Evidence(unread[0]), count=len(unread))
    return met("none-found", count=len(code))


def _plain(place: Evidence) -> str:
    return str(place).encode("utf-8", "replace").decode()[:200]
