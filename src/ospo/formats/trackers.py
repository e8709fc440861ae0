# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links in prose to where the work on a project can be followed: the issue tracker, and the changes people propose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ospo.formats import address, contacts, own_links
from ospo.formats.expression import fold


class Page(StrEnum):
    """What a link leads to: reports and wishes, or changes that wait for a review."""

    ISSUES = "issues"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class TrackerLink:
    """A link and its line (from 1); `is_own` is false for a page of another owner on a forge."""

    page: Page
    line: int
    is_own: bool = True


# What a forge writes behind the address of a repository. One issue or one request is not the list of them.
_PAGES = {
    Page.ISSUES: re.compile(
        r"(?:/-)?/(?:issues(?:/new(?:/choose)?)?|boards|issues/(?:created_by|assigned)/.{1,60}|"
        r"labels/.{1,80}|contribute|service_desk)"
    ),
    Page.CHANGES: re.compile(r"(?:/-)?/(?:pulls|merge_requests(?:/new)?|pulls/new|pull-requests)"),
}
_ON_A_FORGE = re.compile(
    r"https?://(?P<host>[^/\s]{3,100})/(?P<path>[^\s?#]{3,300}?)"
    r"(?:/-)?/(?:(?P<issues>issues(?:/new(?:/choose)?)?)|(?:pulls|merge_requests))/?(?:[?#]\S{0,500})?",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:\.\./){1,6}(?:-/)?(?:(?P<issues>issues(?:/new(?:/choose)?)?)|(?:pulls|merge_requests))/?(?:[?#].{0,500})?"
)
# A board of GitHub, on which issues and requests may stand; which of them it shows is not in its address.
_BOARD = re.compile(
    r"https?://(?P<host>github\.com)/(?:orgs/|users/)?(?P<owner>[\w.-]{1,100})(?:/[\w.-]{1,100})?/projects(?:/\d{1,6})?"
    r"(?:/views/\d{1,6})?/?(?:[?#].{0,500})?",
    re.I,
)
# Trackers apart from the code.
_APART = re.compile(
    r"https?://(?:[\w.-]{1,100}\.atlassian\.net/(?:browse|jira|projects|secure)|(?:jira|youtrack|bugzilla|redmine|bugs|issues|"
    r"tracker|mantis|trac)\.[\w.-]{3,100}|[\w.-]{1,100}/(?:jira|redmine|bugzilla|mantis)\b|trello\.com/b/|tree\.taiga\.io/project|"
    r"bugs\.launchpad\.net|dev\.azure\.com/\S{1,200}/_(?:workitems|boards))",
    re.I,
)
# One of these stands in every link to a tracker or to changes: to take all links out of a long text costs more.
_HINTS = (
    "issues", "/boards", "/labels/", "/contribute", "service_desk", "pulls", "merge_requests", "pull-requests",
    "atlassian.net", "jira", "youtrack", "bugzilla", "redmine", "bugs.", "tracker.", "mantis", "trac.", "trello.com",
    "tree.taiga.io", "dev.azure.com",
)  # fmt: skip


def links(text: str, remotes: Sequence[str]) -> Iterator[TrackerLink]:
    """Every link to a tracker or to proposed changes, in order; without remotes each may be the project's own."""
    folded = fold(text)
    if not any(hint in folded for hint in _HINTS):
        return
    owners = {_owner(remote) for remote in remotes}
    for link in contacts.links(text):
        page = own_links.page_of(link.target, remotes)
        if page is not None:
            for kind, pattern in _PAGES.items():
                if pattern.fullmatch(page):
                    yield TrackerLink(kind, link.line)
        elif match := _RELATIVE.fullmatch(link.target):
            yield TrackerLink(_kind(match), link.line)
        elif _APART.match(link.target):
            yield TrackerLink(Page.ISSUES, link.line)
        elif match := _ON_A_FORGE.fullmatch(link.target):
            named = f"https://{match['host'].lower()}/{match['path'].lower()}"
            yield TrackerLink(_kind(match), link.line, not owners or _owner(named) in owners)


def board_line(text: str, remotes: Sequence[str]) -> int | None:
    """The first line that leads to a project board of the owner; without remotes any may be its own."""
    owners = {_owner(remote) for remote in remotes}
    for link in contacts.links(text) if "/projects" in text else ():
        match = _BOARD.fullmatch(link.target)
        if match and (not owners or (match["host"].lower(), match["owner"].lower()) in owners):
            return link.line
    return None


def _kind(match: re.Match[str]) -> Page:
    return Page.ISSUES if match["issues"] else Page.CHANGES


def _owner(remote: str) -> tuple[str, str]:
    """The host, and the account or the outermost group."""
    return address.host(remote), address.owner(remote).partition("/")[0].lower()
