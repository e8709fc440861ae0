# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: SQLite's full text search over words analysed beforehand. Derived data, made anew at the start."""

import sqlite3
import threading
from collections.abc import Iterable

from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import relevance, words

_MAX_WORDS = 20
_MIN_BEGINNING = 3  # letters of a word that is looked for by its beginning
_WEIGHTS = ", ".join(map(str, relevance.FIELDS))


class SearchIndex:
    """Finds pages by the words people use; safe to use from several threads."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents: dict[Language, list[Document]] = {language: [] for language in Language}
        self._titles: dict[Language, list[frozenset[str]]] = {language: [] for language in Language}
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        for language in Language:
            table = f"CREATE VIRTUAL TABLE {language} USING fts5(title, question, text, tokenize='unicode61')"
            self._connection.execute(table)
        for document in documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        language = document.route.language
        self._documents[language].append(document)
        self._titles[language].append(relevance.title(document))
        row = (len(self._documents[language]), *map(" ".join, relevance.fields(document)))
        sql = f"INSERT INTO {language} (rowid, title, question, text) VALUES (?, ?, ?, ?)"  # noqa: S608 - of an enum
        self._connection.execute(sql, row)

    def find(self, query: str, language: Language) -> list[Document]:
        """The pages that fit a query best, in one language.

        Args:
            query: what a person typed; anything goes, operators mean nothing.
            language: of the pages.
        """
        wanted = list(dict.fromkeys(words.terms(query, language)))[:_MAX_WORDS]
        scores = self._scores([f'"{word}"' for word in wanted], language)
        if not scores:
            scores = self._scores([f'"{word}"*' for word in wanted if len(word) >= _MIN_BEGINNING], language)
        documents = self._documents[language]
        return [documents[number] for number in relevance.best(scores, self._titles[language], wanted)]

    def _scores(self, phrases: list[str], language: Language) -> dict[int, float]:
        """The score of each page that has one of the phrases; bm25() gives lower numbers to better pages."""
        if not phrases:
            return {}
        sql = f"SELECT rowid - 1, -bm25({language}, {_WEIGHTS}) FROM {language} WHERE {language} MATCH ?"  # noqa: S608
        with self._lock:
            rows = self._connection.execute(sql, (" OR ".join(phrases),)).fetchall()
        documents = self._documents[language]
        return {number: score * relevance.factor(documents[number]) for number, score in rows}
