# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The code of conduct says whom to tell when somebody crosses a line."""

import re

from ospo.domain.finding import Evidence, Verdict, met, not_met, unknown
from ospo.domain.snapshot import Snapshot
from ospo.formats import code_of_conduct, community_files, contacts, outline
from ospo.formats.code_of_conduct import Contact, ContactKind
from ospo.formats.community_files import FileKind

_SECTION = re.compile(r"code[ -]of[ -]conduct|gedragscode|\bconduct\b|omgangsvormen|(?:gedrags|omgangs)regels", re.I)
_NAMED = (ContactKind.MAIL, ContactKind.LINK, ContactKind.HANDLE, ContactKind.BODY)


def check(repository: Snapshot) -> Verdict:
    """Met by any contact a person can use, in any language version; else what the first file lacks."""
    entries = community_files.locate(repository.entries(), FileKind.CODE_OF_CONDUCT)
    verdicts = []
    for entry in entries:
        contact = code_of_conduct.contact(community_files.text(repository, entry), entry.path)
        verdicts.append(_verdict(repository, entry.path, contact))
        if verdicts[-1].outcome == "met":
            return verdicts[-1]
    if verdicts:
        return verdicts[0]
    return _in_section(repository) or _absent(repository)


def _verdict(repository: Snapshot, path: str, contact: Contact) -> Verdict:
    evidence = Evidence(path, contact.line)
    if contact.kind in _NAMED or (contact.file is not None and _named_in(repository, contact.file)):
        return met("found", evidence, path=path)
    if contact.kind is ContactKind.PUBLIC_ISSUE:
        return not_met("public-only", evidence, path=path)
    if contact.kind is ContactKind.INCOMPLETE_MAIL:
        return not_met("incomplete-address", evidence, path=path)
    if contact.kind is ContactKind.ELSEWHERE:
        return unknown("elsewhere", evidence, path=path)
    if contact.kind is ContactKind.PLACEHOLDER:
        return not_met("placeholder", evidence, path=path)
    return not_met("no-contact", evidence, path=path)


def _named_in(repository: Snapshot, kind: FileKind) -> bool:
    """True when a file the code of conduct refers to holds an address or an account."""
    texts = (community_files.text(repository, entry) for entry in community_files.locate(repository.entries(), kind))
    return any(contacts.mail_line(text) or contacts.handle_line(text) for text in texts)


def _in_section(repository: Snapshot) -> Verdict | None:
    """Met when a section of the README or CONTRIBUTING names the contact itself."""
    for kind in (FileKind.CONTRIBUTING, FileKind.README):
        for entry in community_files.locate(repository.entries(), kind):
            sections = outline.sections(community_files.text(repository, entry), entry.path)
            for section in outline.find(sections, _SECTION):
                if code_of_conduct.contact(section.text, entry.path).kind in _NAMED:
                    return met("section", Evidence(entry.path, section.line), path=entry.path)
    return None


def _absent(repository: Snapshot) -> Verdict:
    if community_files.may_be_inherited(repository.remotes, FileKind.CODE_OF_CONDUCT):
        return unknown("may-be-inherited", file="CODE_OF_CONDUCT.md")
    return not_met("missing")
