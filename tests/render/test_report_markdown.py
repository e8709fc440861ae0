# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as Markdown: the next step first, what is open unfolded, and no word of a stranger becomes mark-up."""

import datetime

import pytest
from markdown_it import MarkdownIt

from catalogues import CATALOGUE, DOOR, KEY, LAMP, report
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, Finding, ScanReport, met, not_met, unknown
from ospo.domain.identifier import PracticeId
from ospo.domain.language import Language
from ospo.render.report_markdown import MarkdownReport, escaped

MISSING = not_met("missing", Evidence("plan.md", 3))
FULL = report(
    (DOOR, MISSING, Waiver(DOOR, "A tent.", "landlord", datetime.date(2027, 1, 1))),
    (KEY, unknown("dark", what="the door")),
    (LAMP, met("found", Evidence("roof"), path="roof", count=2)),
    repository="https://github.com/gemeentevoorbeeld/kaart",
)


def written(found: ScanReport, step: Finding | None = None, language: Language = Language.EN) -> str:
    writer = MarkdownReport(CATALOGUE, {DOOR: PracticeId("doors")}, language, "https://voorbeeld.example")
    return writer.document([found], [step])


def test_the_next_step_comes_first_and_leads_to_its_practice() -> None:
    lines = written(FULL, Finding(DOOR, MISSING)).splitlines()

    assert lines[0] == "# github.com/gemeentevoorbeeld/kaart"
    assert lines[4].startswith("**Next step: ")
    assert lines[4].endswith("[doors](https://voorbeeld.example/en/practices/doors/)")


def test_evidence_links_to_the_line_at_the_commit_and_a_waiver_is_shown() -> None:
    text = written(FULL)

    assert (
        f"[`plan.md:3`](<https://github.com/gemeentevoorbeeld/kaart/blob/0123456789abcdef{'0' * 24}/plan.md#L3>)"
        in text
    )
    assert "Waived until 1 January 2027" in text


def test_what_is_open_is_unfolded_and_the_rest_folded() -> None:
    text = written(FULL)

    assert text.index("## To be put right (1)") < text.index("<summary>Not known (1)</summary>")
    assert text.count("<details>") == text.count("</details>") == 2


def test_both_languages_say_it_in_their_own_words() -> None:
    assert "## Nog in orde te maken (1)" in written(FULL, language=Language.NL)


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x onerror=y>", "[a](https://evil.example)", "@everyone #1", "`x` **b**", "a\n# head", "\x1b[31m"],
)
def test_words_of_a_stranger_stay_words(hostile: str) -> None:
    html = MarkdownIt("commonmark").render(f"- {escaped(hostile)}")

    assert not {"<img", "<a ", "<code", "<strong", "<h1", "\x1b"} & {
        t for t in ("<img", "<a ", "<code", "<strong", "<h1", "\x1b") if t in html
    }
    assert "@everyone" not in escaped(hostile)


def test_a_path_with_back_ticks_cannot_leave_its_code() -> None:
    text = written(report((DOOR, not_met("missing", Evidence("a`b](x).md")))))

    assert "`a'b](x).md`" in text
