# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of many pages: only those of pages that were not looked at before are looked at."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import relevance, words
from ospo.engine.dictionary import Packed, pack
from ospo.engine.relevance import Analysis

_PAGES = dict[str, Analysis]
_WORDS = dict[str, tuple[str, ...]]


def of(documents: Sequence[Document], language: Language, keeper: Keeper) -> list[Analysis]:
    """The analysis of each page, in the same order.

    Args:
        documents: the pages.
        language: of all of them.
        keeper: of this same program; knows the pages of the last time.
    """
    names = [_name(document) for document in documents]
    known = _recall(keeper, "pages", language, _PAGES)
    words.learn(language, _recall(keeper, "words", language, _WORDS))  # the synonyms ask for them too
    words.look_up_in(language, lambda: _dictionary(keeper, language))
    if known.keys() >= set(names):
        return [known[name] for name in names]
    learnt = len(words.known(language))
    found = [known.get(name) or relevance.analyse(d) for name, d in zip(names, documents, strict=True)]
    keeper.put("pages", language, msgspec.msgpack.encode(dict(zip(names, found, strict=True))))
    if len(words.known(language)) > learnt:
        keeper.put("words", language, msgspec.msgpack.encode(words.known(language)))
    used = words.used_dictionary(language)
    if used is not None and not isinstance(used, Packed) and keeper is not FORGETFUL:
        keeper.put("dictionary", language, pack(used))
    return found


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
        return {} if content is None else msgspec.msgpack.decode(content, type=form)
    except msgspec.MsgspecError:
        return {}
