# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""On what terms people contribute: do they keep their copyright, hand it over, or sign an agreement kept elsewhere?

Read from contributing guides, agreements and short licence files (nl, en). A sentence that denies something, or only
asks about it, says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.snapshot import Entry, Snapshot
from ospo.formats import cla, community_files, dco, licences, policies
from ospo.formats.community_files import FileKind
from ospo.formats.expression import Expression

_MOST_FILES = 12  # texts that are read
_LONGEST = 600  # characters of a sentence that are looked at
_OWN = re.compile(
    r"(?:(?:\.github|docs?|legal|contributing)/)?(?:dco|developer[-_ ]certificate(?:[-_ ]of[-_ ]origin)?)"
    r"(?:\.(?:md|txt|rst))?"
    r"|(?:\.github/)?pull_request_template\.md|(?:\.github/)?PULL_REQUEST_TEMPLATE/[^/]+\.md"
    r"|docs?/(?:[^/]+/)*(?:contribut(?:ing|e|ions?)|bijdragen)\.(?:md|rst|adoc)",
    re.IGNORECASE,
)
_DCO_FILE = re.compile(r"(?:.*/)?(?:dco|developer[-_ ]certificate[-_ \w]*)(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:no|not|never|nor|neither|without|instead|unless|whether|geen|niet|nooit|zonder|tenzij)\b|n't\b|\?\s*$",
    re.IGNORECASE,
)
_RIGHTS = (
    r"(?:copyrights?|(?:all )?rights?,? title,? and interests?|intellectual property(?: rights)?|ownership"
    r"|auteursrecht(?:en)?|intellectuele[- ]eigendom\w*|eigendomsrecht(?:en)?)"
)
_HANDS_OVER = Expression(
    rf"\b(?:assigns?|transfers?|conveys?|hands? over|cedes?)\b[^\n]{{0,80}}\b{_RIGHTS}\b[^\n]{{0,80}}\bto\b"
    rf"|\b(?:assigns?|transfers?|conveys?|cedes?) to [^\n]{{0,60}}\b{_RIGHTS}\b"
    rf"|\b(?:assignment|transfer) of (?:\w+ ){{0,3}}{_RIGHTS}\b"
    rf"|\b{_RIGHTS}\b[^\n]{{0,100}}\b(?:is|are|be|will be|shall be) (?:hereby )?(?:assigned|transferred)\b"
    rf"|\bcontributions? (?:will |shall )?becomes? (?:the )?(?:sole |exclusive )?property of\b"
    rf"|\bdraa?g(?:t|en)?\b[^\n]{{0,80}}\b{_RIGHTS}\b[^\n]{{0,80}}\bover\b"
    rf"|\boverdracht van (?:\w+ ){{0,3}}{_RIGHTS}\b"
    rf"|\b{_RIGHTS}\b[^\n]{{0,100}}\b(?:wordt|worden) (?:\w+ ){{0,2}}overgedragen\b",
    re.IGNORECASE,
)
_CONTRIBUTION = re.compile(r"contribut|bijdrag|\byou\b|\byour\b|\bje\b|\bjij\b|\bjouw\b|\bu\b|\buw\b", re.IGNORECASE)
_KEEPS = Expression(
    rf"\b(?:retain|keep|remain the (?:owner|holder) of|behoud(?:t|en)?|houd(?:t|en)?)\b[^\n]{{0,60}}\b{_RIGHTS}\b"
    rf"|\b{_RIGHTS}\b[^\n]{{0,80}}\b(?:remains?|stays?|blijf(?:t|ven)) "
    r"(?:with|bij|(?:\w+ ){0,3}(?:you|contributor|bijdrager|auteur))"
    rf"|\b(?:does|do|will|is|are) not (?:\w+ ){{0,4}}(?:assign|transfer)\w*\b[^\n]{{0,60}}\b{_RIGHTS}\b",
    re.IGNORECASE,
)
_CERTIFICATE = Expression(
    r"developer certificate of origin|developercertificate\.org|\bDCO\b|signed-off-by", re.IGNORECASE
)
_SAME_LICENCE = Expression(
    r"contribut\w*\b[^\n]{0,120}\b(?:will be|are|is|be|shall be|automatically) (?:\w+ ){0,3}"
    r"(?:licen[cs]ed|released|provided|made available|published|accepted|covered|distributed) (?:\w+ ){0,3}under\b"
    r"|\binbound ?(?:=|==|is|equals) ?outbound\b"
    r"|\b(?:licen[cs]e|release|provide|submit|agree to licen[cs]e)\b[^\n]{0,60}\bcontribut\w*\b[^\n]{0,40}\bunder\b"
    r"|\bby (?:contributing|submitting|opening)\b[^\n]{0,160}\b(?:licen[cs]ed|licen[cs]e|terms)\b"
    r"|\b(?:bijdrag\w+|bijdraagt)\b[^\n]{0,120}\bonder\b[^\n]{0,60}\b(?:licentie|EUPL|GPL|MIT|Apache|voorwaarden)\b",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r"\bgrants?\b[^\n]{0,200}\b(?:licen[cs]e|right of use|right to use)\b"
    r"|\bverleen\w*\b[^\n]{0,200}\b(?:licentie|gebruiksrecht|recht)",
    re.IGNORECASE,
)
_AGREEMENT = Expression(r"\b(?:contributor|committer)s?'?s? licen[cs]e agreement|\bi?CLA\b", re.IGNORECASE)


class Terms(StrEnum):
    """What a place says."""

    TRANSFER = "transfer"
    KEEPS = "keeps"
    CERTIFICATE = "certificate"
    SAME_LICENCE = "same-licence"
    AGREEMENT = "agreement"  # contributors sign one, whose text gives a licence and hands nothing over
    ELSEWHERE = "elsewhere"  # contributors sign one, whose text is not here


@dataclass(frozen=True, slots=True)
class Place:
    """What is said, and where; `line` is None for a file that says it as a whole."""

    terms: Terms
    path: str
    line: int | None = None


_EXPRESSIONS = (_KEEPS, _HANDS_OVER, _AGREEMENT, _CERTIFICATE, _SAME_LICENCE)
_ORDER = (Terms.KEEPS, Terms.CERTIFICATE, Terms.SAME_LICENCE)


def find(repository: Snapshot) -> Place | None:
    """The terms; a transfer comes before all, an agreement before what a guide says, and silence is None.

    Raises:
        Unreadable: one of the texts cannot be had.
    """
    entries = repository.entries()
    sign = cla.find(repository)
    texts = _texts(repository, sign)
    said = [place for entry in texts for place in _said(repository, entry)]
    transfer = next((place for place in said if place.terms is Terms.TRANSFER), None)
    if transfer is not None:
        return transfer
    if sign is not None:
        return _agreement(repository, sign)
    if agreement := next((place for place in said if place.terms is Terms.ELSEWHERE), None):
        return agreement
    if any(entry.path == dco.SETTINGS_PATH and entry.is_file for entry in entries):
        said.append(Place(Terms.CERTIFICATE, dco.SETTINGS_PATH))
    said += [Place(Terms.CERTIFICATE, entry.path) for entry in texts if _DCO_FILE.fullmatch(entry.path)]
    return min(said, key=lambda place: _ORDER.index(place.terms), default=None)


def _texts(repository: Snapshot, sign: cla.Sign | None) -> list[Entry]:
    """Contributing guides, what is in the root and docs about the certificate, the agreement, and prose on licences."""
    entries = repository.entries()
    prose = {
        file.path for file in licences.read(repository).files if file.is_in_root and file.reading and not file.found
    }
    agreement = {sign.path} if sign is not None and "/workflows/" not in sign.path else set()
    guides = community_files.locate(entries, FileKind.CONTRIBUTING)
    readme = community_files.locate(entries, FileKind.README)[:1]
    others = [e for e in entries if e.is_file and (_OWN.fullmatch(e.path) or e.path in prose | agreement)]
    every = {entry.path: entry for entry in (*guides, *others, *readme) if not entry.path.lower().endswith(".pdf")}
    return list(every.values())[:_MOST_FILES]


def _said(repository: Snapshot, entry: Entry) -> Iterator[Place]:
    for sentence in policies.sentences(community_files.text(repository, entry), entry.path):
        text = sentence.text[:_LONGEST]
        if not any(expression.may_be_in(text) for expression in _EXPRESSIONS):
            continue
        if _KEEPS.search(text):
            yield Place(Terms.KEEPS, entry.path, sentence.line)
        elif _DENIED.search(text):
            continue
        elif _HANDS_OVER.search(text) and _CONTRIBUTION.search(text):
            yield Place(Terms.TRANSFER, entry.path, sentence.line)
        elif _AGREEMENT.search(text):
            yield Place(Terms.ELSEWHERE, entry.path, sentence.line)
        elif _CERTIFICATE.search(text):
            yield Place(Terms.CERTIFICATE, entry.path, sentence.line)
        elif _SAME_LICENCE.search(text):
            yield Place(Terms.SAME_LICENCE, entry.path, sentence.line)


def _agreement(repository: Snapshot, sign: cla.Sign) -> Place:
    """What can be said of an agreement in which no transfer was found: only its own text tells that there is none."""
    entry = next(entry for entry in repository.entries() if entry.path == sign.path)
    is_text = sign.line is None and not entry.path.lower().endswith((".pdf", ".yml", ".yaml", ".clabot"))
    grants = is_text and _GRANT.search(" ".join(community_files.text(repository, entry).split()))
    return Place(Terms.AGREEMENT if grants else Terms.ELSEWHERE, sign.path, sign.line)
