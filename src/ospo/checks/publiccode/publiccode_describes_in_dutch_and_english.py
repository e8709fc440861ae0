# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml describes the software in Dutch and in English, with texts of the lengths that the standard asks."""

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import dutch, publiccode, publiccode_texts, yaml

_LANGUAGES = ("nl", "en")


def check(repository: Snapshot) -> Verdict:
    """Asked only where something shows an organisation in the Netherlands: of others, Dutch is not to be asked."""
    found = publiccode.fetch(repository)
    if found is None:
        return not_applicable("no-publiccode")
    path, content = found
    document = publiccode.read(content)
    if not document.value:
        return not_applicable("no-keys", Evidence(path), path=path)
    dutch_text, english_text = (publiccode_texts.of_language(document, language) for language in _LANGUAGES)
    if dutch_text is None and not dutch.shows(repository):
        return not_applicable("not-dutch")
    if dutch_text is None or english_text is None:
        missing = "nl" if dutch_text is None else "en"
        if dutch_text is None and english_text is None:
            return not_met("neither", _place(document, path), path=path)
        return not_met("one-missing", _place(document, path), path=path, missing=missing)
    for language, text in zip(_LANGUAGES, (dutch_text, english_text), strict=True):
        if text.misfit is not None:
            return not_met("misfit", Evidence(path, text.line), path=path, language=language, key=text.misfit)
    if not (dutch_text.long or english_text.long):
        return not_met("no-long", Evidence(path, dutch_text.line), path=path)
    if dutch_text.is_same_as(english_text):
        return not_met("same-text", Evidence(path, dutch_text.line), Evidence(path, english_text.line), path=path)
    return met("both", Evidence(path, dutch_text.line), Evidence(path, english_text.line), path=path)


def _place(document: yaml.Document, path: str) -> Evidence:
    return Evidence(path, document.line("description"))
