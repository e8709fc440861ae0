# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.domain.snapshot import Signature
from ospo.formats import people
from ospo.formats.mailmap import Mailmap, parse
from snapshots import COMMITTED, commit


def signature(name: str, email: str = "iemand@voorbeeld.example") -> Signature:
    return Signature(name, email, COMMITTED)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
        ("Een naam", "1234+eigen-app[bot]@users.noreply.github.com"),
        ("Weblate (bot)", "weblate@voorbeeld.example"),
        ("GitHub Actions", ""),
        ("bump version", "action@github.com"),
        ("release-bot", "release@voorbeeld.example"),
        ("Team Voorbeeld", "99+team-voorbeeld-ci@users.noreply.github.com"),
        ("Voorbeeld Bot", "7+VoorbeeldBot@users.noreply.github.com"),
        ("VB-BOT-WORKFLOW", "vb@voorbeeld.example"),
        ("Release", "project_123_bot_4f5e@noreply.gitlab.example"),
    ],
)
def test_programs_are_known_by_name_or_address(name: str, email: str) -> None:
    assert people.is_bot(signature(name, email))


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Robin Bot", "robin.bot@voorbeeld.example"),  # a surname
        ("r.bot", "r.bot@voorbeeld.example"),
        ("Travis Voorbeeld", "travis@voorbeeld.example"),
        ("Abbot", "abbot@voorbeeld.example"),
        ("Lou Voorbeeld", "12+talbot@users.noreply.github.com"),
        ("robot-liefhebber", "x@voorbeeld.example"),
        ("", ""),
    ],
)
def test_people_are_not_taken_for_programs(name: str, email: str) -> None:
    assert not people.is_bot(signature(name, email))


def test_a_merge_is_no_work_of_a_person() -> None:
    assert people.is_human(commit())
    assert not people.is_human(commit(parents=("a" * 40, "b" * 40)))
    assert not people.is_human(commit(who="renovate"))


def test_the_window_ends_a_year_before_and_reads_on_a_little_past_a_wrong_clock() -> None:
    days = [0, 364, 4000, 200, 366]
    history = [commit(days_before=day) for day in days]

    found = people.within(iter(history), COMMITTED)

    assert [round((COMMITTED - c.committer.when) / timedelta(days=1)) for c in found] == [0, 364, 200]


def test_the_window_stops_reading_a_long_past() -> None:
    read = 0

    def history():  # type: ignore[no-untyped-def]  # a generator that counts what is asked of it
        nonlocal read
        for day in (1, *range(400, 2000)):
            read += 1
            yield commit(days_before=day)

    assert len(list(people.within(history(), COMMITTED))) == 1
    assert read < 300


def test_an_identity_is_one_for_one_person_and_tells_nothing() -> None:
    mailmap = parse("<sam@werk.example> <sam@thuis.example>")
    same = [
        people.identity(signature("Sam", "sam@thuis.example"), mailmap),
        people.identity(signature("sam v.", "SAM@werk.example "), mailmap),
    ]
    noreply = [
        people.identity(signature("Sam", f"{prefix}samvoorbeeld@users.noreply.github.com"), Mailmap())
        for prefix in ("", "123+")
    ]

    assert same[0] == same[1] != noreply[0] == noreply[1]
    assert "sam" not in same[0]


def test_without_an_address_the_name_tells_people_apart() -> None:
    first, second, other = (people.identity(signature(n, ""), Mailmap()) for n in ("Jo", "jo", "Bo"))

    assert first == second != other


@pytest.mark.parametrize(
    ("counts", "factor"),
    [([], 0), ([7], 1), ([5, 5], 1), ([49, 26, 25], 2), ([1] * 10, 5), ([50, 30, 20], 1), ([3, 3, 3], 2)],
)
def test_the_absence_factor_is_the_least_number_of_people_with_half_of_the_work(counts: list[int], factor: int) -> None:
    assert people.absence_factor(counts) == factor


@pytest.mark.parametrize(
    "email", ["github-action@actions-sjabloon.noreply.github.com", "github-actions@voorbeeld.example"]
)
def test_a_program_may_lend_the_name_of_a_person(email: str) -> None:
    assert people.is_bot(signature("Sam Voorbeeld", email))
    assert not people.is_bot(signature("Sam Voorbeeld", "12+sam@users.noreply.github.com"))


def test_names_of_one_word_join_nobody() -> None:
    authors = [signature("admin", "a@voorbeeld.example"), signature("admin", "b@voorbeeld.example")]

    assert sorted(people.shares(authors, Mailmap()).values()) == [1, 1]


def test_three_addresses_join_through_two_names() -> None:
    authors = [
        signature("Sam Voorbeeld", "a@voorbeeld.example"),
        signature("Sam de Voorbeeld", "b@voorbeeld.example"),
        signature("Sam de Voorbeeld", "a@voorbeeld.example"),
        signature("Sam Voorbeeld", "c@voorbeeld.example"),
    ]

    assert list(people.shares(authors, Mailmap()).values()) == [4]
