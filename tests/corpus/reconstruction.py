# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repositories of the labels, rebuilt in our own words: the same paths, kinds, history and traps.

`reconstructions/<check-id>.yaml` maps `owner/name` of a label's repository to what the check can see of it:

    remotes: [...]             where it is known; by default https://github.com/owner/name
    committed: 2025-11-14      the day of the commit (at noon, UTC); by default that of `MemorySnapshot`
    fetched: 2025-11-16        the day the copy was made (at noon, UTC); by default unknown
    files:                     by path; the content is ours, and as short as the label's reason allows
      README.md: "# Voorbeeld"
      LICENSE: {kind: symlink, content: LICENSES/EPL-2.0.txt}     or executable, submodule
      LICENSE.md:
        text: EUPL-1.2-nl      in place of `content`: a text that ships (see `_shipped`); several ids: one after another
        words: 600             only so many words of it
        replace: {old: new}    every time, in content or text; what is not there is an error
        before: "..."          and `after`: put around it
      "src/{}.py": {count: 40} so many files; braces in the path become a number
    commits:                   rows of commits, put in order by day; people are numbered and have fictional addresses
      - n: 40                  how many (1)
        who: 3                 so many people in turn (1), or [9, 2]: how many each of them made, which gives n
        days: 10-300           the days before `committed`, spread evenly (0)
        message: ...           of each
        signed: self           with a sign-off; `other` when the forge rewrote the author
        squash: true           landed by GitHub
        sealed: true           with a digital signature
        bot: true              by a program
        merge: true            with two parents
    tags: {v1.2.0: 12}         days before `committed`, a date, or null; of the commit of that moment, if there is one
    signed: [v1.2.0]           the tags that carry a signature
    facts: {admins: 3}         what the forge says, seen on the day of the commit
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

import publiccode_documents
from ospo.domain.evidence import ForgeFact
from ospo.domain.snapshot import Commit, Kind, Signature, Tag
from ospo.formats import licence_library
from ospo.formats.licence_pattern import END, Pattern
from snapshots import COMMITTED, MemorySnapshot

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
_FORGE = "https://github.com/"


class Piece(Struct, frozen=True, forbid_unknown_fields=True):
    """A file, or several of one kind."""

    content: str = ""
    text: str | tuple[str, ...] = ()
    words: int | None = None
    replace: dict[str, str] = {}
    before: str = ""
    after: str = ""
    kind: Kind = Kind.FILE
    count: int = 1

    def written(self) -> str:
        """What the file holds."""
        ids = (self.text,) if isinstance(self.text, str) else self.text
        body = self.content + "\n\n".join(map(_shipped, ids))
        if self.words is not None:
            body = " ".join(body.split()[: self.words])
        for old, new in self.replace.items():
            if old not in body:
                raise ValueError(f"{old!r} is not there to be replaced")
            body = body.replace(old, new)
        return self.before + body + self.after


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of commits."""

    n: int = 1
    who: int | tuple[int, ...] = 1
    days: int | str = 0
    message: str = "Change something"
    signed: Literal["self", "other"] | None = None
    squash: bool = False
    sealed: bool = False
    bot: bool = False
    merge: bool = False

    def commits(self, end: datetime) -> Iterator[Commit]:
        """The commits of the row."""
        if isinstance(self.who, int):
            people = list(islice(cycle(range(1, self.who + 1)), self.n))
        else:
            people = [person for person, made in enumerate(self.who, 1) for _ in range(made)]
        first, _, last = str(self.days).partition("-")
        span = float(last or first) - float(first)
        for place, person in enumerate(people):
            when = end - timedelta(days=float(first) + span * place / max(len(people) - 1, 1))
            yield self._commit(person, when)

    def _commit(self, person: int, when: datetime) -> Commit:
        name, mail = f"dev-{person}", f"dev-{person}@voorbeeld.example"
        author = Signature(name, mail, when)
        if self.bot:
            author = Signature("hulpje[bot]", "1+hulpje[bot]@users.noreply.github.com", when)
        committer = Signature("GitHub", "noreply@github.com", when) if self.squash else author
        signer = {"self": f"{name} <{mail}>", "other": f"{name} <{name}@elders.example>"}.get(self.signed or "")
        message = f"{self.message}\n\nSigned-off-by: {signer}" if signer else self.message
        parents = ("b" * 40,) * (2 if self.merge else 1)
        return Commit("a" * 40, parents, author, committer, message, is_signed=self.sealed)


class Reconstruction(Struct, frozen=True, forbid_unknown_fields=True):
    """What a check can see of one repository."""

    files: dict[str, str | Piece] = {}
    remotes: tuple[str, ...] | None = None
    committed: date | None = None
    fetched: date | None = None
    commits: tuple[Row, ...] = ()
    tags: dict[str, int | date | None] = {}
    signed: tuple[str, ...] = ()
    facts: dict[str, bool | int | str | list[str]] = {}

    def snapshot(self, name: str) -> MemorySnapshot:
        """The repository; `name` is its owner and name."""
        end = _noon(self.committed) if self.committed else COMMITTED
        pieces = {path: Piece(piece) if isinstance(piece, str) else piece for path, piece in self.files.items()}
        numbered = [
            (path.replace("{}", str(number)) if piece.count > 1 else path, piece)
            for path, piece in pieces.items()
            for number in range(piece.count)
        ]
        history = _chained(c for row in self.commits for c in row.commits(end))
        made = {commit.committer.when: commit.id for commit in history}  # a tag of the moment of a commit is of it
        moments = {tag: _moment(when, end) for tag, when in self.tags.items()}
        tags = [
            Tag(t, made.get(when, "c" * 40) if when else "c" * 40, when, t in self.signed)
            for t, when in moments.items()
        ]
        told = {
            fact: ForgeFact(tuple(value) if isinstance(value, list) else value, end.date(), "https://forge.example/api")
            for fact, value in self.facts.items()
        }
        return MemorySnapshot(
            files={path: piece.written() for path, piece in numbered},
            kinds={path: piece.kind for path, piece in numbered},
            history=history,
            tag_list=sorted(tags, key=lambda tag: tag.when.timestamp() if tag.when else 0, reverse=True),
            remotes=(_FORGE + name,) if self.remotes is None else self.remotes,
            committed=end,
            fetched=_noon(self.fetched) if self.fetched else None,
            facts=told,
        )


@cache
def reconstructions() -> Mapping[tuple[str, str], Reconstruction]:
    """Every reconstruction, by check and by owner and name."""
    found: dict[tuple[str, str], Reconstruction] = {}
    for path in sorted((FOLDER / "reconstructions").glob("*.yaml")):
        try:
            by_name = msgspec.yaml.decode(path.read_bytes(), type=dict[str, Reconstruction])
        except msgspec.MsgspecError as error:
            raise ValueError(f"{path.name}: {error}") from error
        found |= {(path.stem, name): reconstruction for name, reconstruction in by_name.items()}
    return found


def _chained(commits: Iterable[Commit]) -> list[Commit]:
    """The commits, newest first, each with the one before it as its first parent."""
    newest = sorted(commits, key=lambda commit: commit.committer.when)[::-1]
    return [
        replace(commit, id=f"{place:040x}", parents=(f"{place + 1:040x}", *commit.parents[1:]))
        for place, commit in enumerate(newest)
    ]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _moment(when: int | date | None, end: datetime) -> datetime | None:
    if isinstance(when, int):
        return end - timedelta(days=when)
    return when if when is None else _noon(when)


def _shipped(text_id: str) -> str:
    """A text that ships with us or with a library: `publiccode`, `EUPL-1.2-nl`, or a licence by its SPDX id."""
    if text_id == "publiccode":
        return publiccode_documents.VALID
    if text_id == "EUPL-1.2-nl":
        return (files("ospo.formats") / "data" / "EUPL-1.2.nl.txt").read_text("utf-8")
    own = ROOT / "LICENSES" / f"{text_id}.txt"
    return own.read_text("utf-8") if own.exists() else _longest(licence_library.patterns(text_id)[0])


def _longest(pattern: Pattern) -> str:
    """The words along the longest way through a pattern of the licence library."""
    ahead: dict[int, tuple[int, int]] = {END: (0, END)}
    for place in range(len(pattern.word) - 1, -1, -1):
        if pattern.after[place]:
            length, follower = max((ahead[after][0], after) for after in pattern.after[place])
            ahead[place] = (length + 1, follower)
    place = max(pattern.first, key=lambda first: ahead[first][0])
    words = []
    while place != END:
        words.append(pattern.word[place] or "iemand")
        place = ahead[place][1]
    return " ".join(words)
