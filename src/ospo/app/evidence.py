# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence from beside the repositories: which owner's defaults and which forge facts go with which one."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ospo.domain.evidence import Defaults, ForgeFact
from ospo.errors import NotARepository, OspoError, SettingsError
from ospo.formats import address, forges
from ospo.git import remotes_of

_MAX_FACTS = 20_000_000  # bytes of a file with facts

Facts = Mapping[str, Mapping[str, ForgeFact]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What was given along with the repositories.

    `defaults` holds the path of an owner's defaults repository by the address of the owner; `given` is one that the
    user named for all. `facts` are by normalised address of the repository.
    """

    defaults: Mapping[str, Path] = field(default_factory=dict)
    given: Path | None = None
    facts: Facts = field(default_factory=dict)

    def defaults_of(self, remotes: Sequence[str]) -> Path | None:
        """Where the defaults of the owner of a repository are; nowhere for those defaults themselves."""
        if any(map(forges.holds_defaults, remotes)):
            return None
        found = next((self.defaults[o] for o in map(owner_of, remotes) if o in self.defaults), None)
        return found or self.given

    def facts_of(self, remotes: Sequence[str]) -> Mapping[str, ForgeFact]:
        """The facts about a repository, under any of its addresses."""
        return next((self.facts[r] for r in remotes if r in self.facts), {})


def owner_of(remote: str) -> str:
    """The address of the account or group that a repository belongs to."""
    return remote.rpartition("/")[0]


def remotes(path: Path) -> tuple[str, ...]:
    """The normalised addresses of a repository on disk; none when it cannot be read (the scan will say why)."""
    try:
        return tuple(filter(None, map(address.normalise, remotes_of(path))))
    except OspoError:
        return ()


def look_beside(paths: Sequence[Path], given: Path | None = None, facts: Path | None = None) -> Beside:
    """See which of the repositories hold the defaults of their owner, and read the facts.

    Raises:
        NotARepository: `given` is no repository.
        SettingsError: the file with facts cannot be read, or something in it is wrong.
    """
    if given is not None and not remotes(given):
        remotes_of(given)  # says what is wrong, if anything is; a repository without address will do
    found = {}
    for path in paths:
        for remote in remotes(path):
            if forges.holds_defaults(remote):
                found[owner_of(remote)] = path
    return Beside(found, given, {} if facts is None else _facts(facts))


def _facts(path: Path) -> Facts:
    from ospo.formats import forge_facts

    try:
        if path.stat().st_size > _MAX_FACTS:
            raise SettingsError("{path}: is too large for a file with facts", path=path)
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise SettingsError("{path}: cannot be read ({error})", path=path, error=error.strerror) from error
    found, problems = forge_facts.parse(text, str(path))
    if problems:
        raise problems[0]
    return found


@contextmanager
def open_defaults(path: Path | None) -> Iterator[Defaults | None]:
    """The snapshot of an owner's defaults repository, under its short name; nothing when it cannot be read."""
    if path is None:
        yield None
        return
    from ospo.git import open_snapshot

    with ExitStack() as opened:
        try:
            snapshot = opened.enter_context(open_snapshot(path))
        except NotARepository:
            snapshot = None
        if snapshot is None:
            yield None
            return
        remote = next(iter(snapshot.remotes), None)
        yield Defaults("/".join(remote.split("/")[-2:]) if remote else path.resolve().name, snapshot)
