# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The organisation in publiccode.yml is named by its identifier in the national register of organisations."""

from ospo.domain.finding import Evidence, Verdict, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import dutch, organisation_ids, publiccode

_LONGEST = 120


def check(repository: Snapshot) -> Verdict:
    """Judged by shape only: of whom an identifier is, and whether an owner has one at all, stands in the register."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    document = publiccode.read(content)
    if not document.value:
        return not_applicable("no-keys", Evidence(path), path=path)
    organisation = document.value.get("organisation")
    uri = organisation.get("uri") if isinstance(organisation, dict) else None
    place = Evidence(path, document.line("organisation", "uri") if isinstance(organisation, dict) else None)
    if not isinstance(uri, str) or not uri.strip():
        return unknown("no-uri", place, path=path) if dutch.shows(repository) else not_applicable("not-dutch")
    shown = uri.strip().encode("utf-8", "replace").decode()[:_LONGEST]
    if organisation_ids.is_of_another_country(uri):
        return not_applicable("other-country", place, path=path)
    if organisation_ids.is_record(uri):
        return unknown("looks-right", place, path=path, uri=shown)
    if organisation_ids.register(uri) is not None:
        return not_met("no-record", place, path=path, uri=shown)
    if not dutch.shows(repository):
        return not_applicable("not-dutch")
    return unknown("own-address", place, path=path, uri=shown)
