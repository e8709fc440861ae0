# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""REUSE 3.3, the tags: does the content of a file name its copyright holder and its licence?

Works on bytes and looks for the rarest tag first, so that most files cost one search and nothing more.
"""

import re

from ospo.formats import spdx

# Every tag is spelled in two parts, so that REUSE tools do not read this module as information about itself.
_LICENCE_TAG = b"SPDX-" + b"License-Identifier:"
_COPYRIGHT_TAGS = (b"SPDX-" + b"FileCopyrightText:", b"SPDX-" + b"SnippetCopyrightText:")
_IGNORE = b"REUSE-" + b"IgnoreStart"
_IGNORED = re.compile(_IGNORE + b".*?(?:REUSE-" + b"IgnoreEnd|$(?!.))", re.DOTALL)
_LICENCE = re.compile(re.escape(_LICENCE_TAG) + rb"([^\r\n]{0,1100})")
# "Copyright" with a space or a sign behind it, or the sign alone. The specification wants a name as well, but its
# tool does not ask for one; a stricter reading would only tell people off.
_NOTICE = re.compile(b"Copyright(?:[ \t\x0b\x0c]|\xc2\xa0|\\([cC]\\)|\xc2\xa9)|\xc2\xa9|" + b"|".join(_COPYRIGHT_TAGS))
# What closes a comment behind the expression, in the languages there are.
_CLOSING = re.compile(r"""(?:\*+/|-->|\*\)|[#%?-]*[}>]+|["']\s*/?>|\"{3}|'{3}|\]\]|\*?\#)+$""")
# Control characters near the start: an image, an archive, a program. Such a file cannot hold a comment.
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_OPENING = 2048  # bytes
_MAX_TAGS = 100  # looked at in one file


def traces(content: bytes) -> bool:
    """True when any SPDX tag is there at all, valid or not."""
    return _LICENCE_TAG in content or any(tag in content for tag in _COPYRIGHT_TAGS)


def informs(content: bytes, *, copyright_known: bool = False, licence_known: bool = False) -> bool:
    """True when the content gives all that is not known yet: a copyright notice, and a valid licence expression."""
    text = _as_utf8(content)
    if not licence_known and _LICENCE_TAG not in text:
        return False
    if _BINARY.search(text, 0, _OPENING):
        return False
    if _IGNORE in text:
        text = _IGNORED.sub(b"", text)
    return (licence_known or _names_licence(text)) and (copyright_known or _names_holder(text))


def _as_utf8(content: bytes) -> bytes:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return content


def _names_licence(text: bytes) -> bool:
    for number, tag in enumerate(_LICENCE.finditer(text)):
        if number == _MAX_TAGS:
            break
        start = max(text.rfind(b"\n", 0, tag.start()), text.rfind(b"\r", 0, tag.start())) + 1
        if _NOTICE.search(text, start, tag.start()):  # the notice runs to the end of the line
            continue
        value = tag[1].decode("utf-8", errors="replace").strip()
        if spdx.keys(value) or spdx.keys(_CLOSING.sub("", value).rstrip()):
            return True
    return False


def _names_holder(text: bytes) -> bool:
    if any(tag in text for tag in _COPYRIGHT_TAGS) or _NOTICE.search(text):
        return True
    return b"\xa9" in text and not _is_utf8(text)  # the sign in Latin-1


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
