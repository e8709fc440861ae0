# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A snapshot that lives in memory: the fake repository of the check tests."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from ospo.domain.evidence import Defaults, FactValue, ForgeFact
from ospo.domain.snapshot import Commit, Entry, Kind, Signature, Tag, Unreadable

COMMITTED = datetime(2026, 11, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class MemorySnapshot:
    """Files by path (text, bytes, or Unreadable), and history; satisfies the Snapshot protocol."""

    files: Mapping[str, str | bytes | Unreadable] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    history: Sequence[Commit] = ()
    tag_list: Sequence[Tag] = ()
    remotes: tuple[str, ...] = ()
    is_shallow: bool = False
    fetched: datetime | None = None
    commit: str = "c" * 40
    committed: datetime = COMMITTED
    facts: Mapping[str, ForgeFact] = field(default_factory=dict)
    defaults: Defaults | None = None

    def entries(self) -> Sequence[Entry]:
        return tuple(Entry(path, self.kinds.get(path, Kind.FILE)) for path in sorted(self.files))

    def read(self, path: str) -> bytes:
        content = self.files[path]
        if isinstance(content, Unreadable):
            raise Unreadable(content.reason, path)
        return content.encode() if isinstance(content, str) else content

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        for path in paths:
            try:
                yield path, self.read(path)
            except Unreadable as error:
                yield path, error

    def commits(self) -> Iterator[Commit]:
        return iter(self.history)

    def tags(self) -> Sequence[Tag]:
        return tuple(self.tag_list)


def commit(
    *,
    days_before: int = 0,
    who: str = "dev-one",
    message: str = "Change something",
    parents: tuple[str, ...] = ("p" * 40,),
    committer: str | None = None,
    is_signed: bool = False,
) -> Commit:
    """A commit so many days before the snapshot; `who` is turned into a fictional name and address."""
    when = COMMITTED - timedelta(days=days_before)

    def signature(name: str) -> Signature:
        return Signature(name, f"{name}@voorbeeld.example", when)

    return Commit(f"{days_before:040x}", parents, signature(who), signature(committer or who), message, is_signed)


def tag(name: str, *, days_before: int = 0, signed: bool = False) -> Tag:
    """A tag made so many days before the snapshot."""
    return Tag(name, "c" * 40, COMMITTED - timedelta(days=days_before), signed)


def facts(**values: FactValue) -> dict[str, ForgeFact]:
    """Facts of a forge, seen on the day of the snapshot; `issues_enabled=True` becomes the fact `issues-enabled`."""
    seen = COMMITTED.date()
    return {
        name.replace("_", "-"): ForgeFact(value, seen, "https://forge.example/api") for name, value in values.items()
    }
