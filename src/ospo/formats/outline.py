# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of a text in Markdown, reStructuredText, AsciiDoc or plain text: headings, and the blocks below them.

A light reader, made to ask "is there a section about X, and does it say anything": it never fails, and is wrong about
the fine print of each language.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from ospo.formats.expression import Expression


class BlockKind(Enum):
    """What a block is."""

    PROSE = "prose"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, a table row or a stretch of code, as written; `line` counts from 1."""

    kind: BlockKind
    text: str
    line: int

    @property
    def words(self) -> list[str]:
        """The words a reader sees: without markup, images, badges and addresses."""
        return _WORD.findall(plain(self.text))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading; the first section has no title and level 0."""

    title: str
    level: int
    line: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The blocks as text."""
        return "\n\n".join(block.text for block in self.blocks)


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FRONT_MATTER = re.compile(r"\A---\n(?:.{0,1000}\n){0,200}?(?:---|\.\.\.)(?:\n|\Z)")
_ATX = re.compile(r"(?P<marks>#{1,6}|={1,6})\s+(?P<title>\S.{0,300}?)\s*(?:#+|=+)?\s*\Z")
_HTML_HEADING = re.compile(r"<h(?P<level>[1-6])\b[^>]{0,200}>(?P<title>.{0,300}?)(?:</h[1-6]>|\Z)", re.I)
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<title>[^*_:.]{2,60}):?(?:\*\*|__):?\Z")
_UNDERLINE = re.compile(r"(?P<mark>[=\-~^\"'`#*+.:_])(?P=mark){2,}\Z")
_LINE_MARKS = frozenset("=-~^\"'`#*+.:_")  # what an underline can open with
_OPENS = frozenset({*_LINE_MARKS, "<"})  # and what a heading, code, or a directive can open with
_HEADS = ("#", "=", "<", "**", "__")
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})")
_ADOC_FENCE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,})\Z")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)]|#\.|\*{2,5}|\.{1,5})\s+(?=\S)")
_DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|]{1,80}\|\s*)?(?P<name>[\w-]{1,40})::|\.\.\s+[_|\[]|\.\.\s*\Z|\.\.\s")
_OPTION = re.compile(r":[\w -]{1,40}:")
_SETEXT_LEVELS = {"=": 1, "-": 2}

_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])|image::?\S{1,500}\[[^\]\n]{0,300}\]")
_LINK = re.compile(r"\[(?P<shown>[^\[\]\n]{0,300})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])")
_DEFINITION = re.compile(r"^\s{0,3}\[[^\]\n]{1,200}\]:\s.*$", re.M)
_RST_LINK = re.compile(r"`(?P<shown>[^`<\n]{0,300}?)\s*<[^>\n]{1,500}>`__?")
_SUBSTITUTION = re.compile(r"\|[\w .-]{1,80}\|_?")
_TAG = re.compile(r"</?[a-z][^<>]{0,1000}>|<https?:[^>\s]{1,500}>", re.I)
_URL = re.compile(r"https?://\S{1,2000}")


def _shown(match: re.Match[str]) -> str:
    return f" {match['shown']} "


# What is taken out in turn, with a sign that stands in all of it, and what comes instead.
_MARKUP: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("[", _DEFINITION, ""),
    ("[", _IMAGE, " "),
    ("[", _LINK, _shown),
    ("`", _RST_LINK, _shown),
    ("|", _SUBSTITUTION, " "),
    ("<", _TAG, " "),
    ("://", _URL, " "),
)


def plain(text: str) -> str:
    """What a reader sees of a stretch of text: markup and addresses out, the shown words of links in."""
    for sign, expression, instead in _MARKUP:
        if sign in text:  # most stretches hold none of them
            text = expression.sub(instead, text)
    for mark in "*_`#":
        text = text.replace(mark, "")
    return text


def without_images(text: str) -> str:
    """The text without images, and so without badges."""
    return _IMAGE.sub(" ", text)


def without_comments(text: str) -> str:
    """The text without front matter and HTML comments; the lines keep their numbers."""
    text = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), text)
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join(kept) + text[at:]


def sections(text: str, path: str = "") -> list[Section]:
    """The outline of a text; the extension of the path tells the language, Markdown when it does not."""
    return list(_sections(text, path.rpartition(".")[2].lower()))


@lru_cache(maxsize=64)  # several checks read the same texts of one repository, one after the other
def _sections(text: str, language: str) -> tuple[Section, ...]:
    return tuple(_Reader(without_comments(text).split("\n"), language).read())


def may_head(text: str, title: Expression) -> bool:
    """False when no line that may be a heading holds what the expression finds: no need to take the text apart."""
    return title.may_be_said_in(_headings(text))


@lru_cache(maxsize=128)  # several checks ask after headings in the same texts, one after the other
def _headings(text: str) -> str:
    """The lines that may be a heading in any of the languages."""
    found = []
    before = ""
    for line in map(str.lstrip, text.split("\n")):
        if line.startswith(_HEADS) or "-->" in line:  # a heading may follow a comment
            found.append(line)
        if line[:1] in _OPENS and (line[:3] == 3 * line[0] or line[0] == "<"):
            found.append(before)
        before = line
    return "\n".join(found)


def find(outline: Sequence[Section], title: re.Pattern[str] | Expression) -> Iterator[Section]:
    """The sections whose title the pattern finds, each with all that stands in the sections below it."""
    for index, section in enumerate(outline):
        if not section.title or not title.search(section.title):
            continue
        blocks = list(section.blocks)
        for below in outline[index + 1 :]:
            if below.level <= section.level:
                break
            blocks += below.blocks
        yield Section(section.title, section.level, section.line, blocks)


def _underline(line: str) -> re.Match[str] | None:
    return _UNDERLINE.match(line) if line and line[0] in _LINE_MARKS else None


class _Reader:
    """Reads lines into sections; a class because position, open paragraph and outline go together."""

    def __init__(self, lines: list[str], language: str) -> None:
        self._lines = lines
        self._bare = [line.strip()[:5000] for line in lines]
        self._language = language
        self._at = 0
        self._open: list[str] = []
        self._marks: list[str] = []
        self._outline = [Section("", 0, 1)]

    def read(self) -> list[Section]:
        while self._at < len(self._lines):
            if self._is_plain() or not (self._code() or self._heading() or self._directive()):
                self._text()
        self._close()
        return self._outline

    def _is_plain(self) -> bool:
        """True for nearly every line: nothing but text, or nothing at all."""
        line = self._bare[self._at]
        if line[:1] in _OPENS or (self._language == "rst" and line.endswith("::")):
            return False
        return not line or bool(self._open) or self._line(1)[:1] not in _OPENS

    def _line(self, offset: int = 0) -> str:
        at = self._at + offset
        return self._bare[at] if at < len(self._bare) else ""

    def _add(self, kind: BlockKind, text: str, line: int) -> None:
        if text.strip():
            self._outline[-1].blocks.append(Block(kind, text, line))

    def _close(self) -> None:
        if self._open:
            text = "\n".join(self._open)
            marker = _ITEM.match(text)
            kind = BlockKind.ITEM if marker else BlockKind.TABLE if text.startswith("|") else BlockKind.PROSE
            self._add(kind, text[marker.end() :] if marker else text, self._at - len(self._open) + 1)
            self._open = []

    def _code(self) -> bool:
        """A fenced block, or one that is indented after a line that ends in `::` (reStructuredText)."""
        line = self._line()
        fence = _FENCE.match(line) if line.startswith(("```", "~~~")) and self._language != "rst" else None
        if self._language in ("adoc", "asciidoc", "asc") and not self._open:
            fence = _ADOC_FENCE.match(line) or fence
        if fence is None:
            return False
        self._close()
        mark, start = fence[0], self._at
        self._at += 1
        while self._at < len(self._lines) and not self._line().startswith(mark):
            self._at += 1
        self._add(BlockKind.CODE, "\n".join(self._lines[start + 1 : self._at]), start + 2)
        self._at += 1
        return True

    def _heading(self) -> bool:
        line = self._line()
        if match := line.startswith(("#", "=")) and self._language != "rst" and _ATX.match(line):
            return self._start(match["title"], len(match["marks"]), 1)
        if match := line.startswith("<") and _HTML_HEADING.match(line):
            return self._start(match["title"], int(match["level"]), 1)
        if match := line.startswith(("**", "__")) and not self._open and _BOLD_LINE.match(line):
            return self._start(match["title"], 6, 1)
        below = _underline(self._line(1)) if line and not self._open and len(line) <= 200 else None
        if below and self._may_underline(below["mark"], line):
            return self._start(line, self._level(below["mark"]), 2)
        return False

    def _may_underline(self, mark: str, line: str) -> bool:
        if self._language == "rst":
            return not _underline(line) and not _DIRECTIVE.match(line)
        return mark in _SETEXT_LEVELS and not _ITEM.match(line) and not line.startswith(("|", "<", "---"))

    def _level(self, mark: str) -> int:
        if self._language != "rst":
            return _SETEXT_LEVELS[mark]
        if mark not in self._marks:
            self._marks.append(mark)
        return self._marks.index(mark) + 1

    def _start(self, title: str, level: int, lines: int) -> bool:
        self._close()
        self._outline.append(Section(" ".join(plain(title).split()), level, self._at + 1))
        self._at += lines
        return True

    def _directive(self) -> bool:
        """A directive, comment or link target of reStructuredText with its options; a code block with its body."""
        line = self._line()
        literal = self._language == "rst" and line.endswith("::") and not line.startswith("..")
        match = _DIRECTIVE.match(line) if self._language == "rst" else None
        if match is None and not literal:
            return False
        if literal:
            self._open.append(line)
        self._at += 1
        self._close()
        is_code = literal or (match is not None and (match["name"] or "") in ("code", "code-block", "sourcecode"))
        start, body = self._at, []
        while self._at < len(self._lines) and (not self._line() or self._lines[self._at].startswith((" ", "\t"))):
            body.append("" if _OPTION.match(self._line()) else self._line())
            self._at += 1
        kind = BlockKind.CODE if is_code else BlockKind.PROSE
        if is_code or (
            match is not None and match["name"] in ("note", "warning", "attention", "important", "pull-quote")
        ):
            blank = next((i for i, line in enumerate(body) if line), 0)
            self._add(kind, "\n".join(body).strip(), start + blank + 1)
        return True

    def _text(self) -> None:
        line = self._line()
        is_underline = _underline(line) is not None
        if not line or line.startswith("|") or is_underline or (not line[0].isalpha() and _ITEM.match(line)):
            self._close()
        if line and not is_underline and not (line.startswith(":") and _OPTION.match(line)):
            self._open.append(line.lstrip("> "))
        self._at += 1
