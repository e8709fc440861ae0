# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import trackers
from ospo.formats.trackers import Page, TrackerLink, links

OWN = "https://github.com/voorbeeld/project"
ON_GITLAB = "https://gitlab.com/groep/sub/project"
REMOTES = (OWN, ON_GITLAB)
ISSUES, CHANGES = Page.ISSUES, Page.CHANGES


@pytest.mark.parametrize(
    ("target", "page"),
    [
        (f"{OWN}/issues", ISSUES),
        (f"{OWN}/issues/new/choose", ISSUES),
        (f"{OWN}/issues?q=is%3Aopen", ISSUES),
        (f"{OWN}/labels/good%20first%20issue", ISSUES),
        (f"{OWN}/pulls", CHANGES),
        (f"{ON_GITLAB}/-/issues", ISSUES),
        (f"{ON_GITLAB}/-/boards", ISSUES),
        (f"{ON_GITLAB}/-/merge_requests", CHANGES),
        (f"{ON_GITLAB}/-/merge_requests/new", CHANGES),
        ("https://github.com/Voorbeeld/coordinatie/issues", ISSUES),
        ("https://gitlab.com/groep/ander/deel/-/merge_requests", CHANGES),
        ("https://jira.voorbeeld.example/browse/X", ISSUES),
        ("https://voorbeeld.atlassian.net/browse/X-1", ISSUES),
        ("https://trello.com/b/abc", ISSUES),
        ("https://Youtrack.voorbeeld.example/issue", ISSUES),
        ("https://bugzilla.voorbeeld.example/", ISSUES),
        ("https://voorbeeld.example/redmine/projects", ISSUES),
        ("https://voorbeeld.example/Mantis/", ISSUES),
        ("https://bugs.launchpad.net/project", ISSUES),
        ("https://bugs.voorbeeld.example/", ISSUES),
        ("https://tracker.voorbeeld.example/", ISSUES),
        ("https://trac.voorbeeld.example/", ISSUES),
        ("https://mantis.voorbeeld.example/", ISSUES),
        ("https://tree.taiga.io/project/x", ISSUES),
        ("https://dev.azure.com/voorbeeld/x/_boards", ISSUES),
        (f"{OWN}/contribute", ISSUES),
        (f"{ON_GITLAB}/-/service_desk", ISSUES),
        (f"{OWN}/pull-requests", CHANGES),
        ("../../issues", ISSUES),
        ("../../pulls", CHANGES),
    ],
)
def test_a_link_to_the_list_is_our_own(target: str, page: Page) -> None:
    assert list(links(f"# x\n[here]({target})", REMOTES)) == [TrackerLink(page, 2)]


@pytest.mark.parametrize(
    "target", ["https://github.com/ander/project/issues", "https://codeberg.org/voorbeeld/x/issues"]
)
def test_a_list_of_another_owner_is_not_our_own(target: str) -> None:
    assert list(links(target, REMOTES)) == [TrackerLink(ISSUES, 1, is_own=False)]
    assert list(links(target, ())) == [TrackerLink(ISSUES, 1)]


@pytest.mark.parametrize(
    "target",
    [
        f"{OWN}/issues/12",
        f"{OWN}/pull/12",
        f"{OWN}/compare/v1..main",
        OWN,
        "https://img.shields.io/github/issues/voorbeeld/project",
        "https://docs.github.com/en/issues",
        "docs/issues",
        "issues",
    ],
)
def test_other_links_are_none(target: str) -> None:
    assert list(links(f"[here]({target})", REMOTES)) == []


def test_links_come_in_order() -> None:
    text = f"[pulls]({OWN}/pulls) and\n<{OWN}/issues>."

    assert list(links(text, REMOTES)) == [TrackerLink(CHANGES, 1), TrackerLink(ISSUES, 2)]


def test_a_long_address_is_read_in_reasonable_time() -> None:
    assert list(links("https://voorbeeld.example/" + "issues/" * 50_000, REMOTES)) == []


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("https://github.com/orgs/voorbeeld/projects/7", 2),
        ("https://github.com/orgs/voorbeeld/projects/7/views/1?fullscreen=true", 2),
        ("https://github.com/voorbeeld/project/projects", 2),
        ("https://github.com/orgs/ander/projects/7", None),
        ("https://github.com/voorbeeld/project/projects/7/settings", None),
        ("https://voorbeeld.example/projects/7", None),
    ],
)
def test_a_board_of_the_owner(target: str, line: int | None) -> None:
    text = f"See\n[the board]({target})"

    assert trackers.board_line(text, ("https://github.com/voorbeeld/project",)) == line
    assert trackers.board_line(text, ()) == (2 if "github.com" in target and "settings" not in target else None)
