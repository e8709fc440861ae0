# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what somebody fills in to a patch that applies and a text for an issue."""

import datetime
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase
from ospo.domain.contribution import Form, Proposal
from ospo.domain.language import Language
from ospo.engine import contributing, integrity

TODAY = datetime.date(2026, 11, 26)
CHECKS = ["has-licence-file", "readme-explains-the-project"]
LABELS = {language: (lambda word, language=language: f"{language}:{word}") for language in Language}
SOURCE = {"source-title": "Verslag", "source-publisher": "Voorbeeld", "source-url": "https://voorbeeld.example/verslag"}
TEXTS = ("brief", "why", "steps", "result", "law", "pitfalls")
PRACTICE = {
    "id": "samen-lezen",
    "phase": "publiceren",
    "audience": "ospo-lead",
    **{f"title-{one}": 'Lees: "samen" # of niet' for one in Language},
    **{f"question-{one}": "Hoe lezen we samen?" for one in Language},
    **{f"{name}-{one}": "Een.\r\nTwee.\r\nDrie." for name in TEXTS for one in Language},
    **SOURCE,
}
EVENT = {
    "id": "leesdag",
    **{f"{name}-{one}": "Lezen: \\ samen" for name in ("title", "summary") for one in Language},
    "start": "2027-01-15T10:00",
    "online": "true",
    "language": "nl",
    "organiser": "Gemeente Voorbeeld",
    "url": "https://voorbeeld.example/leesdag:",
    **SOURCE,
}
ORGANISATION = {
    "id": "provincie-voorbeeld",
    "name": "Provincie 'Voorbeeld' }",
    "kind": "province",
    "website": "https://voorbeeld.example/#een",
    "forge": "github",
    "account": "https://github.com/provincievoorbeeld",
    **SOURCE,
}


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def propose(base: KnowledgeBase, form: Form, given: Mapping[str, str], page: str = "", section: int = 0) -> Proposal:
    return contributing.propose(form, given, base.load(), TODAY, LABELS, page=page, section=section)


def take(base: KnowledgeBase, proposal: Proposal) -> None:
    """Apply the patch as an editor does."""
    for arguments in (["--check"], []):
        command = ["git", "apply", *arguments, "-"]
        subprocess.run(command, cwd=base.path.parent, input=proposal.diff.encode(), check=True)


@pytest.mark.parametrize(
    ("form", "given"), [(Form.PRACTICE, PRACTICE), (Form.EVENT, EVENT), (Form.ORGANISATION, ORGANISATION)]
)
def test_a_form_that_is_filled_in_makes_files_without_a_problem(
    form: Form, given: Mapping[str, str], base: KnowledgeBase
) -> None:
    proposal = propose(base, form, given)
    take(base, proposal)

    library = base.load()
    assert (proposal.problems, proposal.gaps) == ((), 0)
    assert integrity.problems(library, CHECKS) == []
    assert given["id"] in {*library.practices, *library.events, *library.organisations}


def test_what_is_filled_in_is_what_the_library_reads(base: KnowledgeBase) -> None:
    take(base, propose(base, Form.PRACTICE, PRACTICE))
    take(base, propose(base, Form.ORGANISATION, ORGANISATION))

    library = base.load()
    assert [p.texts[Language.NL].title for p in library.practices.values() if p.id == PRACTICE["id"]] == [
        PRACTICE["title-nl"]
    ]
    assert ORGANISATION["name"] in {o.name for o in library.organisations.values()}


def test_what_is_left_open_is_marked_for_an_editor(base: KnowledgeBase) -> None:
    given = {name: text for name, text in PRACTICE.items() if not name.startswith(("law", "brief", "title-en"))}

    proposal = propose(base, Form.PRACTICE, given | {"title-en": ""})
    take(base, proposal)

    assert proposal.gaps == 9
    assert {p.message.partition(":")[0] for p in integrity.problems(base.load(), CHECKS)} == {"still holds {word}"}


@pytest.mark.parametrize("number", range(5))
def test_a_section_of_a_page_is_changed_and_nothing_else(number: int, base: KnowledgeBase) -> None:
    text = contributing.text_of(base.load(), "practice/open-werken", Language.NL)
    assert text is not None
    parts = contributing.sections(text.body)
    if number >= len(parts):
        return
    path = base.path / text.path
    before = path.read_text("utf-8")
    new = parts[number].text.strip("\n") + "\n\nEen zin erbij."

    proposal = propose(
        base, Form.IMPROVE, {"text": new.replace("\n", "\r\n"), "reason": "Duidelijker"}, "practice/open-werken", number
    )
    take(base, proposal)

    old = parts[number].text.strip("\n")
    assert path.read_text("utf-8") == before.replace(old, new, 1)
    assert "".join(part.text for part in parts) == text.body


def test_the_same_text_is_no_proposal(base: KnowledgeBase) -> None:
    text = contributing.text_of(base.load(), "page/over", Language.NL)
    assert text is not None
    given = {"text": contributing.sections(text.body)[0].text, "reason": "x"}

    assert propose(base, Form.IMPROVE, given, "page/over").problems == (("text", "same"),)


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("id", "../../buiten", "no-id"),
        ("id", "Groot", "no-id"),
        ("id", "", "empty"),
        ("id", "licentie-kiezen", "taken"),
        ("phase", "publiceren\nowner: ik", "no-choice"),
        ("source-url", "javascript:alert(1)", "no-address"),
        ("source-url", "https://voorbeeld.example/ x", "no-address"),
        ("why-nl", "x" * 30_000, "too-long"),
    ],
)
def test_what_cannot_be_right_makes_nothing(name: str, value: str, wrong: str, base: KnowledgeBase) -> None:
    proposal = propose(base, Form.PRACTICE, PRACTICE | {name: value})

    assert proposal == Proposal(problems=((name, wrong),))


def test_an_event_is_somewhere_or_online(base: KnowledgeBase) -> None:
    assert propose(base, Form.EVENT, EVENT | {"online": ""}).problems == (("place-nl", "no-place"),)
    assert propose(base, Form.EVENT, EVENT | {"start": "morgen"}).problems == (("start", "no-moment"),)


def test_an_issue_quotes_what_was_filled_in_and_its_fence_holds(base: KnowledgeBase) -> None:
    report = propose(base, Form.REPORT, {"claim": "Een\n# kop", "source": "gezien"}, "norm/voorbeeldnorm\x60\x00")
    assert report.issue is not None
    assert report.issue[Language.NL].startswith("# nl:report\n\n- nl:page: \x60norm/voorbeeldnorm\x60\n")
    assert "> Een\n> # kop\n" in report.issue[Language.EN]
    assert report.diff == ""

    fenced = propose(base, Form.PRACTICE, PRACTICE | {"why-nl": "\x60\x60\x60\x60\x60sh\nls\n\x60\x60\x60\x60\x60"})
    assert fenced.issue is not None
    assert fenced.issue[Language.NL].count("\n" + "\x60" * 6) == 2
