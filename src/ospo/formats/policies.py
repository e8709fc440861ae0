# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security policies of a repository, sentence by sentence: SECURITY files, or sections on reporting elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, contacts, outline, security_policy
from ospo.formats.community_files import FileKind
from ospo.formats.outline import Block, BlockKind, Section

_END = re.compile(r"[.!?][)\"'*_]{0,3}\s+(?=[^\sa-z])")
_LONGEST = 5000  # characters of a block; what comes after is not looked at
_DISCLOSURE = re.compile(
    r"\bcoordinated(?: vulnerability)? disclosure|responsib(?:le|ly)[\W_]{0,6}(?:reporting|disclos)|\bCVD\b|"
    r"disclos\w* (?:\S+ ){0,3}\S{0,2}responsible|gecoördineerd|verantwoord\w* (?:wijze|manier|melden|openbaar)|embargo|"
    r"vulnerability disclosure|before (?:sharing|disclosing|publish)|voordat (?:je|u|jij) (?:\S+ ){0,4}(?:deelt|"
    r"openbaar)",
    re.I,
)
# A policy that stands in the repository of the owner, or somewhere else on a forge.
_POLICY_FILE = re.compile(
    r"/(?:blob|tree|raw|src)/\S{0,300}security[\w-]{0,20}\.(?:md|rst|adoc|txt)|/\.github/?\Z", re.I
)
_FORGE_HOST = re.compile(r"https?://(?:[\w-]+\.)?(?:github|gitlab|codeberg|bitbucket)\.(?:com|org)/", re.I)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, item or table row on one line; the heading it stands below, and its line in the file (from 1)."""

    title: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Policy:
    """One text that tells how to report a weakness; `line` is where it starts."""

    path: str
    line: int
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def is_coordinated(self) -> bool:
        """True when reports do not stand in the open, or the text speaks of disclosing in consultation."""
        way = security_policy.channel(self.text).kind
        is_private = way.is_private or way is security_policy.ChannelKind.MAIL_WITHOUT_ADDRESS
        return is_private or _DISCLOSURE.search(self.text) is not None

    @property
    def speaks_of_disclosure(self) -> bool:
        """True when the text itself names disclosure in consultation with the reporter."""
        return _DISCLOSURE.search(self.text) is not None

    def page(self) -> contacts.Link | None:
        """The first link to a page or policy elsewhere that tells how to report: what that says is not here."""
        return next((link for link in contacts.links(self.text) if is_page(link.target)), None)

    def at(self, line: int) -> int:
        """The line in the file of a line (from 1) in the text."""
        return self.line + line - 1


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies found; `may_be_inherited` when there is no SECURITY file here, and the owner may supply one."""

    found: tuple[Policy, ...]
    may_be_inherited: bool

    def sentences(self) -> Iterator[tuple[str, Sentence]]:
        """Every sentence with the path of its file."""
        yield from ((policy.path, sentence) for policy in self.found for sentence in policy.sentences)


def read(repository: Snapshot) -> Policies:
    """The SECURITY files that tell how to report; without one, the sections on it in other texts.

    Raises:
        Unreadable: a file cannot be had.
    """
    files, in_the_way = [], False
    for entry in community_files.locate(repository.entries(), FileKind.SECURITY):
        text = community_files.text(repository, entry)
        if security_policy.is_policy(text, entry.path) and not _is_other_text(text, entry.path):
            files.append(Policy(entry.path, 1, outline.without_comments(text), sentences(text, entry.path)))
        elif not security_policy.is_chapter(text, entry.path):
            in_the_way = True
    found = files or list(_sections(repository))
    inherits = community_files.may_be_inherited(repository.remotes, FileKind.SECURITY)
    return Policies(tuple(found), not files and not in_the_way and inherits)


def is_page(target: str) -> bool:
    """True for a link to a page on reporting that stands outside the repository and its forge."""
    if _FORGE_HOST.match(target):
        return _POLICY_FILE.search(target) is not None
    return security_policy.leads_to_report(target)


@lru_cache(maxsize=64)  # several checks read the same texts of one repository, one after the other
def sentences(text: str, path: str) -> tuple[Sentence, ...]:
    """The sentences of a text that people read; code is left out."""
    return tuple(s for section in outline.sections(text, path) for s in _of_section(section))


def _of_section(section: Section) -> Iterator[Sentence]:
    for block in section.blocks:
        if block.kind is not BlockKind.CODE:
            yield from _of_block(section.title, block)


def _of_block(title: str, block: Block) -> Iterator[Sentence]:
    text, at = block.text[:_LONGEST], 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if words := " ".join(text[at:end].split()):
            line = block.line + text.count("\n", 0, at)
            yield Sentence(title, words, line)
        at = end


def _sections(repository: Snapshot) -> Iterator[Policy]:
    for kind in (FileKind.CONTRIBUTING, FileKind.README, FileKind.SUPPORT):
        for entry in community_files.locate(repository.entries(), kind):
            text = community_files.text(repository, entry)
            for section in security_policy.reporting_sections(text, entry.path):
                if not security_policy.channel(section.text).kind.is_private:
                    continue
                lines = outline.without_comments(text).split("\n")
                end = max((block.line + block.text.count("\n") for block in section.blocks), default=section.line)
                part = "\n".join(lines[section.line - 1 : end])
                yield Policy(entry.path, section.line, part, tuple(_of_section(section)))


def _is_other_text(text: str, path: str) -> bool:
    """True for a chapter of a manual that mentions reporting in passing."""
    return security_policy.is_chapter(text, path) and not security_policy.channel(text).kind.is_private
