# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explaining a check or a practice by its id."""

import difflib

from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import CheckId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.errors import UnknownId
from ospo.render import markdown


def explain(name: str, catalogue: Catalogue, library: Library, language: Language) -> str:
    """A check or a practice as Markdown.

    Raises:
        UnknownId: it is neither; the message names what comes close.
    """
    if name in catalogue.topics:
        return markdown.check(CheckId(name), catalogue, library, language)
    practice = library.practices.get(PracticeId(name))
    if practice is not None:
        return markdown.practice(practice, catalogue, library, language)
    near = difflib.get_close_matches(name, [*catalogue.topics, *library.practices], 3)
    if near:
        message = "There is no check or practice '{id}'. Did you mean {near}?"
        raise UnknownId(message, id=name, near=", ".join(near))
    raise UnknownId("There is no check or practice '{id}': `ospo checks list` names the checks.", id=name)
