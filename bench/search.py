# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searching 10,000 documents: how long one question takes, in the index and over HTTP, beside plain SQLite FTS5.

Usage: ./dev bench search [DOCUMENTS]
"""

import http.client
import os
import random
import re
import socket
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from bench.measure import peak, wait_until_idle
from ospo.app import App
from ospo.domain.language import Language
from ospo.domain.site import Document, Kind
from ospo.engine import documents, relevance, synonyms
from ospo.settings import Settings
from ospo.store.search import SearchIndex

DOCUMENTS = 10_000  # in each language: a question is looked for in one
VARIANTS = 4  # of each question, of each way to get it wrong
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "bre", "dro", "kli", "sta", "vla")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Asked = tuple[Language, str]


def main(arguments: list[str]) -> None:
    """Make the documents and the questions, ask every question once in each way, and print how long it took."""
    count = int(arguments[0]) if arguments else DOCUMENTS
    app = App(Settings.read({}))
    chance = random.Random(1)  # noqa: S311 - the same documents in every run
    found = [d for language in Language for d in more(_ours(app, language), count, chance)]
    asked = questions(chance)
    words = sum(len(d.text.split()) for d in found) / len(found)
    print(
        f"{count:,} documents in each language, {words:.0f} words on average; {len(asked):,} questions, each asked once"
    )
    plain = _Plain(found)
    start = time.perf_counter()
    index = SearchIndex(found, {language: synonyms.table(app.library, language) for language in Language})
    print(f"making the index: {time.perf_counter() - start:.1f} s")
    with _Server(app, index) as server:  # its process knows none of the questions yet
        over_http = Times.of(server.ask, asked)
    rows = [
        ("plain SQLite FTS5 with bm25", Times.of(plain.find, asked)),
        ("SearchIndex.find", Times.of(index.find, asked)),
        ("the whole answer over HTTP", over_http),
    ]
    head = ("p50", "p95", "p99", "p95 of the processor, ms")
    print(f"{'':<30}{head[0]:>9}{head[1]:>9}{head[2]:>9}{head[3]:>28}")
    for name, times in rows:
        cuts, used = (statistics.quantiles(some, n=100) for some in (times.clock, times.processor))
        processor = "" if times is over_http else f"{used[94]:.2f}"  # there, only the reader runs in this process
        print(f"{name:<30}{cuts[49]:>9.2f}{cuts[94]:>9.2f}{cuts[98]:>9.2f}{processor:>28}")
    print(f"memory of this process at its peak: {peak():.0f} MB")


def _ours(app: App, language: Language) -> list[Document]:
    found = documents.of(app.library, app.catalogue, app.observations, language)
    return [d for d in found if d.route.kind is not Kind.REPOSITORY]  # those are only a name


def more(ours: Sequence[Document], count: int, chance: random.Random) -> Iterator[Document]:
    """Documents like ours: their sentences mixed anew, one word in ten made new, as a language keeps doing."""
    sentences = [s for d in ours for s in _SENTENCE.findall(d.text) if len(s) > 20]
    words = sorted({w.lower() for s in sentences for w in _WORD.findall(s)})
    for number in range(count):
        like = ours[number % len(ours)]
        text = "".join(chance.choices(sentences, k=len(_SENTENCE.findall(like.text))))
        new = _varied(text, words, chance)
        title = like.title if number < len(ours) else _varied(like.title, words, chance)
        yield replace(like, title=title, question=_varied(like.question, words, chance), text=new)


def _varied(text: str, words: Sequence[str], chance: random.Random) -> str:
    """The text with some words replaced by another, by a compound of two, or by a name that nobody had yet."""

    def word(found: re.Match[str]) -> str:
        way = chance.random()
        if way > 0.1:
            return found[0]
        if way > 0.06:
            return chance.choice(words)
        if way > 0.03:
            return chance.choice(words) + chance.choice(words)
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))

    return _WORD.sub(word, text)


def questions(chance: random.Random) -> list[Asked]:
    """The questions of the tests; with a letter wrong; broken off; two at once; and each only once."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from questions import EN, NL  # type: ignore[import-not-found] # the tests are no package

    asked: dict[Asked, None] = {}
    for language, known in ((Language.NL, list(NL)), (Language.EN, list(EN))):
        for question in known:
            asked[language, question] = None
            for _ in range(VARIANTS):
                asked[language, _misspelt(question, chance)] = None
                asked[language, question[: chance.randint(4, max(4, len(question)))]] = None
                asked[language, f"{question} {chance.choice(known)}"] = None
    shuffled = list(asked)
    chance.shuffle(shuffled)
    return shuffled


def _misspelt(text: str, chance: random.Random) -> str:
    where, letter = chance.randrange(len(text)), chance.choice(_LETTERS)
    return text[:where] + chance.choice(("", letter, letter + text[where])) + text[where + 1 :]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question: on the clock, and of the processor, which other programs do not lengthen."""

    clock: list[float]
    processor: list[float]

    @classmethod
    def of(cls, find: Callable[[str, Language], object], asked: Sequence[Asked]) -> "Times":
        """Ask every question once."""
        clock, processor = [], []
        for language, question in asked:
            start, used = time.perf_counter(), time.process_time()
            find(question, language)
            clock.append((time.perf_counter() - start) * 1000)
            processor.append((time.process_time() - used) * 1000)
        return cls(clock, processor)


class _Plain:
    """What one would have without us: the words as they are, ranked by bm25 in SQLite."""

    def __init__(self, found: Sequence[Document]) -> None:
        self._connection = sqlite3.connect(":memory:")
        for language in Language:
            self._connection.execute(f"CREATE VIRTUAL TABLE {language} USING fts5(title, question, text)")
        for d in found:
            sql = f"INSERT INTO {d.route.language} VALUES (?, ?, ?)"  # noqa: S608 - of an enum
            self._connection.execute(sql, (d.title, d.question, d.text))

    def find(self, query: str, language: Language) -> list[int]:
        """The rows that fit best."""
        wanted = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        sql = f"SELECT rowid FROM {language} WHERE {language} MATCH ? ORDER BY bm25({language}, 10, 5, 1) LIMIT ?"  # noqa: S608
        return [row for (row,) in self._connection.execute(sql, (wanted, relevance.LIMIT))] if wanted else []


class _Server:
    """The live site in a process of its own, with the large index; one reader who keeps the connection open."""

    def __init__(self, app: App, index: SearchIndex) -> None:
        self._app, self._index = app, index

    def __enter__(self) -> "_Server":
        from ospo.web import server

        bound = socket.create_server(("127.0.0.1", 0))
        self._child = os.fork()
        if not self._child:
            site = self._app.site(search=True)
            site.find = self._index.find
            server.serve(lambda: site, bound)
            os._exit(0)
        self._connection = http.client.HTTPConnection("127.0.0.1", bound.getsockname()[1], timeout=60)
        bound.close()
        self.ask("?", Language.NL)
        self._connection.close()
        wait_until_idle(self._child)
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()
        os.kill(self._child, 15)
        os.waitpid(self._child, 0)

    def ask(self, question: str, language: Language) -> bytes:
        """The whole page with the answer."""
        self._connection.request("GET", f"/{language}/search/?q={quote(question)}")
        answer = self._connection.getresponse()
        if answer.status != 200:
            sys.exit(f"{question!r} was answered with {answer.status}")
        return answer.read()
