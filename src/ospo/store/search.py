# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: SQLite's full text search over words analysed beforehand. Derived data, made anew at the start."""

import sqlite3
import threading
from collections.abc import Iterable

from ospo.domain.language import Language
from ospo.domain.site import Document, Kind
from ospo.engine import words

# Weights of the columns: title as written, title by lemma, question by lemma, text by lemma.
_RANK = "bm25(document, 0, 0, 0, 12.0, 10.0, 5.0, 1.0)"
_COLUMNS = "kind UNINDEXED, key UNINDEXED, language UNINDEXED, title_exact, title_lemma, question_lemma, text_lemma"
_MAX_WORDS = 20
_KINDS = {Kind.PRACTICE: 2.0, Kind.CHECK: 1.2, Kind.NORM: 1.2, Kind.PAGE: 1.5, Kind.ORGANISATION: 1.4}


class SearchIndex:
    """Finds pages by the words people use; safe to use from several threads."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents: dict[tuple[str, str, str], Document] = {}
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE document USING fts5({_COLUMNS}, tokenize='unicode61 remove_diacritics 2')"
        )
        for document in documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        route = document.route
        key = (str(route.kind), route.key, str(route.language))
        self._documents[key] = document
        row = (
            *key,
            " ".join(words.tokens(document.title)),
            " ".join(words.terms(document.title, route.language)),
            " ".join(words.terms(document.question, route.language)),
            " ".join(words.terms(document.text, route.language)),
        )
        self._connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def find(self, query: str, language: Language, limit: int = 20) -> list[Document]:
        """The pages that fit a query best, in one language.

        Args:
            query: what a person typed; anything goes, operators mean nothing.
            language: of the pages.
            limit: how many at the most.
        """
        wanted = list(dict.fromkeys([*_plain(words.tokens(query)), *_plain(words.terms(query, language))]))
        wanted = [w for w in wanted if w not in words.STOP_WORDS][:_MAX_WORDS]
        if not wanted:
            return []
        return self._match(" OR ".join(f'"{w}"' for w in wanted), language, limit) or self._match(
            " OR ".join(f'"{w}"*' for w in wanted if len(w) > 2), language, limit
        )

    def _match(self, match: str, language: Language, limit: int) -> list[Document]:
        if not match:
            return []
        sql = f"SELECT kind, key, language, {_RANK} FROM document WHERE document MATCH ? AND language = ?"  # noqa: S608
        with self._lock:
            rows = self._connection.execute(sql, (match, str(language))).fetchall()
        ranked = sorted(rows, key=lambda row: row[3] * _KINDS.get(Kind(row[0]), 1.0))
        return [self._documents[row[0], row[1], row[2]] for row in ranked[:limit]]


def _plain(found: Iterable[str]) -> list[str]:
    return [w.replace('"', "") for w in found]
