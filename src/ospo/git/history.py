# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history of a commit, as a stream out of one `git rev-list`, and the raw form of commits and tags."""

import re
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from ospo.domain.snapshot import Commit, Signature, Unreadable
from ospo.git.process import Shadow, end

MAX_COMMITS = 100_000
_MAX_MESSAGE = 16_000
_CHUNK = 1 << 16
# Nearly every commit opens like this; the others are read line by line.
_PERSON = rb"(?P<%b>[^<>\n]*<[^<>\n]*)> (?P<%b_seconds>\d{1,10}) [-+]\d{4}"
_HEAD = re.compile(
    rb"tree [0-9a-f]+\n(?P<parents>(?:parent [0-9a-f]+\n)*)"
    rb"author %b\ncommitter %b(?:\n|$)" % (_PERSON % (b"author", b"author"), _PERSON % (b"committer", b"committer"))
)
_SIGNATURE = re.compile(rb"(?P<name>.*?) ?<(?P<email>[^>]*)> ?(?P<seconds>-?\d+)? ?(?P<zone>[-+]\d{4})?")
_MAX_SIGNATURE = 2000  # bytes of one that is out of the ordinary
_ENCODING = re.compile(rb"^encoding (.*)$", re.MULTILINE)
_SIGNED = re.compile(rb"^gpgsig(?:-sha256)?(?: |$)", re.MULTILINE)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class History:
    """Commits newest first; what was read once is kept, so that several checks share one process.

    `seconds` is the longest that git may keep us waiting in all.
    """

    def __init__(self, shadow: Shadow, commit: str, *, seconds: float) -> None:
        self._shadow = shadow
        self._commit = commit
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._read: list[Commit] = []
        self._rest = b""
        self._parser = Parser()
        self._is_whole = False
        self._failure: Unreadable | None = None

    @property
    def has_failed(self) -> bool:
        """True when a part was missing, or came too late."""
        return self._failure is not None and self._failure.reason != "too-large"

    def start(self) -> None:
        """Have git begin, so that the first commits are ready when they are asked for."""
        if self._process is None:
            self._process = self._shadow.start("rev-list", "--header", self._commit)

    def commits(self) -> Iterator[Commit]:
        """The commits, from the newest on; raises Unreadable where the history cannot be read further."""
        position = 0
        read = self._read
        while True:
            while position < len(read):
                yield read[position]
                position += 1
            if self._is_whole:
                return
            self._more()

    def _more(self) -> None:
        if self._failure is None and len(self._read) >= MAX_COMMITS:
            self._failure = Unreadable("too-large", "history")
        if self._failure is not None:
            self.close()
            raise Unreadable(self._failure.reason, self._failure.path)
        chunk = self._chunk()
        if chunk:
            *records, self._rest = (self._rest + chunk).split(b"\0")
            self._read += map(self._parser.listed, records)
            del self._read[MAX_COMMITS:]
        elif self._failure is None:
            self._is_whole = True

    def _chunk(self) -> bytes:
        """What git wrote next; nothing at the end, and when it failed."""
        self.start()
        process = self._process
        if process is None or process.stdout is None:
            return b""
        begun = time.monotonic()
        self._shadow.watchdog.expect(process, self._seconds)
        try:
            chunk = process.stdout.read1(_CHUNK)  # type: ignore[attr-defined] # a pipe is buffered
            if not chunk and process.wait() != 0:
                self._failure = Unreadable(
                    "too-slow" if self._shadow.watchdog.is_late(process) else "missing", "history"
                )
        finally:
            self._shadow.watchdog.arrived(process)
            self._seconds -= time.monotonic() - begun
        return bytes(chunk)

    def close(self) -> None:
        """Stop reading."""
        if self._process is not None:
            end(self._process)


class Parser:
    """Commits from their raw form; names and addresses that come back are kept once."""

    def __init__(self) -> None:
        self._people: dict[bytes, tuple[str, str]] = {}

    def listed(self, record: bytes) -> Commit:
        """A record of `rev-list --header`: the id, then the raw commit with its message indented by four blanks."""
        commit_id, _, raw = record.partition(b"\n")
        head, _, message = raw.partition(b"\n\n")
        message = message.removeprefix(b"    ").replace(b"\n    ", b"\n")
        return self._commit(commit_id.decode("ascii", "replace"), head, message)

    def commit(self, commit_id: str, raw: bytes) -> Commit:
        """A commit from its raw object; what is malformed becomes empty rather than an error."""
        head, _, message = raw.partition(b"\n\n")
        return self._commit(commit_id, head, message)

    def _commit(self, commit_id: str, head: bytes, message: bytes) -> Commit:
        found = _HEAD.match(head)
        if found is None:
            return self._unusual(commit_id, head, message)
        parents, author, authored, committer, done = found.groups()
        rest = head[found.end() :]
        is_signed = b"gpgsig" in rest and _SIGNED.search(rest) is not None
        encoding = _ENCODING.search(rest) if b"encoding " in rest else None
        signed = self._signature(author, authored)
        is_one = author == committer and authored == done
        return Commit(
            commit_id,
            tuple(parents.decode("ascii").split()[1::2]),
            signed,
            signed if is_one else self._signature(committer, done),
            _decode(message[:_MAX_MESSAGE], encoding[1]) if encoding else _text(message[:_MAX_MESSAGE]),
            is_signed,
        )

    def _signature(self, person: bytes, seconds: bytes) -> Signature:
        names = self._people.get(person)
        if names is None:
            names = self._people[person] = _names(person)
        return Signature(names[0], names[1], datetime.fromtimestamp(int(seconds), UTC))

    def _unusual(self, commit_id: str, head: bytes, message: bytes) -> Commit:
        """A commit whose lines stand in another order, are missing, or hold something odd."""
        fields: dict[bytes, list[bytes]] = {}
        for line in head.split(b"\n"):
            key, _, value = line.partition(b" ")
            fields.setdefault(key, []).append(value)
        return Commit(
            id=commit_id,
            parents=tuple(p.decode("ascii", "replace") for p in fields.get(b"parent", [])),
            author=parse_signature(fields.get(b"author", [b""])[0]),
            committer=parse_signature(fields.get(b"committer", [b""])[0]),
            message=_decode(message[:_MAX_MESSAGE], fields.get(b"encoding", [b"utf-8"])[0]),
            is_signed=b"gpgsig" in fields or b"gpgsig-sha256" in fields,
        )


def parse_commit(commit_id: str, raw: bytes) -> Commit:
    """A commit from its raw object; what is malformed becomes empty rather than an error."""
    return Parser().commit(commit_id, raw)


def parse_signature(raw: bytes) -> Signature:
    """`Name <mail> seconds zone`; an impossible time becomes the epoch."""
    found = _SIGNATURE.match(raw[:_MAX_SIGNATURE])
    if found is None:
        return Signature("", "", _EPOCH)
    try:
        when = datetime.fromtimestamp(int(found["seconds"] or 0), UTC)
    except (ValueError, OverflowError, OSError):
        when = _EPOCH
    return Signature(_text(found["name"]), _text(found["email"]), when)


def _names(person: bytes) -> tuple[str, str]:
    name, _, email = person.partition(b"<")
    return _text(name.removesuffix(b" ")), _text(email)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _decode(raw: bytes, encoding: bytes) -> str:
    try:
        return raw.decode(encoding.decode("ascii"), "replace")
    except (LookupError, ValueError):  # a name that no encoding has, or can have
        return raw.decode("utf-8", "replace")
