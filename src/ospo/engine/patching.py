# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Patching: from claims that disagree with the facts to changes that are ready to apply, one upon the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ospo.domain.check import Check
from ospo.domain.evidence import Defaults, ForgeFact
from ospo.domain.finding import Finding, Outcome
from ospo.domain.identifier import CheckId
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Commit, Entry, Snapshot, Tag, Unreadable


@dataclass(frozen=True, slots=True)
class Proposal:
    """The changes, one per file; which findings they answer, and which are left to a person."""

    patches: tuple[Patch, ...]
    answered: tuple[Finding, ...]
    left: tuple[Finding, ...]


def propose(repository: Snapshot, checks: Mapping[CheckId, Check], findings: Iterable[Finding]) -> Proposal:
    """Ask each check that knows how for its patch, on top of the patches before it.

    A patch counts only when the check is content afterwards, or at least says something else than before.

    Args:
        repository: what was scanned.
        checks: by id, those that the findings are of.
        findings: what was found; only what is open can be answered.
    """
    edited = Edited(repository)
    findings = list(findings)
    answered: list[Finding] = []
    left: list[Finding] = []
    for finding in findings:
        check = checks[finding.check]
        patch = None
        if check.patch is not None and finding.outcome in (Outcome.NOT_MET, Outcome.UNKNOWN):
            patch = _helpful(edited, check, finding)
        if patch is not None:
            edited.texts[patch.path] = patch.after
            answered.append(finding)
        elif finding.outcome is Outcome.NOT_MET:
            left.append(finding)
    for finding in _revealed(edited, checks, findings) if answered else ():
        patch = _helpful(edited, checks[finding.check], finding)
        if patch is not None:
            edited.texts[patch.path] = patch.after
            answered.append(finding)
    patches = tuple(
        Patch(path, repository.read(path).decode("utf-8", "replace"), text) for path, text in edited.texts.items()
    )
    return Proposal(patches, tuple(answered), tuple(left))


def _revealed(edited: "Edited", checks: Mapping[CheckId, Check], findings: Iterable[Finding]) -> Iterator[Finding]:
    """What had no meaning before the patches and is open after them: an address that is right has tags to compare."""
    for finding in findings:
        check = checks[finding.check]
        if check.patch is None or finding.outcome is not Outcome.NOT_APPLICABLE:
            continue
        try:
            after = check.run(edited)
        except Unreadable:
            continue
        if after.outcome is Outcome.NOT_MET:
            yield Finding(finding.check, after)


def _helpful(edited: "Edited", check: Check, finding: Finding) -> Patch | None:
    try:
        patch = check.patch(edited) if check.patch is not None else None
        if patch is None or patch.before == patch.after:
            return None
        after = check.run(Edited(edited, {patch.path: patch.after}))
    except Unreadable:
        return None
    better = after.outcome is Outcome.MET or (after.reason, after.values) != (
        finding.verdict.reason,
        finding.verdict.values,
    )
    return patch if better else None


class Edited:
    """A snapshot with some files changed or added; everything else is asked of the one below."""

    def __init__(self, below: Snapshot, texts: dict[str, str] | None = None) -> None:
        self.texts = texts or {}
        self._below = below
        self._entries: Sequence[Entry] | None = None
        self._known: set[str] = set()
        self.commit: str = below.commit
        self.committed: datetime = below.committed
        self.remotes: tuple[str, ...] = below.remotes
        self.fetched: datetime | None = below.fetched
        self.facts: Mapping[str, ForgeFact] = below.facts
        self.defaults: Defaults | None = below.defaults
        self.is_shallow: bool = below.is_shallow

    def entries(self) -> Sequence[Entry]:
        """The paths, with those of files that were added."""
        there = self._below.entries()
        if self._entries is None or not self.texts.keys() <= self._known:
            self._known = {entry.path for entry in there}
            added = [Entry(path) for path in self.texts if path not in self._known]
            self._known |= self.texts.keys()
            self._entries = sorted((*there, *added), key=lambda entry: entry.path) if added else there
        return self._entries

    def read(self, path: str) -> bytes:
        """The bytes as changed."""
        return self.texts[path].encode("utf-8") if path in self.texts else self._below.read(path)

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Many files, as changed."""
        wanted = list(paths)
        below = self._below.read_all(path for path in wanted if path not in self.texts)
        for path in wanted:
            yield (path, self.texts[path].encode("utf-8")) if path in self.texts else next(below)

    def commits(self) -> Iterator[Commit]:
        """The history."""
        return self._below.commits()

    def tags(self) -> Sequence[Tag]:
        """The tags."""
        return self._below.tags()
