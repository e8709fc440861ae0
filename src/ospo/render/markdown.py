# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A check or a practice as plain Markdown, for reading in a terminal."""

import re

from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import CheckId, FactId, TermId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import FactStatus
from ospo.domain.practice import Practice
from ospo.formats import references
from ospo.i18n import long_date, translator


def check(check_id: CheckId, catalogue: Catalogue, library: Library, language: Language) -> str:
    """What a check tests and why, the practices that explain it and the controls it serves."""
    say = translator(language)
    text = catalogue.text(check_id, language)
    parts = [f"# {text.title}", text.body]
    practices = library.practices_for(check_id)
    if practices:
        lines = [f"- `ospo explain {p.id}`: {p.texts[language].title}" for p in practices]
        parts.append("\n".join([f"## {say('Practices')}", "", *lines]))
    controls = library.controls_for(check_id)
    if controls:
        lines = [f"- {norm.title[language]}: {c.id}, {c.title[language]}" for norm, c in controls]
        parts.append("\n".join([f"## {say('Serves these controls')}", "", *lines]))
    return "\n\n".join(parts)


def practice(item: Practice, catalogue: Catalogue, library: Library, language: Language) -> str:
    """A practice with its facts written out, its checks and its sources."""
    say = translator(language)
    text = item.texts[language]
    reviewed = say("Reviewed on {date} by the role {role}", date=long_date(item.reviewed, language), role=item.owner)
    body = re.sub(r"\[([^\]\n]*)\]\((?!https?:)[^)\s]+\)", r"\1", written_out(text.body, library, language))
    checks = [f"- `ospo scan . --check {c}`: {catalogue.text(c, language).title}" for c in item.checks]
    sources = [f"- {s.publisher + ', ' if s.publisher else ''}*{s.title}* <{s.url}>" for s in item.sources]
    return "\n\n".join(
        [
            f"# {text.title}",
            f"*{text.question}*",
            reviewed + ".",
            body.strip(),
            "\n".join([f"## {say('Check it yourself')}", "", *checks]),
            "\n".join([f"## {say('Sources')}", "", *sources]),
        ]
    )


def written_out(body: str, library: Library, language: Language) -> str:
    """The text with its facts as sentences (unverified ones say so) and its terms as plain words."""
    say = translator(language)

    def replaced(token: re.Match[str]) -> str:
        if token["kind"] == "begrip":
            term = library.terms.get(TermId(token["id"]))
            return token["words"] or (term.term[language] if term else token["id"])
        fact = library.facts[FactId(token["id"])]
        mark = "" if fact.status is FactStatus.VERIFIED else f" ({say(fact.status.value)})"
        return f"{fact.text[language]}{mark}"

    return references.TOKEN.sub(replaced, body)
