# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime

from ospo.checks.licence.commits_are_signed_off import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit
from snapshots import MemorySnapshot, commit

SIGNED = "Change\n\nSigned-off-by: dev-one <dev-one@voorbeeld.example>"
REMEDY = "I, dev-one <dev-one@voorbeeld.example>, hereby add my Signed-off-by to this commit: "


def history(signed: int, unsigned: int) -> list[Commit]:
    messages = [SIGNED] * signed + ["Change"] * unsigned
    return [commit(days_before=day, message=message) for day, message in enumerate(messages)]


def test_nine_of_ten_signed_is_met() -> None:
    assert check(MemorySnapshot(history=history(9, 1))) == met(
        "signed-off", share=90, count=10, unmatched=0, date="2026-11-01"
    )


def test_fewer_than_nine_of_ten_is_partly() -> None:
    verdict = check(MemorySnapshot(history=history(17, 2)))

    assert verdict == not_met("partly-signed-off", share=89, signed=17, count=19, percentage=90, date="2026-11-01")


def test_none_is_none() -> None:
    assert check(MemorySnapshot(history=history(0, 12))) == not_met(
        "none-signed-off", signed=0, count=12, date="2026-11-01"
    )


def test_below_ten_a_share_says_nothing() -> None:
    assert check(MemorySnapshot(history=history(0, 9))) == not_applicable("too-few", count=9, enough=10)


def test_merges_programs_and_older_commits_do_not_count() -> None:
    noise = [
        commit(message="Merge", parents=("a" * 40, "b" * 40)),
        commit(who="dependabot[bot]", message="Bump"),
        *(commit(days_before=400 + day) for day in range(20)),
    ]

    assert check(MemorySnapshot(history=[*history(10, 0), *noise])).values["count"] == 10


def test_what_github_squashed_counts_by_presence() -> None:
    one = commit(message="Change (#1)\n\nSigned-off-by: Dev <dev@voorbeeld.example>")
    squashed = replace(one, committer=replace(one.committer, email="noreply@github.com"))

    verdict = check(MemorySnapshot(history=[squashed] * 10))

    assert (verdict.reason, verdict.values["unmatched"]) == ("signed-off", 10)


def test_somebody_elses_sign_off_does_not_count() -> None:
    other = [commit(who="dev-two", message=SIGNED) for _ in range(10)]

    assert check(MemorySnapshot(history=other)).reason == "none-signed-off"


def test_a_remedy_counts_when_the_repository_allows_it() -> None:
    forgotten = history(0, 10)
    remedy = commit(message="\n".join(REMEDY + c.id for c in forgotten) + "\n\n" + SIGNED)
    allowed = {".github/dco.yml": "allowRemediationCommits:\n  individual: true\n"}

    assert check(MemorySnapshot(allowed, history=[remedy, *forgotten])).values["share"] == 100
    assert check(MemorySnapshot(history=[remedy, *forgotten])).reason == "none-signed-off"


def test_a_shallow_clone_is_unknown() -> None:
    assert check(MemorySnapshot(history=history(20, 0), is_shallow=True)) == unknown("shallow")


def test_a_stray_sign_off_is_no_practice() -> None:
    assert check(MemorySnapshot(history=history(1, 10))).reason == "none-signed-off"
    assert check(MemorySnapshot(history=history(1, 9))).reason == "partly-signed-off"


def test_who_has_an_agreement_signed_needs_no_sign_off() -> None:
    files = {"CONTRIBUTING.md": "# Bijdragen\n\nTeken eerst onze bijdragersovereenkomst.\n"}

    assert check(MemorySnapshot(files, history=history(1, 12))) == not_applicable(
        "cla", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md"
    )
    assert check(MemorySnapshot(files, history=history(12, 0))).reason == "signed-off"


def test_a_commit_without_a_date_has_no_last_year() -> None:
    undated = datetime(1970, 1, 1, 5, tzinfo=UTC)

    assert check(MemorySnapshot(history=[commit() for _ in range(20)], committed=undated)) == unknown("no-date")
