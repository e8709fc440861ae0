# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: words analysed beforehand, in memory. Derived data, made anew at the start."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.site import Document, Found
from ospo.engine import neighbours, relevance, resemblance, synonyms
from ospo.engine.asked import WHOLE, Asked
from ospo.engine.postings import Postings
from ospo.engine.relevance import Analysis
from ospo.engine.spelling import Spelling
from ospo.engine.synonyms import Table

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
        telling = zip(documents, self._postings.telling(), strict=True)
        vectors = [resemblance.vector(words, document.route.kind) for document, words in telling]
        self._near = neighbours.of(documents, resemblance.of(vectors))

    def _analysed(self) -> Iterator[Analysis]:
        """What is known of each page, of one at a time; only the title is kept."""
        for document in self._documents:
            page = relevance.analyse(document)
            self._titles.append(page.title)
            yield page

    def meant(self, word: str, terms: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """A word with its parts; when no page has it, those parts that pages have, or what it was meant to be."""
        known = self._postings.numbers(terms)
        if terms[0] in known:
            return (terms,)
        found = tuple(known) or self._spelling.meant(word, self._compounds) or terms
        return tuple((term,) for term in found)

    def find(self, asked: Asked) -> Found:
        """The pages that fit these terms best; when no page has one, those with a word that begins like one."""
        wanted = asked.weights
        known = self._postings.numbers(wanted)
        terms = {number: wanted[term] for term, number in known.items()}
        if not terms:
            begun = self._postings.beginning_with(word for word in wanted if len(word) >= _MIN_BEGINNING)
            terms = dict.fromkeys(begun, WHOLE)
        every = frozenset(wanted)
        raised = {n for term in wanted for n in self._titled.get(term, ()) if every >= self._titles[n]}
        scores = self._postings.best(terms, raised)
        covered = self._postings.covered(self._words(asked, known))
        said = frozenset(asked.own if asked.bare else ())
        best = relevance.best(scores, self._titles, wanted, said, covered, self._near.__getitem__)
        return Found((self._documents[number] for number in best), tuple(wanted))

    def _words(self, asked: Asked, known: Mapping[str, int]) -> list[list[tuple[int, float]]]:
        """Of each word the terms that some page has, with how much it says that a page has that one, the most first."""
        says = {term: relevance.rarity(self._postings.size, self._postings.having(n)) for term, n in known.items()}
        words = [[(known[t], part / WHOLE * says[t]) for t, part in w.items() if t in says] for w in asked.weighed()]
        return [sorted(word, key=lambda item: -item[1]) for word in words if word]


def _titled(titles: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """The pages by the term of their title that the fewest titles have; who asks for a whole title asks for that."""
    common = Counter(term for some in titles for term in some)
    found: dict[str, list[int]] = {}
    for number, some in enumerate(titles):
        if some:
            found.setdefault(min(some, key=lambda term: (common[term], term)), []).append(number)
    return found
