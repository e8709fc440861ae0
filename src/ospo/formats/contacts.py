# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to reach somebody, as people write them in prose: mail addresses, links, handles, and places left open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LOCAL = r"(?<![\w.+@/-])(?P<local>[\w.+-]{1,64})"
_MAILS = (
    re.compile(_LOCAL + r"@(?P<domain>(?:[\w-]{1,63}\.){1,6}[a-z]{2,18})(?![\w-]|:\S)", re.I),
    re.compile(  # security[at]voorbeeld.nl, security (at) voorbeeld (dot) nl, security[@]voorbeeld.nl
        _LOCAL + r"\s?[\[({<]\s?(?:@|at|apenstaartje)\s?[\])}>]\s?"
        r"(?P<domain>(?:[\w-]{1,63}(?:\.|\s?[\[({<]\s?(?:\.|dot|punt)\s?[\])}>]\s?)){1,6}[a-z]{2,18})(?![\w-])",
        re.I,
    ),
    re.compile(_LOCAL + r" at (?P<domain>(?:[\w-]{1,63} (?:dot|punt) ){1,6}[a-z]{2,18})(?![\w-])", re.I),
)
# Addresses that stand for "your address here" (RFC 2606, and what templates write).
_STAND_IN = re.compile(
    r"(?:xxx+|git|your[\w.-]*|jouw[\w.-]*|uw|e?mail|name|naam|user(?:name)?|someone|iemand|placeholder|todo)@.*|"
    r".*@(?:example\.(?:com|org|net)|(?:your|jouw|uw|my|mijn)[\w-]*\.\w+|domain\.\w+|domein\.\w+|(?:e?mail|company|organi[sz]ation)\.com)",
    re.I,
)
# An address without its ending ("ospo@voorbeeld"): people understand it, mail servers do not.
_BROKEN_MAIL = re.compile(r"(?<![\w.@/])[\w.+-]{2,64}@[\w-]{2,63}(?![\w.@-]*\w)", re.I)
_NOTICE = re.compile(r"SPDX-|copyright|©|\(c\) (?:19|20)\d\d", re.I)

_URL = re.compile(r"https?://[^\s<>\"'`\]){}|]{3,500}", re.I)
_TARGET = re.compile(r"\]\(\s?<?(?P<target>[^)\s<>]{1,500})")
HANDLE = re.compile(r"(?<![\w@/.+-])@[a-z0-9][\w-]{0,38}(?:/[\w.-]{1,99})?(?![\w@])", re.I)

# What templates leave open: [INSERT EMAIL ADDRESS], [contact method], <your address>, {{ email }}, XXX@, TODO.
_OPEN_PLACES = re.compile(
    r"\[(?=[^\]\n]{0,80}\b(?:insert|your|tbd|todo|vul|jouw|decided|placeholder|te bepalen)\b)[^\]\n]{1,80}\](?![(\[:])|"
    r"\[(?:e-?mail(?:[ -]?(?:address|adres))?|contact(?:[ -](?:method|e-?mail|information|adres))?)\](?![(\[:])|"
    r"<(?:insert|your|jouw|vul|uw|todo)\b[^>@\n]{0,80}>|<(?:e-?mail|contact)[\w -]{0,40}>|"
    r"\{\{\s?[\w.\s|]{1,60}\}\}|\bxxx+@|\b(?:TODO|TBD|FIXME)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A target (URL, path or mail address as written) and its line (from 1)."""

    target: str
    line: int


def mail_line(text: str) -> int | None:
    """The line of the first mail address that could be real, also when written against robots; notices do not count."""
    for number, line in _lines(text):
        if any(not _stands_in(match) for match in _mails(line)):
            return number
    return None


def broken_mail_line(text: str) -> int | None:
    """The line of an address that lacks its ending, so that no mail can be sent to it."""
    return next((number for number, line in _lines(text) if _BROKEN_MAIL.search(line)), None)


def open_place_line(text: str) -> int | None:
    """The line of the first place that a template left open, or of an address that only stands in for one."""
    for number, line in _lines(text):
        if _OPEN_PLACES.search(line) or any(map(_stands_in, _mails(line))):
            return number
    return None


def handle_line(text: str) -> int | None:
    """The line of the first account or team of a forge (`@name`, `@organisation/team`)."""
    return next((number for number, line in _lines(text) if HANDLE.search(line)), None)


def links(text: str) -> Iterator[Link]:
    """Every URL, and every target of a Markdown link, in order."""
    return iter(_links(text))


@lru_cache(maxsize=64)  # several checks read the same texts of one repository, one after the other
def _links(text: str) -> tuple[Link, ...]:
    return tuple(_found_links(text))


def _found_links(text: str) -> Iterator[Link]:
    for number, line in _lines(text):
        for match in _URL.finditer(line):
            yield Link(match[0].rstrip(".,;:*_"), number)
        for match in _TARGET.finditer(line):
            if not match["target"].lower().startswith("http"):
                yield Link(match["target"], number)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not _NOTICE.search(line):
            yield number, line[:5000]


def _mails(line: str) -> Iterator[re.Match[str]]:
    for pattern in _MAILS:
        yield from pattern.finditer(line)


def _stands_in(match: re.Match[str]) -> bool:
    return _STAND_IN.fullmatch(f"{match['local']}@{match['domain']}") is not None
