# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key `url` in publiccode.yml names the repository it is in."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, unknown
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Snapshot
from ospo.formats import line_edit, publiccode, publiccode_address


def check(repository: Snapshot) -> Verdict:
    """Compare the address with the remotes; of two that differ, the clone cannot tell which one is out of date."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    compared = publiccode_address.compare(publiccode.read(content), repository.remotes)
    if compared.declared is None:
        return not_applicable("no-url", Evidence(path))
    evidence = Evidence(path, compared.line)
    if not compared.remotes:
        return unknown("no-remote", evidence, url=compared.declared)
    if compared.is_here:
        return met("here", evidence, url=compared.declared)
    return unknown("elsewhere", evidence, url=compared.declared, remote=compared.remotes[0])


def patch(repository: Snapshot) -> Patch | None:
    """The address this clone came from; whether the file or the clone is out of date, a person knows."""
    found = publiccode.fetch(repository)
    if found is None or not repository.remotes:
        return None
    path, content = found
    text = content.decode("utf-8", "replace")
    changed = line_edit.with_value(text, ("url",), repository.remotes[0])
    return None if changed is None else Patch(path, text, changed)
