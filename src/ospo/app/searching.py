# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searching: the index of the live site, made when it is first needed or while readers already get their pages."""

import threading

from ospo.domain.catalogue import Catalogue
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.observation import Observations
from ospo.domain.site import Found
from ospo.engine import documents, synonyms, words
from ospo.store.search import SearchIndex


class Searching:
    """Finds pages; the first to ask makes the index and reads the dictionaries, everybody else waits for that one."""

    def __init__(self, library: Library, catalogue: Catalogue, observations: Observations) -> None:
        self._sources = (library, catalogue, observations)
        self._lock = threading.Lock()
        self._index: SearchIndex | None = None

    def find(self, query: str, language: Language) -> Found:
        """The pages that fit a query best, in one language."""
        return self._made().find(query, language)

    def prepare(self, delay: float) -> None:
        """Make the index after so many seconds, on a thread of its own that does not keep the program alive."""
        timer = threading.Timer(delay, self._made)
        timer.daemon = True
        timer.start()

    def _made(self) -> SearchIndex:
        with self._lock:
            if self._index is None:
                found = (documents.of(*self._sources, language) for language in Language)
                tables = {language: synonyms.table(self._sources[0], language) for language in Language}
                self._index = SearchIndex((document for some in found for document in some), tables)
                words.prepare()
            return self._index
