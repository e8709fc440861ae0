# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Synonyms: other words for the terms of the glossary, with which a question also finds pages that use the term."""

from collections.abc import Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.engine import words

MOST = 20  # terms that are looked for
LONGEST = 6  # words of a synonym
READ = 60  # words of a question among which synonyms are looked for
# What stands with every term, and the beginnings of questions that ask what a term means.
EXPLAINED = {Language.NL: "begrip", Language.EN: "term"}
_ASKS = {
    Language.NL: ("wat is", "wat zijn", "wat betekent", "betekenis van", "definitie van"),
    Language.EN: ("what is", "what are", "what does", "meaning of", "definition of"),
}
# The words of a synonym, as `fold` leaves them, with a space between; and what to look for besides them.
Table = Mapping[str, tuple[str, ...]]


def table(library: Library, language: Language) -> dict[str, tuple[str, ...]]:
    """What each synonym stands for; made once for a site. Words to avoid are synonyms too: people type them."""
    asked = tuple(words.terms_of(EXPLAINED[language], language))
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_ASKS[language], asked)
    for term in library.terms.values():
        meant = _meant(term.term[language], language)
        avoided = term.avoid if language is Language.NL else ()
        for synonym in (*term.synonyms.get(language, ()), *avoided):
            name = _name(words.tokens(synonym))
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *meant)))
    return {name: meant for name, meant in sorted(found.items()) if name and meant}


def wanted(query: str, language: Language, synonyms: Table) -> list[str]:
    """The terms to look for: those of the words of a question, and then those that its synonyms stand for.

    Args:
        query: what a person typed.
        language: of the pages.
        synonyms: the table of that language.
    """
    asked = words.tokens(query)
    own = (term for token in asked for term in words.terms_of(token, language))
    return list(dict.fromkeys((*own, *_besides(asked[:READ], synonyms))))[:MOST]


def _besides(asked: Sequence[str], synonyms: Table) -> Iterator[str]:
    folded = [words.fold(token) for token in asked] if synonyms else []
    for start in range(len(folded)):
        for end in range(start + 1, start + LONGEST + 1):
            yield from synonyms.get(" ".join(folded[start:end]), ())


def _meant(term: str, language: Language) -> list[str]:
    """A term as pages are found by it: each word as a whole, without the parts of a compound."""
    tokens = [token for word in term.split() for token in words.tokens(word)[:1]]
    return [found for token in tokens for found in words.terms_of(token, language)[:1]]


def _name(tokens: Sequence[str]) -> str:
    return " ".join(words.fold(token) for token in tokens)
