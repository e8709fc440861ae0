# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers given before: for how long they hold, and of what questions."""

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.app import answering
from ospo.app.answering import Answer, Question, question
from ospo.domain.finding import Finding, ScanReport, met, not_met
from ospo.domain.identifier import CheckId
from ospo.settings import Settings

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
AGEING = met("valid", until=NOW.replace(hour=15), afterwards=not_met("expired"))
REPORT = ScanReport("loket", None, "c" * 40, NOW, NOW, (Finding(CheckId("has-ci"), met("found")),))

Ask = Callable[..., Question | None]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    content = tmp_path / "content"
    content.mkdir()
    (content / "glossary.yaml").write_text("terms: []\n")
    os.utime(content / "glossary.yaml", (1_700_000_000, 1_700_000_000))
    return Settings.read({"OSPO_CONTENT": str(content), "OSPO_CACHE": str(tmp_path / "cache")})


@pytest.fixture
def ask(settings: Settings, repository: GitRepository) -> Ask:
    repository.commit({"a": "1"})

    def made(now: datetime.datetime = NOW, path: Path = repository.path, *asked: object) -> Question | None:
        return question(settings, now, [path], asked)

    return made


def kept(asked: Question | None, report: ScanReport = REPORT) -> None:
    assert asked is not None
    asked.keep("ë \udce9\n", 1, [report])


def answer(asked: Question | None) -> Answer | None:
    assert asked is not None
    return asked.answer()


def test_an_answer_is_given_back_to_the_letter(ask: Ask) -> None:
    assert answer(ask()) is None
    kept(ask())

    assert answer(ask()) == Answer("ë \udce9\n", 1)


def test_an_answer_holds_for_the_day(ask: Ask) -> None:
    kept(ask())

    assert answer(ask(NOW.replace(hour=23, minute=59))) is not None
    assert answer(ask(NOW.replace(day=24, hour=0))) is None


def test_an_answer_holds_until_a_fact_in_it_ages(ask: Ask) -> None:
    kept(ask(), replace(REPORT, findings=(*REPORT.findings, Finding(CheckId("has-valid-security-txt"), AGEING))))

    assert answer(ask(NOW.replace(hour=14))) is not None
    assert answer(ask(NOW.replace(hour=15))) is None


def test_what_may_be_otherwise_next_time_is_not_kept(ask: Ask) -> None:
    kept(ask(), replace(REPORT, is_lasting=False))

    assert answer(ask()) is None


def test_other_words_and_another_folder_make_another_question(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(os.path.abspath("/nonexistent"))
    kept(ask())
    asked = ask(NOW, path)
    assert asked is None
    monkeypatch.chdir("/")

    assert answer(ask()) is None


def test_another_question_about_the_same_repository(ask: Ask, repository: GitRepository) -> None:
    kept(ask(NOW, repository.path, "full"))

    assert answer(ask(NOW, repository.path, "full")) is not None
    assert answer(ask(NOW, repository.path)) is None


def test_a_file_counts_by_what_is_in_it(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("een")
    kept(ask(NOW, file))
    os.utime(file, (1, 1))
    assert answer(ask(NOW, file)) is not None
    file.write_text("twee")

    assert answer(ask(NOW, file)) is None


def test_without_a_place_to_keep_it_there_is_no_question(settings: Settings, repository: GitRepository) -> None:
    repository.commit()
    assert question(replace(settings, cache=None), NOW, [repository.path], []) is None


def test_another_version_of_the_program_knows_no_answer(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(ask())
    monkeypatch.setattr(answering.keeping, "program", lambda: "another")

    assert answer(ask()) is None
