# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inheritance: what an owner supplies once, in its `.github`, counts for each of its repositories."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from ospo.domain.evidence import Defaults, ForgeFact
from ospo.domain.finding import (
    INHERITED,
    INHERITED_UNSETTLED,
    MAY_BE_INHERITED,
    NOT_INHERITED,
    Evidence,
    Outcome,
    Verdict,
)
from ospo.domain.snapshot import Commit, Entry, Snapshot, Tag, Unreadable
from ospo.formats import community_files, forge

# Reasons that say: it is not in the repository itself. After the others the forge shows nothing of the owner's, but
# the owner may still keep it in one place for all (GitLab's `.gitlab-profile`).
_ABSENT = (MAY_BE_INHERITED, "missing", "no-policy", "may-be-set")


def resolve(found: Verdict, repository: Snapshot, run: Callable[[Snapshot], Verdict]) -> Verdict:
    """The verdict after a look at what the owner supplies; the same verdict when nothing was given to look at.

    Args:
        found: what the check says of the repository itself.
        repository: what was looked at, with its `defaults`.
        run: the check, to be asked about the owner's files.
    """
    defaults = repository.defaults
    if defaults is None or found.outcome is Outcome.MET or found.reason not in _ABSENT:
        return found
    at_owner = run(OwnerFiles(defaults.snapshot, repository))
    values = {"origin": str(defaults), "owner": defaults.repository, "file": str(found.values.get("file", ""))}
    if at_owner.outcome is Outcome.MET:
        places = tuple(_place(e, defaults) for e in at_owner.evidence)
        path = next((e.path for e in at_owner.evidence if e.path), "")
        return Verdict(Outcome.MET, INHERITED, places, values | {"path": path})
    if found.reason != MAY_BE_INHERITED:
        return found
    is_silent = at_owner.outcome is Outcome.NOT_MET or at_owner.reason == MAY_BE_INHERITED
    if not is_silent:
        return Verdict(Outcome.UNKNOWN, INHERITED_UNSETTLED, found.evidence, values)
    return Verdict(Outcome.NOT_MET, NOT_INHERITED, found.evidence, values)


def _place(evidence: Evidence, defaults: Defaults) -> Evidence:
    """Evidence in the owner's repository: its address at the commit, since its paths are not paths of this one."""
    if evidence.path is None:
        return evidence
    remote = next(iter(defaults.snapshot.remotes), None)
    if remote is None:
        return Evidence(f"{defaults}:{evidence.path}", evidence.line)
    return Evidence(url=forge.file_url(remote, defaults.snapshot.commit, evidence.path, evidence.line))


class OwnerFiles:
    """The files of the owner's defaults repository that a forge passes on, seen as if they were in this repository."""

    def __init__(self, defaults: Snapshot, repository: Snapshot) -> None:
        self._defaults = defaults
        self.commit = defaults.commit
        self.committed: datetime = defaults.committed
        self.fetched: datetime | None = defaults.fetched
        self.is_shallow = True  # the history of the owner's repository says nothing about this one
        self.remotes = repository.remotes
        self.facts: Mapping[str, ForgeFact] = repository.facts
        self.defaults = None
        self._entries = tuple(e for e in defaults.entries() if community_files.is_passed_on(e.path))

    def entries(self) -> Sequence[Entry]:
        """Only the files that are passed on."""
        return self._entries

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return self._defaults.read(path)

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Many files in one go."""
        return self._defaults.read_all(paths)

    def commits(self) -> Iterator[Commit]:
        """None."""
        return iter(())

    def tags(self) -> Sequence[Tag]:
        """None."""
        return ()
