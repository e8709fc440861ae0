# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Security advisories: identifiers of known weaknesses, files that hold them, and where a text says they appear."""

import re
from collections.abc import Iterable
from itertools import islice

from ospo.formats import contacts, outline
from ospo.formats.policies import Sentence

_IDENTIFIER = re.compile(
    r"\b(?:CVE-(?:19|20)\d\d-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|PYSEC-20\d\d-\d{1,6}|RUSTSEC-20\d\d-\d{4}|"
    r"GO-20\d\d-\d{4}|OSV-20\d\d-\d{1,6}|NCSC-20\d\d-\d{4})\b",
    re.I,
)
_DEALT_WITH = re.compile(
    r"\b(?:fix\w*|patch\w*|security|vulnerab\w*|assigned|advisor\w+|mitigat\w+|resol\w+|address\w*|upgrad\w+|bump\w*|"
    r"updat\w+|opgelost|verholpen|beveilig\w*|kwetsbaar\w*)\b",
    re.I,
)
_BESIDE = re.compile(r"\btests?\b|\bsuppress\w*|\bignor\w+|\bfalse positive", re.I)
_MOST_IDENTIFIERS = 200
_LONGEST = 1000
_FILE = re.compile(
    r"(?:docs?/|\.github/|doc/)?(?:security[-_]?)?(?:advisories|bulletins|vulnerabilities)/[^/]+\.(?:md|rst|adoc|"
    r"txt|json|ya?ml)|"
    r"(?:.{0,60}/)?\.?vex/[^/]+\.json|(?:[\w.-]+\.)?(?:openvex|vex)\.json|csaf[\w.-]*\.json",
    re.I,
)
_NO_FILE = re.compile(r"(?:\A|/)(?:readme|index|template)\b", re.I)
_LIST = re.compile(
    r"/security/advisories/?(?:\?\S*)?\Z|/-/security/vulnerabilit|//(?:osv\.dev|github\.com/advisories)\S*[?/]", re.I
)

_MADE = re.compile(
    r"\b(?:publish\w*|announc\w*|public disclosure|disclosed|released?|communicat\w*|post(?:ed)?|warning|documented|"
    r"listed|"
    r"credit\w*|notif\w+|inform(?:ed)?|mention(?:ed)?|publiceren|gepubliceerd|uitgebracht|gedocumenteerd|bekendgemaakt|"
    r"aangekondigd|gemeld|melden|vermeld\w*|waarschuw\w*)\b",
    re.I,
)
_WHAT = re.compile(
    r"\badvisor(?:y|ies)\b|\bCVEs?\b|\bvulnerabilit\w+|\bsecurity[ -](?:bulletin|notice|release|announcement|update|"
    r"fix|patch|"
    r"issue)\w*|\bbeveiligings[- ]?(?:advie\w+|updates?|lek\w*|bulletin)|\bkwetsbaarhe\w+|"
    r"\bsecurity[- ]?(?:advie\w+|patches)",
    re.I,
)
_WHERE = re.compile(
    r"\badvisor(?:y|ies)\b|\bCVEs?\b|\bchange ?log\b|\brelease[- ]notes?\b|\breleases? page\b|\bmailing ?list|\bblog\b|"
    r"\bwebsite\b|\bdiscussions?\b|\bslack\b|\bforum\b|\bchannels?\b|\bkanaal\b|\bkanalen\b|\bnieuwsbrief\b|"
    r"\bnewsletter\b|"
    r"\bversie-?opmerkingen\b|\breleases? on\b",
    re.I,
)
# What is asked of the reporter, and not what the project does.
_OF_REPORTER = re.compile(
    r"\b(?:please|do not|don['’]t|not to|should not|must not|refrain|avoid|until|gelieve|niet|geen|nooit|voordat|"
    r"totdat|you can|"
    r"you may|draft|open|submit|create|request\w*)\b",
    re.I,
)
_NONE_YET = re.compile(
    r"\b(?:no|geen|zero)\b(?: \w+){0,2} (?:vulnerabilit\w+|advisor(?:y|ies)|CVEs?|kwetsbaarheden|"
    r"beveiligingsadviezen)\b"
    r"[^.]{0,60}\b(?:yet|so far|to date|published|known|reported|nog|bekend|gepubliceerd)\b|"
    r"\b(?:nog|yet|known) (?:geen|no) (?:\w+ ){0,2}(?:vulnerabilit|advisor|kwetsbaar|beveiligingsadvie)",
    re.I,
)


def fixed_line(text: str) -> int | None:
    """The line where a change log first names a weakness by its identifier (CVE, GHSA ...) as dealt with."""
    lines = text.split("\n")
    for found in islice(_IDENTIFIER.finditer(text), _MOST_IDENTIFIERS):
        number = text.count("\n", 0, found.start())
        around = " ".join(line[:_LONGEST] for line in lines[max(number - 2, 0) : number + 1])
        if _DEALT_WITH.search(around) and not _BESIDE.search(around):
            return number + 1
    return None


def files(paths: Iterable[str]) -> list[str]:
    """The files in the tree that hold advisories, or say what a weakness means for this software (VEX, CSAF)."""
    return [path for path in paths if _FILE.fullmatch(path) and not _NO_FILE.search(path)]


def list_line(text: str) -> int | None:
    """The line of a link to a list of published advisories; a form to report does not count."""
    return next((link.line for link in contacts.links(text) if _LIST.search(link.target)), None)


def says_where(sentence: Sentence) -> bool:
    """True when a sentence of a policy says where known weaknesses are made public, or that there are none yet."""
    words = outline.plain(sentence.text)
    if _NONE_YET.search(words):
        return True
    return not _OF_REPORTER.search(words) and all(pattern.search(words) for pattern in (_MADE, _WHAT, _WHERE))
