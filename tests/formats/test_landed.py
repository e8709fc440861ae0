# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Commit
from ospo.formats import landed
from snapshots import COMMITTED, commit


def at(day: int) -> str:
    return f"{day:040x}"


def subjects(*history: Commit) -> list[str]:
    return [change.message for change in landed.changes(history, COMMITTED)]


def test_a_merge_stands_for_all_it_brings() -> None:
    merge = commit(days_before=1, message="Merge pull request #3 from x/y", parents=(at(4), at(2)))
    brought = commit(days_before=2, message="Half of it", parents=(at(4),))
    before = commit(days_before=4, message="Before", parents=())

    assert subjects(merge, brought, before) == ["Merge pull request #3 from x/y", "Before"]


def test_the_chain_ends_where_the_window_does() -> None:
    new, old = commit(days_before=300, message="New", parents=(at(400),)), commit(days_before=400, message="Old")

    assert subjects(new, old) == ["New"]
    assert subjects() == []


def test_a_chain_in_a_circle_ends() -> None:
    assert subjects(commit(days_before=1, parents=(at(1),))) == ["Change something"]


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' of https://forge.example/x",
        "Merge branch 'main' into feature",
        "Merge remote-tracking branch 'upstream/main'",
        "Merge pull request #4 from x/dependabot/npm_and_yarn/a-1",
    ],
)
def test_merges_that_bring_no_change_of_people_are_left_out(message: str) -> None:
    assert subjects(commit(message=message, parents=(at(8), at(9)))) == []


def test_robots_are_left_out_and_the_chain_goes_on() -> None:
    robot = commit(days_before=1, who="renovate[bot]", message="Update", parents=(at(2),))

    assert subjects(robot, commit(days_before=2, message="Fix")) == ["Fix"]


@pytest.mark.parametrize(
    "message",
    [
        "Fix the door (#12)",
        "Closes voorbeeld/code#7",
        "See merge request dienst/code!34",
        "VTH-123: nieuwe knop",
        "[ABC-9] Fix",
        "Merged PR 88: new form",
        "Merged in fix (pull request #5)",
        "Refs: https://forge.example/x/issues/1",
        "Merge branch 'feature/42-door' into 'main'",
        "GH-12",
        "AB#991",
        "Issue 15: door",
        "user story 77",
        "Melding 4 verholpen",
    ],
)
def test_a_message_that_refers(message: str) -> None:
    assert landed.refers(message)


@pytest.mark.parametrize(
    "message",
    [
        "Read files as UTF-8",
        "Use SHA-256 and ISO-8601",
        "Fix CVE-2024-1234",
        "Colour #000000 and #fff",
        "Support Python-3",
        "Release 1.2.3",
        "Wow!",
        "Take 3",
        "&#39; escaped",
        "EUPL-1 headers",
        "Update 20250625.md",
        "",
    ],
)
def test_a_message_that_does_not(message: str) -> None:
    assert not landed.refers(message)


@pytest.mark.parametrize(
    ("message", "is_by_request"),
    [
        ("Merge pull request #1 from x/y", True),
        ("Add a door (#3)", True),
        ("Merge branch 'x' into 'main'\n\nTitle\n\nSee merge request a/b!3", True),
        ("Merged PR 5: door", True),
        ("Fix #3", False),
        ("Merge branch 'x'", False),
    ],
)
def test_changes_by_request(message: str, is_by_request: bool) -> None:
    assert landed.is_by_request(commit(message=message)) is is_by_request


def test_a_reviewer_is_somebody_else() -> None:
    other = "Fix\n\nReviewed-by: Dev Two <dev-two@voorbeeld.example>\n"

    assert landed.names_reviewer(commit(message=other))
    assert not landed.names_reviewer(commit(message=other.replace("Dev Two", "dev-one")))
    assert not landed.names_reviewer(commit(message="Fix\n\nSigned-off-by: Dev Two <dev-two@voorbeeld.example>\n"))
