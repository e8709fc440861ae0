# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the roadmap: whole, for one reader, from one situation; with the numbers of the whole."""

from pathlib import Path

import pytest

import knowledge_base
import sites
from html_pages import read
from knowledge_base import KnowledgeBase


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def texts(base: KnowledgeBase, path: str) -> str:
    found = sites.fictional(base.path).page(path)
    assert found is not None, path
    return found.content.decode()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/nl/roadmap/", ["1. Schrijf op waarom", "2. Vraag om openheid"]),
        ("/nl/roadmap/audience/buyer/", ["2. Vraag om openheid"]),
        ("/en/roadmap/situation/company/", ["1. Write down why"]),
        ("/en/roadmap/situation/municipality/", ["1. Write down why", "2. Ask for openness"]),
    ],
)
def test_a_view_shows_its_steps_with_the_numbers_of_the_whole(path: str, shown: list[str], base: KnowledgeBase) -> None:
    page = read(texts(base, path).encode())

    assert [text for level, text in page.headings if level == 3] == shown


def test_what_a_situation_leaves_out_is_said(base: KnowledgeBase) -> None:
    assert "Hier weggelaten: 1 " in texts(base, "/nl/roadmap/situation/company/")
    assert "Hier weggelaten" not in texts(base, "/nl/roadmap/situation/municipality/")
    assert "Hier weggelaten" not in texts(base, "/nl/roadmap/audience/buyer/")


def test_each_box_has_its_label_and_works_without_a_script(base: KnowledgeBase) -> None:
    page = read(texts(base, "/nl/roadmap/").encode())
    boxes = [a for a in page.all("input") if a.get("type") == "checkbox"]

    assert [a["data-step"] for a in boxes] == ["aanleiding", "aanbesteden"]
    assert {a["id"] for a in boxes} <= {a.get("for") for a in page.all("label")}
    assert all("hidden" in a for a in page.all("button") if a.get("id") in {"save", "open", "print"})


def test_without_steps_there_is_no_roadmap(base: KnowledgeBase) -> None:
    base.remove("roadmap/aanleiding.yaml")
    base.remove("roadmap/aanbesteden.yaml")
    site = sites.fictional(base.path)

    assert site.page("/nl/roadmap/") is None
    assert "/roadmap/" not in texts(base, "/nl/")
