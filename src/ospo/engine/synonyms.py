# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Synonyms: other words for the terms of the glossary, with which a question also finds pages that use the term."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.engine import words
from ospo.engine.asked import Asked

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
Meant = Callable[[str, tuple[str, ...]], Sequence[tuple[str, ...]]]


def table(library: Library, language: Language) -> dict[str, tuple[str, ...]]:
    """What each synonym stands for; made once for a site. Words to avoid are synonyms too: people type them.

    A term such as Who, which the search passes over because it looks like an everyday word, stands for its first
    synonym; in capitals when it is such a word in this very language, because then only who writes it so can mean it.
    """
    asked = tuple(words.terms_of(EXPLAINED[language], language))
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_ASKS[language], asked)
    for term in library.terms.values():
        meant = _meant(term.term[language], language)
        avoided = term.avoid if language is Language.NL else ()
        others = (*term.synonyms.get(language, ()), *avoided)
        if not meant and others:
            meant = _meant(others[0], language)
            found[_abbreviated(term.term[language], language)] = tuple(dict.fromkeys(meant))
        for synonym in others:
            name = _name(words.tokens(synonym))
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *meant)))
    for name, mixed_in in _from_the_other(library, language):
        found.setdefault(name, mixed_in)
    return {name: meant for name, meant in sorted(found.items()) if name and meant}


def asked(query: str, language: Language, synonyms: Table, meant: Meant) -> Asked:
    """Work out what a question looks for.

    Args:
        query: what a person typed.
        language: of the pages.
        synonyms: the table of that language.
        meant: of a folded word and its terms, the words that are looked for, each by its terms: others than these when
            the word stands nowhere.
    """
    folded: list[str] = []
    own: list[tuple[str, ...]] = []
    bare = True
    for token in words.tokens(query)[:READ]:
        plain, terms = words.fold(token), words.terms_of(token, language)
        found = meant(plain, terms) if terms else ()
        bare = bare and bool(terms)
        every = [term for word in found for term in word]
        folded.append(every[0] if len(every) == 1 and every[0] not in terms else plain)
        own += found
    abbreviated = words.capitalised(query) if own else folded
    besides = (
        *_besides(folded, synonyms),
        *(t for w in folded if w in abbreviated for t in synonyms.get(w.upper(), ())),
    )
    return Asked(tuple(own), tuple(dict.fromkeys(besides)), bare)


def wanted(query: str, language: Language, synonyms: Table) -> list[str]:
    """The same where no word is misspelt: the terms to look for, those of the words themselves first."""
    return list(asked(query, language, synonyms, lambda _, terms: (terms,)).weights)


def _besides(folded: Sequence[str], synonyms: Table) -> Iterator[str]:
    for start in range(len(folded) if synonyms else 0):
        for end in range(start + 1, start + LONGEST + 1):
            yield from synonyms.get(" ".join(folded[start:end]), ())


def _from_the_other(library: Library, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The terms in the other language, which readers mix in; where nothing in their own says otherwise."""
    for term in library.terms.values():
        meant, own = tuple(_meant(term.term[language], language)), _name(words.tokens(term.term[language]))
        for other in (term.term[language.other], *term.synonyms.get(language.other, ())):
            name = _name(words.tokens(other))
            if name != own:
                yield name, meant


def _meant(term: str, language: Language) -> list[str]:
    """A term as pages are found by it: each word as a whole, without the parts of a compound."""
    tokens = [token for word in term.split() for token in words.tokens(word)[:1]]
    return [found for token in tokens for found in words.terms_of(token, language)[:1]]


def _abbreviated(term: str, language: Language) -> str:
    name = _name(words.tokens(term))
    return name.upper() if words.is_everyday(name, language) else name


def _name(tokens: Sequence[str]) -> str:
    return " ".join(words.fold(token) for token in tokens)
