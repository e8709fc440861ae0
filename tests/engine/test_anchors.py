# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links into a page end at a heading that is there, and pictures say what they show."""

from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.engine import anchors, integrity
from ospo.render.html.prose import Prose

PRACTICE, WORDS = "practices/open-werken.nl.md", "Lees [over ons]"


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def problems(base: KnowledgeBase, text: str) -> list[str]:
    base.change(PRACTICE, WORDS, f"{text} {WORDS}")
    return [str(problem).partition(": ")[2] for problem in anchors.problems(base.load())]


def headings(base: KnowledgeBase, practice: str) -> list[str]:
    item = next(p for p in base.load().practices.values() if p.id == practice)
    return list(anchors.headings.anchors(item.texts[Language.NL].body))


def test_the_fictional_base_is_in_order(base: KnowledgeBase) -> None:
    assert anchors.problems(base.load()) == []


def test_an_anchor_that_is_there_is_fine(base: KnowledgeBase) -> None:
    other = headings(base, "licentie-kiezen")[0]

    assert problems(base, f"[b](licentie-kiezen#{other}) [c](#sources) [d](licentie-kiezen#facts)") == []
    assert problems(base, "[a](#een-kop)\n\n## Eén kop\n\n") == []


@pytest.mark.parametrize(
    ("link", "target"),
    [("#weg", PRACTICE), ("licentie-kiezen#weg", "practice:licentie-kiezen"), ("page:over#weg", "page:over")],
)
def test_an_anchor_that_is_not_there_is_a_problem_with_its_line(base: KnowledgeBase, link: str, target: str) -> None:
    (problem,) = problems(base, f"[a]({link})")

    assert problem == f"links to '#weg' of {target}, where there is no such heading: check its spelling"
    line = int(str(anchors.problems(base.load())[0]).split(":")[1])
    assert f"({link})" in (base.path / PRACTICE).read_text("utf-8").splitlines()[line - 1]


def test_a_heading_of_the_other_language_is_none_here(base: KnowledgeBase) -> None:
    english = (base.path / "practices/licentie-kiezen.en.md").read_text("utf-8")
    only_english = next(a for a in anchors.headings.anchors(english) if a not in headings(base, "licentie-kiezen"))

    assert len(problems(base, f"[a](licentie-kiezen#{only_english})")) == 1


@pytest.mark.parametrize("text", ["`[a](#weg)`", "[a](https://een.example/#weg)", "[a](/nl/#weg)", "[a](check:x#weg)"])
def test_what_is_code_or_elsewhere_is_left_alone(base: KnowledgeBase, text: str) -> None:
    assert problems(base, text) == []


def test_a_heading_that_goes_is_missed_on_the_page_that_did_not_change(base: KnowledgeBase) -> None:
    other = headings(base, "licentie-kiezen")[0]
    assert problems(base, f"[a](licentie-kiezen#{other})") == []
    known = CheckId("has-licence-file"), CheckId("readme-explains-the-project")
    path = base.path / "practices/licentie-kiezen.nl.md"
    path.write_text(path.read_text("utf-8").replace("\n## ", "\n## Anders ", 1), "utf-8")

    found = integrity.problems(base.load(), known, lambda _: True)

    assert [p.path for p in found if "no such heading" in str(p)] == [PRACTICE]


@pytest.mark.parametrize("picture", ["![](a.png)", "![ ](a.png)", "![][a]"])
def test_a_picture_without_words_is_a_problem(base: KnowledgeBase, picture: str) -> None:
    (problem,) = problems(base, picture)

    assert problem.startswith("shows a picture without saying what is on it")


@pytest.mark.parametrize("picture", ["![Een boom](a.png)", "`![](a.png)`"])
def test_a_picture_with_words_is_none(base: KnowledgeBase, picture: str) -> None:
    assert problems(base, picture) == []


def test_the_page_leads_to_the_anchor(base: KnowledgeBase) -> None:
    prose = Prose(base.load(), Language.NL, lambda kind, name: f"/{kind}/{name}/", lambda message, **_: message)

    assert 'href="/practice/licentie-kiezen/#waarom"' in prose.html("[a](licentie-kiezen#waarom)")
    assert 'href="/page/over/#x"' in prose.html("[a](page:over#x)")
