# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A catalogue of three fictional checks in two topics, and reports about them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from ospo.domain.catalogue import Catalogue
from ospo.domain.check import CheckText, TopicText
from ospo.domain.declaration import Waiver
from ospo.domain.finding import Finding, ScanReport, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.errors import OspoError

DOOR, KEY, LAMP = CheckId("has-door"), CheckId("has-key"), CheckId("has-lamp")
SCANNED = datetime(2026, 11, 23, 9, tzinfo=UTC)

_TITLES = {
    (DOOR, Language.NL): "Heeft een deur",
    (DOOR, Language.EN): "Has a door",
    (KEY, Language.NL): "Heeft een sleutel",
    (KEY, Language.EN): "Has a key",
    (LAMP, Language.NL): "Heeft een lamp",
    (LAMP, Language.EN): "Has a lamp",
}
_TOPICS = {
    ("house", Language.NL): TopicText("Huis", 1),
    ("house", Language.EN): TopicText("House", 1),
    ("light", Language.NL): TopicText("Licht", 2),
    ("light", Language.EN): TopicText("Light", 2),
}


def _text(check: CheckId, language: Language) -> CheckText:
    messages = {"found": "It is at {path}.", "missing": "There is none.", "dark": "It is too dark to see {what}."}
    steps = {"missing": "Make one.", "dark": "Bring a light."}
    if language is Language.NL:
        messages = {"found": "Het staat in {path}.", "missing": "Er is er geen.", "dark": "Te donker voor {what}."}
        steps = {"missing": "Maak er een.", "dark": "Neem licht mee."}
    return CheckText(_TITLES[check, language], messages, steps, "## What this tests\n\nA thing.")


CATALOGUE = Catalogue(
    {LAMP: "light", KEY: "house", DOOR: "house"}, _text, lambda topic, language: _TOPICS[topic, language]
)


def report(
    *findings: tuple[CheckId, Verdict] | tuple[CheckId, Verdict, Waiver],
    label: str = "kaart",
    repository: str | None = None,
    notes: Sequence[OspoError] = (),
) -> ScanReport:
    """A report of 23 November 2026 on a commit of 1 November."""
    return ScanReport(
        label=label,
        repository=repository,
        commit="0123456789abcdef" + "0" * 24,
        committed=datetime(2026, 11, 1, 12, tzinfo=UTC),
        scanned=SCANNED,
        findings=tuple(Finding(*finding) for finding in findings),
        notes=tuple(notes),
    )
