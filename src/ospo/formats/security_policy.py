# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a security policy lets somebody report a vulnerability: in private, in public only, or not at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ospo.formats import contacts
from ospo.formats.outline import Section, find, sections, without_comments


class ChannelKind(Enum):
    """The way in that a policy offers; from ELSEWHERE on it is no private channel, or not one we can see."""

    MAIL = "mail"
    PRIVATE_REPORTING = "private-reporting"
    CONFIDENTIAL_ISSUE = "confidential-issue"
    FORM = "form"
    SECURITY_TXT = "security-txt"
    PRIVATE_MESSAGE = "private-message"
    ELSEWHERE = "elsewhere"
    MAIL_WITHOUT_ADDRESS = "mail-without-address"
    PLACEHOLDER = "placeholder"
    PUBLIC_ONLY = "public-only"
    NONE = "none"

    @property
    def is_private(self) -> bool:
        """True when a report by this way does not stand in the open."""
        return self in _PRIVATE


_PRIVATE = frozenset(list(ChannelKind)[:6])


@dataclass(frozen=True, slots=True)
class Channel:
    """The best way in that was found, and its line (from 1)."""

    kind: ChannelKind
    line: int | None = None


_SHORT = 60  # words; a text this short with a link is a pointer to a policy elsewhere

_WEAKNESS = re.compile(
    r"vulnerab|kwetsbaar|disclos|\bexploit|\bCVD\b|\blek(?:ken)?\b|"
    r"security[ -](?:issue|bug|problem|flaw|hole|finding|concern|report|incident|matter|researcher)|"
    r"(?:beveiligings|veiligheids)[ -]?(?:probleem|problemen|lek|fout|issue|incident|melding)",
    re.I,
)
_TELLS = re.compile(
    r"\breport|\bmeld|\bgemeld|\bdisclos|\bcontact|\be?-?mail|\bnotif|\binform us|\blet us know|\bsubmit|\bsend\b|"
    r"\bdoorgeven|\bstuur|https?://",
    re.I,
)
_SECTION = re.compile(
    r"vulnerab|kwetsbaar|disclosure|security (?:issue|bug|polic|report|problem|contact|concern)|"
    r"\A(?:security|beveiliging|veiligheid)\Z|beveiligings(?:probleem|lek|problemen|melding)",
    re.I,
)

_ADVISORY = re.compile(r"/security/advisories\b|/-/issues/new\?\S{0,200}confidential|issue\[confidential\]=true", re.I)
_PLATFORM = re.compile(
    r"hackerone|bugcrowd|intigriti|yeswehack|zerodaylab|zerocopter|huntr\.(?:dev|com)|openbugbounty", re.I
)
_REPORT_PAGE = re.compile(
    r"vulnerab|kwetsbaar|disclos|\bcvd\b|report|meld|security\.txt|beveilig|bug-?bounty|/security(?:[/._#?-]|\Z)|"
    r"security-|/contact|forms?\b|formulier|//security\.",
    re.I,
)
# Pages about reporting in general: they tell how it works, not where to report here.
_GENERAL = re.compile(
    r"cve\.(?:org|mitre)|cwe\.mitre|nvd\.nist|first\.org|owasp\.org|publicati(?:on|e)s?/|guideline|leidraad|richtlijn|"
    r"docs\.github\.com|help\.github\.com|docs\.gitlab\.com|/issues\b|wikipedia|rfc-?\d+|/actions\b|\.svg|badge|"
    r"/releases\b|dependabot|snyk|sonar|/blob/|/tree/|opensource\.guide",
    re.I,
)
_BY_WORDS = (
    (
        ChannelKind.PRIVATE_REPORTING,
        re.compile(
            r"private(?:ly)?[ -](?:vulnerability[ -])?report|report(?:ed)?\b[^.]{0,60}\bprivately via|"
            r"[\"'“*`]report a vulnerability[\"'”*`]|security[ -]advisor(?:y|ies)|\bsecurity[\"'”*`]? tab\b|"
            r"tabblad[^.]{0,20}security",
            re.I,
        ),
    ),
    (
        ChannelKind.CONFIDENTIAL_ISSUE,
        re.compile(
            r"confidential[ -](?:issue|ticket)|vertrouwelijke?[ -](?:issue|melding|ticket)|mark[^.]{0,30}confidential",
            re.I,
        ),
    ),
    (
        ChannelKind.PRIVATE_MESSAGE,
        re.compile(r"(?:direct|private|privé)[ -]?(?:message|bericht|chat)|\bDM us\b", re.I),
    ),
)
# A mailbox that is offered for everything else comes after the place to report.
_FOR_MORE = re.compile(
    r"\b(?:overige|andere|algemene|other|general|further) (?:vragen|questions|enquiries|inquiries)\b", re.I
)
_BY_MAIL = re.compile(
    r"\b(?:by|via|per|through|an|een)\s+e-?mail|\be-?mail (?:us|to|the|naar)\b|\bmail(?:en)? naar\b", re.I
)
_PUBLIC = re.compile(
    r"\b(?:open|create|file|raise|submit|log|use|maak|dien)\w*\b[^.\n]{0,60}\bissues?\b|/issues\b|issue[ -]?tracker|"
    r"\bvia (?:een |an? )?(?:\w+ )?issue",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|don['’]t|never|avoid|instead of|rather than|refrain|niet|nooit|geen|vermijd|in plaats van)\b", re.I
)


def is_policy(text: str, path: str = "") -> bool:
    """True when the text tells how to report a weakness; a chapter on security measures does not."""
    text = without_comments(text)
    outline = sections(text, path)
    blocks = [block for section in outline for block in section.blocks]
    if sum(len(block.words) for block in blocks) <= _SHORT and (any(contacts.links(text)) or contacts.mail_line(text)):
        return True
    told = "\n".join(block.text for block in blocks if _TELLS.search(block.text))
    return bool(told) and bool(_WEAKNESS.search(told) or any(_WEAKNESS.search(section.title) for section in outline))


def in_sections(text: str, path: str = "") -> Channel:
    """The private channel that a section on reporting weaknesses names, in a README or CONTRIBUTING; else NONE."""
    for section in reporting_sections(text, path):
        found = channel(section.text)
        if found.kind.is_private:
            return Channel(found.kind, section.line)
    return Channel(ChannelKind.NONE)


def reporting_sections(text: str, path: str = "") -> Iterator[Section]:
    """The sections on weaknesses that tell somebody to do something, each with all below it."""
    yield from (s for s in find(sections(text, path), _SECTION) if _TELLS.search(s.text))


def channel(text: str) -> Channel:
    """The best way to report that the text offers: private ones first, then what stands in their way."""
    text = without_comments(text)
    return next(_where_it_speaks_of_reporting(text), None) or next(_private(text), None) or _other(text)


def _where_it_speaks_of_reporting(text: str) -> Iterator[Channel]:
    """The private ways in a paragraph on reporting weaknesses, then those in a section on it."""
    blocks = [block for section in sections(text) for block in section.blocks]
    about = [block for block in blocks if _WEAKNESS.search(block.text) and _TELLS.search(block.text)]
    below = [block for section in find(sections(text), _SECTION) for block in section.blocks]
    own = [block for block in (*about, *below) if not _FOR_MORE.search(block.text)]
    ways = [Channel(way.kind, block.line + (way.line or 1) - 1) for block in own for way in _private(block.text)]
    yield from (way for way in ways if way.kind in (ChannelKind.MAIL, ChannelKind.PRIVATE_REPORTING))
    yield from ways


def _private(text: str) -> Iterator[Channel]:
    links = list(contacts.links(text))
    for link in links:
        if _ADVISORY.search(link.target):
            yield Channel(ChannelKind.PRIVATE_REPORTING, link.line)
    line = contacts.mail_line(text)
    is_for_more = line is not None and _FOR_MORE.search(text.split("\n")[line - 1][:5000]) is not None
    if line and not is_for_more:
        yield Channel(ChannelKind.MAIL, line)
    for link in links:
        if leads_to_report(link.target):
            kind = ChannelKind.SECURITY_TXT if "security.txt" in link.target.lower() else ChannelKind.FORM
            yield Channel(kind, link.line)
    if line:
        yield Channel(ChannelKind.MAIL, line)
    for kind, pattern in _BY_WORDS:
        yield from (Channel(kind, number) for number, line in _lines(text) if pattern.search(line))


def leads_to_report(target: str) -> bool:
    """True for the address of a page or platform on which a weakness can be reported; pages in general are none."""
    if _PLATFORM.search(target):
        return True
    is_page = target.lower().startswith("http") and _REPORT_PAGE.search(target) is not None
    return is_page and not _GENERAL.search(target)


def _other(text: str) -> Channel:
    if at := contacts.open_place_line(text):
        return Channel(ChannelKind.PLACEHOLDER, at)
    for number, line in _lines(text):
        if _BY_MAIL.search(line) and not _NOT.search(line):
            return Channel(ChannelKind.MAIL_WITHOUT_ADDRESS, number)
    for number, line in _lines(text):
        if _PUBLIC.search(line) and not _NOT.search(line):
            return Channel(ChannelKind.PUBLIC_ONLY, number)
    words = sum(len(block.words) for section in sections(text) for block in section.blocks)
    link = next(contacts.links(text), None)
    if link is not None and words <= _SHORT:
        return Channel(ChannelKind.ELSEWHERE, link.line)
    return Channel(ChannelKind.NONE)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line[:5000]) for number, line in enumerate(text.split("\n"), start=1))


def is_chapter(text: str, path: str) -> bool:
    """True for a page of a manual or a standard that happens to be called security, and is no policy.

    That is: any such file in docs/, and elsewhere one with its name in lower case and text that is not about reporting.
    """
    if path.lower().startswith("docs/"):
        return True
    return path.rpartition("/")[2].startswith("security") and bool(text.strip()) and not is_policy(text, path)
