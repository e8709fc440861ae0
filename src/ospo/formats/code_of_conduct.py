# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a code of conduct names for a report: an address, a form, an account, a body, or nobody yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ospo.formats import contacts
from ospo.formats.community_files import FileKind
from ospo.formats.outline import Block, sections, without_comments


class ContactKind(Enum):
    """How a report can be made; the last four are no contact."""

    MAIL = "mail"
    LINK = "link"
    HANDLE = "handle"
    BODY = "body"
    PUBLIC_ISSUE = "public-issue"
    INCOMPLETE_MAIL = "incomplete-mail"
    OTHER_FILE = "other-file"
    ELSEWHERE = "elsewhere"
    PLACEHOLDER = "placeholder"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Contact:
    """The best contact found; `file` says which kind of file holds it when the text refers to another one."""

    kind: ContactKind
    line: int | None = None
    file: FileKind | None = None


_SHORT = 120  # words; a text this short with a link is a pointer to a code of conduct elsewhere
_REPORTS = re.compile(
    r"\breport|\bcontact|\bcomplain|\bconcern|\braise\b|\breach out|\bnotify|\bmeld|\bklacht|\baankaart|\brapporteer|"
    r"\bgerapporteerd|\baanspreek|\bvertrouwens",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:be|are)\s+reported\b|\breport(?:ed|s)?\s+(?:\w+\s+)?to\b|\bmeld(?:en|ingen)?\b|\bgemeld\b|\bgerapporteerd\b",
    re.I,
)
# Texts that codes of conduct are adapted from: a link to them is no contact.
_UPSTREAM = re.compile(
    r"contributor-?covenant|mozilla|creativecommons|translations?\b|wikipedia|/faq\b|citizen-?code", re.I
)
_ISSUE = re.compile(r"/issues(?:/new)?\b|creating-an-issue", re.I)
_PROFILE = re.compile(r"@[\w-]+\Z|https?://(?:github|gitlab)\.com/[\w-]+/?\Z", re.I)
_BODY = re.compile(
    r"vertrouwenspers|\bconfidential advis|\bombuds|(?:conduct|steering|moderation|response|community|stuur|kern)[ -]?"
    r"(?:committee|team|group|council|groep)\b|\bcommunity manager|\bOSPO\b|\bopen source program|integriteits|"
    r"\b(?:mail|contact) the (?:chair|board|foundation)\b|\bredactie\b|\bproduct ?owner\b",
    re.I,
)
_OTHER_FILES = (
    (FileKind.README, re.compile(r"\breadme\b", re.I)),
    (FileKind.MAINTAINERS, re.compile(r"\bmaintainers\.\w+|\(maintainers\b", re.I)),
    (FileKind.CONTRIBUTING, re.compile(r"\bcontributing\.\w+", re.I)),
    (FileKind.GOVERNANCE, re.compile(r"\bgovernance\.\w+", re.I)),
    (FileKind.SECURITY, re.compile(r"\bsecurity\.\w+", re.I)),
    (FileKind.SUPPORT, re.compile(r"\bsupport\.\w+", re.I)),
)


def contact(text: str, path: str = "") -> Contact:
    """The contact that a code of conduct names; an address counts anywhere, the rest where it speaks of reporting."""
    text = without_comments(text)
    if line := contacts.mail_line(text):
        return Contact(ContactKind.MAIL, line)
    blocks = [block for section in sections(text, path) for block in section.blocks]
    reporting = [block for whole in blocks for block in _paragraphs(whole) if _REPORTS.search(block.text)]
    definitions = {link.target for link in contacts.links(text) if _ISSUE.search(link.target)}
    best = Contact(ContactKind.NONE)
    for block in reporting:
        found = _in_block(block.text, block.line, bool(definitions))
        if found.kind in (ContactKind.LINK, ContactKind.HANDLE):
            return found
        best = best if best.kind is not ContactKind.NONE else found
    if line := contacts.open_place_line(text):
        return Contact(ContactKind.PLACEHOLDER, line)
    if best.kind is ContactKind.NONE:
        pointer = _pointer(text, sum(len(block.words) for block in blocks))
        return pointer if pointer.line else Contact(ContactKind.NONE, _asks_line(reporting))
    return best


def _asks_line(reporting: Sequence[Block]) -> int | None:
    """The line that asks to report, without saying to whom."""
    for block in reporting:
        if match := _ASKS.search(block.text):
            return block.line + block.text.count("\n", 0, match.start())
    return None


def _paragraphs(block: Block) -> Iterator[Block]:
    """The paragraphs of a block: some projects keep their whole code of conduct in one fenced block."""
    line = block.line
    for part in block.text.split("\n\n"):
        yield Block(block.kind, part, line)
        line += part.count("\n") + 2


def _in_block(text: str, line: int, has_issue_link: bool) -> Contact:
    """The contact in one paragraph that speaks of reporting."""
    issue = None
    for link in contacts.links(text):
        if _ISSUE.search(link.target):
            issue = line + link.line - 1
        elif _PROFILE.match(link.target):
            return Contact(ContactKind.HANDLE, line + link.line - 1)
        elif not _UPSTREAM.search(link.target) and link.target.lower().startswith("http"):
            return Contact(ContactKind.LINK, line + link.line - 1)
    if at := contacts.handle_line(text):
        return Contact(ContactKind.HANDLE, line + at - 1)
    if at := contacts.broken_mail_line(text):
        return Contact(ContactKind.INCOMPLETE_MAIL, line + at - 1)
    if _BODY.search(text):
        return Contact(ContactKind.BODY, line)
    if issue is not None or (has_issue_link and re.search(r"\bissue\b", text, re.I)):
        return Contact(ContactKind.PUBLIC_ISSUE, issue or line)
    for kind, name in _OTHER_FILES:
        if name.search(text):
            return Contact(ContactKind.OTHER_FILE, line, kind)
    return Contact(ContactKind.NONE)


def _pointer(text: str, words: int) -> Contact:
    """A short text that sends the reader to a full code of conduct elsewhere; the bare covenant names nobody."""
    if words > _SHORT:
        return Contact(ContactKind.NONE)
    for link in contacts.links(text):
        if not _UPSTREAM.search(link.target):
            return Contact(ContactKind.ELSEWHERE, link.line)
    return Contact(ContactKind.NONE)
