# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key `url` in publiccode.yml names the repository it is in."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import address, publiccode


def check(repository: Snapshot) -> Verdict:
    """Compare the address with the remotes, after bringing both to one spelling."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    document = publiccode.read(content)
    declared = document.value.get("url")
    normal = address.normalise(declared) if isinstance(declared, str) else None
    if normal is None:
        return not_applicable("no-url", Evidence(path))
    evidence = Evidence(path, document.line("url"))
    known = [remote for remote in map(address.normalise, repository.remotes) if remote]
    if not known:
        return unknown("no-remote", evidence, url=normal)
    if normal in known:
        return met("here", evidence, url=normal)
    return not_met("elsewhere", evidence, url=normal, remote=known[0])
