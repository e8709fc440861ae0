# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: words analysed beforehand, in memory. Derived data, made anew at the start."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import relevance, synonyms
from ospo.engine.postings import Postings
from ospo.engine.relevance import Analysis
from ospo.engine.synonyms import Table

_MIN_BEGINNING = 3  # letters of a word that is looked for by its beginning


class SearchIndex:
    """Finds pages by the words people use; nothing changes once it is made, so several threads may ask at once."""

    def __init__(self, documents: Iterable[Document], tables: Mapping[Language, Table] | None = None) -> None:
        self._tables = tables or {}
        found: dict[Language, list[Document]] = {language: [] for language in Language}
        for document in documents:
            found[document.route.language].append(document)
        self._rooms = {language: _Room(some) for language, some in found.items()}

    def find(self, query: str, language: Language) -> list[Document]:
        """The pages that fit a query best, in one language.

        Args:
            query: what a person typed; anything goes, operators mean nothing.
            language: of the pages.
        """
        wanted = synonyms.wanted(query, language, self._tables.get(language, {}))
        return self._rooms[language].find(wanted)


class _Room:
    """The pages in one language."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents
        self._titles: list[frozenset[str]] = []
        self._postings = Postings.of(self._analysed())
        self._titled = _titled(self._titles)

    def _analysed(self) -> Iterator[Analysis]:
        """What is known of each page, of one at a time; only the title is kept."""
        for document in self._documents:
            page = relevance.analyse(document)
            self._titles.append(page.title)
            yield page

    def find(self, wanted: list[str]) -> list[Document]:
        """The pages that fit these terms best; when no page has one, those with a word that begins like one."""
        terms = self._postings.named(wanted)
        if not terms:
            terms = self._postings.beginning_with(word for word in wanted if len(word) >= _MIN_BEGINNING)
        asked = frozenset(wanted)
        raised = {n for term in wanted for n in self._titled.get(term, ()) if asked >= self._titles[n]}
        scores = self._postings.best(terms, raised)
        return [self._documents[number] for number in relevance.best(scores, self._titles, wanted)]


def _titled(titles: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """The pages by the term of their title that the fewest titles have; who asks for a whole title asks for that."""
    common = Counter(term for some in titles for term in some)
    found: dict[str, list[int]] = {}
    for number, some in enumerate(titles):
        if some:
            found.setdefault(min(some, key=lambda term: (common[term], term)), []).append(number)
    return found
