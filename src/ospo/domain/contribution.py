# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A contribution: what somebody filled in, and what comes of it: a patch, and a text for an issue."""

from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.language import Translated


class Form(StrEnum):
    """What there is to contribute; the value is the word in the address."""

    IMPROVE = "improve"  # the text of a section of a page
    TRANSLATION = "translation"  # the English text of a section
    REPORT = "report"  # something on a page is not right
    PRACTICE = "practice"
    EVENT = "event"
    ORGANISATION = "organisation"


class AnswerForm(StrEnum):
    """What an answer looks like."""

    LINE = "line"
    TEXT = "text"  # Markdown, of as many lines as needed
    CHOICE = "choice"
    ADDRESS = "address"  # http or https
    ID = "id"
    MOMENT = "moment"  # a month, a day, or a time
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks, by the name of the place where the answer goes."""

    name: str
    form: AnswerForm = AnswerForm.LINE
    is_required: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What comes of a form: a diff that `git apply` takes (empty when there is none), and a text for an issue.

    `problems` names each answer that is not right, by its question, with a code for what is wrong; then there is no
    diff and no issue. `gaps` is how many places an editor still has to fill in.
    """

    diff: str = ""
    issue: Translated | None = None
    problems: tuple[tuple[str, str], ...] = ()
    gaps: int = 0
