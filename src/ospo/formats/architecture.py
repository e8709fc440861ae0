# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a repository describes its architecture: documents, decisions, diagrams, sections; and its interfaces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from ospo.formats import tree
from ospo.formats.expression import Expression
from ospo.formats.guides import Guide
from ospo.formats.outline import BlockKind, Section, find, may_head, plain
from ospo.formats.tree import Paths


class Sign(IntEnum):
    """What was found; lower says more about the parts of the software and how they hang together."""

    DOCUMENT = 0
    SECTION = 1
    DECISIONS = 2
    DIAGRAM = 3
    STRUCTURE = 4  # of the folders or packages
    DRAWING = 5  # a diagram of something
    INTERFACE = 6  # how others talk to it, and nothing on its parts


@dataclass(frozen=True, slots=True)
class Place:
    """A sign, the path of its file, and the line (from 1) of a section."""

    sign: Sign
    path: str
    line: int | None = None


_TEXT = r"\.(?:md|markdown|mdx|rst|adoc|asciidoc|txt|org|html?|pdf|docx?|odt|tex|ipynb|pptx?)"
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendors?|third[-_]?party|site-packages|tests?|fixtures|testdata|examples?|voorbeelden"
    r"|samples?"
    r"|archie[fv]e?|blog|news|nieuws|\.git\w*|templates?|[^/]*\{[{%][^/]*)/|template",
    re.I,
)
_ARCHITECTURE = (
    r"(?:(?:software|system|solution|technical|technische|application|applicatie)[-_ ]?)?"
    r"(?:architectur(?:e|al)|architectuur|architectures)"
)
_LONGEST = 1000  # characters of a path that is looked at


@dataclass(frozen=True, slots=True)
class _Files:
    """Files by the name of a folder above them (when there is a pattern for it) and by their own."""

    sign: Sign
    name: re.Pattern[str]
    folder: re.Pattern[str] | None = None

    def __contains__(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return self.name.fullmatch(name) is not None and (self.folder is None or self.folder.search(folder) is not None)


def _folder(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|/)(?:{names})(?:/|$)", re.I)


# In this order: the first that fits tells what a file is.
_FILES = (
    _Files(
        Sign.DECISIONS,
        re.compile(r"(?!readme|index)[^/]+\.(?:md|rst|adoc)", re.I),
        _folder(
            rf"adrs?|decisions?|decision[-_]?(?:records?|logs?)|{_ARCHITECTURE}[-_ ]?decisions?|besluiten"
            rf"|ontwerpbesluiten"
        ),
    ),
    _Files(
        Sign.DOCUMENT,
        re.compile(
            rf"(?:[\w. -]*{_ARCHITECTURE}[\w. -]*|arc42[\w.-]*|(?:software|system|solution|technical"
            rf"|high[-_]level)[-_]design"
            rf"|design[-_](?:doc|document|overview)|technisch[-_ ]ontwerp|c4[-_]model|sad|internals"
            rf"|how[-_]it[-_]works){_TEXT}",
            re.I,
        ),
    ),
    _Files(
        Sign.DOCUMENT,
        re.compile(rf"[^/]+{_TEXT}", re.I),
        _folder(rf"{_ARCHITECTURE}|arc42|technisch-ontwerp|design|c4"),
    ),
    _Files(
        Sign.DIAGRAM,
        re.compile(
            r".*(?:architect|arch[-_]|component|context|container|deployment|system|systeem|landscape|landschap"
            r"|overview"
            r"|overzicht|infra).*\.(?:puml|plantuml|drawio|dio|mmd|mermaid|excalidraw|vsdx?|eapx?|qea)"
            r"|.*(?:architect|component|context|deployment|system|systeem|overview|overzicht).*\.drawio\.(?:svg|png)"
            r"|workspace\.dsl|.+\.(?:archimate|c4)"
            r"|.*(?:architect|component[-_ ]?diagram|system[-_ ]?(?:context|overview)|overzichtsplaat).*"
            r"\.(?:svg|png|jpe?g|gif|webp)",
            re.I,
        ),
    ),
    _Files(
        Sign.DRAWING,
        re.compile(
            r".+\.(?:puml|plantuml|drawio|dio|mmd|mermaid|excalidraw|vsdx?|eapx?|qea|gaphor)|.+\.drawio\.(?:svg"
            r"|png)",
            re.I,
        ),
    ),
    _Files(
        Sign.INTERFACE,
        re.compile(
            r"[\w.-]*(?:openapi|swagger|asyncapi|(?<![a-z])oas\d?(?![a-z]))[\w.-]*\.(?:ya?ml|json)"
            r"|.+\.(?:proto|wsdl|raml|apib|graphqls?|smithy)|schema\.graphql",
            re.I,
        ),
    ),
)
_SECTION = Expression(
    rf"\b{_ARCHITECTURE}\b|\b(?:technical|technisch|system|software)\w* (?:design|overview|overzicht|ontwerp|opzet"
    rf"|opbouw)\b"
    r"|\bhigh[- ]level (?:design|overview)\b|\bdesign (?:overview|principles|decisions)\b"
    r"|\boverview of (?:the )?components\b|\b(?:building blocks|bouwstenen)\b|\b(?:context|component) ?diagram\b",
    re.I,
)
# Titles that mean it at the front door, and anything elsewhere.
_AT_FRONT = Expression(
    r"\b(?:how (?:it|this|does it|\w+) works?|how does \w+ work|hoe werkt het|werking|data ?flow)\b|\bcomponenten\b"
    r"|\A\W*(?:design|ontwerp|internals|(?:the )?(?:main |key |system )?components)\W*\Z",
    re.I,
)
_STRUCTURE = Expression(
    r"\b(?:project|repository|repo|code|directory|folder|package|source|module|file|map|mappen"
    r"|bestands)[- ]?(?:structure|structuur|layout|indeling|organi[sz]ation|overview|indeling)\b"
    r"|\b(?:structure|layout|organi[sz]ation) of (?:the |this )?(?:project|repository|repo|code|code ?base)\b"
    r"|\b(?:structuur|opbouw|indeling) van (?:de|het|deze|dit) (?:repository|repo|project|code|broncode)\b"
    r"|\A\W*(?:structure|structuur|opbouw|modules|packages|code ?base|what'?s in (?:here|this repo\w*)"
    r"|projects?tructuur)\W*\Z",
    re.I,
)
_NO_SECTION = re.compile(
    r"\b(?:supported|platforms?|cpu|processors?|x86|arm|amd64|decision log|information|informatie|enterprise"
    r"|principles of)\b",
    re.I,
)
_DIAGRAM = Expression(
    r"^[ \t]*(?:```+|~~~+|:::)\s*\{?\s*(?:mermaid|plantuml|puml|c4plantuml|d2|graphviz|dot)\b"
    r"|^\.\. (?:mermaid|uml|graphviz)::|^\[(?:plantuml|mermaid|ditaa|graphviz)",
    re.I | re.M,
)
_PICTURE = Expression(
    r"!\[[^\]\n]{0,100}(?:architect|component|overzicht|system[-_ ]overview|context)[^\]\n]{0,100}\]\("
    r"|<img[^>]{0,300}architect|!\[[^\]\n]{0,200}\]\([^)\n]{0,300}architect|^\.\. (?:image"
    r"|figure):: \S{0,300}architect",
    re.I | re.M,
)
_DRAWN = Expression(
    r"!\[[^\]\n]{0,200}(?:diagram|(?<!work)flow|sequence)[^\]\n]{0,200}\]\("
    r"|!\[[^\]\n]{0,200}\]\([^)\n]{0,300}(?:diagram"
    r"|(?<!work)flow)"
    r"|\bdiagram image\b|^\.\. (?:image|figure):: \S{0,300}(?:diagram|(?<!work)flow)",
    re.I | re.M,
)
_CONSISTS = Expression(
    r"\b(?:consists? of|broken down into|made up of|composed of|divided into|bestaat uit|opgebouwd uit"
    r"|onderverdeeld in)\b"
    r"[^.\n]{0,30}\b(?:\d+|two|three|four|five|six|seven|several|multiple|following|set of|number of|main|major|twee"
    r"|drie|vier"
    r"|vijf|zes|verschillende|volgende|de)\b[^.\n]{0,40}\b(?:components?|modules?|packages?|services|layers|containers"
    r"|applications|apps|componenten|onderdelen|lagen|diensten)\b",
    re.I,
)
_ISSUES = re.compile(r"issue_template", re.I)
_DEVELOPERS = re.compile(r"(?:\A|/)[^/]*(?:contribut|develop|hacking|ontwikkel|agents|claude|readme)[^/]*\Z", re.I)
_FEWEST_WORDS = 15


@tree.once
def by_path(paths: Paths) -> list[Place]:
    """The files whose name or place says that they describe it, those that say most first."""
    found = []
    for path in paths.perhaps(_MAYBE):
        sign = _sign(path)
        if sign is not None:
            found.append(Place(sign, path))
    return sorted(found, key=lambda place: (place.sign, place.path.count("/"), place.path))


# A quick sieve, for repositories with many thousands of paths.
_MAYBE = Expression(
    r"architect|arc42|adr|decision|besluit|design|ontwerp|c4|sad\.|internals|how[-_]it|component|overview|overzicht"
    r"|system|\.dsl"
    r"|openapi|swagger|asyncapi|oas|schema\.graphql|\.(?:puml|plantuml|drawio|dio|mmd|mermaid|excalidraw|vsdx?|eapx?"
    r"|qea|gaphor"
    r"|archimate|proto|wsdl|raml|apib|graphqls?|smithy)",
)


def _sign(path: str) -> Sign | None:
    if len(path) > _LONGEST or not _MAYBE.compiled.search(path.lower()) or _ASIDE.search(path):
        return None
    return next((files.sign for files in _FILES if path in files), None)


def in_text(guide: Guide) -> Place | None:
    """The section or diagram of a text that describes it, the one that says most."""
    if _ISSUES.search(guide.path):
        return None
    is_front = "/" not in guide.path
    if line := _titled(guide, _SECTION) or (is_front and _titled(guide, _AT_FRONT)):
        return Place(Sign.SECTION, guide.path, line)
    if line := _line(guide, _PICTURE, ("![", "<img", ".. ", "<IMG")):
        return Place(Sign.DIAGRAM, guide.path, line)
    if (is_front or _DEVELOPERS.search(guide.path)) and (line := _titled(guide, _STRUCTURE)):
        return Place(Sign.STRUCTURE, guide.path, line)
    if line := _CONSISTS.first_line(guide.text):
        return Place(Sign.STRUCTURE, guide.path, line)
    if line := _line(guide, _DIAGRAM) or _DRAWN.first_line(guide.text):
        return Place(Sign.DRAWING, guide.path, line)
    return None


def _line(guide: Guide, expression: Expression, signs: tuple[str, ...] = ("",)) -> int | None:
    """The line where the expression is found; a text without any of the signs is not searched."""
    found = expression.search(guide.text) if any(sign in guide.text for sign in signs) else None
    return guide.text.count("\n", 0, found.start()) + 1 if found else None


def _titled(guide: Guide, title: Expression) -> int | None:
    """The line of a section with such a title that says something."""
    if not may_head(guide.text, title):
        return None
    for section in find(guide.outline, title):
        if not _NO_SECTION.search(section.title) and _says_something(section):
            return section.line
    return None


def _says_something(section: Section) -> bool:
    kinds = [block.kind for block in section.blocks]
    if BlockKind.CODE in kinds or kinds.count(BlockKind.ITEM) > 1 or BlockKind.TABLE in kinds:
        return True
    return sum(len(plain(block.text).split()) for block in section.blocks) >= _FEWEST_WORDS


def best(places: Sequence[Place]) -> Place | None:
    """The place that says most; of equals the first."""
    return min(places, key=lambda place: place.sign, default=None)
