# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contributing without git: forms, and what comes of them; in the static site the browser makes it itself."""

import json
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ospo.domain.contribution import Form, Proposal, Question
from ospo.domain.language import Language
from ospo.domain.organisation import OrganisationKind
from ospo.domain.practice import Audience, Phase
from ospo.domain.site import Kind, Route
from ospo.engine import contributing, questions, skeletons
from ospo.engine.skeleton_texts import FILES
from ospo.i18n import translator
from ospo.render.html import source_texts
from ospo.render.html.views.contribute_words import ISSUE, LABELS, PROBLEMS, QUESTIONS_OF, TITLES
from ospo.render.html.views.words import AUDIENCES, LANGUAGES, ORGANISATION_KINDS, PHASES

if TYPE_CHECKING:
    from ospo.render.html.site import Site

_MAX_FIELDS = 60
_CHOICES: dict[str, dict[Any, str]] = {
    "phase": {Phase(key): word for key, word in PHASES.items()},
    "audience": {Audience(key): word for key, word in AUDIENCES.items()},
    "kind": {OrganisationKind(key): word for key, word in ORGANISATION_KINDS.items()},
    "language": LANGUAGES,
}


def contribute(site: "Site", route: Route, query: str) -> tuple[str, dict[str, Any]]:
    """Which forms there are, or one of them: empty, with what is wrong with it, or with what came of it.

    `query` is what was filled in, as browsers send it; it comes from anybody.
    """
    if not route.key:
        return "contribute.html", {"titles": TITLES, "questions_of": QUESTIONS_OF, "page": ""}
    form, given = Form(route.key), _given(query)
    language = Language.EN if form is Form.TRANSLATION else route.language
    page = given.get("page", "")[:200]
    text = contributing.text_of(site.library, page, language)
    section = _section(given.get("section", ""))
    parts = [] if text is None else contributing.sections(text.body)
    section = section if section < len(parts) else 0
    edits_text = form in (Form.IMPROVE, Form.TRANSLATION)
    proposal = None
    if site.find is not None and given.get("go") == "1" and (parts or not edits_text):
        proposal = _proposal(site, form, given, page, section, language)
    return "contribute-form.html", {
        "form": form,
        "title": TITLES[form],
        "lead": QUESTIONS_OF[form],
        "live": site.find is not None,
        "page": page,
        "page_title": text.title if text else "",
        "page_url": _page_url(site, page, route) if text else "",
        "path": contributing.ROOT + text.path if text else "",
        "sections": parts,
        "chosen": section,
        "dutch": _dutch(site, page, section) if form is Form.TRANSLATION else "",
        "edits_text": edits_text,
        "fields": [_field(question, given, parts, section) for question in questions.QUESTIONS[form]],
        "proposal": proposal,
        "labels": LABELS,
        "wrong_words": PROBLEMS,
        "data": "" if site.find is not None else _data(site, form, route),
        "pages": _pages(site, route) if edits_text and not parts else [],
        "skeleton": _skeleton(form, route),
    }


def _given(query: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(query, max_num_fields=_MAX_FIELDS, errors="replace"))
    except ValueError:  # too many fields: no form of ours
        return {}


def _section(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _proposal(site: "Site", form: Form, given: dict[str, str], page: str, section: int, language: Language) -> Proposal:
    labels = {one: partial(_word, one) for one in Language}
    return contributing.propose(
        form, given, site.library, site.today, labels, page=page, section=section, language=language
    )


def _field(
    question: Question, given: dict[str, str], parts: list[contributing.Section], section: int
) -> dict[str, Any]:
    value = given.get(question.name, "")[: questions.MAX_ANSWER]
    if question.name == "text" and not value and parts:
        value = parts[section].text.strip("\n")
    words = _CHOICES.get(question.name, {})
    return {
        "name": question.name,
        "form": question.form,
        "label": LABELS[question.name],
        "is_required": question.is_required,
        "choices": [(choice, words.get(choice, "")) for choice in question.choices],
        "value": value,
        "pattern": questions.PATTERNS.get(question.form, ""),
        "example": questions.EXAMPLES.get(question.name, ""),
        "rows": max(8, min(30, value.count("\n") + len(value) // 90 + 3)) if question.name == "text" else 4,
        "most": questions.MAX_ANSWER,
    }


def _page_url(site: "Site", page: str, route: Route) -> str:
    kind, _, name = page.partition("/")
    return site.url(Kind.HOME if page == "page/home" else kind, "" if page == "page/home" else name, route.language)


def _dutch(site: "Site", page: str, section: int) -> str:
    text = contributing.text_of(site.library, page, Language.NL)
    parts = [] if text is None else contributing.sections(text.body)
    return parts[section].text.strip("\n") if section < len(parts) else ""


def _pages(site: "Site", route: Route) -> list[tuple[str, str]]:
    """What can be improved, for who comes without a page: its name and its title."""
    practices = [(f"practice/{p.id}", p.texts[route.language].title) for p in site.library.practices.values()]
    return practices + [(f"page/{p.id}", p.texts[route.language].title) for p in site.library.pages.values()]


def _skeleton(form: Form, route: Route) -> str:
    """What to send by hand when the browser makes nothing: the questions, to be answered below each."""
    asked = {Form.IMPROVE: ["page", "section"], Form.TRANSLATION: ["page", "section"], Form.REPORT: ["page"]}
    names = [*asked.get(form, []), *(question.name for question in questions.QUESTIONS[form])]
    lines = [f"# {_word(route.language, form)}", ""]
    for name in names:
        lines += [f"**{_word(route.language, name)}**", "", "> ", ""]
    return "\n".join([*lines, _word(route.language, "terms")])


def _word(language: Language, name: str) -> str:
    """The words of a form, of a question, or of what the issue says besides."""
    say = translator(language)
    if name in set(Form):
        return say(TITLES[Form(name)])
    return say(ISSUE[name]) if name in ISSUE else say(LABELS[name])


def _data(site: "Site", form: Form, route: Route) -> str:
    """What the script needs to do the same in the browser, as JSON that cannot end its element."""
    names = [str(form), *ISSUE, *(question.name for question in questions.QUESTIONS[form])]
    labels = {one: {name: _word(one, name) for name in dict.fromkeys(names)} for one in Language}
    data = {
        "form": form,
        "language": Language.EN if form is Form.TRANSLATION else route.language,
        "root": contributing.ROOT,
        "base": site.base,
        "texts": source_texts.NAME,
        "labels": labels,
        "questions": [(question.name, question.form) for question in questions.QUESTIONS[form]],
        "files": FILES.get(form, {}),
        "first": skeletons.FIRST,
        "taken": sorted(contributing.taken(site.library, form)),
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
