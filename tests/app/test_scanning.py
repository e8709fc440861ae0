# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scanning again: what is remembered of a repository, and everything that makes it be looked at anew."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.app import looking, scanning
from ospo.app.evidence import Beside
from ospo.app.scanning import Job, run_jobs, scan_one
from ospo.domain.check import Check
from ospo.domain.evidence import ForgeFact
from ospo.domain.finding import CHECK_CRASHED, ScanReport, met, not_met
from ospo.domain.identifier import CheckId
from ospo.domain.keeping import Keeper
from ospo.domain.snapshot import Snapshot
from ospo.errors import NotARepository, OspoError
from ospo.store.cache import Cache

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
LICENCE = ("has-licence-file",)
REMOTE = "https://forge.example/voorbeeld/loket"


class Looks:
    """Counts how often a repository is really looked at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        real = looking.look_at

        def look_at(*arguments: object, **more: object) -> object:
            self.count += 1
            return real(*arguments, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(looking, "look_at", look_at)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    return Looks(monkeypatch)


@pytest.fixture
def job(repository: GitRepository, tmp_path: Path) -> Job:
    repository.commit({"LICENSE": "tekst", "README.md": "# Voorbeeld\n"})
    return Job(repository.path, LICENCE, NOW, keeper=Cache(tmp_path / "cache"))


def scan(job: Job) -> ScanReport:
    (found,) = run_jobs([job])
    assert isinstance(found, ScanReport)
    return found


def test_an_unchanged_repository_is_looked_at_once_and_gives_the_same_report(job: Job, looks: Looks) -> None:
    first, second = scan(job), scan(job)

    assert second == first
    assert looks.count == 1
    assert scan_one(job) == first
    assert looks.count == 1


def test_without_a_keeper_everything_is_looked_at_each_time(repository: GitRepository, looks: Looks) -> None:
    repository.commit()
    job = Job(repository.path, LICENCE, NOW)

    assert scan(job) == scan(job)
    assert looks.count == 2


def test_nothing_of_git_is_run_for_what_is_remembered(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scan(job)
    monkeypatch.setenv("PATH", "")

    assert scan(job) == first


def test_every_check_is_remembered_with_all_that_it_said(job: Job, looks: Looks) -> None:
    every = replace(job, only=())

    assert scan(every) == scan(every)
    assert looks.count == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda repository: repository.commit({"README.md": "# Anders\n"}),
        lambda repository: repository.commit({".ospo.yml": "waivers: []\n"}),
        lambda repository: repository.git("tag", "v1.0.0"),
        lambda repository: repository.git("remote", "add", "origin", "https://forge.example/voorbeeld/loket.git"),
        lambda repository: (repository.path / ".git" / "FETCH_HEAD").write_text(""),
        lambda repository: (repository.path / ".git" / "shallow").write_text(repository.git("rev-parse", "HEAD")),
    ],
    ids=["commit", "declaration", "tag", "remote", "fetch", "shallow"],
)
def test_a_change_in_the_repository_is_noticed(
    change: Callable[[GitRepository], object], job: Job, repository: GitRepository, looks: Looks
) -> None:
    scan(job)
    change(repository)
    scan(job)

    assert looks.count == 2


def test_a_tag_that_moves_and_one_that_is_packed_are_noticed(job: Job, repository: GitRepository, looks: Looks) -> None:
    repository.git("tag", "v1.0.0")
    repository.commit()
    scan(job)
    repository.git("tag", "--force", "v1.0.0")
    scan(job)
    repository.git("tag", "v1.1.0")
    repository.git("pack-refs", "--all")
    scan(job)

    assert looks.count == 3


def test_another_branch_changes_nothing(job: Job, repository: GitRepository, looks: Looks) -> None:
    first = scan(job)
    repository.git("branch", "zijweg")

    assert scan(job) == first
    assert looks.count == 1


FACT = ForgeFact(True, NOW.date(), "https://forge.example/api")


@pytest.mark.parametrize(
    "changed",
    [
        {"only": ("has-licence-file", "has-ci")},
        {"only": ()},
        {"remotes": (REMOTE,)},
        {"beside": Beside(facts={REMOTE: {"issues-enabled": FACT}}), "remotes": (REMOTE,)},
    ],
    ids=["more checks", "all checks", "addresses", "facts"],
)
def test_another_question_gets_an_answer_of_its_own(changed: Mapping[str, object], job: Job, looks: Looks) -> None:
    other = replace(job, **changed)  # type: ignore[arg-type]
    scan(job)
    scan(other)

    assert looks.count == 2


def test_other_facts_about_the_same_repository_are_noticed(job: Job, looks: Looks) -> None:
    for value in (True, False):
        facts = {REMOTE: {"issues-enabled": replace(FACT, value=value)}}
        scan(replace(job, remotes=(REMOTE,), beside=Beside(facts=facts)))

    assert looks.count == 2


def test_what_the_owner_supplies_is_part_of_it(job: Job, looks: Looks, tmp_path: Path) -> None:
    (tmp_path / "owner").mkdir()
    owner = GitRepository(tmp_path / "owner")
    owner.git("init", "--quiet")
    owner.commit({"SECURITY.md": "Mail naar lek@voorbeeld.example.\n"})
    with_owner = replace(job, beside=Beside(given=owner.path))

    scan(job)
    scan(with_owner)
    scan(with_owner)
    assert looks.count == 2
    owner.commit({"SECURITY.md": "Bel.\n"})
    scan(with_owner)
    assert looks.count == 3


def test_a_commit_of_the_past_is_remembered_beside_that_of_today(
    job: Job, repository: GitRepository, looks: Looks
) -> None:
    past = repository.git("rev-parse", "HEAD")
    repository.commit({"LICENSE": ""})
    now, then = scan(job), scan(replace(job, at=past))

    assert (scan(job), scan(replace(job, at=past))) == (now, then)
    assert (now.commit == then.commit, looks.count) == (False, 2)


def ageing(_: Snapshot) -> object:
    end = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
    return met("valid", until=end, afterwards=not_met("expired"))


def test_a_fact_that_has_aged_is_told_anew_without_looking(
    job: Job, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking.checks, "load", lambda name: Check(CheckId(name), "licence", ageing))  # type: ignore[arg-type]

    reports = [scan(job), scan(replace(job, now=NOW.replace(month=12)))]

    assert [report.findings[0].verdict.reason for report in reports] == ["valid", "expired"]
    assert looks.count == 1


def test_a_waiver_ends_without_looking_again(job: Job, repository: GitRepository, looks: Looks) -> None:
    waiver = "{check: has-licence-file, reason: Kiest nog., role: eigenaar, until: 2026-11-30}"
    repository.commit({".ospo.yml": f"waivers: [{waiver}]\n", "LICENSE": ""})
    reports = [scan(job), scan(replace(job, now=NOW.replace(month=12)))]

    assert [len(report.open_findings()) for report in reports] == [0, 1]
    assert looks.count == 1


def test_problems_in_the_declaration_are_remembered_in_words(job: Job, repository: GitRepository, looks: Looks) -> None:
    repository.commit({".ospo.yml": "waivers:\n  - {check: geen-toets, reason: x, role: y, until: 2026-12-01}\n"})
    first, second = scan(job), scan(job)

    assert first.notes
    assert list(map(str, second.notes)) == list(map(str, first.notes))
    assert looks.count == 1


def test_a_moment_of_the_scan_and_a_name_are_those_of_now(job: Job) -> None:
    scan(job)
    report = scan(replace(job, now=NOW.replace(month=12)))

    assert (report.scanned, report.label) == (NOW.replace(month=12), str(job.path))


def test_what_misses_something_is_looked_at_again(job: Job, repository: GitRepository, looks: Looks) -> None:
    object_id = repository.git("rev-parse", "HEAD:LICENSE")
    (repository.path / ".git" / "objects" / object_id[:2] / object_id[2:]).unlink()
    scan(job)
    scan(job)

    assert looks.count == 2


def test_what_broke_down_is_looked_at_again(job: Job, looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Snapshot) -> object:
        raise ValueError

    monkeypatch.setattr(looking.checks, "load", lambda name: Check(CheckId(name), "licence", breaks))  # type: ignore[arg-type]

    assert [scan(job).findings[0].verdict.reason for _ in range(2)] == [CHECK_CRASHED] * 2
    assert looks.count == 2


def test_a_repository_that_changes_during_the_scan_is_not_remembered(
    job: Job, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = looking.look_at

    def look_and_change(*arguments: object, **more: object) -> object:
        seen = real(*arguments, **more)  # type: ignore[arg-type]
        repository.commit({"LICENSE": ""})
        return seen

    before = repository.git("rev-parse", "HEAD")
    monkeypatch.setattr(looking, "look_at", look_and_change)
    scan(job)
    repository.git("reset", "--quiet", "--soft", before)
    monkeypatch.setattr(looking, "look_at", real)
    counted = Looks(monkeypatch)
    scan(job)

    assert counted.count == 1


def test_an_error_is_no_memory(tmp_path: Path) -> None:
    job = Job(tmp_path, LICENCE, NOW, keeper=Cache(tmp_path / "cache"))

    for _ in range(2):
        (found,) = run_jobs([job])
        assert isinstance(found, NotARepository)


class Garbled:
    """A keeper that gives back something else than was put there."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def get(self, kind: str, key: str) -> bytes | None:
        return self._content

    def put(self, kind: str, key: str, content: bytes) -> None:
        pass


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x90", b"\x97\x01\x01\x01\x01\x01\x01\x01"])
def test_what_cannot_be_read_back_is_looked_at_again(content: bytes, job: Job, looks: Looks) -> None:
    keeper: Keeper = Garbled(content)

    assert scan(replace(job, keeper=keeper)) == scan(replace(job, keeper=keeper))
    assert looks.count == 2


def test_several_are_given_in_order_whether_remembered_or_not(job: Job, tmp_path: Path) -> None:
    jobs = []
    for name in ("een", "twee", "drie"):
        (tmp_path / name).mkdir()
        made = GitRepository(tmp_path / name)
        made.git("init", "--quiet")
        made.commit({"README.md": name})
        jobs.append(replace(job, path=made.path))
    scan(jobs[1])
    broken = replace(job, path=tmp_path / "nergens")

    found = list(run_jobs([jobs[0], broken, jobs[1], jobs[2]]))

    assert [r.label if isinstance(r, ScanReport) else type(r) for r in found] == [
        str(jobs[0].path),
        NotARepository,
        str(jobs[1].path),
        str(jobs[2].path),
    ]
    assert isinstance(scan(jobs[2]), ScanReport)


def test_when_all_are_remembered_no_process_is_started(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(job)

    def none(jobs: list[Job], keys: list[str]) -> Iterator[ScanReport | OspoError]:
        assert jobs == []
        return iter(())

    monkeypatch.setattr(scanning, "_run", none)

    assert len(list(run_jobs([job, job]))) == 2
