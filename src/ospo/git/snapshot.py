# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitSnapshot: the files and history of the commit HEAD names, read straight from the object database."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path

from ospo.domain.evidence import Defaults, ForgeFact
from ospo.domain.snapshot import Commit, Entry, Kind, Tag, Unreadable
from ospo.errors import NotARepository
from ospo.formats import address
from ospo.git.history import History, parse_commit, parse_signature
from ospo.git.objects import ObjectReader, end
from ospo.git.process import Shadow
from ospo.git.store import Store, locate

MAX_BLOB = 4_000_000  # bytes; larger files are `unknown` to a check that needs their text
MAX_ENTRIES = 500_000
MAX_TAGS = 20_000
SECONDS = 60.0  # the longest one answer, and the whole tree, may take
HISTORY_SECONDS = 300.0
_SIGNED = re.compile(rb"^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----$", re.M)
_KINDS = {b"100755": Kind.EXECUTABLE, b"120000": Kind.SYMLINK, b"160000": Kind.SUBMODULE}


class GitSnapshot:
    """A commit of a repository on disk; satisfies the Snapshot protocol. Close it, or use `open_snapshot`.

    `at` names another commit than that of HEAD: then only tags that existed at its date are seen.
    """

    def __init__(
        self,
        store: Store,
        *,
        remotes: tuple[str, ...] | None = None,
        facts: Mapping[str, ForgeFact] | None = None,
        defaults: Defaults | None = None,
        at: str | None = None,
    ) -> None:
        self.commit = at or store.head()
        self.facts: Mapping[str, ForgeFact] = facts or {}
        self.defaults = defaults
        self._is_past = at is not None
        self.is_shallow = store.is_shallow
        self.fetched = store.fetched()
        known = store.remotes() if remotes is None else remotes
        self.remotes = tuple(filter(None, map(address.normalise, known)))
        self._store = store
        self._shadow = Shadow(store, self.commit)
        self._objects = ObjectReader(self._shadow, max_bytes=MAX_BLOB, seconds=SECONDS)
        self._history = History(self._shadow, self.commit, seconds=HISTORY_SECONDS)

    @cached_property
    def committed(self) -> datetime:
        """The committer date of the commit, in UTC."""
        try:
            raw = self._objects.read(self.commit)
        except Unreadable as error:
            raise NotARepository(
                "{path}: the commit of HEAD ({commit}) is not in the object database: "
                "the clone is damaged or incomplete, clone it again",
                path=self._store.common,
                commit=self.commit[:12],
            ) from error
        return parse_commit(self.commit, raw).committer.when

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        process = self._shadow.start("ls-tree", "-r", "-z", "--full-tree", self.commit)
        try:
            listing = process.communicate(timeout=SECONDS)[0]
        except subprocess.TimeoutExpired as error:
            raise Unreadable("too-slow", "tree") from error
        finally:
            end(process)
        if process.returncode != 0:
            raise Unreadable("missing", "tree")
        lines = listing.split(b"\0")[:-1]
        if len(lines) > MAX_ENTRIES:
            raise Unreadable("too-large", "tree")
        return tuple(sorted(map(_entry, lines), key=lambda entry: entry.path))

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {entry.path: entry.object_id for entry in self._entries if entry.kind is not Kind.SUBMODULE}

    def entries(self) -> Sequence[Entry]:
        """Every path in the tree, sorted by path; raises Unreadable when a part of the tree is missing."""
        return self._entries

    def read(self, path: str) -> bytes:
        """The bytes of one file (of a symlink: where it points)."""
        object_id = self._ids[path]
        try:
            return self._objects.read(object_id)
        except Unreadable as error:
            raise Unreadable(error.reason, path) from None

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Many files in one go, in the order asked."""
        wanted = list(paths)
        for path, content in zip(wanted, self._objects.read_all(self._ids[p] for p in wanted), strict=True):
            yield path, Unreadable(content.reason, path) if isinstance(content, Unreadable) else content

    def commits(self) -> Iterator[Commit]:
        """The history, newest first; one process serves every caller."""
        return self._history.commits()

    def tags(self) -> Sequence[Tag]:
        """Every tag that can be read, newest first; tags without a date come last."""
        return self._tags

    @cached_property
    def _tags(self) -> tuple[Tag, ...]:
        named = {
            name.removeprefix("refs/tags/"): object_id
            for name, object_id in self._store.references().items()
            if name.startswith("refs/tags/")
        }
        names = sorted(named)[:MAX_TAGS]
        found = [
            _tag(name, named[name], raw)
            for name, raw in zip(names, self._objects.read_all(named[n] for n in names), strict=True)
        ]
        if self._is_past:
            found = [tag for tag in found if tag.when is not None and tag.when <= self.committed]
        return tuple(sorted(found, key=lambda tag: (tag.when is None, -tag.when.timestamp() if tag.when else 0)))

    def close(self) -> None:
        """Stop every process and remove what was made on disk."""
        self._objects.close()
        self._history.close()
        self._shadow.close()


@contextmanager
def open_snapshot(
    path: Path,
    *,
    remotes: tuple[str, ...] | None = None,
    facts: Mapping[str, ForgeFact] | None = None,
    defaults: Defaults | None = None,
    at: str | None = None,
) -> Iterator[GitSnapshot]:
    """The snapshot of a repository's HEAD, closed at the end of the block.

    Args:
        path: a work tree, a folder in one, a linked work tree, or a bare repository.
        remotes: the addresses it is known under, when the caller knows better than its configuration.
        facts: what was told about it from outside its files.
        defaults: what its owner supplies for all its repositories.
        at: the id of another commit than that of HEAD.

    Raises:
        NotARepository: there is none, it has no commit, or it may not be read.
    """
    snapshot = GitSnapshot(locate(path), remotes=remotes, facts=facts, defaults=defaults, at=at)
    try:
        _ = snapshot.committed
        yield snapshot
    finally:
        snapshot.close()


def _entry(line: bytes) -> Entry:
    meta, _, path = line.partition(b"\t")
    mode, _, object_id = meta.split(b" ", 2)
    return Entry(path.decode("utf-8", "surrogateescape"), _KINDS.get(mode, Kind.FILE), object_id.decode("ascii"))


def _tag(name: str, object_id: str, raw: bytes | Unreadable) -> Tag:
    """A tag from the object it names: an annotated tag (its own date), or a commit (the committer date)."""
    if isinstance(raw, Unreadable):
        return Tag(name, object_id, None)
    head = dict(line.partition(b" ")[::2] for line in raw.partition(b"\n\n")[0].split(b"\n"))
    if b"object" in head:
        when = parse_signature(head[b"tagger"]).when if b"tagger" in head else None
        return Tag(name, head[b"object"].decode("ascii", "replace"), when, _SIGNED.search(raw) is not None)
    if b"committer" in head:
        return Tag(name, object_id, parse_signature(head[b"committer"]).when)
    return Tag(name, object_id, None)
