# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where it is recorded that the code may be public: a document of that name, a section or a sentence (nl, en)."""

import re
from collections.abc import Iterable

from ospo.formats import tree
from ospo.formats.expression import Expression
from ospo.formats.outline import BlockKind, plain, sections

_TEXT = r"\.(?:md|markdown|rst|adoc|txt|pdf|odt|docx)"
_MAYBE = Expression(r"besluit|decision|adrs?/", re.I)
_FILE = re.compile(
    r"(?:[^/]{1,80}/){0,3}[^/]{0,60}(?:(?:vrijgave|publicatie|openbaarmakings|open[-_ ]?source)[-_ ]?besluit|"
    rf"(?:release|publication|open[-_ ]?source)[-_ ]decision)[^/]{{0,40}}{_TEXT}|"
    r"(?:[^/]{1,80}/){0,3}(?:decisions?|adrs?|besluiten|decision[-_]records?)/[^/]{0,60}"
    r"(?:publish(?:ing)?[-_](?:the[-_]|our[-_])?(?:source|code)|(?:release|publish|go)[-_](?:as[-_])?open[-_]?source|"
    rf"open[-_]by[-_]default|openbaar|vrijgeven|code[-_]in[-_]the[-_]open|open[-_]tenzij)[^/]{{0,60}}{_TEXT}",
    re.I,
)
_SECTION = re.compile(
    r"\b(?:vrijgave(?:besluit)?|publicatiebesluit|besluit tot (?:openbaarmaking|publicatie|vrijgave)|"
    r"release decision|decision to (?:publish|release|open)|"
    r"waarom (?:is )?(?:dit|deze \w+)? ?(?:open(?: ?source)?|openbaar)|"
    r"why (?:is )?(?:this )?(?:is )?open(?: ?source)?)\b",
    re.I,
)
_OPEN = (
    r"(?:open[- ]?source (?:te maken|gemaakt|te publiceren|gepubliceerd|uit te brengen|uitgebracht)|"
    r"(?:als|as) open[- ]?source\b|openbaar (?:te maken|gemaakt|maken)|vrij ?(?:te geven|gegeven|geven)|te publiceren|"
    r"(?:publish|release|open)(?:ed)? (?:the |our |its |this |all )?(?:source(?: code)?|code|software|repository)|"
    r"open[- ]?sourc(?:e|ed|ing) (?:the|this|our|it)\b)"
)
_DECIDED = r"(?:besluit(?!vorming)|besloten|heeft beslist|toestemming gegeven|decision|decided|has approved|approval)"
_SENTENCE = re.compile(
    rf"\b{_DECIDED}\b[^.]{{0,160}}\b{_OPEN}|\b{_OPEN}[^.]{{0,100}}\b(?:besluit(?!vorming)|decision)\b", re.I
)


def files(paths: Iterable[str]) -> list[str]:
    """The documents that are such a decision by their names."""
    return [path for path in tree.of(paths).perhaps(_MAYBE) if _MAYBE.search(path) and _FILE.fullmatch(path)]


def line(text: str, path: str = "") -> int | None:
    """The line of a section with text, or of a sentence, that records the decision."""
    for section in sections(text, path):
        told = [block for block in section.blocks if block.kind is not BlockKind.CODE]
        if _SECTION.search(section.title) and any(block.words for block in told):
            return section.line
        for block in told:
            if _SENTENCE.search(" ".join(plain(block.text).split())):
                return block.line
    return None
