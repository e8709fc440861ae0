# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitSnapshot: the files and history of the commit HEAD names, read straight from the object database."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO

from ospo.domain.evidence import Defaults, ForgeFact
from ospo.domain.snapshot import Commit, Entry, Kind, Tag, Unreadable
from ospo.errors import NotARepository
from ospo.formats import address
from ospo.formats.tree import Entries
from ospo.git.history import History, parse_commit, parse_signature
from ospo.git.objects import ObjectReader
from ospo.git.process import Shadow, end
from ospo.git.recent import Recent
from ospo.git.store import Store, locate

MAX_BLOB = 4_000_000  # bytes; larger files are `unknown` to a check that needs their text
MAX_ENTRIES = 300_000
MAX_TREE = 60_000_000  # bytes of its listing
MAX_PATH = 4096  # bytes; files at longer paths are passed over
MAX_TAGS = 20_000
SECONDS = 60.0  # the longest one answer, and the whole tree, may take
HISTORY_SECONDS = 300.0
_SHORT = 256  # files; a longer list is read by who reads everything
_CHUNK = 1 << 16
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
        self._listing: subprocess.Popen[bytes] | None = None
        self._has_failed = False
        self._recent = Recent()

    def start(self) -> None:
        """Have git begin with everything at once: on the commit, the tree and the history, while we do other things."""
        self._objects.start()
        self._list()
        self._history.start()

    def _list(self) -> subprocess.Popen[bytes]:
        if self._listing is None:
            self._listing = self._shadow.start("ls-tree", "-r", "-z", "--full-tree", self.commit)
        return self._listing

    @property
    def is_whole(self) -> bool:
        """False when something that was asked for was missing, or came too late."""
        return not (self._has_failed or self._objects.has_failed or self._history.has_failed)

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
    def _entries(self) -> Entries:
        process = self._list()
        self._shadow.watchdog.expect(process, SECONDS)
        try:
            found = list(islice(_listed(process.stdout), MAX_ENTRIES + 1)) if process.stdout else []
            if len(found) > MAX_ENTRIES:
                raise Unreadable("too-large", "tree")
            if process.wait() != 0:
                self._has_failed = True
                raise Unreadable("too-slow" if self._shadow.watchdog.is_late(process) else "missing", "tree")
        finally:
            self._shadow.watchdog.arrived(process)
            self._listing = None
            end(process)
        return Entries(sorted(found, key=lambda entry: entry.path))

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {entry.path: entry.object_id for entry in self._entries if entry.kind is not Kind.SUBMODULE}

    def entries(self) -> Sequence[Entry]:
        """Every path in the tree, sorted by path; raises Unreadable when a part of the tree is missing."""
        return self._entries

    def read(self, path: str) -> bytes:
        """The bytes of one file (of a symlink: where it points)."""
        (answer,) = self.read_all([path])
        content = answer[1]
        if isinstance(content, Unreadable):
            raise content
        return content

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Many files in one go, in the order asked; those of a short list are kept for the next who asks."""
        wanted = [(path, self._ids[path]) for path in paths]
        is_short = len(wanted) <= _SHORT
        known = self._recent.of(i for _, i in wanted) if is_short else {}
        fresh = self._objects.read_all(i for _, i in wanted if i not in known)
        for path, object_id in wanted:
            content = known[object_id] if object_id in known else next(fresh)
            if isinstance(content, Unreadable):
                content = Unreadable(content.reason, path)
            elif is_short:
                self._recent.put(object_id, content)
            yield path, content

    def commits(self) -> Iterator[Commit]:
        """The history, newest first; one process serves every caller."""
        return self._history.commits()

    def tags(self) -> Sequence[Tag]:
        """Every tag that can be read, newest first; tags without a date come last."""
        return self._tags

    @cached_property
    def _tags(self) -> tuple[Tag, ...]:
        named = self._store.tags()
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
        if self._listing is not None:
            end(self._listing)
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


def _listed(output: IO[bytes]) -> Iterator[Entry]:
    """The entries that `ls-tree -z` writes, as they come."""
    rest, total = b"", 0
    while chunk := output.read(_CHUNK):
        total += len(chunk)
        if total > MAX_TREE:
            raise Unreadable("too-large", "tree")
        *lines, rest = (rest + chunk).split(b"\0")
        # No system can check out a longer path, and expressions for paths may take long over one.
        yield from (_entry(line) for line in lines if len(line) <= MAX_PATH + line.find(b"\t") + 1)


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
