# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to run the tests is written down: a command, or a section that explains it."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import ci, ci_tests, guidance_on_tests, guides, program_code, tree
from ospo.formats.ci_tests import Strength

_MOST_PIPELINES = 30


def check(repository: Snapshot) -> Verdict:
    """Met by a text that names a command or explains it; a build file alone does so only when its help tells."""
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    places = guides.locate(paths)
    for guide in guides.read(repository, places, "test"):
        if line := guidance_on_tests.how_to_run(guide):
            return met("explained", Evidence(guide.path, line), path=guide.path)
    command = _command(repository, paths)
    if command and command[1]:
        return met("in-help", command[0], path=command[0].path or "")
    if not command and not guidance_on_tests.has_tests(paths) and not _runs_tests(repository, paths):
        return not_applicable("no-tests")
    if away := guides.elsewhere(guides.read(repository, places[:5]), paths, repository.remotes):
        return unknown("elsewhere", Evidence(*away), path=away[0])
    for guide in guides.read(repository, places, "test"):
        if line := guidance_on_tests.mentions(guide):
            return unknown("only-mentioned", Evidence(guide.path, line), path=guide.path)
    if command:
        return not_met("only-in-build-file", command[0], path=command[0].path or "")
    return not_met("missing")


def _command(repository: Snapshot, paths: tree.Paths) -> tuple[Evidence, bool] | None:
    """Where a build file in the root names the command, one whose help explains it first."""
    found = []
    for path, content in repository.read_all(filter(guidance_on_tests.is_build_file, paths)):
        if isinstance(content, Unreadable):
            continue
        if named := guidance_on_tests.in_build_file(path, content.decode("utf-8", errors="replace")):
            found.append((Evidence(path, named[0]), named[1]))
    return max(found, key=lambda one: one[1], default=None)


def _runs_tests(repository: Snapshot, paths: tree.Paths) -> bool:
    for _, content in repository.read_all([p.path for p in ci.locate(paths)][:_MOST_PIPELINES]):
        if isinstance(content, bytes):
            hit = ci_tests.find(content.decode("utf-8", errors="replace"))
            if hit is not None and hit.strength <= Strength.ACTION:
                return True
    return False
