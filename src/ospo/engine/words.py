# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the search: tokens, their lemmas, and the parts of Dutch compounds."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from ospo.domain.language import Language

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_MARK = re.compile(r"[.'’-]")
_KEPT = 100_000  # words per language of which the terms are kept
_MINIMUM = 4  # letters a part of a compound has at least
_LINKS = ("", "s", "en", "e", "n", "er")
# Words whose split would mislead.
_WHOLE = frozenset({"overheid", "openbaar", "verantwoordelijk", "gemeente", "beheerder", "repository"})
# Words of the trade that no dictionary of ours knows.
_TRADE = frozenset({"commit", "community", "lek", "opensource", "release", "software"})
_SUFFIXES = frozenset({"baar", "chap", "heid", "schap"})  # look like words, and are not
_STOP_TEXT = """
aan als bij dat de deze die dit doe doen een en er het hoe hoor ik in is je kan kun maar me met mij mijn moet mogen na
naar niet of om onze ons op te tot uit van voor waar wat we welke wie wij wordt ze zijn
a an and are at be by can do does for from how i if in is it my of on or our that the this to we what where which who
with you your
"""
STOP_WORDS = frozenset(_STOP_TEXT.split())
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
    for token in _TOKEN.findall(unicodedata.normalize("NFC", text).lower().replace("_", " ")):
        found.append(token)
        if not token.isalnum():
            found += [part for part in _MARK.split(token) if len(part) > 1]
    return found


@lru_cache(maxsize=50_000)
def lemma(token: str, language: Language) -> str:
    """The dictionary form of a word: licenties to licentie, leest to lezen."""
    import simplemma

    return str(simplemma.lemmatize(token, lang=str(language))).lower()


@lru_cache(maxsize=50_000)
def parts(token: str) -> tuple[str, ...]:
    """The lemmas of the parts of a Dutch compound; nothing when it is not one."""
    if len(token) < 2 * _MINIMUM or token in _WHOLE:
        return ()
    found = _split(token)
    return () if len(found) < 2 else tuple(lemma(part, Language.NL) for part in found)


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
    import simplemma

    return part in _TRADE or bool(simplemma.is_known(part, lang="nl"))


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
