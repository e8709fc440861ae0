# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adopting: from a template and the answers to its questions to the files that take a practice over."""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ospo.domain.check import Check
from ospo.domain.finding import Outcome, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.domain.patch import Patch
from ospo.domain.snapshot import Snapshot
from ospo.domain.template import PLACE, AnswerKind, Known, Template
from ospo.engine import scan
from ospo.engine.patching import Edited
from ospo.errors import SettingsError

_LONGEST = 300  # characters of an answer
_ACCOUNT = r"@[\w.-]{1,60}(?:/[\w.-]{1,60}){0,4}"
_FORMS = {
    AnswerKind.LINE: re.compile(r"[^\x00-\x1f\x7f]+"),
    AnswerKind.EMAIL: re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII),
    AnswerKind.ADDRESS: re.compile(r"https://[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d{1,5})?(?:/[^\s<>\"'`\\]{0,250})?"),
    AnswerKind.DATE: re.compile(r"[12]\d{3}-[01]\d-[0-3]\d"),
    AnswerKind.ACCOUNTS: re.compile(rf"{_ACCOUNT}(?: {_ACCOUNT}){{0,9}}"),
}


@dataclass(frozen=True, slots=True)
class Adoption:
    """What a template would do to a repository.

    `patches` are the new files; `taken` the paths of which there is a file already, which is left alone. `met` are the
    checks that the repository meets as it is, `after` what each of the others says with the files in it.
    """

    template: Template
    patches: tuple[Patch, ...]
    taken: tuple[str, ...]
    met: tuple[CheckId, ...]
    after: Mapping[CheckId, Verdict]

    @property
    def is_needed(self) -> bool:
        """False when the repository meets every check of the template already."""
        return not self.template.checks or len(self.met) < len(self.template.checks)


def known(repository: str, today: datetime.date) -> dict[Known, str]:
    """What need not be asked: the address of the repository and its name, when it is known, and the day."""
    in_a_year = today + datetime.timedelta(days=365)
    found = {Known.TODAY: today.isoformat(), Known.IN_A_YEAR: in_a_year.isoformat(), Known.YEAR: str(today.year)}
    if repository:
        found[Known.REPOSITORY_URL] = repository
        found[Known.REPOSITORY_NAME] = repository.rstrip("/").rpartition("/")[2]
    return found


def answers(template: Template, given: Mapping[str, str], known: Mapping[Known, str]) -> dict[str, str]:
    """The answers there are: those that were given, and what is known without asking.

    Raises:
        SettingsError: an answer that cannot be used.
    """
    asked = {question.id: question for question in template.questions}
    found = {q.id: known[q.known] for q in template.questions if q.known is not None and q.known in known}
    found |= {name: value.strip() for name, value in given.items() if name in asked}
    for name, value in found.items():
        if len(value) > _LONGEST or not _FORMS[asked[name].kind].fullmatch(value):
            message = "The answer to '{name}' cannot be used: give something like {example}."
            raise SettingsError(message, name=name, example=asked[name].example)
    return found


def filled(template: Template, answers: Mapping[str, str], language: Language) -> tuple[Patch, ...]:
    """The files of a template in a language, with every answer in its place.

    Raises:
        KeyError: a question has no answer.
    """

    def answer(match: re.Match[str]) -> str:
        value = answers[match["name"]]
        return json.dumps(value, ensure_ascii=False) if match["quoted"] else value

    return tuple(
        Patch(PLACE.sub(answer, file.path), "", PLACE.sub(answer, file.texts[language])) for file in template.files
    )


def examples(template: Template) -> dict[str, str]:
    """The example of each question as its answer."""
    return {question.id: question.example for question in template.questions}


def adopt(template: Template, patches: Sequence[Patch], repository: Snapshot, checks: Sequence[Check]) -> Adoption:
    """See what the files would do, and leave alone what is there already.

    Args:
        template: where they come from.
        patches: the files, filled in.
        repository: as it is.
        checks: those of the template.
    """
    there = {entry.path.lower() for entry in repository.entries()}
    fresh = tuple(patch for patch in patches if patch.path.lower() not in there)
    before = {check.id: scan.verdict(repository, check) for check in checks}
    met = tuple(name for name, verdict in before.items() if verdict.outcome is Outcome.MET)
    edited = Edited(repository, {patch.path: patch.after for patch in fresh})
    after = {check.id: scan.verdict(edited, check) for check in checks if check.id not in met}
    taken = tuple(patch.path for patch in patches if patch.path.lower() in there)
    return Adoption(template, fresh, taken, met, after)
