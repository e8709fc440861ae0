# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repository carries its own licence file: in the root, or REUSE-style in LICENSES/."""

from ospo.domain.finding import Evidence, Verdict, met, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import licence_file


def check(repository: Snapshot) -> Verdict:
    """Met when a file by one of the customary names is there; forges never inherit a licence from the owner."""
    paths = [place.path for place in licence_file.locate(repository)]
    if not paths:
        return not_met("missing")
    return met("found", *map(Evidence, paths[:5]), count=len(paths), path=paths[0])
