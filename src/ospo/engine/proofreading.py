# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofreading the knowledge base: words that no dictionary knows, and texts that are hard to read."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ospo.domain.identifier import FactId, TermId
from ospo.domain.language import Language, Translated
from ospo.domain.library import Library
from ospo.domain.page import Page
from ospo.domain.practice import Practice, Text
from ospo.errors import Problem
from ospo.formats import readability, running_text
from ospo.formats.readability import Readability
from ospo.formats.running_text import Sentence

Ask = Callable[[Iterable[str], Language], set[str] | None]
ABSURD = 80  # words; a sentence that long is a mistake, whatever it says


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of ours that no dictionary knows, and phrases that are taken out whole: names and words of elsewhere."""

    words: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hardness:
    """How hard one text is to read."""

    path: str
    language: Language
    found: Readability
    first_line: int


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    line: int | None  # of the first line of the text, where it is known
    text: str


@dataclass
class _Speller:
    """What is known of the words of one language."""

    language: Language
    own: OwnWords
    unknown: set[str] = field(default_factory=set)

    def knows(self, word: str) -> bool:
        """Whether a word, or every part of it between hyphens, is a word."""
        if self._is_own(word) or (self.language is Language.NL and word not in self.unknown):
            return True
        return all(self._is_own(part) or part not in self.unknown for part in parts(word))

    def _is_own(self, word: str) -> bool:
        plain = without_stress(word)
        listed = {word, word[:1].lower() + word[1:], plain} & self.own.words
        return bool(listed) or _is_a_name(word) or (plain != word and plain not in self.unknown)


def strange_words(library: Library, own: Mapping[Language, OwnWords], ask: Ask) -> list[Problem] | None:
    """Each word that neither the dictionary nor our own list knows, at every place that it stands.

    Args:
        library: the knowledge base.
        own: our own words per language.
        ask: gives the words of a language that its dictionary does not know; None when there is no dictionary.

    None when a dictionary misses: then nothing is known of its language, and nothing is said of the other.
    """
    found: list[Problem] = []
    for language in Language:
        speller = _Speller(language, own.get(language, OwnWords()))
        names = _phrases((*speller.own.phrases, *_names(library)))
        places = [(p.path, p.line, list(running_text.words(names.sub(" ", p.text)))) for p in _texts(library, language)]
        words = {word for _, _, ws in places for word, _ in ws}
        forms = {form for word in words for form in (word, *parts(word), without_stress(word))}
        unknown = ask(sorted(forms), language)
        if unknown is None:
            return None
        speller.unknown = unknown
        strange = {word for word in words if not speller.knows(word)}
        for path, first, ws in places:
            for word, line in ws:
                if word in strange:
                    values = {"id": word, "list": f"spelling.{language}.txt"}
                    found.append(Problem(path, None if first is None else first + line - 1, _STRANGE, values))
    once = {(p.path, p.line, str(p.values["id"])): p for p in found}
    return [once[place] for place in sorted(once, key=lambda place: (place[0], place[1] or 0, place[2]))]


_STRANGE = "has '{id}', which is in no dictionary: mend it, or write it in {list} when it is right"


def parts(word: str) -> list[str]:
    """A word cut at its hyphens."""
    return [part for part in word.split("-") if part]


def without_stress(word: str) -> str:
    """The word without the accents by which Dutch stresses it: nú, wél, níet."""
    return word.translate(_STRESS)


_STRESS = str.maketrans("áéíóúýÁÉÍÓÚ", "aeiouyAEIOU")


def _is_a_name(word: str) -> bool:
    """An abbreviation, or a name with capitals inside, such as SBOM or GitHub; or a single letter."""
    return len(word) == 1 or any(letter.isupper() for letter in word[1:])


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all of them, the longest first; white space may be any."""
    known = sorted({unicodedata.normalize("NFC", p) for p in phrases if p.strip()}, key=lambda p: (-len(p), p))
    if not known:
        return re.compile(r"(?!)")
    made = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in known)
    return re.compile(rf"(?<![\w.-])(?:{made})(?![\w-]|\.\w)")


def _names(library: Library) -> Iterator[str]:
    """Names that the data itself holds: organisations, norms and their keepers, and who publishes what we read."""
    for organisation in library.organisations.values():
        yield organisation.name
    for norm in library.norms.values():
        yield from (norm.keeper, *norm.title.values())
    for practice in library.practices.values():
        yield from (source.publisher for source in practice.sources)
    for fact in library.facts.values():
        yield fact.source.publisher


def _texts(library: Library, language: Language) -> Iterator[_Place]:
    """Every text of one language that we wrote ourselves, with where it stands."""
    for item in _pages(library):
        text = item.texts[language]
        yield _Place(text.path, None, text.title)
        yield _Place(text.path, None, text.question)
        yield _Place(text.path, text.body_line, text.body)
    for fact in library.facts.values():
        yield _Place(f"facts/{fact.id}.yaml", None, fact.text[language])
    for term in library.terms.values():
        yield _Place("glossary.yaml", None, term.definition[language])
    for path, words in _data(library):
        yield _Place(path, None, words[language])


def _data(library: Library) -> Iterator[tuple[str, Translated]]:
    for norm in library.norms.values():
        path = f"norms/{norm.id}.yaml"
        yield path, norm.summary
        yield from ((path, c.title) for c in norm.controls)
        yield from ((path, c.note) for c in norm.controls if c.note)
    for step in library.steps.values():
        yield from ((f"roadmap/{step.id}.yaml", t) for t in (step.title, step.decision, step.artefact))
    for event in library.events.values():
        texts = (event.title, event.summary, event.notes)
        yield from ((f"events/{event.id}.yaml", t) for t in texts if t)
    yield from _of_the_community(library)
    for template in library.templates.values():
        yield from ((f"templates/{template.id}/template.yaml", t) for t in (template.title, template.summary))
    for profile in library.profiles.values():
        yield from ((profile.path or f"profiles/{profile.id}.yaml", t) for t in (profile.title, profile.summary))


def _of_the_community(library: Library) -> Iterator[tuple[str, Translated]]:
    for participant in library.participants.values():
        yield f"participants/{participant.id}.yaml", participant.part
    for group in library.groups.values():
        yield from ((f"groups/{group.id}.yaml", t) for t in (group.title, group.purpose))
    for decision in library.decisions.values():
        yield from ((f"decisions/{decision.id}.yaml", t) for t in (decision.title, decision.what, decision.why))


def _pages(library: Library) -> tuple[Practice | Page, ...]:
    return (*library.practices.values(), *library.pages.values())


def hardness(library: Library) -> list[Hardness]:
    """How hard each text is to read, the hardest first."""
    found = []
    for item in _pages(library):
        for language, text in item.texts.items():
            measured = readability.of(_sentences(text, library, language), language)
            if measured is not None:
                found.append(Hardness(text.path, language, measured, text.body_line))
    return sorted(found, key=lambda one: (one.found.score, one.path))


def too_long(texts: Iterable[Hardness]) -> list[Problem]:
    """Sentences of a length that nobody reads; anything shorter is a matter of taste."""
    message = "has a sentence of {n} words: cut it"
    return [
        Problem(text.path, text.first_line + sentence.line - 1, message, {"n": n})
        for text in texts
        for sentence in text.found.longest
        if (n := len(sentence.words)) > ABSURD
    ]


def _sentences(text: Text, library: Library, language: Language) -> list[Sentence]:
    def fill(kind: str, name: str) -> str:
        if kind == "feit":
            fact = library.facts.get(FactId(name))
            return fact.text[language] if fact else ""
        term = library.terms.get(TermId(name))
        return term.term[language] if term else ""

    return list(running_text.sentences(text.body, fill))
