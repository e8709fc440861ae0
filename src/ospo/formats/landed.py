# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changes as they landed on the main line, and what their messages refer to: issues, requests, reviewers."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from ospo.domain.snapshot import Commit
from ospo.formats import people
from ospo.formats.expression import Expression

_LONGEST = 20_000  # characters of a message
_MOST = 50_000  # commits of one year

# A merge that only brings a branch up to date: it says nothing of a change.
_CATCHES_UP = re.compile(
    r"Merge (?:remote-tracking branch|branch '[^'\n]{1,200}' of |branch '(?:main|master|develop(?:ment)?|dev)' into "
    r"|tag )"
)
_OF_ROBOT = re.compile(
    r"Merge [^\n]{0,200}?(?:dependabot|renovate|pre-commit-ci|snyk|greenkeeper|depfu|pyup|weblate|crowdin"
    r"|allcontributors)"
    r"|(?:Merged PR \d+: )?(?:chore|build|fix)?(?:\(deps[\w-]*\))?:? ?[Bb]ump \S+ from \S+ to ",
)
# Names with a number that are no ticket: character sets, hashes, standards, licences.
_NO_TICKET = (
    r"UTF|UCS|ISO|RFC|CVE|CWE|GHSA|PEP|SHA|MD|AES|RSA|DES|TLS|SSL|HTTP|GPL|LGPL|AGPL|EUPL|BSD|MPL|CC|WCAG|COVID|SARS|ES"
    r"|TS|PHP"
    r"|NL|EN|NEN|IEC|IEEE|ANSI|ECMA|CP|X|Q|RC|BETA|ALPHA|VERSION|PYTHON|JAVA|JDK|NODE|DJANGO|WINDOWS|UBUNTU|LATIN|BASE"
    r"|PSR|SPDX|MIT"
    r"|SPRINT|FASE|STAP|STEP|PHASE|PART|DAY|WEEK|TOP|COPILOT|GPT|CLAUDE"
)
_REFERENCE = re.compile(
    r"(?<![\w&/#])(?:[\w.-]{1,100}/[\w.-]{1,100})?#[1-9]\d{0,6}(?!\w)"  # #12, owner/name#12
    r"|(?<![\w!])(?:[\w.-]{1,100}/)*[\w.-]{0,100}![1-9]\d{0,6}(?!\w)"  # !12, group/name!12
    r"|\b(?:GH|AB#|gh)-?[1-9]\d{0,6}\b"
    rf"|\b(?!(?:{_NO_TICKET})-)[A-Z][A-Z0-9]{{1,9}}-[1-9]\d{{0,5}}\b"  # a ticket: ABC-12
    r"|\b(?:feature|feat|fix|bugfix|hotfix|task|story|bug"
    r"|issue)/(?:[a-z]{2,10}[-_])?[1-9]\d{0,5}\b"  # in the name of a branch
    r"|https?://[^\s<>]{1,300}/(?:issues|pull|pulls|merge_requests|discussions|work_items|browse|_workitems/edit"
    r"|tickets?|epics|show_bug)\b",
)
_IN_WORDS = Expression(
    r"\b(?:issues?|tickets?|bugs?|(?:user ?)?stor(?:y|ies)|pbi|taak|taken|meldingen|melding|incident|wens|pr|mr|(?:pull"
    r"|merge) request|merged pr)"
    r"[ \t]{0,3}[#:]?[ \t]{0,3}[1-9]\d{0,6}\b",
    re.I,
)
_REQUEST = re.compile(
    r"Merge pull request #\d|Merged in \S{1,200} \(pull request #\d|^Merged PR \d|^[^\n]{0,300}\(#\d{1,7}\)\s*$"
    r"|^See merge request \S{0,200}!\d|\AMerge branch '[^'\n]{1,200}' into '",
    re.M,
)
_TRAILER = Expression(
    r"^(?:Reviewed-by|Approved-by|Acked-by|Reviewed-on|Beoordeeld-door):[ \t]{1,5}(?P<who>\S[^\n]{0,300})$", re.I | re.M
)


def changes(commits: Iterable[Commit], end: datetime, window: timedelta = people.WINDOW) -> list[Commit]:
    """What landed on the main line in the window before `end`, newest first: the chain of first parents.

    A merge stands for all it brings. Left out are the work of robots, and merges that only bring a branch up to date.
    """
    found: dict[str, Commit] = {}
    for commit in people.within(commits, end, window):
        found[commit.id] = commit
        if len(found) >= _MOST:
            break
    landed = []
    at = found.pop(next(iter(found)), None) if found else None
    while at is not None:
        if not (
            people.is_bot(at.author) or _OF_ROBOT.match(at.message) or (at.is_merge and _CATCHES_UP.match(at.message))
        ):
            landed.append(at)
        at = found.pop(at.parents[0], None) if at.parents else None
    return landed


def refers(message: str) -> bool:
    """True when a message names an issue, a ticket, a discussion or a request."""
    text = message[:_LONGEST]
    return _REFERENCE.search(text) is not None or _IN_WORDS.search(text) is not None


def is_by_request(commit: Commit) -> bool:
    """True for a change that landed through a pull or merge request, as the messages of forges show it."""
    return _REQUEST.search(commit.message[:_LONGEST]) is not None


def names_reviewer(commit: Commit) -> bool:
    """True when a trailer names somebody else than the author as reviewer."""
    own = (commit.author.email.lower(), commit.author.name.lower())
    return any(
        not any(part and part in found["who"].lower() for part in own)
        for found in _TRAILER.finditer(commit.message[:_LONGEST])
    )
