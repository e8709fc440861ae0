# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is pushed is searched for credentials: by the forge, or by a step in continuous integration."""

from collections.abc import Sequence

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import ci_reach, ci_tools, community_files, fact_age, secret_scanners
from ospo.formats.ci_reach import Part
from ospo.formats.ci_tools import Use


def check(repository: Snapshot) -> Verdict:
    """Rests on what the forge says; a scan in a pipeline will do too, for that is in the files."""
    if found := _told(repository):
        return found
    parts = ci_reach.reach(repository).parts
    use = ci_tools.find(parts, secret_scanners.SCANNERS) or _mega_linter(repository, parts)
    if use is not None and use.part.on_changes:
        return met("in-ci", Evidence(use.part.path, use.line), tool=use.tool, path=use.part.path)
    scanning = repository.facts.get("secret-scanning")
    if scanning is not None:
        old = unknown("fact-is-old", *fact_age.evidence(scanning), seen=fact_age.seen(scanning))
        off = not_met("off", *fact_age.evidence(scanning), seen=fact_age.seen(scanning))
        return fact_age.while_fresh(off, scanning, old)
    if use is not None:
        return unknown("not-on-changes", Evidence(use.part.path, use.line), tool=use.tool, path=use.part.path)
    if hook := _hook(repository):
        return unknown("only-before-commit", hook, path=hook.path or "")
    return unknown("not-told")


def _told(repository: Snapshot) -> Verdict | None:
    """Met when the forge scans, with what it says of refusing a push."""
    scanning, refusing = (repository.facts.get(name) for name in ("secret-scanning", "push-protection"))
    fact = scanning if scanning is not None and scanning.value else refusing
    if fact is None or not fact.value:
        return None
    seen, places = fact_age.seen(fact), fact_age.evidence(fact)
    if refusing is not None and refusing.value:
        found = met("on-and-refusing", *places, seen=seen)
    elif refusing is not None:
        found = met("on-not-refusing", *places, seen=seen)
    else:
        found = met("on", *places, seen=seen)
    return fact_age.while_fresh(found, fact, unknown("fact-is-old", *places, seen=seen))


def _mega_linter(repository: Snapshot, parts: Sequence[Part]) -> Use | None:
    """A run of MegaLinter whose settings leave a search for credentials on."""
    use = ci_tools.find(parts, (secret_scanners.MEGA_LINTER,))
    if use is None:
        return None
    path = secret_scanners.MEGA_LINTER_SETTINGS
    entry = next((entry for entry in repository.entries() if entry.path == path and entry.is_file), None)
    settings = community_files.text(repository, entry) if entry else ""
    return use if secret_scanners.mega_linter_looks(settings, use.part.text) else None


def _hook(repository: Snapshot) -> Evidence | None:
    for entry in repository.entries():
        if entry.path in secret_scanners.HOOKS and entry.is_file:
            line = secret_scanners.hook_line(community_files.text(repository, entry))
            if line:
                return Evidence(entry.path, line)
    return None
