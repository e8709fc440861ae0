# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of the software and how they hang together are described: in a text, a diagram, or recorded decisions."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import architecture, guides, program_code, tree
from ospo.formats.architecture import Place, Sign

_FEW = 15  # files of code; what is smaller can be looked over, and has hardly any parts (our own choice)


def check(repository: Snapshot) -> Verdict:
    """Met by a file or section that describes it; a drawing of something, or an interface, does not tell the parts."""
    paths = tree.paths(repository.entries())
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    places = architecture.by_path(paths)
    texts = guides.locate(paths)
    if not places or places[0].sign > Sign.SECTION:
        places += [place for guide in guides.read(repository, texts) if (place := architecture.in_text(guide))]
    best = architecture.best(places)
    if best is not None and best.sign < Sign.DRAWING:
        return _described(best)
    code = len(program_code.files(paths))
    if code < _FEW:
        return not_applicable("small", count=code)
    if away := guides.elsewhere(guides.read(repository, texts[:5]), paths, repository.remotes):
        return unknown("elsewhere", Evidence(*away), path=away[0])
    if best is not None and best.sign is Sign.DRAWING:
        return unknown("only-drawing", Evidence(best.path, best.line), path=best.path)
    if best is not None:
        return unknown("only-interface", Evidence(best.path), path=best.path)
    return not_met("missing", count=code)


def _described(place: Place) -> Verdict:
    evidence = Evidence(place.path, place.line)
    if place.sign is Sign.DOCUMENT:
        return met("document", evidence, path=place.path)
    if place.sign is Sign.SECTION:
        return met("section", evidence, path=place.path)
    if place.sign is Sign.DIAGRAM:
        return met("diagram", evidence, path=place.path)
    if place.sign is Sign.DECISIONS:
        return met("decisions", evidence, path=place.path)
    return met("structure", evidence, path=place.path)
