# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofreading the knowledge base: its words by hunspell, when that is here, and the length of its sentences."""

from collections.abc import Sequence
from pathlib import Path

from ospo import spelling
from ospo.domain.library import Library
from ospo.engine import proofreading
from ospo.engine.proofreading import Hardness, OwnWords
from ospo.errors import Problem
from ospo.knowledge import own_words


def proofread(library: Library, content: Path, texts: Sequence[Hardness]) -> tuple[list[Problem], bool]:
    """What an editor has to mend in the texts, and whether their spelling could be looked at."""
    own = {language: OwnWords(*found) for language, found in own_words.load(content).items()}
    strange = proofreading.strange_words(library, own, spelling.unknown)
    return [*proofreading.too_long(texts), *(strange or [])], strange is not None
