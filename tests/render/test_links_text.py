# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of an address, in words: for who reads a page only when something is wrong, or long ago."""

import datetime

import pytest

from ospo.domain.language import Language
from ospo.domain.link import LinkReason, LinkState, Stretch
from ospo.i18n import long_date, translator
from ospo.render import links_text

DAY = datetime.date(2026, 11, 26)


def stretch(state: LinkState, reason: LinkReason = LinkReason.ANSWERS, status: int | None = None) -> Stretch:
    return Stretch(state, reason, DAY, DAY, status)


def note(found: Stretch | None, language: Language = Language.NL, later: int = 0) -> str:
    today = DAY + datetime.timedelta(days=later)
    return links_text.note(found, today, translator(language), lambda day: long_date(day, language))


def test_what_is_not_known_or_in_order_is_not_told() -> None:
    assert note(None) == ""
    assert note(stretch(LinkState.ALIVE)) == ""
    assert note(stretch(LinkState.NOT_LOOKED_AT, LinkReason.ROBOTS)) == ""


def test_what_was_in_order_long_ago_is_told() -> None:
    assert note(stretch(LinkState.ALIVE), later=180) == ""
    assert note(stretch(LinkState.ALIVE), later=181) == "het adres is voor het laatst nagelopen op 26 november 2026"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (stretch(LinkState.UNREACHABLE, LinkReason.TIMEOUT), "het adres gaf op 26 november 2026 geen antwoord"),
        (
            stretch(LinkState.UNREACHABLE, LinkReason.STATUS, 500),
            "het adres gaf op 26 november 2026 een foutmelding (500)",
        ),
        (
            stretch(LinkState.GONE, LinkReason.STATUS, 410),
            "het adres meldde op 26 november 2026 dat het niet meer bestaat (410)",
        ),
        (
            stretch(LinkState.SOFT_404, LinkReason.HOME_PAGE),
            "het adres kwam op 26 november 2026 uit op de voorpagina van de site",
        ),
        (stretch(LinkState.MOVED, LinkReason.ANSWERS, 200), "het adres is verhuisd, zagen we op 26 november 2026"),
    ],
)
def test_what_is_wrong_is_said_with_its_day(found: Stretch, words: str) -> None:
    assert note(found) == words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("state", list(LinkState))
@pytest.mark.parametrize("reason", list(LinkReason))
def test_every_state_with_every_reason_can_be_said(state: LinkState, reason: LinkReason, language: Language) -> None:
    say = translator(language)
    words = links_text.said(stretch(state, reason, 404), say, lambda day: long_date(day, language))

    assert "2026" in words
    assert "{" not in words
    assert say(links_text.STATES[state])
