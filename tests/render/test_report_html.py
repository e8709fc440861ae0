# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scan as one page: it stands alone, hides nothing, and no word of a stranger becomes mark-up."""

import datetime
import re

import pytest

from catalogues import CATALOGUE, DOOR, KEY, LAMP, report
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Evidence, Finding, ScanReport, met, not_met, unknown
from ospo.domain.identifier import ControlId, PracticeId
from ospo.domain.language import Language
from ospo.domain.norm import Control
from ospo.engine.standing import Axis, Level, Stand, Standing
from ospo.engine.turning import wheel
from ospo.render import badge
from ospo.render.html.report import Told, document

MISSING = not_met("missing", Evidence("plan.md", 3))
FULL = report(
    (DOOR, MISSING, Waiver(DOOR, "A tent.", "landlord", datetime.date(2027, 1, 1))),
    (KEY, unknown("dark", what="the door")),
    (LAMP, met("found", Evidence("roof"), path="roof", count=2)),
    repository="https://github.com/gemeentevoorbeeld/kaart",
)


def axis(name: str, *standings: Standing) -> Axis:
    made = [Control(ControlId(f"{name}-{n}"), {}, "https://voorbeeld.example", ()) for n in range(len(standings))]
    levels = [Level(name, n + 1, (Stand(c, s),)) for n, (c, s) in enumerate(zip(made, standings, strict=True))]
    return Axis(name, tuple(levels))


AXES = (axis("transparant", Standing.MET, Standing.UNKNOWN), axis("veilig", Standing.NOT_MET))


def page(found: ScanReport, step: Finding | None = None, language: Language = Language.EN) -> str:
    practices = {DOOR: PracticeId("doors")}
    return document([Told(found, step, AXES)], CATALOGUE, practices, language, "https://voorbeeld.example")


def test_the_page_says_what_was_found_where_and_what_to_do_first() -> None:
    text = page(FULL, Finding(DOOR, MISSING))

    assert '<html lang="en">' in text
    assert f"github.com/gemeentevoorbeeld/kaart/blob/0123456789abcdef{'0' * 24}/plan.md#L3" in text
    assert "<strong>Next step</strong>" in text
    assert "Waived until 1 January 2027 by the role landlord: A tent." in text
    assert 'href="https://voorbeeld.example/en/practices/' not in text  # the waiver holds: nothing to do


def test_the_ladder_is_told_in_words_beside_the_wheel() -> None:
    text = " ".join(page(FULL, language=Language.NL).split())

    assert '<th scope="row">Transparantie</th><td>1</td><td>2</td>' in text
    assert '<th scope="row">Veiligheid</th><td>nog geen</td><td>nog geen</td>' in text


def test_nothing_is_asked_of_the_network() -> None:
    text = page(FULL)

    assert re.findall(r"<(?:script|link|img|iframe)\b", text) == []
    assert "url(http" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "\x1b[31m", "&lt;b&gt;"])
def test_words_of_a_stranger_stay_words(hostile: str) -> None:
    words = Waiver(DOOR, hostile, hostile, datetime.date(2027, 1, 1))
    text = page(report((DOOR, not_met("missing", Evidence(hostile)), words), (KEY, unknown("dark", what=hostile))))

    assert not [t for t in ("<script", "<img", "\x1b") if t in text]


def test_evidence_that_is_no_web_address_is_no_link() -> None:
    text = page(report((DOOR, not_met("missing", Evidence(url="javascript:alert(1)")))))

    assert 'href="javascript' not in text


def test_a_badge_names_the_levels_that_are_shown_and_ranks_nothing() -> None:
    assert badge.words(AXES, Language.EN) == "transparency 1"
    assert badge.words(AXES[1:], Language.NL) == "nog geen niveau aangetoond"
    assert '"message": "transparency 1"' in badge.endpoint(AXES, Language.EN)
    picture = badge.svg(AXES, wheel([AXES]), Language.EN)
    assert picture.startswith("<svg ")
    assert "<title>OSPO-NL: transparency 1</title>" in picture
