# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dead ends: pages that answer as if all were well, and say in words that there is nothing, or that a name is for sale.

A page counts as a dead end only when its title or heading is nothing but such words: an article about them is alive.
"""

import re

from ospo.formats.web_page import WebPage

_PART = re.compile(r"\s*[|–—·»:•]\s*|\s+-+\s+")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAD = re.compile("error|fout|foutmelding|https?|status|code|oeps|oops|helaas|sorry|uh|oh|whoops|ojee")
_NUMBERS = frozenset({"404", "410"})
_SAID = frozenset(
    """
    niet gevonden|pagina niet gevonden|deze pagina niet gevonden|de pagina is niet gevonden|pagina bestaat niet
    deze pagina bestaat niet|pagina bestaat niet meer|deze pagina bestaat niet meer|de pagina bestaat niet
    de pagina bestaat niet meer|deze pagina is niet gevonden|deze pagina kan niet worden gevonden
    deze pagina kan niet gevonden worden|we kunnen deze pagina niet vinden|we konden deze pagina niet vinden
    we kunnen de pagina niet vinden|pagina kon niet worden gevonden|de pagina kon niet worden gevonden
    pagina niet beschikbaar|deze pagina is niet beschikbaar|deze pagina is niet meer beschikbaar
    de opgevraagde pagina is niet gevonden|de opgevraagde pagina bestaat niet|document niet gevonden
    bestand niet gevonden|artikel niet gevonden|regeling niet gevonden|helaas deze pagina bestaat niet
    not found|page not found|this page not found|the page was not found|page does not exist
    this page does not exist|this page doesn't exist|the page does not exist|page no longer exists
    this page no longer exists|this page could not be found|the page could not be found|page cannot be found
    this page cannot be found|the page cannot be found|page can't be found|we can't find that page
    we can't find this page|we couldn't find that page|we couldn't find this page|file not found
    document not found|article not found|the requested page could not be found|page unavailable
    this page isn't available|this page is not available|page not available|this page is no longer available
    nothing found|nothing here|there isn't a github pages site here|project not found|site not found
    """.replace("\n", "|").split("|")
)
_NOTHING = frozenset(" ".join(_WORDS.findall(text)) for text in _SAID if text.strip())
_FOR_SALE = re.compile(
    r"(?:this|the|deze|dit|de) domain(?:[ -]?name|naam)? (?:is|may be|is mogelijk|staat) (?:for sale|te koop)"
    r"|(?:deze|de) domeinnaam (?:is|staat) (?:te koop|geparkeerd|gereserveerd)"
    r"|\b(?:domain|domein)(?:[ -]name|naam)? (?:for sale|te koop)\b"
    r"|\bbuy this domain\b|\bkoop (?:deze|dit) (?:domeinnaam|domein)\b"
    r"|\b(?:domain|page) (?:is )?parked (?:free|by|at)\b|\bparked domain\b|\bdomain parking\b|\bgeparkeerd domein\b"
    r"|\bis geregistreerd (?:door een klant van|via) "
)
_SELLERS = re.compile(
    r"(?:.*\.)?(?:sedo|sedoparking|hugedomains|dan|afternic|bodis|undeveloped|parklogic|above|domainmarket)\.com"
    r"|(?:.*\.)?parkingcrew\.net"
)
_SHORT = 2_500  # characters of text; a page that sells a name says little else


def says_nothing_is_here(page: WebPage) -> bool:
    """Whether its title or its heading says, and says only, that there is no such page."""
    return any(_is_nothing(part) for text in (page.title, *page.headings) for part in _PART.split(text[:300]))


def _is_nothing(text: str) -> bool:
    words = [word.replace("’", "'") for word in _WORDS.findall(text.lower())]
    has_number = any(word in _NUMBERS for word in words)
    rest = [word for word in words if not _LEAD.fullmatch(word) and word not in _NUMBERS]
    return has_number if not rest else " ".join(rest) in _NOTHING


def is_for_sale(page: WebPage, host: str) -> bool:
    """Whether a page only sells its name: by its host, or by its words when it has few of them."""
    if _SELLERS.fullmatch(host.partition(":")[0]):
        return True
    if _FOR_SALE.search(page.title[:300].lower()):
        return True
    return len(page.text) <= _SHORT and _FOR_SALE.search(page.text.lower()) is not None
