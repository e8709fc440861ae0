# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is released carries the licence text: the archive of a tag, the package, and what hangs on the release."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import fact_age, gitattributes, licences, package_contents


def check(repository: Snapshot) -> Verdict:
    """Not met by a line that leaves the text out, or by what the forge says of the newest release."""
    texts = [file.path for file in licences.read(repository).files]
    if not texts:
        return not_applicable("no-licence-file")
    told = repository.facts.get("release-has-licence")
    if told is None and not repository.tags():
        return unknown("shallow") if repository.is_shallow else not_applicable("no-releases")
    if left_out := _not_in_archive(repository, texts):
        return not_met("not-in-archive", left_out, path=left_out.path or "")
    if package := package_contents.find(repository, texts):
        return not_met("not-in-package", Evidence(package.path, package.line), path=package.path)
    if told is None:
        return met("in-source", Evidence(texts[0]), path=texts[0])
    places, seen = fact_age.evidence(told), fact_age.seen(told)
    old = unknown("fact-is-old", *places, seen=seen)
    if told.value is True:
        return fact_age.while_fresh(met("in-release", *places, seen=seen), told, old)
    return fact_age.while_fresh(not_met("not-in-release", *places, seen=seen), told, old)


def _not_in_archive(repository: Snapshot, texts: Sequence[str]) -> Evidence | None:
    """The line by which an archive made from git holds none of the licence texts."""
    if not any(entry.path == gitattributes.NAME and entry.is_file for entry in repository.entries()):
        return None
    rules = gitattributes.parse(repository.read(gitattributes.NAME))
    left_out = [gitattributes.left_out(rules, path) for path in texts]
    first = left_out[0]
    return Evidence(gitattributes.NAME, first.line) if first and all(left_out) else None
