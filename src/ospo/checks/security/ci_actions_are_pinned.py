# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The actions and reusable workflows of others that CI runs are pinned to a full commit, images to a digest."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import address, tree, workflow

# Accounts that are nobody's own organisation, for copies of which the remote is not known.
_OF_OTHERS = {"", "actions", "docker", "github"}


def check(repository: Snapshot) -> Verdict:
    """Met when every `uses:` of another owner names a commit; the repository's own owner may use tags."""
    paths = tree.paths(repository.entries())
    workflows = workflow.locate(paths)
    if not workflows:
        return not_applicable("no-workflows")
    found = workflow.read(repository.read_all(workflows + workflow.locate_actions(paths)))
    own = {address.owner(remote).partition("/")[0].lower() for remote in repository.remotes} - {""}
    uses = [
        (file.path, use) for file in found.workflows for use in file.uses() if not use.is_local and use.owner not in own
    ]
    loose = [(path, use) for path, use in uses if not use.is_pinned]
    places = [Evidence(path, use.line) for path, use in loose[:5]]
    owners = {use.owner for _, use in loose}
    if loose and not own and len(owners) == 1 and not owners & _OF_OTHERS:
        return unknown("owner-unknown", *places, count=len(loose))
    if loose:
        return not_met("not-pinned", *places, count=len(loose), total=len(uses))
    if found.broken:
        path, line = found.broken[0]
        return unknown("unreadable", Evidence(path, line), path=path)
    if not uses:
        return met("nothing-of-others", *map(Evidence, workflows[:5]))
    return met("pinned", *(Evidence(path, use.line) for path, use in uses[:5]), count=len(uses))
