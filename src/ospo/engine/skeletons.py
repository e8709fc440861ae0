# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""New content files with everything in place that a file of their kind must hold, and what is known filled in.

A place for an answer is `{{name}}`, or `{{"name"}}` where it has to be quoted; a line with `{{?name}}` is left out
when there is no answer. static/contribute.js fills in the same texts in the same way.
"""

import datetime
import json
import re
from collections.abc import Mapping

from ospo.domain.page import PLACEHOLDER
from ospo.domain.practice import mark
from ospo.engine.skeleton_texts import FILES

KINDS = tuple(FILES)
UNSTAMPED = "000000000000"  # in a translation that nobody compared with its original yet
_PLACE = re.compile(r'\{\{(\??)("?)([a-z0-9-]+)"?\}\}')
FIRST = {
    "phase": "publiceren",
    "audience": "ospo-lead",
    "kind": "company",
    "forge": "github",
    "language": "nl",
    "order": "999",
    **dict.fromkeys(("url", "website", "account", "source-url"), "https://www.example.org/"),
}
_BULLETS = re.compile(r"brief-(nl|en)")


def make(kind: str, name: str, today: datetime.date, answers: Mapping[str, str] | None = None) -> dict[str, str]:
    """The text of each file of something new, by its path below content/.

    Args:
        kind: one of `KINDS`.
        name: its id.
        today: the day on which it is read and reviewed.
        answers: what is known, by the name of its place; the rest is left for an editor.
    """
    known = {key: text for key, text in (answers or {}).items() if text}
    if "place-nl" in known:
        known.setdefault("place-en", known["place-nl"])
    day = {"today": str(today), "later": str(today + datetime.timedelta(days=365)), "start": str(today)}
    values = {**FIRST, **day, **known, "id": name}
    made = {path.replace("{{id}}", name): fill(text, values) for path, text in FILES[kind].items()}
    return _stamped(made, values) if kind == "practice" and known.get("title-nl") else made


def fill(skeleton: str, values: Mapping[str, str]) -> str:
    """A text with every place filled in; where no answer is, an editor is asked for one."""
    return "\n".join(_line(line, values) for line in skeleton.split("\n") if not _is_left_out(line, values))


def _is_left_out(line: str, values: Mapping[str, str]) -> bool:
    return any(optional and not values.get(name) for optional, _, name in _PLACE.findall(line))


def _line(line: str, values: Mapping[str, str]) -> str:
    def answer(place: re.Match[str]) -> str:
        name = place[3]
        text = values.get(name) or PLACEHOLDER
        if _BULLETS.fullmatch(name):
            lines = [part.strip() for part in text.split("\n") if part.strip()]
            return "\n".join(f"- {part.removeprefix('- ')}" for part in (lines if name in values else lines * 3))
        return json.dumps(text, ensure_ascii=False) if place[2] else text

    return _PLACE.sub(answer, line)


def _stamped(files: dict[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """The files of a practice, with in the translation the fingerprint of the original beside it."""
    original = next(text for path, text in files.items() if path.endswith(".nl.md"))
    body = original.split("\n---\n", 1)[1]
    title, question = (values.get(name) or PLACEHOLDER for name in ("title-nl", "question-nl"))
    stamp = f'original: "{mark(title, question, body)}"'
    return {path: text.replace(f'original: "{UNSTAMPED}"', stamp, 1) for path, text in files.items()}
