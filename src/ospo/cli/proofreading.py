# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content check`: everything that is wrong in the knowledge base at once, and how hard its texts are to read."""

from typing import TYPE_CHECKING

import click

from ospo.cli import speech
from ospo.errors import ContentError, Problem

if TYPE_CHECKING:
    from ospo.app import App
    from ospo.engine.proofreading import Hardness


def check(app: "App", *, shows_readability: bool) -> None:
    """Say that all is in order.

    Raises:
        ContentError: with every problem, also those of spelling.
    """
    from ospo.app import proofreading
    from ospo.engine.proofreading import hardness
    from ospo.knowledge import places

    library = app.library
    problems = _misfits(app)
    texts = hardness(library)
    if shows_readability:
        _show(texts)
    found, is_spelled = proofreading.proofread(library, app.settings.content, texts)
    problems += found
    if not is_spelled:
        speech.tell("Spelling was not looked at: hunspell with its dictionaries nl and en_GB is not on this machine.")
    if problems:
        raise ContentError(places.with_lines(problems, app.settings.content))
    counts = {"practices": len(library.practices), "norms": len(library.norms), "facts": len(library.facts)}
    speech.tell("The knowledge base is in order: {practices} practices, {norms} norms, {facts} facts.", **counts)


def _misfits(app: "App") -> list[Problem]:
    try:
        app.check_content()
    except ContentError as error:
        return list(error.problems)
    return []


def _show(texts: "list[Hardness]") -> None:
    """How hard each text is to read, the hardest first, with its longest sentences: a hint, and never a problem."""
    for text in texts:
        found = text.found
        click.echo(speech.say(_FIGURE, score=round(found.score), n=round(found.per_sentence), path=text.path))
        _show_longest(text)
    speech.tell(
        "100 is very easy to read, 60 is plain, below 30 is for specialists: Douma's formula for Dutch, Flesch's for "
        "English. A figure is a hint where to look; before each sentence stands how many words it has."
    )


def tell_of(text: "Hardness") -> None:
    """How hard one text is to read, and where its longest sentences are."""
    found = text.found
    click.echo(f"    {speech.say(_HARD, score=int(found.score), n=round(found.per_sentence))}")
    _show_longest(text, "      ")


def _show_longest(text: "Hardness", indent: str = "  ") -> None:
    for sentence in text.found.longest:
        words = sentence.text if len(sentence.text) <= _MOST else f"{sentence.text[: _MOST - 1]}…"
        click.echo(f"{indent}{text.path}:{text.first_line + sentence.line - 1}: ({len(sentence.words)}) {words}")


_FIGURE = "{score}  {path}: {n} words a sentence"
_HARD = "Readability {score}, {n} words a sentence; before the longest ones stands how many words they have:"
_MOST = 160  # characters of a sentence that are shown
