# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of organisations: what two spellings have in common, abbreviations in brackets, and look-alike letters."""

import re
import unicodedata
from dataclasses import dataclass

from ospo.domain.claim import BodyKind

_LONGEST = 300
# Letters of other alphabets that look like Latin ones (after Unicode's list of confusables), small and capital.
_PAIRS = (
    "аa еe оo рp сc уy хx іi јj ѕs ԁd ɡg һh ӏl ԛq ԝw "
    "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS "
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv αa"
)
_LOOK_ALIKE = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
_KINDS = {
    "ministerie": BodyKind.MINISTRY,
    "ministry": BodyKind.MINISTRY,
    "gemeente": BodyKind.MUNICIPALITY,
    "municipality": BodyKind.MUNICIPALITY,
    "provincie": BodyKind.PROVINCE,
    "province": BodyKind.PROVINCE,
    "waterschap": BodyKind.WATERBOARD,
    "hoogheemraadschap": BodyKind.WATERBOARD,
}
# Words that say what kind of body it is, or nothing: they do not tell two bodies apart.
_EMPTY_WORDS = "de het een van voor en of the and for in te ministerie ministry gemeente provincie"
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LEGAL_WORDS = "stichting vereniging bv nv ua cooperatie inc ltd gmbh"
_LEGAL = frozenset(_LEGAL_WORDS.split())
_BRACKETS = re.compile(r"\(([^()]{1,80})\)")
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: the words to compare, the kind of body it says it is, and abbreviations in brackets."""

    words: tuple[str, ...]
    kind: BodyKind | None
    short: tuple[str, ...] = ()

    @property
    def core(self) -> frozenset[str]:
        """The words that tell it from others of its kind."""
        return frozenset(self.words) - _EMPTY - _LEGAL


def read(text: str) -> Name:
    """Take a name apart; accents, case, punctuation and look-alike letters do not count."""
    text = text[:_LONGEST]
    short = tuple(found.strip() for found in _BRACKETS.findall(text) if _is_short(found.strip()))
    words = tuple(word.replace(".", "") for word in _WORD.findall(fold(_BRACKETS.sub(" ", text))))
    kind = _KINDS.get(words[0]) if words else None
    if kind is not None and len(words) > 1:
        words = words[1:]
        if words[0] in ("van", "voor", "of") and len(words) > 1:
            words = words[1:]
    bare = tuple(word for word in words if word not in _LEGAL)
    return Name(bare or words, kind, tuple(fold(s) for s in short))


def all_names(text: str) -> tuple[Name, ...]:
    """The name, and the other one that some lists put in brackets behind it: `National Library (Koninklijke ...)`."""
    others = [found.rpartition(":")[2].strip() for found in _BRACKETS.findall(text[:_LONGEST])]
    return (read(text), *(read(other) for other in others if " " in other and not other.endswith("?")))


def fold(text: str) -> str:
    """The text in small Latin letters without accents."""
    latin = text.translate(_LOOK_ALIKE)
    apart = unicodedata.normalize("NFKD", latin)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def look_alikes(text: str) -> tuple[str, ...]:
    """The letters that look Latin and are not, in words that also have Latin ones."""
    found = []
    for word in text[:_LONGEST].split():
        foreign = [c for c in word if ord(c) in _LOOK_ALIKE and not c.isascii()]
        if foreign and any(c.isascii() and c.isalpha() for c in word):
            found += foreign
    return tuple(dict.fromkeys(found))


def initials(name: Name) -> str:
    """The first letters of its words, as many abbreviations are made."""
    return "".join(word[0] for word in name.words if word not in _EMPTY)


def _is_short(text: str) -> bool:
    """DICTU, NOW-UI, but not a remark such as 'GitLab, self-hosted'."""
    return " " not in text and "," not in text and sum(c.isupper() for c in text) >= 2
