# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The images of others that Dockerfiles start from are pinned to a digest."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import address, dockerfile, manifests, tree

_MOST_FILES = 200
# Folders with an image in which only tests run, by what they are called after.
_OF_TESTS = re.compile(r"(?:^|/)(?:[^/]+[-_]tests?|visreg|playwright|cypress|selenium|backstop(?:js)?)/", re.I)


def check(repository: Snapshot) -> Verdict:
    """Met when every FROM of another owner names a digest; the repository's own owner may use tags."""
    paths = tree.paths(repository.entries())
    every = dockerfile.locate(paths)
    places = [path for path in every if not manifests.is_aside(path) and not _OF_TESTS.search(path)]
    if not places:
        aside = map(Evidence, every[:5])
        return not_applicable("only-aside", *aside, path=every[0]) if every else not_applicable("no-dockerfiles")
    own = {address.owner(remote).partition("/")[0].lower() for remote in repository.remotes} - {""}
    images = []
    for path, content in repository.read_all(places[:_MOST_FILES]):
        if isinstance(content, Unreadable):
            raise Unreadable(content.reason, path)
        found = dockerfile.base_images(content.decode("utf-8", errors="replace"))
        images += [(path, image) for image in found if not image.owner or image.owner not in own]
    if not images:
        return met("nothing-of-others", *map(Evidence, places[:5]))
    loose = [(path, image) for path, image in images if image.is_known and not image.is_pinned]
    if loose:
        spots = [Evidence(path, image.line) for path, image in loose[:5]]
        if not own and all(image.owner for _, image in loose):
            return unknown("owner-unknown", *spots, count=len(loose))
        return not_met("not-pinned", *spots, count=len(loose), total=len(images))
    if open_ := [Evidence(path, image.line) for path, image in images if not image.is_known]:
        return unknown("from-outside", *open_[:5], count=len(open_))
    return met("pinned", *(Evidence(path, image.line) for path, image in images[:5]), count=len(images))
