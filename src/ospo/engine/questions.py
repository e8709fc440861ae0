# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each form for a contribution asks, and whether an answer can be right."""

import re
from collections.abc import Iterator, Mapping

from ospo.domain.contribution import AnswerForm, Form, Question
from ospo.domain.identifier import is_slug
from ospo.domain.organisation import OrganisationKind
from ospo.domain.practice import Audience, Phase

MAX_ANSWER = 20_000  # characters
_ADDRESS = re.compile(r"https?://[^\s/?#]{1,253}(?:[/?#]\S{0,1700})?")
_MOMENT = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?")
_LINE, _TEXT = AnswerForm.LINE, AnswerForm.TEXT

_SOURCE = (Question("source-title"), Question("source-url", AnswerForm.ADDRESS))
_BODY = ("brief", "why", "steps", "result", "law", "pitfalls")


def _in(language: str, *, is_required: bool) -> tuple[Question, ...]:
    """The texts of a practice in one language."""
    lines = (Question(f"title-{language}", _LINE, is_required), Question(f"question-{language}", _LINE, is_required))
    texts = (Question(f"{name}-{language}", _LINE if name == "result" else _TEXT, False) for name in _BODY)
    return (*lines, *texts)


QUESTIONS: dict[Form, tuple[Question, ...]] = {
    Form.IMPROVE: (Question("text", _TEXT), Question("reason"), Question("source", _LINE, False)),
    Form.TRANSLATION: (Question("text", _TEXT), Question("reason", _LINE, False)),
    Form.REPORT: (
        Question("claim", _TEXT),
        Question("instead", _TEXT, False),
        Question("source", _LINE),
        Question("source-date", AnswerForm.MOMENT, False),
    ),
    Form.PRACTICE: (
        Question("id", AnswerForm.ID),
        Question("phase", AnswerForm.CHOICE, choices=tuple(Phase)),
        Question("audience", AnswerForm.CHOICE, choices=tuple(Audience)),
        *_in("nl", is_required=True),
        *_in("en", is_required=False),
        Question("source-title"),
        Question("source-publisher", _LINE, False),
        Question("source-url", AnswerForm.ADDRESS),
    ),
    Form.EVENT: (
        Question("id", AnswerForm.ID),
        Question("title-nl"),
        Question("title-en", _LINE, False),
        Question("start", AnswerForm.MOMENT),
        Question("end", AnswerForm.MOMENT, False),
        Question("place-nl", _LINE, False),
        Question("online", AnswerForm.YES, False),
        Question("language", AnswerForm.CHOICE, choices=("nl", "en")),
        Question("organiser"),
        Question("summary-nl"),
        Question("summary-en", _LINE, False),
        Question("url", AnswerForm.ADDRESS),
        *_SOURCE,
    ),
    Form.ORGANISATION: (
        Question("id", AnswerForm.ID),
        Question("name"),
        Question("kind", AnswerForm.CHOICE, choices=tuple(OrganisationKind)),
        Question("website", AnswerForm.ADDRESS),
        Question("forge", AnswerForm.CHOICE, choices=("github", "gitlab", "codeberg", "forgejo", "gitea", "bitbucket")),
        Question("account", AnswerForm.ADDRESS),
        *_SOURCE,
    ),
}

EXAMPLES = {
    "id": "eigen-regels",
    "start": "2026-12-15T14:00",
    "end": "2026-12-15",
    "source-date": "2026-12",
    "url": "https://www.example.org/",
    "website": "https://www.example.org/",
    "account": "https://github.com/voorbeeld",
    "source-url": "https://www.example.org/",
}
# The same forms, as a browser checks them before it sends anything.
PATTERNS = {
    AnswerForm.ID: "[a-z0-9]+(-[a-z0-9]+)*",
    AnswerForm.ADDRESS: r"https?://\S+",
    AnswerForm.MOMENT: r"[12][0-9]{3}-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-5][0-9])?)?",
}


def cleaned(form: Form, given: Mapping[str, str]) -> dict[str, str]:
    """The answers to what the form asks, without what no text of ours holds."""
    found = {}
    for question in QUESTIONS[form]:
        text = given.get(question.name, "")[: MAX_ANSWER + 1].replace("\r\n", "\n").replace("\r", "\n")
        text = "".join(c for c in text if c == "\n" or c.isprintable())
        if question.form is not AnswerForm.TEXT:
            text = " ".join(text.split())
        found[question.name] = text.rstrip() if question.form is AnswerForm.TEXT else text
    return found


def problems(form: Form, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The name of each question whose answer is not right, and what is wrong with it."""
    for question in QUESTIONS[form]:
        text = answers[question.name]
        if len(text) > MAX_ANSWER:
            yield question.name, "too-long"
        elif not text.strip():
            if question.is_required:
                yield question.name, "empty"
        elif wrong := _wrong(question, text):
            yield question.name, wrong
    if form is Form.EVENT and not answers["place-nl"] and not answers["online"]:
        yield "place-nl", "no-place"


def _wrong(question: Question, text: str) -> str:
    match question.form:
        case AnswerForm.ID if not is_slug(text) or len(text) > 60:
            return "no-id"
        case AnswerForm.ADDRESS if not _ADDRESS.fullmatch(text):
            return "no-address"
        case AnswerForm.MOMENT if not _MOMENT.fullmatch(text):
            return "no-moment"
        case AnswerForm.CHOICE if text not in question.choices:
            return "no-choice"
    return ""
