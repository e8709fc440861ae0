# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A check or a practice as plain Markdown, for reading in a terminal."""

import re

from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import CheckId, FactId, TermId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Fact, FactStatus
from ospo.domain.practice import Practice
from ospo.domain.source import Source
from ospo.formats import references
from ospo.i18n import long_date, translator

_LINK = re.compile(r"\[([^\]\n]*)\]\((?!https?:)[^)\s]+\)")  # a link into the knowledge base: the terminal has none


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
    """A practice with its facts written out, their sources, its checks and its own sources."""
    say = translator(language)
    text = item.texts[language]
    reviewed = say(
        "Reviewed on {date}; kept by the role {role}", date=long_date(item.reviewed, language), role=item.owner
    )
    body, used = written_out(text.body, library, language)
    facts = [f"{number}. {_source(fact.source, language)}" for number, fact in enumerate(used, 1)]
    checks = [f"- `ospo scan . --check {c}`: {catalogue.text(c, language).title}" for c in item.every_check]
    parts = [
        f"# {text.title}",
        f"*{text.question}*",
        reviewed + ".",
        body.strip(),
    ]
    if checks:
        parts.append("\n".join([f"## {say('Check it yourself')}", "", *checks]))
    if facts:
        parts.append("\n".join([f"## {say('Facts and their sources')}", "", *facts]))
    parts.append("\n".join([f"## {say('Sources')}", "", *(f"- {_source(s, language)}" for s in item.sources)]))
    return "\n\n".join(parts)


def written_out(body: str, library: Library, language: Language) -> tuple[str, list[Fact]]:
    """The text with its facts as numbered sentences, and terms and links of ours as plain words; and those facts.

    A fact that was not read in its own source says so.
    """
    say = translator(language)
    used: list[Fact] = []

    def replaced(token: re.Match[str]) -> str:
        if token["kind"] == "begrip":
            term = library.terms.get(TermId(token["id"]))
            return token["words"] or (term.term[language] if term else token["id"])
        fact = library.facts.get(FactId(token["id"]))
        if fact is None:
            return token[0]
        if fact not in used:
            used.append(fact)
        mark = "" if fact.status is FactStatus.VERIFIED else f" ({say(fact.status.value)})"
        return f"{fact.text[language]}{mark} [{used.index(fact) + 1}]"

    return references.rewrite(body, lambda part: _LINK.sub(r"\1", references.TOKEN.sub(replaced, part))), used


def _source(source: Source, language: Language) -> str:
    about = ", ".join(filter(None, (source.publisher, f"*{source.title}*", source.date)))
    if source.read is None:
        return f"{about} <{source.url}>"
    read = translator(language)("read on {date}", date=long_date(source.read, language))
    return f"{about} <{source.url}>, {read}"
