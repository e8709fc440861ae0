# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring the licence texts of the SPDX list up to date.

The list gives each text with the places at which it may vary. We carry those of all licences that the OSI approved,
and of the others that our licence library does not read to the letter. To renew them: clone spdx/license-list-XML, and

    python tools/update_licence_texts.py path/to/license-list-XML

The notation is that of the licence library: see ospo/formats/licence_pattern.py.
"""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ospo.formats import licence_library, spdx
from ospo.formats.licence_difference import difference
from ospo.formats.licence_pattern import parse
from ospo.formats.licence_words import words

TARGET = Path(__file__).resolve().parents[1] / "src" / "ospo" / "formats" / "data" / "spdx_texts.json.gz"
SPACE = "{http://www.spdx.org/license}"
WIDEST = 20  # words for what may be anything
HALF = 0.5  # of a sample; some end in an example of a notice
LEADING = 80  # words that may stand above a licence
MOST = 64  # ways to write one choice; above that anything goes
ANY = "\0"  # stands for what may be anything, while a choice is written out
BREAKS = {"p", "br", "list", "item"}
_NOTATION = re.compile(r"\(\((?=.)|\)\)|\|\||\?\?|//\*\*|__")


class TooMany(Exception):  # noqa: N818 - the name is the sentence
    """A choice that can be written in more ways than we write out."""


def plain(text: str) -> str:
    """Text in which nothing is taken for notation."""
    return _NOTATION.sub(lambda mark: " ".join(mark[0]), text)


def ways(rule: str) -> list[str]:
    """Every way to write what a regular expression of the list allows; ANY where that is without end.

    Raises:
        TooMany: it is better to let anything through.
    """
    found, rest = _either(rule)
    if rest:
        raise TooMany
    return found


def _either(rule: str) -> tuple[list[str], str]:
    found, rest = _row(rule)
    while rest.startswith("|"):
        more, rest = _row(rest[1:])
        found += more
    return list(dict.fromkeys(found)), rest


def _row(rule: str) -> tuple[list[str], str]:
    found = [""]
    while rule and rule[0] not in "|)":
        items, rule = _item(rule)
        count = re.match(r"[*+?]|\{\d+(?:,\d*)?\}", rule)
        if count:
            rule = rule[count.end() :].removeprefix("?")
            items = _counted(items, count[0])
        found = [one + item for one in found for item in items]
        if len(found) > MOST:
            raise TooMany
    return found, rule


def _counted(items: list[str], count: str) -> list[str]:
    if count == "?":
        return ["", *items]
    if all(not item.strip() for item in items):  # white space, however much
        return [" "]
    return [ANY]


def _item(rule: str) -> tuple[list[str], str]:
    if rule[0] == "(":
        found, rest = _either(re.sub(r"^\((?:\?:)?", "", rule))
        return found, rest.removeprefix(")")
    if rule[0] == "[":
        closing = rule.index("]", 2)
        inside = rule[1:closing].replace("\\", "")
        if "-" in inside[1:-1] or inside.startswith("^"):
            return [ANY], rule[closing + 1 :]
        return ([" "] if " " in inside else sorted(set(inside.lower()))), rule[closing + 1 :]
    if rule[0] == "\\":
        return [" " if rule[1] == "s" else ANY if rule[1] in "dwS" else rule[1]], rule[2:]
    return [ANY if rule[0] == "." else rule[0]], rule[1:]


def choice(rule: str, text: str) -> str:
    """A place at which a text may vary."""
    anything = f"__{max(WIDEST, len(words(text)) + 10)}__"
    try:
        found = ways(rule)
    except (TooMany, ValueError, IndexError):
        return anything
    if ANY in found:
        return anything
    written = dict.fromkeys(" ".join(plain(way).replace(ANY, f" {anything} ").split()) for way in [text, *found])
    real = [way for way in written if words(way.replace(anything, " x "))]
    if not real:
        return " "
    return f"(({'||'.join(real)}))" + ("??" if len(real) < len(written) or not all(found) else "")


def notation(element: ElementTree.Element) -> str:
    """The inside of an element of the list as a pattern."""
    pieces = [plain(element.text or "")]
    for child in element:
        name = child.tag.removeprefix(SPACE)
        inside = notation(child) if name != "bullet" else ""
        if name == "alt":
            inside = choice(child.get("match", ""), "".join(child.itertext()))
        elif name in {"optional", "titleText", "copyrightText", "standardLicenseHeader"}:
            inside = f"((\n{inside}\n))??" if words(inside) else "\n"
        pieces.append(f"\n{inside}\n" if name in BREAKS else f" {inside} " if name == "bullet" else inside)
        pieces.append(plain(child.tail or ""))
    return "".join(pieces)


def tidy(source: str) -> str:
    """The same pattern without white space that says nothing."""
    lines = (" ".join(line.split()) for line in source.split("\n"))
    return "\n".join(line for line in lines if line)


def reads(sources: Iterable[str], text: list[str], share: float = 1.0) -> bool:
    """True when one of the patterns reads the text to the letter: so much of it, but for a title."""
    patterns = [pattern for source in sources for pattern in parse(source)]
    found = (difference(pattern, text, 0, range(min(LEADING, len(text)))) for pattern in patterns)
    return any(one is not None and one.end - one.start >= share * (len(text) - LEADING / 4) for one in found)


def base(licence_id: str) -> str:
    """The id under which a text is kept: that of GPL-3.0-only and GPL-3.0-or-later is one text."""
    bare = licence_id.removesuffix("-only").removesuffix("-or-later")
    return bare if spdx.find(bare) else licence_id


def entry(folder: Path, path: Path, kept: Mapping[str, Any]) -> dict[str, Any] | None:
    """What we carry of a licence; None when we carry it already, or need not."""
    known = spdx.find(path.stem)
    sample = folder / "test" / "simpleTestForGenerator" / f"{path.stem}.txt"
    if known is None or known.deprecated or base(known.id) in kept or not sample.exists():
        return None
    own = words(sample.read_text("utf-8", errors="replace"))
    shorter = [one["text"] for licence_id, one in kept.items() if known.id.startswith(f"{licence_id}-")]
    if reads(shorter, own) or (not known.osi and reads(licence_library.sources(base(known.id)), own, HALF)):
        return None
    content = path.read_bytes()
    text = ElementTree.fromstring(content).find(f"{SPACE}license/{SPACE}text")  # noqa: S314 - our own clone of the list
    if text is None:
        return None
    found = {"sha256": hashlib.sha256(content).hexdigest(), "text": tidy(notation(text))}
    if not reads([found["text"]], own):  # a notice of copyright in the middle of a line, mostly
        found["sample"] = tidy(plain(sample.read_text("utf-8", errors="replace")))
    return found


def main(folder: Path) -> None:
    """Read the clone and write the file."""
    ask = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    revision = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    texts: dict[str, Any] = {}
    for path in sorted((folder / "src").glob("*.xml"), key=lambda path: path.stem):
        if found := entry(folder, path, texts):
            texts[base(path.stem)] = found
    document = {"source": "https://github.com/spdx/license-list-XML", "revision": revision, "texts": texts}
    packed = gzip.compress(json.dumps(document, ensure_ascii=False, indent=0).encode(), 9, mtime=0)
    TARGET.write_bytes(packed)
    count = sum("sample" in one for one in texts.values())
    sys.stderr.write(f"{len(texts)} texts, {count} with a sample, {len(packed)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
