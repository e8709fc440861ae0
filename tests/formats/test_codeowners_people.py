# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime, timedelta

import pytest

from ospo.domain.snapshot import Commit, Signature
from ospo.formats import mailmap
from ospo.formats.codeowners_people import Activity, activity, owners
from ospo.formats.forges import GITHUB, GITLAB
from snapshots import COMMITTED


def made(name: str, mail: str, days: int, message: str = "x", when: datetime | None = None) -> Commit:
    moment = when or COMMITTED - timedelta(days=days)
    machine = Signature("Forge", "noreply@forge.example", moment)
    return Commit(f"{days:040x}", ("p" * 40,), Signature(name, mail, moment), machine, message)


def told(text: str, *commits: Commit, names: str = "") -> Activity:
    return activity(owners(text, GITHUB), commits, mailmap.parse(names), COMMITTED)


ACTIVE, STALE, UNKNOWN = Activity(1, 0, 0), Activity(0, 1, 0), Activity(0, 0, 1)


@pytest.mark.parametrize(
    ("text", "count", "has_teams"),
    [
        ("* @dev-one @dev-two\n*.md\t@dev-one # @dev-three\n", 2, False),
        ("* @voorbeeld/team\n", 0, True),
        ("* @voorbeeld/team @Dev-One\n/x @dev-one\n", 1, True),
        ("* dev.one@voorbeeld.example\n", 1, False),
        ("# * @dev-one\n", 0, False),
        ("@dev-one\n", 0, False),
        ("", 0, False),
    ],
)
def test_the_individual_owners(text: str, count: int, has_teams: bool) -> None:
    read = owners(text, GITHUB)

    assert (len(read.keys), read.has_teams) == (count, has_teams)


def test_owners_of_a_section_of_gitlab_and_its_roles() -> None:
    read = owners("[Tekst][2] @dev-one\n*.md\n^[Rest] @@maintainer\n/x @dev-two\n", GITLAB)

    assert (len(read.keys), read.has_teams) == (2, True)


def test_owners_do_not_show_who_they_are() -> None:
    assert "dev" not in repr(owners("* @dev-one", GITHUB))


@pytest.mark.parametrize(
    "mail",
    [
        "12+dev-one@users.noreply.github.com",
        "dev-one@users.noreply.github.com",
        "12-dev-one@users.noreply.gitlab.com",
        "dev-one@noreply.codeberg.org",
        "Dev-One@users.noreply.github.com",
    ],
)
def test_the_address_of_a_forge_holds_the_login(mail: str) -> None:
    assert told("* @dev-one", made("X", mail, 10)) == ACTIVE
    assert told("* @dev-one", made("X", mail, 400)) == STALE


def test_a_full_name_joins_an_address_of_a_forge_to_another_one() -> None:
    old = made("Dev Een", "1+d1@users.noreply.github.com", 800)

    assert told("* @d1", made("Dev Een", "een@voorbeeld.example", 10), old) == ACTIVE
    assert told("* @d1", made("Dev", "een@voorbeeld.example", 10), old) == STALE


def test_the_mailmap_joins_too() -> None:
    old = made("D", "1+d1@users.noreply.github.com", 800)
    names = "Dev Een <een@voorbeeld.example> <1+d1@users.noreply.github.com>\n"

    assert told("* @d1", made("E", "een@voorbeeld.example", 10), old, names=names) == ACTIVE


def test_a_name_that_resembles_the_login_counts_in_favour_only() -> None:
    assert told("* @devnumberone", made("Dev Number One", "een@voorbeeld.example", 10)) == ACTIVE
    assert told("* @dev-number-one", made("X", "dev.number.one@voorbeeld.example", 10)) == ACTIVE
    assert told("* @devnumberone", made("Dev Number One", "een@voorbeeld.example", 800)) == UNKNOWN
    assert told("* @dev1", made("Dev", "dev@voorbeeld.example", 10)) == UNKNOWN


def test_a_mail_address_is_its_own_key() -> None:
    text = "* een@voorbeeld.example\n"

    assert told(text, made("X", "EEN@voorbeeld.example", 10)) == ACTIVE
    assert told(text, made("X", "een@voorbeeld.example", 800)) == STALE
    assert told(text, made("X", "twee@voorbeeld.example", 10)) == UNKNOWN


@pytest.mark.parametrize("label", ["Co-authored-by", "Reviewed-by", "Signed-off-by"])
def test_a_trailer_is_work(label: str) -> None:
    message = f"Change\n\n{label}: X <1+dev-one@users.noreply.github.com>\n"

    assert told("* @dev-one", made("Y", "y@voorbeeld.example", 10, message)) == ACTIVE


def test_a_commit_without_a_date_says_nothing() -> None:
    epoch = datetime.fromtimestamp(0, COMMITTED.tzinfo)

    assert told("* @dev-one", made("X", "dev-one@users.noreply.github.com", 0, when=epoch)) == UNKNOWN


def test_each_owner_is_counted_once() -> None:
    commits = (
        made("A", "dev-one@users.noreply.github.com", 10),
        made("B", "dev-two@users.noreply.github.com", 800),
        made("A", "dev-one@users.noreply.github.com", 900),
    )

    assert told("* @dev-one @dev-two\n/x @dev-one @dev-three\n", *commits) == Activity(1, 1, 1)
