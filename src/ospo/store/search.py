# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: words analysed beforehand, in memory. Derived data, made anew at the start."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.site import Document, Found
from ospo.engine import relevance, synonyms
from ospo.engine.postings import Postings
from ospo.engine.relevance import Analysis
from ospo.engine.spelling import Spelling
from ospo.engine.synonyms import Asked, Table

_MIN_BEGINNING = 3  # letters of a word that is looked for by its beginning


class SearchIndex:
    """Finds pages by the words people use; nothing changes once it is made, so several threads may ask at once."""

    def __init__(self, documents: Iterable[Document], tables: Mapping[Language, Table] | None = None) -> None:
        self._tables = tables or {}
        found: dict[Language, list[Document]] = {language: [] for language in Language}
        for document in documents:
            found[document.route.language].append(document)
        self._rooms = {language: _Room(some, language) for language, some in found.items()}

    def find(self, query: str, language: Language) -> Found:
        """The pages that fit a query best, in one language.

        Args:
            query: what a person typed; anything goes, operators mean nothing.
            language: of the pages.
        """
        room = self._rooms[language]
        asked = synonyms.asked(query, language, self._tables.get(language, {}), room.meant)
        return room.find(asked)


class _Room:
    """The pages in one language."""

    def __init__(self, documents: list[Document], language: Language) -> None:
        self._documents = documents
        self._compounds = language is Language.NL
        self._titles: list[frozenset[str]] = []
        self._postings = Postings.of(self._analysed())
        self._titled = _titled(self._titles)
        self._spelling = Spelling(self._postings.terms, self._postings.having)

    def _analysed(self) -> Iterator[Analysis]:
        """What is known of each page, of one at a time; only the title is kept."""
        for document in self._documents:
            page = relevance.analyse(document)
            self._titles.append(page.title)
            yield page

    def meant(self, word: str, terms: Sequence[str]) -> Sequence[str]:
        """The terms of a word; when no page has one, what the word was meant to be."""
        return terms if self._postings.named(terms) else self._spelling.meant(word, self._compounds) or terms

    def find(self, asked: Asked) -> Found:
        """The pages that fit these terms best; when no page has one, those with a word that begins like one."""
        wanted = asked.every
        terms = self._postings.named(wanted)
        if not terms:
            terms = self._postings.beginning_with(word for word in wanted if len(word) >= _MIN_BEGINNING)
        every = frozenset(wanted)
        raised = {n for term in wanted for n in self._titled.get(term, ()) if every >= self._titles[n]}
        scores = self._postings.best(terms, raised)
        rare = {t: relevance.rarity(self._postings.size, self._postings.having(t)) for t in self._own(asked)}
        said = frozenset(asked.own if asked.bare else ())
        best = relevance.best(scores, self._titles, wanted, said, lambda page: self._postings.covered(page, rare))
        return Found((self._documents[number] for number in best), tuple(wanted))

    def _own(self, asked: Asked) -> list[int]:
        return self._postings.named(asked.own[: synonyms.MOST])


def _titled(titles: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """The pages by the term of their title that the fewest titles have; who asks for a whole title asks for that."""
    common = Counter(term for some in titles for term in some)
    found: dict[str, list[int]] = {}
    for number, some in enumerate(titles):
        if some:
            found.setdefault(min(some, key=lambda term: (common[term], term)), []).append(number)
    return found
