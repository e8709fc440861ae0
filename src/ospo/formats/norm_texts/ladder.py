# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ambition ladder as Markdown: a requirement is a tick box, and one that is repeated higher up is the same.

Ids are ours: `ladder:<axis>-<level>.<n>` is the n-th box of the first level that asks it. Boxes that are struck out
(class `oud`) are not asked and not counted; alternatives of each other are one requirement.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ospo.domain.norm import Requirement

AXES = {"transparantie": "transparant", "samenwerking": "samen", "veilig": "veilig", "efficiënt": "efficient"}

_NAME = re.compile(r"(?:^|/)open-source-ambitieladder-voor-opensourcewerken-in-projecten\.md\Z")
_CHAPTER = "# Overwegingen"
_AXIS = re.compile(r"## ([^\s&]{1,40})")
_LEVEL = re.compile(r"### Ambitie ([1-9])\b")
_ITEM = re.compile(r"([ \t]{0,40})\* (\[ \] )?(.{0,2000})")
_GONE = re.compile(r'<span class="oud">[^<]{0,2000}</span>')
_TAG = re.compile(r"<[^<>\n]{0,200}>")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)")


@dataclass(slots=True)
class _Box:
    indent: int
    lines: list[str]
    others: list["_Box"] = field(default_factory=list)
    is_closed: bool = False

    @property
    def text(self) -> str:
        words = " ".join(line for line in self.lines if line)
        return " ".join([words, *(b.text for b in self.others if b.text)]).strip()


def is_source(path: str) -> bool:
    """The ladder for projects; the one for tenders is another norm."""
    return _NAME.search(path) is not None


def read(files: Mapping[str, str]) -> tuple[Requirement, ...]:
    """Every requirement with the level from which it is asked, and the last one when it is dropped or changed."""
    found: dict[tuple[str, str], Requirement] = {}
    for _, text in sorted(files.items()):
        levels = list(_levels(text))
        top = max((level for _, level, _ in levels), default=0)
        for axis, level, boxes in levels:
            for n, words in enumerate(boxes, 1):
                first = found.get((axis, words))
                own = Requirement(f"ladder:{axis}-{level}.{n}", words, level)
                last = level if level < top else None
                found[axis, words] = replace(first or own, up_to=last)
    return tuple(found.values())


def _levels(text: str) -> Iterator[tuple[str, int, list[str]]]:
    """Each level with the text of its boxes."""
    axis, level, lines, is_ladder = "", 0, list[str](), False
    for line in [*text.splitlines(), "# "]:
        if not line.startswith("#"):
            lines.append(line)
            continue
        if axis and level:
            yield axis, level, [b.text for b in _boxes(lines) if b.text]
        named, step = _AXIS.match(line), _LEVEL.match(line)
        if line.startswith("# "):
            is_ladder, axis = line.startswith(_CHAPTER), ""
        elif named:
            axis = AXES.get(named[1].lower(), "") if is_ladder else ""
        level = int(step[1]) if step else 0
        lines = []


def _boxes(lines: list[str]) -> list[_Box]:
    found: list[_Box] = []
    current: _Box | None = None
    for line in lines:
        item = _ITEM.match(line)
        if item is None:
            if current is not None and line.strip():
                current.lines.append(_plain(line))
        elif item[2]:
            current = _placed(_Box(len(item[1]), [_plain(item[3])]), found)
        elif current is not None and len(item[1]) > current.indent:
            current.lines.append(_plain(item[3]))
        else:
            current = None
            if found:
                found[-1].is_closed = True
    return found


def _placed(box: _Box, found: list[_Box]) -> _Box:
    """Put a box in the list, or with the one that it is an alternative of or that is one."""
    last = found[-1] if found else None
    if last is None or last.is_closed:
        found.append(box)
    elif last.text.endswith(" óf") or (last.others and box.indent > last.indent):
        last.others.append(box)
    elif box.text.lower().startswith("of wanneer"):
        last.others.append(box)
        above = found[-2] if len(found) > 1 else None
        if above is not None and above.text.endswith(":") and above.indent < last.indent:
            above.others.append(found.pop())
    else:
        found.append(box)
    return box


def _plain(text: str) -> str:
    words = _LINK.sub(r"\1", _TAG.sub("", _GONE.sub("", text)))
    return " ".join(words.replace("*", "").replace("`", "").rstrip("\\").split())
