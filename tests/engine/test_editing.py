# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the editors: what is due, what is behind, what nobody verified, and nothing else."""

import datetime
from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.language import Language
from ospo.domain.page import PLACEHOLDER
from ospo.domain.site import Kind
from ospo.engine import editing, freshness, integrity, proofreading
from ospo.engine.editing import TaskKind
from ospo.formats import readability

DAY = datetime.date(2026, 11, 2)


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def found(base: KnowledgeBase, day: datetime.date, days: int = 7) -> list[tuple[TaskKind, str]]:
    return [(task.kind, task.path) for task in editing.tasks(base.load(), day, Language.EN, days=days)]


def test_a_fact_that_nobody_verified_is_a_task_without_a_date(base: KnowledgeBase) -> None:
    (task,) = (t for t in editing.tasks(base.load(), DAY, Language.EN) if t.kind is TaskKind.VERIFY_FACT)

    assert (task.kind, task.path, task.due) == (TaskKind.VERIFY_FACT, "facts/geschat-aantal.yaml", None)
    assert task.page == (Kind.PRACTICE, "open-werken")
    assert not task.is_late(datetime.date(2099, 1, 1))


def test_a_page_is_a_task_from_a_week_before_its_review(base: KnowledgeBase) -> None:
    review = TaskKind.REVIEW, "practices/open-werken.nl.md"
    due = datetime.date(2026, 12, 1)

    assert review not in found(base, due - datetime.timedelta(days=8))
    assert review in found(base, due - datetime.timedelta(days=7))
    assert review in found(base, due - datetime.timedelta(days=8), days=8)
    (task,) = (t for t in editing.tasks(base.load(), due, Language.NL) if t.path == review[1])
    assert (task.due, task.is_late(due), task.is_late(due - datetime.timedelta(days=1))) == (due, True, False)


def test_a_fact_past_its_date_is_one_task_and_comes_first(base: KnowledgeBase) -> None:
    base.change("facts/voorbeeld-besluit.yaml", "2027-05-01", "2026-11-05")

    first, *others = found(base, DAY)

    assert first == (TaskKind.CHECK_FACT, "facts/voorbeeld-besluit.yaml")
    assert "facts/voorbeeld-besluit.yaml" not in [path for _, path in others]


def test_a_translation_that_is_behind_is_a_task(base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", "title: Werk", "title: Werkt")

    assert (TaskKind.TRANSLATE, "practices/open-werken.en.md") in found(base, DAY)


def test_a_norm_is_read_again_after_a_year(base: KnowledgeBase) -> None:
    read = next(iter(base.load().norms.values())).read

    assert TaskKind.REREAD_NORM not in dict(found(base, read + datetime.timedelta(days=357)))
    assert TaskKind.REREAD_NORM in dict(found(base, read + datetime.timedelta(days=358)))


HARD = "Verantwoordelijkheidsverdeling vereist informatiebeveiligingsorganisaties. " * 9
WORDS = "Lees [over ons]"


def test_a_text_that_is_harder_than_plain_language_is_a_task_for_the_role_of_its_page(base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", WORDS, f"{HARD}\n\n{WORDS}")
    library = base.load()
    texts = proofreading.hardness(library)

    hard = [t for t in editing.tasks(library, DAY, Language.EN, texts=texts) if t.kind is TaskKind.SIMPLIFY]

    (task,) = (t for t in hard if t.path == "practices/open-werken.nl.md")
    assert task.text is not None
    assert task.text.found.score < readability.PLAIN
    assert (task.page, task.due) == ((Kind.PRACTICE, "open-werken"), None)
    assert task.role == next(p.owner for p in library.practices.values() if p.id == "open-werken")
    assert {t.path for t in hard} == {t.path for t in texts if t.found.score < readability.PLAIN}


def test_without_knowing_how_hard_texts_are_nothing_is_to_be_simplified(base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", WORDS, f"{HARD}\n\n{WORDS}")

    assert TaskKind.SIMPLIFY not in dict(found(base, DAY))


def test_a_page_is_archived_when_it_missed_its_review_twice(base: KnowledgeBase) -> None:
    page = next(p for p in base.load().practices.values() if p.id == "open-werken")

    assert freshness.is_due(page, datetime.date(2026, 12, 31))
    assert not freshness.is_archived(page, datetime.date(2026, 12, 31))
    assert freshness.is_archived(page, datetime.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("path", "old", "where"),
    [
        ("practices/open-werken.nl.md", "title: Werk", "practices/open-werken.nl.md"),
        ("facts/voorbeeld-besluit.yaml", "nl: ", "facts/voorbeeld-besluit.yaml"),
        ("roadmap/aanleiding.yaml", "{nl: ", "roadmap/aanleiding.yaml"),
    ],
)
def test_a_place_that_was_not_filled_in_is_named(path: str, old: str, where: str, base: KnowledgeBase) -> None:
    text = (base.path / path).read_text("utf-8").replace(old, f"{old}{PLACEHOLDER} ", 1)
    if old == "nl: ":
        text = (base.path / path).read_text("utf-8").replace('nl: "', f'nl: "{PLACEHOLDER} ', 1)
    base.write(path, text)

    problems = [str(p) for p in integrity.problems(base.load(), ["has-licence-file", "readme-explains-the-project"])]

    assert f"{where}: still holds {PLACEHOLDER}: write what belongs there" in problems
