# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Others can see that a release is the real one: its files are signed, or come with provenance or checksums."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import attestation, ci_reach, ci_tools, fact_age, program_code, releases, tree, versions
from ospo.formats.ci_reach import Reach


def check(repository: Snapshot) -> Verdict:
    """Rests on what the newest release shows; a step that signs or counts in a pipeline will do too."""
    told = repository.facts.get("release-attested")
    if told is not None:
        old = unknown("fact-is-old", *fact_age.evidence(told), seen=fact_age.seen(told))
        if told.value:
            found = met("attested", *fact_age.evidence(told), seen=fact_age.seen(told))
        else:
            found = not_met("not-attested", *fact_age.evidence(told), seen=fact_age.seen(told))
        return fact_age.while_fresh(found, told, old)
    reached = ci_reach.reach(repository)
    if found_step := _step(reached):
        return found_step
    number = repository.facts.get("releases")
    if number is not None and number.value == 0:
        return not_applicable("no-releases")
    if not program_code.is_program(tree.paths(repository.entries())):
        return not_applicable("no-program")
    if number is None and not _has_releases(repository, reached):
        return not_applicable("no-releases")
    return unknown("not-told")


def _step(reached: Reach) -> Verdict | None:
    if use := ci_tools.find(reached.parts, attestation.SIGNERS):
        return met("signed-in-ci", Evidence(use.part.path, use.line), tool=use.tool, path=use.part.path)
    if place := attestation.trusted_publishing(reached.parts):
        return met("trusted-publishing", Evidence(place[0].path, place[1]), path=place[0].path)
    if place := attestation.checksums(reached.parts):
        return met("checksums-in-ci", Evidence(place[0].path, place[1]), path=place[0].path)
    return None


def _has_releases(repository: Snapshot, reached: Reach) -> bool:
    """True when a tag names a version, tags may have been left out, or a pipeline works with tags."""
    if repository.is_shallow or any(versions.parse(tag.name) for tag in repository.tags()):
        return True
    return any(releases.by_tag_line(part.text) for part in reached.parts)
