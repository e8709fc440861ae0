# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What readers come for, walked from the home page in a real browser: one search, or three clicks at the most."""

from typing import TYPE_CHECKING

import pytest

from windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
# What somebody types, as they would, and the page that answers it.
SEARCHES = {
    "mogen wij dit publiceren": "/nl/practices/open-tenzij/",
    "welke licentie": "/nl/practices/licentiekeuze/",
    "Woo-verzoek om broncode": "/nl/practices/woo-en-broncode/",
    "hoe begin ik met twee repositories en vier uur per week": "/nl/practices/klein-beginnen/",
    "eisen voor een aanbesteding": "/nl/practices/aanbesteden-maatwerk/",
    "hoe overtuig ik mijn manager": "/nl/practices/manager-overtuigen/",
    "wachtwoord in de git geschiedenis": "/nl/practices/opschonen/",
    "van wie is de code die de leverancier maakte": "/nl/practices/ie-rechten/",
    "oplevering van een leverancier toetsen": "/nl/practices/oplevering-toetsen/",
    "vallen wij onder de CRA": "/nl/practices/cra/",
    "welke forge mag ik gebruiken": "/nl/practices/forge-kiezen/",
    "raadslid vraagt hoeveel van onze code open is": "/nl/practices/metrics/",
    "mag ik onder werktijd bijdragen aan een project": "/nl/practices/upstream/",
    "ontwikkelaars willen niet met naam in de git log": "/nl/practices/privacy-in-code/",
    "subsidie voor open source": "/nl/practices/financieren/",
    "wat doen we met een repository die niemand meer onderhoudt": "/nl/practices/uitfaseren/",
    "wat kost een OSPO": "/nl/practices/waarde-en-businesscase/",
    "wat is de Who": "/nl/glossary/#who",
    "sjabloon SECURITY.md": "/nl/templates/security-policy/",
    "wanneer is de volgende bijeenkomst": "/nl/events/",
}
# The links that somebody follows from the home page, and where they come out.
WALKS = [
    (["Routekaart", "Begin klein, met een halve dag per week"], "/nl/practices/klein-beginnen/"),
    (["Kaders", "Besluit 'open, tenzij' en schrijf het op"], "/nl/practices/open-tenzij/"),
    (["Kaders", "Behandel een Woo-verzoek om broncode"], "/nl/practices/woo-en-broncode/"),
    (["Routekaart", "inkoper", "Toets een oplevering aan wat je hebt gevraagd"], "/nl/practices/oplevering-toetsen/"),
    (["Toetsen", "Noemt een besloten meldpunt voor kwetsbaarheden"], "/nl/checks/names-private-channel/"),
    (["Agenda", "DON-meetup 3"], "/nl/events/don-meetup-3/"),
    (["Praktijken", "bestuurder", "Meet drie dingen en rapporteer ze op één pagina"], "/nl/practices/metrics/"),
    (["Organisaties", "Kadaster"], "/nl/organisations/kadaster/"),
    (["Sjablonen", "SECURITY.md"], "/nl/templates/security-policy/"),
]


@pytest.fixture
def page(windows: Windows, address: str) -> "Page":
    """The home page, without JavaScript: nothing that a reader comes for needs it."""
    return windows.window(locale="nl-NL", java_script_enabled=False).open(f"{address}/nl/")


@pytest.mark.parametrize(("question", "answer"), SEARCHES.items())
def test_one_search_brings_the_answer_among_the_first_three(question: str, answer: str, page: "Page") -> None:
    page.get_by_label("Wat wil je weten?").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/?q=*")

    first = [link.get_attribute("href") for link in page.locator(".results a").all()[:3]]

    assert answer in first


@pytest.mark.parametrize(("links", "answer"), WALKS, ids=[path for _, path in WALKS])
def test_three_clicks_lead_to_the_answer(links: list[str], answer: str, page: "Page") -> None:
    assert len(links) <= 3
    for name in links:
        page.get_by_role("link", name=name).first.click()

    assert page.url.endswith(answer)
