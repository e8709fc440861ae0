# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates: files that take a practice over, with the questions whose answers go into them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ospo.domain.identifier import CheckId, PracticeId, TemplateId
from ospo.domain.language import Language, Translated

# `{{name}}` takes an answer as it is, `{{name|yaml}}` as a value in YAML or JSON, in quotes. What GitHub writes in
# workflows, `${{ name }}`, is no place of ours.
PLACE = re.compile(r"(?<!\$)\{\{(?P<name>[a-z][a-z0-9-]*)(?P<quoted>\|yaml)?\}\}")


class AnswerKind(StrEnum):
    """What an answer must look like."""

    LINE = "line"
    EMAIL = "email"
    ADDRESS = "address"  # of a page on the web
    DATE = "date"
    ACCOUNTS = "accounts"  # of a forge, each with an @, such as @organisation/team


class Known(StrEnum):
    """What a repository or the day can answer by itself, unless somebody says otherwise."""

    REPOSITORY_URL = "repository-url"
    REPOSITORY_NAME = "repository-name"
    TODAY = "today"
    IN_A_YEAR = "in-a-year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, an answer as an example, and where an answer may come from when none is given."""

    id: str
    ask: Translated
    example: str
    kind: AnswerKind = AnswerKind.LINE
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A file that a template brings: where it goes, and its text with places for answers."""

    path: str
    texts: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Template:
    """One template. `checks` are those that a repository meets with these files in it."""

    id: TemplateId
    title: Translated
    summary: Translated
    practices: tuple[PracticeId, ...]
    checks: tuple[CheckId, ...]
    questions: tuple[Question, ...]
    files: tuple[TemplateFile, ...]
    licence: str

    def places(self) -> frozenset[str]:
        """The names of all answers that its files have a place for."""
        texts = [text for file in self.files for text in (file.path, *file.texts.values())]
        return frozenset(match["name"] for text in texts for match in PLACE.finditer(text))
