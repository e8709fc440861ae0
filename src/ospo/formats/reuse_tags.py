# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3, the tags: does the content of a file name its copyright holder and its licence?

Works on bytes and looks for the rarest words first, so that most files cost three searches and nothing more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ospo.formats import spdx

# Every tag is spelled in two parts, so that REUSE tools do not read this module as information about itself.
_SPDX = b"SPDX-"  # what all tags start with
_COPYRIGHT = b"Copyright"  # what is in every notice, but for the sign
_LICENCE_TAG = b"SPDX-" + b"License-Identifier:"
_COPYRIGHT_TAGS = (b"SPDX-" + b"FileCopyrightText:", b"SPDX-" + b"SnippetCopyrightText:")
_IGNORE = b"REUSE-" + b"IgnoreStart"
_IGNORED = re.compile(_IGNORE + b".*?(?:REUSE-" + b"IgnoreEnd|$(?!.))", re.DOTALL)
_LICENCE = re.compile(re.escape(_LICENCE_TAG) + rb"([^\r\n]{0,1100})")
# "Copyright" with a space or a sign behind it, or the sign alone. The specification wants a name as well, but its
# tool does not ask for one; a stricter reading would only tell people off.
_NOTICE = re.compile(b"Copyright(?:[ \t\x0b\x0c]|\xc2\xa0|\\([cC]\\)|\xc2\xa9)|\xc2\xa9|" + b"|".join(_COPYRIGHT_TAGS))
# What makes a notice of the word before it.
_AFTER = re.compile(
    b"[ \t\x0b\x0c]|\xc2\xa0|\\([cC]\\)|\xc2\xa9|"
    + b"|".join(b"(?<=" + tag[:-5] + b")Text:" for tag in _COPYRIGHT_TAGS)
)
# What closes a comment behind the expression, in the languages there are.
_CLOSING = re.compile(r"""(?:\*+/|-->|\*\)|[#%?-]*[}>]+|["']\s*/?>|\"{3}|'{3}|\]\]|\*?\#)+$""")
# What a comment opens with, in the languages there are; a word or a quotation mark in front makes it text.
_MARKS = re.compile(r"(?:@?rem\b|dnl\b)?[^\w\"'`$=]*", re.IGNORECASE)
_LONGEST_MARKS = 40  # bytes
_MAX_TAGS = 100  # looked at in one file


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands behind a licence tag, at a line (from 1); `is_alone`: nothing but comment marks is on that line."""

    text: str
    line: int
    is_valid: bool = True
    is_alone: bool = True


@dataclass(frozen=True, slots=True)
class Tags:
    """What the content of one file gives: a valid licence, a copyright notice; `any`: some SPDX tag at all.

    `expressions` are all that stand behind a licence tag, valid or not.
    """

    licence: bool = False
    copyright: bool = False
    any: bool = False
    expressions: tuple[Expression, ...] = field(default=(), compare=False)


NO_TAGS = Tags()


def tags(text: bytes) -> Tags:
    """What a text gives (UTF-8, or anything that is no UTF-16); a file that is no text cannot hold a comment."""
    has_tag = _SPDX in text
    licence = has_tag and _LICENCE_TAG in text
    any_tag = licence or (has_tag and any(tag in text for tag in _COPYRIGHT_TAGS))
    if any_tag and _IGNORE in text:
        text = _IGNORED.sub(lambda ignored: b"\n" * ignored[0].count(b"\n"), text)
    copyright_ = _names_holder(text)
    if not (copyright_ or any_tag):
        return NO_TAGS
    expressions = tuple(_expressions(text)) if licence else ()
    return Tags(any(found.is_valid for found in expressions), copyright_, any_tag, expressions)


def _expressions(text: bytes) -> Iterator[Expression]:
    line, place = 1, 0
    for tag in islice(_LICENCE.finditer(text), _MAX_TAGS):
        start = max(text.rfind(b"\n", 0, tag.start()), text.rfind(b"\r", 0, tag.start())) + 1
        if _NOTICE.search(text, start, tag.start()):  # the notice runs to the end of the line
            continue
        line, place = line + text.count(b"\n", place, start), start
        before = text[max(start, tag.start() - _LONGEST_MARKS) : tag.start()].decode("utf-8", errors="replace").strip()
        value = tag[1].decode("utf-8", errors="replace").strip()
        if not spdx.keys(value):  # what opened the comment may close it, in the mirror
            value = _CLOSING.sub("", value.removesuffix(before[::-1]).rstrip()).rstrip()
        yield Expression(value, line, spdx.keys(value) is not None, _MARKS.fullmatch(before) is not None)


def _names_holder(text: bytes) -> bool:
    place = text.find(_COPYRIGHT)
    while place >= 0:
        if _AFTER.match(text, place + len(_COPYRIGHT)):
            return True
        place = text.find(_COPYRIGHT, place + len(_COPYRIGHT))
    if b"\xa9" not in text:
        return False
    return b"\xc2\xa9" in text or not _is_utf8(text)  # the sign in UTF-8, or in Latin-1


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
