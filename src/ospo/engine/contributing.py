# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contributing: from what somebody fills in to a patch and a text for an issue; nothing is kept or sent."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ospo.domain.contribution import Form, Proposal
from ospo.domain.identifier import PageId, PracticeId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import PLACEHOLDER, Page
from ospo.domain.practice import Practice, Text
from ospo.engine import questions, skeletons, unified
from ospo.formats.headings import slug

_HEADING = re.compile(r"^(?=## )", re.M)
ROOT = "content/"
Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text from one second-level heading to the next, as it stands in the file."""

    anchor: str
    title: str
    text: str


def sections(body: str) -> list[Section]:
    """The parts of a text, which together are the whole text."""
    found: list[Section] = []
    above = ""
    for part in _HEADING.split(body):
        if not part.strip():
            above += part
            continue
        title = part.partition("\n")[0].removeprefix("## ").strip() if part.startswith("## ") else ""
        found.append(Section(slug(title) if title else "", title, above + part))
        above = ""
    return found


def text_of(library: Library, page: str, language: Language) -> Text | None:
    """The text of a page that is named `practice/id` or `page/id`; none when there is no such page."""
    kind, _, name = page.partition("/")
    item: Practice | Page | None = None
    if kind == "practice":
        item = library.practices.get(PracticeId(name))
    elif kind == "page":
        item = library.pages.get(PageId(name))
    return None if item is None else item.texts[language]


def edit(text: Text, number: int, new: str) -> str:
    """The diff that puts other words in a section of a text; the blank lines around it stay."""
    parts = sections(text.body)
    old = parts[number].text
    start = len(old) - len(old.lstrip("\n"))
    end = len(old.rstrip("\n"))
    parts[number] = replace(parts[number], text=old[:start] + new.strip("\n") + (old[end:] or "\n"))
    return unified.diff(ROOT + text.path, text.body, "".join(part.text for part in parts), text.body_line)


def propose(
    form: Form,
    given: Mapping[str, str],
    library: Library,
    today: datetime.date,
    labels: Mapping[Language, Words],
    *,
    page: str = "",
    section: int = 0,
    language: Language = Language.NL,
) -> Proposal:
    """What comes of a form.

    Args:
        form: which one.
        given: what was filled in, by the name of the question, as it came.
        library: what there is already.
        today: the day on which it is filled in.
        labels: the words of each language for the parts of the issue: of questions, and some of its own.
        page: which page it is about, `practice/id` and the like.
        section: which part of its text, from 0.
        language: of the text that is changed.
    """
    answers = questions.cleaned(form, given)
    wrong = list(questions.problems(form, answers))
    if "id" in answers and not wrong and answers["id"] in taken(library, form):
        wrong.append(("id", "taken"))
    made, gaps = "", 0
    text = text_of(library, page, language) if form in (Form.IMPROVE, Form.TRANSLATION) else None
    if not wrong and text is not None and section < len(sections(text.body)):
        made = edit(text, section, answers["text"])
        wrong += [] if made else [("text", "same")]
    elif not wrong and form in (Form.PRACTICE, Form.EVENT, Form.ORGANISATION):
        files = skeletons.make(form, answers["id"], today, answers)
        made = "".join(unified.diff(ROOT + path, "", content) for path, content in files.items())
        gaps = sum(content.count(PLACEHOLDER) for content in files.values())
    if wrong:
        return Proposal(problems=tuple(wrong))
    about = _about(page, text, section)
    shown = [(q.name, answers[q.name]) for q in questions.QUESTIONS[form] if q.name != "text" and answers[q.name]]
    if form not in (Form.IMPROVE, Form.TRANSLATION, Form.REPORT):
        shown = [pair for pair in shown if pair[0] in ("id", "source-title", "source-url")]
    issue = {one: _issue(form, about, shown, made, label) for one, label in labels.items()}
    return Proposal(made, issue, gaps=gaps)


def taken(library: Library, form: Form) -> frozenset[str]:
    """The ids that a new file of this kind may not have."""
    ids: dict[Form, Iterable[str]] = {
        Form.PRACTICE: library.practices,
        Form.EVENT: library.events,
        Form.ORGANISATION: library.organisations,
    }
    return frozenset(map(str, ids.get(form, ())))


def _about(page: str, text: Text | None, section: int) -> list[tuple[str, str]]:
    clean = "".join(c for c in page[:200] if c.isprintable() and c not in "`\\")
    found = [("page", clean)] if clean else []
    if text is not None:
        found += [("file", ROOT + text.path), ("section", sections(text.body)[section].title)]
    return [(name, value) for name, value in found if value]


def _issue(form: Form, about: list[tuple[str, str]], shown: list[tuple[str, str]], diff: str, label: Words) -> str:
    """Markdown, in which what was filled in is quoted."""
    lines = [f"# {label(form)}", ""]
    lines += [f"- {label(name)}: `{value}`" for name, value in about]
    lines += [""] if about else []
    for name, value in shown:
        lines += [f"**{label(name)}**", "", *(f"> {part}".rstrip() for part in value.split("\n")), ""]
    if diff:
        fence = "`" * max(3, _longest_run(diff) + 1)
        lines += [label("change"), "", f"{fence}diff", diff.rstrip("\n"), fence, ""]
    lines.append(label("terms"))
    return "\n".join(lines) + "\n"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
