# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on forge facts says the same as the table in the code, and every check asks for facts that exist."""

import re

from ospo.formats import forge_facts
from ospo.formats.forge_facts import FACTS
from python_messages import ROOT

PAGE = (ROOT / "docs" / "forge-facts.md").read_text("utf-8")
CHECKS = sorted((ROOT / "src" / "ospo" / "checks").glob("*/*.py"))
TYPES = {"yes or no": bool, "number": int, "text": str, "list of texts": tuple}
ASKED = re.compile(r"\bfacts\.get\(\s*\"([\w-]+)\"")
ROW = re.compile(r"^\| `(?P<fact>[\w-]+)` \| (?P<rest>.+) \|$", re.MULTILINE)


def rows(heading: str) -> dict[str, list[str]]:
    """The table below a heading: the other cells by the name of the fact."""
    part = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert part is not None
    return {row["fact"]: [cell.strip() for cell in row["rest"].split(" | ")] for row in ROW.finditer(part[1])}


def test_the_page_lists_every_fact_with_its_type_and_meaning_in_the_order_of_the_code() -> None:
    listed = [(fact, TYPES[kind], meaning) for fact, (kind, meaning) in rows("The facts").items()]

    assert listed == [(fact, kind, meaning) for fact, (kind, meaning) in FACTS.items()]


def test_the_page_says_of_every_fact_where_it_is_found_on_three_kinds_of_forge() -> None:
    found = rows("Where to find them")

    assert list(found) == list(FACTS)
    assert {fact: cells for fact, cells in found.items() if len(cells) != 3 or not all(cells)} == {}


def test_the_example_is_read_without_a_problem() -> None:
    example = re.search(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert example is not None
    facts, problems = forge_facts.parse(example[1], "facts.yaml")

    assert problems == []
    assert {repository: len(told) for repository, told in facts.items()} == {
        "https://github.com/voorbeeld/kaartviewer": 9,
        "https://gitlab.com/voorbeeld/rekenmodule": 2,
    }
    assert facts["https://gitlab.com/voorbeeld/rekenmodule"]["admins"].source == "maintainer"


def test_the_checks_ask_only_for_facts_that_exist() -> None:
    asked = {name for path in CHECKS for name in ASKED.findall(path.read_text("utf-8"))}

    assert asked
    assert asked - set(FACTS) == set()
