# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.access_policy import line


@pytest.mark.parametrize(
    "text",
    [
        "Any active member can ask to become a maintainer. The maintainers vote on it.",
        "A new committer needs the approval of two others.",
        "Write access is granted after a review by the core team.",
        "Schrijfrechten worden pas toegekend als twee beheerders instemmen.",
        "Wie beheerder wil worden, vraagt het; een nieuwe beheerder wordt bij meerderheid benoemd.",
        "Nominated maintainers are confirmed by consensus.",
    ],
)
def test_a_paragraph_that_says_who_looks_first(text: str) -> None:
    assert line(f"# x\n\n{text}\n") == 3


@pytest.mark.parametrize(
    "title", ["Becoming a maintainer", "Maintainer status", "Hoe word je beheerder", "Access review", "New committers"]
)
def test_a_section_on_it_with_a_decision_below(title: str) -> None:
    assert line(f"# x\n\n## {title}\n\nVraag het.\n\nNa tien dagen zonder bezwaar is het akkoord.\n") == 3
    assert line(f"# x\n\n## {title}\n\nVraag het gerust.\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "Bijdragen worden beoordeeld door de beheerders.",
        "Maintainers review and approve new contributions.",
        "A new release is approved by a maintainer.",
        "Anyone can become a contributor.",
        "The steering team votes on changes.",
        "```\nnew maintainer approved\n```",
        "",
    ],
)
def test_other_decisions_are_not_about_rights(text: str) -> None:
    assert line(f"# x\n\n{text}\n") is None


def test_a_long_text_is_read_in_reasonable_time() -> None:
    assert line("become a " * 20_000) is None
