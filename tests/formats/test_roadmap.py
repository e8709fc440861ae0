# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from ospo.domain.snapshot import Entry, Kind
from ospo.formats.roadmap import Dated, dated, has_plans, links, locate, section


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("ROADMAP.md", True),
        ("Roadmap.rst", True),
        ("docs/development/roadmap.rst", True),
        ("docs/topics/technical-roadmap.md", True),
        ("docs/routekaart.nl.md", True),
        (".github/ROADMAP.md", True),
        ("vendor/x/ROADMAP.md", False),
        ("docs/roadmap.pptx", False),
        ("docs/roadmapping.md", False),
        ("testdata/roadmap_invalid.yml", False),
    ],
)
def test_the_files_by_name(path: str, is_one: bool) -> None:
    assert locate([Entry(path)]) == ([Entry(path)] if is_one else [])


def test_the_root_goes_first_and_symlinks_are_left_out() -> None:
    entries = [Entry("docs/roadmap.md"), Entry("ROADMAP.md"), Entry("ROADMAP.rst", Kind.SYMLINK)]

    assert [entry.path for entry in locate(entries)] == ["ROADMAP.md", "docs/roadmap.md"]


@pytest.mark.parametrize(
    "title", ["Roadmap", "🗺️ Roadmap", "Our roadmap", "Future plans", "Toekomstplannen", "What's next"]
)
def test_a_section_of_a_readme(title: str) -> None:
    found = section(f"# x\n\n## {title}\n\n### 2026\n\n- iets\n")

    assert found is not None
    assert (found.line, found.text) == (3, "iets")


@pytest.mark.parametrize("title", ["Planning", "Future of law", "Ruimtelijke plannen"])
def test_other_sections_are_none(title: str) -> None:
    assert section(f"## {title}\n\n- iets\n") is None


@pytest.mark.parametrize(
    ("text", "day", "line", "is_plan"),
    [
        ("# x\n\nLast updated: 2026-03-01\n\n## 2019\n", date(2026, 3, 1), 3, False),
        ("Laatst bijgewerkt op 5 maart 2026", date(2026, 3, 5), 1, False),
        ("Status per januari 2026", date(2026, 1, 31), 1, False),
        ("_Updated on: 2026-03-01_", date(2026, 3, 1), 1, False),
        ("# x\n\n## 2025\n\n## Q2 2026\n\n## 2024\n", date(2026, 6, 30), 5, True),
        ("## 2026 Q1\n", date(2026, 3, 31), 1, True),
        ("## H1 2026\n", date(2026, 6, 30), 1, True),
        ("# Roadmap 2026\n", date(2026, 12, 31), 1, True),
        ("## 2026-02-01\n", date(2026, 2, 1), 1, True),
    ],
)
def test_the_day_of_a_roadmap(text: str, day: date, line: int, is_plan: bool) -> None:
    assert dated(text) == Dated(day, line, is_plan)


@pytest.mark.parametrize(
    "text",
    [
        "# Roadmap\n\n- ISO 27001:2022\n- upgrade after July 2022\n",
        "Release date: 2021-05-01",
        "Last updated: 2026-13-45",
        "## 2026-02-31\n",
        "Last updated: someday 2026",
        "",
    ],
)
def test_other_numbers_are_no_day(text: str) -> None:
    assert dated(text) is None


def test_an_impossible_day_of_a_month_is_its_last() -> None:
    assert dated("Bijgewerkt op 31 februari 2026") == Dated(date(2026, 2, 28), 1, is_plan=False)
    assert dated("Bijgewerkt op 0 maart 2026") == Dated(date(2026, 3, 1), 1, is_plan=False)


@pytest.mark.parametrize(
    ("target", "is_one"),
    [
        ("https://forge.example/x/y/milestones", True),
        ("https://github.com/orgs/voorbeeld/projects/2", True),
        ("https://voorbeeld.example/roadmap", True),
        ("https://gitlab.com/x/y/-/boards", True),
        ("docs/routekaart.md", True),
        ("https://bestpractices.coreinfrastructure.org/projects/5585", False),
        ("https://github.com/x/y/milestones/1", False),
    ],
)
def test_a_link_to_plans(target: str, is_one: bool) -> None:
    assert bool(list(links(f"[x]({target})"))) is is_one


def test_a_title_alone_is_no_plan() -> None:
    assert has_plans("# Roadmap\n") is False
    assert has_plans("# Roadmap\n\n- een ding\n") is True
