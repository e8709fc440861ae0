# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the search: tokens, their lemmas, and the parts of Dutch compounds."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from ospo.domain.language import Language

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_MARK = re.compile(r"[.'’-]")
_KEPT = 100_000  # words per language of which the terms are kept
_MINIMUM = 4  # letters a part of a compound has at least
_MAXIMUM = 60  # letters of a word that is taken apart
_LINKS = ("", "s", "en", "e", "n", "er")
# Words whose split would mislead.
_WHOLE = frozenset({"overheid", "openbaar", "verantwoordelijk", "gemeente", "beheerder", "repository"})
# Words of the trade that no dictionary of ours knows.
_TRADE = frozenset({"commit", "community", "lek", "opensource", "release", "software"})
_SUFFIXES = frozenset({"baar", "chap", "heid", "schap"})  # look like words, and are not
# What says nothing of what somebody looks for, per language. Readers mix them, so that the search passes over them all.
_STOP = {
    Language.NL: """
aan als bij dat de deze die dit doe doen een en er heb hebben heeft het hoe hoor ik in is je kan kun maar
me met mij mijn moet na naar niet of om onze ons op te tot uit van voor waar wat we welke wie wij wordt
ze zijn
eigenlijk precies gewoon even nou eens not
""",
    Language.EN: """
a an and are at be by can do does for from has have how i if in is it my of on or our that the this
to we what where which who with you your
""",
}
STOP_WORDS = frozenset(word for text in _STOP.values() for word in text.split())
# Other spellings of words that our texts use.
_SAME = {
    Language.NL: {"license": "licentie", "licence": "licentie", "licenses": "licentie", "opensource": "open"},
    Language.EN: {
        "license": "licence",
        "licenses": "licence",
        "licensed": "licence",
        "licensing": "licence",
        "organization": "organisation",
        "organizations": "organisation",
    },
}


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; `security.txt` and `CODE_OF_CONDUCT` stay findable by their parts too."""
    found = []
    for token in _whole(text):
        found.append(token)
        if not token.isalnum():
            found += _inner(token)
    return found


def counted(text: str) -> Counter[str]:
    """How often each of the words of a text is in it; counts what `tokens` gives, in a fraction of the time."""
    found = Counter(_whole(text))
    for token, times in [item for item in found.items() if not item[0].isalnum()]:
        for part in _inner(token):
            found[part] += times
    return found


def _whole(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text).lower().replace("_", " "))


def _inner(token: str) -> list[str]:
    return [part for part in _MARK.split(token) if len(part) > 1]


def is_everyday(word: str, language: Language) -> bool:
    """Whether people of that language say it in any sentence, so that nobody needs to mean an abbreviation by it."""
    return word in _STOP[language].split()


def capitalised(text: str) -> set[str]:
    """The words, in lower case, that begin with a capital elsewhere than at the start: names and abbreviations."""
    found = _TOKEN.findall(unicodedata.normalize("NFC", text).replace("_", " "))
    return {token.lower() for token in found[1:] if token[0].isupper()}


def prepare() -> None:
    """Read the dictionaries, so that nobody who asks something has to wait for that."""
    for language in Language:
        _simplemma()[0].lemmatize("qx", str(language))  # in no dictionary: everything is tried


# Where the dictionary of a language comes from when it is not unpacked from the one that simplemma brings, and what
# came of it.
_providers: dict[Language, Callable[[], Mapping[str, str] | None]] = {}
_dictionaries: dict[Language, Mapping[str, str]] = {}


def look_up_in(language: Language, provide: Callable[[], Mapping[str, str] | None]) -> None:
    """Take the dictionary of a language from elsewhere, when one is needed; it must be the same one."""
    _providers[language] = provide
    _dictionaries.pop(language, None)


def used_dictionary(language: Language) -> Mapping[str, str] | None:
    """The dictionary in which words were looked up; None when none had to be."""
    return _dictionaries.get(language)


def _dictionary(language: Language) -> Mapping[str, str]:
    if language not in _dictionaries:
        found = _providers[language]() if language in _providers else None
        if found is None:
            from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

            found = DEFAULT_DICTIONARY_FACTORY.get_dictionary(str(language))
        _dictionaries[language] = found
    return _dictionaries[language]


class _Dictionaries:
    """Our dictionaries, as simplemma asks for them."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        return _dictionary(Language(lang))


@cache
def _simplemma() -> tuple[Any, Any]:
    """What finds lemmas and what knows words; apart, because importing it takes longer than all the rest."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy

    strategy = DefaultStrategy(dictionary_factory=_Dictionaries())
    return Lemmatizer(lemmatization_strategy=strategy), DictionaryLookupStrategy(_Dictionaries())


def _looked_up(token: str, language: Language) -> str | None:
    """What the dictionary says of a word of letters, which is what simplemma looks at before anything else."""
    words = _dictionary(language)
    found = words.get(token)
    return words.get(token.lower() if token[:1].isupper() else token.capitalize()) if found is None else found


@lru_cache(maxsize=50_000)
def lemma(token: str, language: Language) -> str:
    """The dictionary form of a word: licenties to licentie, leest to lezen."""
    found = _looked_up(token, language) if token.isalpha() and not token.isnumeric() else None
    return (found or str(_simplemma()[0].lemmatize(token, str(language)))).lower()


@lru_cache(maxsize=50_000)
def parts(token: str) -> tuple[str, ...]:
    """The lemmas of the parts of a Dutch compound; nothing when it is not one."""
    if not 2 * _MINIMUM <= len(token) <= _MAXIMUM or token in _WHOLE:
        return ()
    found = _split(token)
    return () if len(found) < 2 else tuple(lemma(part, Language.NL) for part in found)


@lru_cache(maxsize=10_000)  # what remains of a word is come to in several ways: without this there is no end to it
def _split(word: str) -> tuple[str, ...]:
    for end in range(len(word) - _MINIMUM, _MINIMUM - 1, -1):
        head, rest = word[:end], word[end:]
        if not _is_word(head):
            continue
        for link in _LINKS:
            tail = rest.removeprefix(link) if link else rest
            if (link and tail == rest) or tail in _SUFFIXES or (len(tail) < _MINIMUM and tail not in _TRADE):
                continue
            if _is_word(tail):
                return (head, tail)
            deeper = _split(tail)
            if deeper:
                return (head, *deeper)
    return ()


def _is_word(part: str) -> bool:
    if part in _TRADE:
        return True
    if part.isalpha():
        return _looked_up(part, Language.NL) is not None
    return _simplemma()[1].get_lemma(part, str(Language.NL)) is not None


@lru_cache(maxsize=50_000)
def fold(token: str) -> str:
    """A token without accents and inner marks, so that `sign-off`, `signoff` and `één`, `een` meet."""
    plain = unicodedata.normalize("NFKD", token)
    return "".join(c for c in plain if c.isalnum())


# What is known of words already: looking one up costs nothing, finding it out a dictionary.
_known: dict[Language, dict[str, tuple[str, ...]]] = {language: {} for language in Language}


def terms_of(token: str, language: Language) -> tuple[str, ...]:
    """What a token is found by: its lemma, and in Dutch the parts of a compound; nothing for a stop word."""
    known = _known[language]
    found = known.get(token)
    if found is None:
        found = _terms_of(token, language)
        if len(known) < _KEPT:
            known[token] = found
    return found


def _terms_of(token: str, language: Language) -> tuple[str, ...]:
    if token in STOP_WORDS:
        return ()
    token = _SAME[language].get(token, token)
    found = [lemma(token, language), *(parts(token) if language is Language.NL else ())]
    return tuple(folded for word in found if word not in STOP_WORDS and (folded := fold(word)))


def known(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The terms of every word that was looked at so far, to learn them again another time."""
    return _known[language]


def learn(language: Language, terms: Mapping[str, tuple[str, ...]]) -> None:
    """Take over what another run of the same code found out."""
    _known[language].update(terms)


def terms(text: str, language: Language) -> list[str]:
    """What the words of a text are found by."""
    return [term for token in tokens(text) for term in terms_of(token, language)]
