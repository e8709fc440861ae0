# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ospo.checks.governance.codeowners_still_commit import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Signature
from snapshots import COMMITTED, MemorySnapshot, commit

PATH = ".github/CODEOWNERS"
REMOTES = ("https://github.com/voorbeeld/project",)


def by(login: str, days_before: int) -> Commit:
    """A commit with the address that the forge hands out."""
    made = commit(days_before=days_before)
    signature = Signature(login, f"{login}@users.noreply.github.com", made.author.when)
    return replace(made, author=signature, committer=signature)


def snapshot(text: str, *history: Commit, is_shallow: bool = False) -> MemorySnapshot:
    return MemorySnapshot({PATH: text}, history=history, remotes=REMOTES, is_shallow=is_shallow)


def test_owners_who_committed_in_the_last_year_are_met() -> None:
    verdict = check(snapshot("* @dev-one\n/docs @dev-two\n", by("dev-one", 1), by("dev-two", 300)))

    assert verdict == met("active", Evidence(PATH), path=PATH, n=2, date="2026-11-01")


def test_an_owner_who_did_so_only_before_is_not_met() -> None:
    verdict = check(snapshot("* @dev-one @dev-two @dev-three\n", by("dev-one", 1), by("dev-two", 400)))

    counts = {"n": 3, "stale": 1, "active": 1}
    assert verdict == not_met("gone", Evidence(PATH), path=PATH, date="2026-11-01", **counts)


def test_an_owner_who_cannot_be_joined_is_unknown() -> None:
    verdict = check(snapshot("* @dev-one @dev-two\n", by("dev-one", 1)))

    assert verdict == unknown("not-joined", Evidence(PATH), path=PATH, n=2, unknown=1, active=1)


def test_teams_are_left_out() -> None:
    verdict = check(snapshot("* @voorbeeld/team\n", by("dev-one", 1)))

    assert verdict == not_applicable("no-individuals", Evidence(PATH), path=PATH)


def test_without_a_codeowners_that_is_read_it_does_not_apply() -> None:
    assert check(MemorySnapshot({}, remotes=REMOTES)) == not_applicable("no-codeowners")
    assert check(MemorySnapshot({"CODEOWNERS.md": "* @dev-one"}, remotes=REMOTES)) == not_applicable("no-codeowners")


def test_a_quiet_history_says_nothing_about_people() -> None:
    bot = replace(commit(days_before=1), author=Signature("dependabot[bot]", "b@voorbeeld.example", COMMITTED))

    verdict = check(snapshot("* @dev-one\n", bot, by("dev-one", 400)))

    assert verdict == not_applicable("quiet", Evidence(PATH), path=PATH)


def test_a_shallow_clone_and_a_commit_without_a_date_are_unknown() -> None:
    assert check(snapshot("* @dev-one\n", by("dev-one", 1), is_shallow=True)) == unknown("shallow")
    undated = replace(snapshot("* @dev-one\n"), committed=datetime(1970, 1, 1, tzinfo=UTC))
    assert check(undated) == unknown("no-date")


def test_the_mailmap_is_read() -> None:
    moment = COMMITTED - timedelta(days=1)
    new = replace(commit(), author=Signature("E", "een@voorbeeld.example", moment))
    files = {PATH: "* @dev-one\n", ".mailmap": "Dev Een <een@voorbeeld.example> <dev-one@users.noreply.github.com>\n"}

    verdict = check(MemorySnapshot(files, history=(new, by("dev-one", 400)), remotes=REMOTES))

    assert verdict.reason == "active"
