# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest

from ospo.checks.continuity.status_is_honest import check
from ospo.domain.finding import Evidence, Outcome, met, not_met, unknown
from snapshots import COMMITTED, MemorySnapshot, commit, facts

SOURCE = Evidence(url="https://forge.example/api")
NOTICE = "# Wijzer\n\nThis repository is archived.\n"
PLAIN = "# Wijzer\n\nWijst de weg.\n"
HINT = "# Wijzer\n\nWijst de weg. Zie ook de opvolger, Kompas.\n"
WORK = [commit(days_before=3)]


def files(readme: str = PLAIN, status: str = "") -> dict[str, str]:
    found = {"README.md": readme}
    return found | {"publiccode.yml": f"name: Wijzer\ndevelopmentStatus: {status}\n"} if status else found


def test_work_in_the_last_year_shows_it_is_in_use_and_silence_shows_nothing() -> None:
    verdict = check(MemorySnapshot(files(), history=WORK))
    date = (COMMITTED - timedelta(days=3)).date().isoformat()

    assert (verdict.outcome, verdict.reason, verdict.values) == (Outcome.MET, "in-use", {"date": date})
    assert verdict.at(COMMITTED + timedelta(days=361)).reason == "in-use"
    assert verdict.at(COMMITTED + timedelta(days=363)) == unknown("quiet", date=date)


def test_programs_do_not_show_it_is_in_use() -> None:
    history = [commit(days_before=1, who="renovate[bot]"), commit(days_before=400)]

    assert check(MemorySnapshot(files(), history=history)).at(COMMITTED).reason == "quiet"


def test_without_commits_the_date_of_the_snapshot_counts() -> None:
    assert check(MemorySnapshot()).values == {"date": COMMITTED.date().isoformat()}
    assert check(MemorySnapshot(committed=datetime(1970, 1, 1, tzinfo=UTC))) == unknown("no-date")


def test_a_notice_is_honest_alone_and_with_publiccode() -> None:
    assert check(MemorySnapshot(files(NOTICE))) == met("retired", Evidence("README.md", 3))
    assert check(MemorySnapshot(files(NOTICE, "obsolete"))) == met(
        "retired", Evidence("README.md", 3), Evidence("publiccode.yml", 2)
    )


def test_publiccode_alone_is_honest_when_there_is_no_readme() -> None:
    alone = {"publiccode.yml": "developmentStatus: obsolete\n"}

    assert check(MemorySnapshot(alone)) == met("retired", Evidence("publiccode.yml", 1))


def test_archived_on_the_forge_agrees_with_a_notice() -> None:
    assert check(MemorySnapshot(files(NOTICE), facts=facts(archived=True))).reason == "retired"


def test_a_notice_without_an_archive_is_met_and_said() -> None:
    verdict = check(MemorySnapshot(files(NOTICE), facts=facts(archived=False)))

    assert verdict == met("retired-not-archived", Evidence("README.md", 3), SOURCE, seen="2026-11-01")


@pytest.mark.parametrize("status", ["stable", "beta", "development", "concept"])
def test_a_notice_and_another_status_contradict_each_other(status: str) -> None:
    verdict = check(MemorySnapshot(files(NOTICE, status)))

    assert verdict == not_met(
        "publiccode-behind", Evidence("README.md", 3), Evidence("publiccode.yml", 2), path="README.md", status=status
    )


def test_a_status_that_is_no_status_says_nothing() -> None:
    assert check(MemorySnapshot(files(NOTICE, "Production"))).reason == "retired"
    assert check(MemorySnapshot(files(NOTICE, "[stable]"))).reason == "retired"


def test_obsolete_in_publiccode_only_is_not_met() -> None:
    verdict = check(MemorySnapshot(files(PLAIN, "obsolete"), history=WORK))

    assert verdict == not_met("readme-behind", Evidence("publiccode.yml", 2), path="README.md")


def test_archived_without_a_word_is_not_met() -> None:
    verdict = check(MemorySnapshot(files(PLAIN, "stable"), history=WORK, facts=facts(archived=True)))

    assert verdict == not_met("archived-unsaid", SOURCE, seen="2026-11-01")
    assert check(MemorySnapshot(facts=facts(archived=True))).reason == "archived-unsaid"


def test_words_that_may_say_it_make_it_unknown() -> None:
    archived = check(MemorySnapshot(files(HINT), facts=facts(archived=True)))
    obsolete = check(MemorySnapshot(files(HINT, "obsolete")))

    assert archived == unknown("perhaps-said", Evidence("README.md", 3), SOURCE, path="README.md")
    assert obsolete == unknown(
        "perhaps-said", Evidence("README.md", 3), Evidence("publiccode.yml", 2), path="README.md"
    )


def test_such_words_alone_say_nothing() -> None:
    assert check(MemorySnapshot(files(HINT), history=WORK)).reason == "in-use"


def test_not_archived_and_in_use_is_met() -> None:
    assert check(MemorySnapshot(files(), history=WORK, facts=facts(archived=False))).reason == "in-use"
