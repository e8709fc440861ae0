# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ospo.checks.continuity.work_comes_from_several_organisations import PARAMETERS, check
from ospo.domain.finding import Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Signature
from snapshots import COMMITTED, MemorySnapshot, commit

ENOUGH = PARAMETERS["enough"].default
DATE = COMMITTED.date().isoformat()


def work(host: str, count: int, *, name: str = "dev", days_before: int = 1) -> list[Commit]:
    made = commit(days_before=days_before)
    who = Signature(name, f"dev@{host}", made.author.when)
    return [replace(made, author=who, committer=who)] * count


def verdict(*history: Sequence[Commit], **rest: bool) -> Verdict:
    assert isinstance(ENOUGH, int)
    return check(MemorySnapshot(history=[c for part in history for c in part], **rest), ENOUGH)  # type: ignore[arg-type]


def test_three_organisations_are_several() -> None:
    found = verdict(work("een.nl", 9), work("twee.nl", 8), work("drie.nl", 8))

    assert found == met("several", commits=25, n=3, share=36, hidden=0, date=DATE)


def test_half_is_one_organisation() -> None:
    found = verdict(work("een.nl", 10), work("twee.nl", 5), work("drie.nl", 5))

    assert found == not_met("one-organisation", commits=20, share=50, hidden=0, date=DATE)


def test_hidden_work_counts_against_both_answers() -> None:
    hidden = verdict(work("een.nl", 9), work("twee.nl", 8), work("gmail.com", 8))
    little = verdict(work("een.nl", 9), work("twee.nl", 9), work("drie.nl", 9), work("gmail.com", 1))

    assert hidden == unknown("hidden", commits=25, share=36, hidden=32, date=DATE)
    assert little.reason == "several"
    assert verdict(work("een.nl", 15), work("gmail.com", 15)).reason == "one-organisation"


def test_only_open_mailboxes_is_unknown() -> None:
    assert verdict(work("gmail.com", 30)).values["hidden"] == 100


def test_a_mailmap_shows_where_work_is_done() -> None:
    history = work("gmail.com", 30)
    files = {".mailmap": "Dev <dev@een.nl> <dev@gmail.com>\n"}

    assert check(MemorySnapshot(files, history=history), 20).reason == "one-organisation"


def test_programs_merges_and_older_work_do_not_count() -> None:
    merges = [replace(c, parents=("a" * 40, "b" * 40)) for c in work("een.nl", 30)]
    robots = work("een.nl", 30, name="renovate[bot]")

    found = verdict(merges, robots, work("twee.nl", 3), work("een.nl", 30, days_before=400))

    assert found == not_applicable("too-few", commits=3, enough=20, date=DATE)


def test_a_profile_may_set_what_is_enough() -> None:
    assert check(MemorySnapshot(history=work("een.nl", 3)), 3).reason == "one-organisation"
    assert check(MemorySnapshot(), 0).reason == "too-few"


@pytest.mark.parametrize(
    ("snapshot", "reason"),
    [
        (MemorySnapshot(is_shallow=True), "shallow"),
        (MemorySnapshot(committed=datetime(1970, 1, 1, tzinfo=UTC)), "no-date"),
    ],
)
def test_a_history_that_cannot_be_counted_is_unknown(snapshot: MemorySnapshot, reason: str) -> None:
    assert check(snapshot, 20) == unknown(reason)
