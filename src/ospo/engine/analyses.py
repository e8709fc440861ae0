# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of all pages together: after a change, only what changed is worked out again, and comes out the same."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ospo.domain.keeping import Keeper
from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import relevance, resemblance, words
from ospo.engine.dictionary import Packed, pack
from ospo.engine.relevance import Analysis

_WORDS = dict[str, tuple[str, ...]]
_FEW = 1 / 16  # of the pages; when more of them changed, everything is worked out again


class Page(msgspec.Struct, frozen=True, array_like=True):
    """The words of one page.

    `name` tells pages with other words apart; `counts` and `forms` are those of its `Analysis` as JSON; `vector` and
    `alike` are what `resemblance` says of it.
    """

    name: str
    title: tuple[str, ...]
    factor: float
    counts: bytes
    forms: bytes
    vector: Sequence[tuple[str, float]]
    alike: Sequence[tuple[int, float]]


class Analyses(msgspec.Struct, array_like=True):
    """The words of all pages of a language.

    `having` tells on how many pages each term is, `forms` on how many each word is whose terms are not just itself.
    """

    pages: list[Page]
    having: dict[str, int]
    forms: dict[str, tuple[int, tuple[str, ...]]]

    def every_form(self) -> dict[str, tuple[str, ...]]:
        """The terms of each word on the pages, where they are not just the word; a stop word has none."""
        found = dict.fromkeys(words.STOP_WORDS, ()) | {word: terms for word, (_, terms) in self.forms.items()}
        return dict(sorted(found.items()))


def of(documents: Sequence[Document], language: Language, keeper: Keeper) -> Analyses:
    """What the words of the pages say, the pages in the same order.

    Args:
        documents: the pages.
        language: of all of them.
        keeper: of this same program; knows the pages of the last time.
    """
    names = [_name(document) for document in documents]
    known: Analyses | None = _recall(keeper, "pages", language, Analyses)
    words.learn(language, _recall(keeper, "words", language, _WORDS) or {})  # the synonyms ask for them too
    words.look_up_in(language, lambda: _dictionary(keeper, language))
    if known is not None and [page.name for page in known.pages] == names:
        return known
    learnt = len(words.known(language))
    found = (known and _renewed(known, documents, names)) or _gathered(documents, names)
    keeper.put("pages", language, msgspec.msgpack.encode(found))
    if len(words.known(language)) > learnt:
        keeper.put("words", language, msgspec.msgpack.encode(words.known(language)))
    used = words.used_dictionary(language)
    # Packing takes time, and helps where pages change: not where everything is made once, such as in CI.
    if known is not None and used is not None and not isinstance(used, Packed):
        keeper.put("dictionary", language, pack(used))
    return found


def _gathered(documents: Sequence[Document], names: Sequence[str]) -> Analyses:
    """Everything from the beginning."""
    found = [relevance.analyse(document) for document in documents]
    having, rare = relevance.having(found), relevance.rarities(len(found))
    telling = (relevance.telling(page.counts, page.factor, having, rare) for page in found)
    vectors = [resemblance.vector(t, d.route.kind) for t, d in zip(telling, documents, strict=True)]
    alike = resemblance.of(vectors)
    forms: dict[str, tuple[int, tuple[str, ...]]] = {}
    for page in found:
        _count(forms, page.forms, 1)
    return Analyses([_page(*parts) for parts in zip(names, found, vectors, alike, strict=True)], having, forms)


def _renewed(before: Analyses, documents: Sequence[Document], names: Sequence[str]) -> Analyses | None:
    """The same from what was known before a few pages changed; None when that does not help."""
    pages = before.pages
    if len(pages) != len(names):
        return None  # how much each term says changes with the number of pages
    changed = [number for number, page in enumerate(pages) if page.name != names[number]]
    if len(changed) > _FEW * len(pages):
        return None
    having, forms = Counter(before.having), dict(before.forms)
    found = {number: relevance.analyse(documents[number]) for number in changed}
    for number, page in found.items():
        having.subtract(_counts(pages[number]).keys())
        having.update(page.counts.keys())
        _count(forms, msgspec.json.decode(pages[number].forms, type=_WORDS), -1)
        _count(forms, page.forms, 1)
    vectors: list[resemblance.Vector[str]] = [page.vector for page in pages]
    rare = relevance.rarities(len(pages))
    for number in {*changed, *_touched(pages, _shifted(before.having, having))}:
        counts = found[number].counts if number in found else _counts(pages[number])
        telling = relevance.telling(counts, (found.get(number) or pages[number]).factor, having, rare)
        vectors[number] = resemblance.vector(telling, documents[number].route.kind)
    moved = {number for number, page in enumerate(pages) if page.vector != vectors[number]}
    alike = resemblance.again(vectors, moved, [page.alike for page in pages])
    return Analyses(
        [
            _page(names[n], found[n], vectors[n], alike[n])
            if n in found
            else msgspec.structs.replace(page, vector=vectors[n], alike=alike[n])
            for n, page in enumerate(pages)
        ],
        {term: times for term, times in having.items() if times},
        forms,
    )


def _shifted(before: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    """The terms by which pages are compared, or were, that more pages have than before, or fewer."""
    found = {term for term, times in now.items() if before.get(term, 0) != times}
    return [term for term in found if {before.get(term, 0), now[term]} & set(relevance.SHARED)]


def _touched(pages: Sequence[Page], terms: Sequence[str]) -> set[int]:
    """The pages with one of these terms."""
    marks = [msgspec.json.encode(term) + b":" for term in terms]
    return {number for number, page in enumerate(pages) if any(mark in page.counts for mark in marks)}


def _count(forms: dict[str, tuple[int, tuple[str, ...]]], more: Mapping[str, tuple[str, ...]], times: int) -> None:
    """Note that the words of one page are there once more, or once less."""
    for word, terms in more.items():
        now = forms.get(word, (0, ()))[0] + times
        if now:
            forms[word] = now, terms
        else:
            del forms[word]


def _page(name: str, page: Analysis, vector: resemblance.Vector[str], alike: resemblance.Like) -> Page:
    counts, forms = msgspec.json.encode(page.counts), msgspec.json.encode(page.forms)
    return Page(name, tuple(sorted(page.title)), page.factor, counts, forms, vector, alike)


def _counts(page: Page) -> dict[str, int]:
    return msgspec.json.decode(page.counts, type=dict[str, int])


def _dictionary(keeper: Keeper, language: Language) -> Packed | None:
    content = keeper.get("dictionary", language)
    return None if content is None else Packed(content)


def _name(document: Document) -> str:
    """What tells pages with other words apart."""
    parts = (document.route.kind, document.title, document.question, document.text, document.asked, document.mixed)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _recall(keeper: Keeper, kind: str, language: Language, form: Any) -> Any:
    content = keeper.get(kind, language)
    try:
        return None if content is None else msgspec.msgpack.decode(content, type=form)
    except msgspec.MsgspecError:
        return None
