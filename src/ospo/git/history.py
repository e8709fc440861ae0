# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history of a commit, as a stream out of one `git rev-list`, and the raw form of commits and tags."""

import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO

from ospo.domain.snapshot import Commit, Signature, Unreadable
from ospo.git.objects import end
from ospo.git.process import Shadow

MAX_COMMITS = 100_000
_MAX_MESSAGE = 16_000
_CHUNK = 1 << 16
_SIGNATURE = re.compile(rb"(?P<name>.*?) ?<(?P<email>[^>]*)> ?(?P<seconds>-?\d+)? ?(?P<zone>[-+]\d{4})?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class History:
    """Commits newest first; what was read once is kept, so that several checks share one process."""

    def __init__(self, shadow: Shadow, commit: str, *, seconds: float) -> None:
        self._shadow = shadow
        self._commit = commit
        self._seconds = seconds
        self._read: list[Commit] = []
        self._source: Iterator[Commit] | None = None
        self._failure: Unreadable | None = None

    def commits(self) -> Iterator[Commit]:
        """The commits, from the newest on; raises Unreadable where the history cannot be read further."""
        position = 0
        while True:
            if position < len(self._read):
                yield self._read[position]
                position += 1
            elif not self._more():
                return

    def _more(self) -> bool:
        if self._failure is not None:
            raise Unreadable(self._failure.reason, self._failure.path)
        if len(self._read) >= MAX_COMMITS:
            raise Unreadable("too-large", "history")
        if self._source is None:
            self._source = self._stream()
        try:
            self._read.append(next(self._source))
        except StopIteration:
            self._source = iter(())
            return False
        except Unreadable as failure:
            self._failure = failure
            raise
        return True

    def _stream(self) -> Iterator[Commit]:
        process = self._shadow.start("rev-list", "--header", self._commit)
        late = threading.Event()

        def too_late() -> None:
            late.set()
            process.kill()

        watchdog = threading.Timer(self._seconds, too_late)
        watchdog.daemon = True
        watchdog.start()
        try:
            if process.stdout is not None:
                yield from map(_listed, _records(process.stdout))
            if process.wait() != 0:
                raise Unreadable("too-slow" if late.is_set() else "missing", "history")
        finally:
            watchdog.cancel()
            end(process)

    def close(self) -> None:
        """Stop reading."""
        if self._source is not None and hasattr(self._source, "close"):
            self._source.close()


def _records(output: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := output.read(_CHUNK):
        *records, rest = (rest + chunk).split(b"\0")
        yield from records


def _listed(record: bytes) -> Commit:
    """A record of `rev-list --header`: the id, then the raw commit with its message indented by four blanks."""
    commit_id, _, raw = record.partition(b"\n")
    head, _, message = raw.partition(b"\n\n")
    lines = (line.removeprefix(b"    ") for line in message.split(b"\n"))
    return parse_commit(commit_id.decode("ascii", "replace"), head + b"\n\n" + b"\n".join(lines))


def parse_commit(commit_id: str, raw: bytes) -> Commit:
    """A commit from its raw object; what is malformed becomes empty rather than an error."""
    head, _, message = raw.partition(b"\n\n")
    fields: dict[bytes, list[bytes]] = {}
    for line in head.split(b"\n"):
        key, _, value = line.partition(b" ")
        fields.setdefault(key, []).append(value)
    encoding = fields.get(b"encoding", [b"utf-8"])[0]
    return Commit(
        id=commit_id,
        parents=tuple(p.decode("ascii", "replace") for p in fields.get(b"parent", [])),
        author=parse_signature(fields.get(b"author", [b""])[0]),
        committer=parse_signature(fields.get(b"committer", [b""])[0]),
        message=_decode(message[:_MAX_MESSAGE], encoding),
        is_signed=b"gpgsig" in fields or b"gpgsig-sha256" in fields,
    )


def parse_signature(raw: bytes) -> Signature:
    """`Name <mail> seconds zone`; an impossible time becomes the epoch."""
    found = _SIGNATURE.match(raw)
    if found is None:
        return Signature("", "", _EPOCH)
    try:
        when = datetime.fromtimestamp(int(found["seconds"] or 0), UTC)
    except (ValueError, OverflowError, OSError):
        when = _EPOCH
    return Signature(found["name"].decode("utf-8", "replace"), found["email"].decode("utf-8", "replace"), when)


def _decode(raw: bytes, encoding: bytes) -> str:
    try:
        return raw.decode(encoding.decode("ascii"), "replace")
    except (LookupError, UnicodeDecodeError):
        return raw.decode("utf-8", "replace")
