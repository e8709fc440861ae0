# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo import checks
from ospo.domain.finding import Outcome
from ospo.domain.identifier import CheckId, TemplateId
from ospo.domain.language import Language
from ospo.domain.template import AnswerKind, Known, Question, Template, TemplateFile
from ospo.engine import adopting
from ospo.errors import SettingsError
from ospo.formats import yaml
from snapshots import MemorySnapshot

NL, EN = Language.NL, Language.EN
TODAY = datetime.date(2026, 11, 25)


def both(text: str) -> dict[Language, str]:
    return {NL: text, EN: text}


def template(
    text: str = "{{name}}", path: str = "NOTE.md", kind: AnswerKind = AnswerKind.LINE, **more: object
) -> Template:
    known = more.pop("known", None)
    question = Question("name", both("?"), "Voorbeeld", kind, known)  # type: ignore[arg-type]
    files = (TemplateFile(path, {NL: text, EN: text.upper()}),)
    chosen = tuple(more.pop("checks", ()))  # type: ignore[call-overload]
    return Template(TemplateId("x"), both("x"), both("x"), (), chosen, (question,), files, "CC0-1.0")


def filled(text: str, answer: str) -> str:
    (patch,) = adopting.filled(template(text), {"name": answer}, NL)
    return patch.after


def test_an_answer_goes_to_each_of_its_places() -> None:
    assert filled("# {{name}}\n{{name}}!\n", "Kaart") == "# Kaart\nKaart!\n"


def test_the_text_is_in_the_language_of_choice() -> None:
    (patch,) = adopting.filled(template("hallo", "{{name}}.md"), {"name": "a"}, EN)

    assert (patch.path, patch.after) == ("a.md", "HALLO")


def test_what_a_workflow_fills_in_is_left_alone() -> None:
    assert filled("${{ github.sha }} ${{name}} {{name}}", "x") == "${{ github.sha }} ${{name}} x"


def test_an_answer_is_not_read_for_places() -> None:
    assert filled("{{name}}", "{{name}}") == "{{name}}"


@given(st.text(min_size=1, max_size=80))
def test_an_answer_in_yaml_comes_back_as_it_was(answer: str) -> None:
    text = filled("name: {{name|yaml}}\nother: 1\n", answer)

    assert json.loads(text.partition("name: ")[2].partition("\nother")[0]) == answer
    if answer.isprintable():
        assert yaml.load(text, "x").value == {"name": answer, "other": 1}


def test_the_repository_and_the_day_answer_what_they_know() -> None:
    known = adopting.known("https://github.com/voorbeeld/project/", TODAY)

    assert known == {
        Known.REPOSITORY_URL: "https://github.com/voorbeeld/project/",
        Known.REPOSITORY_NAME: "project",
        Known.TODAY: "2026-11-25",
        Known.IN_A_YEAR: "2027-11-25",
        Known.YEAR: "2026",
    }
    assert Known.REPOSITORY_NAME not in adopting.known("", TODAY)


def test_what_is_given_comes_before_what_is_known() -> None:
    one = template(known=Known.REPOSITORY_NAME)

    assert adopting.answers(one, {}, {Known.REPOSITORY_NAME: "project"}) == {"name": "project"}
    assert adopting.answers(one, {"name": " Kaart "}, {Known.REPOSITORY_NAME: "project"}) == {"name": "Kaart"}
    assert adopting.answers(one, {"other": "x"}, {}) == {}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (AnswerKind.LINE, "Gemeente Voorbeeld: 's-Hertogenbosch", "twee\nregels"),
        (AnswerKind.LINE, "x" * 300, "x" * 301),
        (AnswerKind.LINE, "a", ""),
        (AnswerKind.EMAIL, "open-source@voorbeeld.example", "open-source"),
        (AnswerKind.EMAIL, "a.b+c@d.ef", "a@b.c\nBcc: d@e.fg"),
        (AnswerKind.ADDRESS, "https://voorbeeld.example/a?b=c", "http://voorbeeld.example"),
        (AnswerKind.ADDRESS, "https://voorbeeld.example:8443", "https://voorbeeld.example/<script>"),
        (AnswerKind.DATE, "2026-11-25", "25-11-2026"),
        (AnswerKind.ACCOUNTS, "@voorbeeld/team @ander", "voorbeeld/team"),
        (AnswerKind.ACCOUNTS, "@groep/sub/sub", "@a\n* @b"),
    ],
)
def test_an_answer_has_the_form_of_its_kind(kind: AnswerKind, good: str, bad: str) -> None:
    asked = template(kind=kind)

    assert adopting.answers(asked, {"name": good}, {}) == {"name": good}
    with pytest.raises(SettingsError, match="name"):
        adopting.answers(asked, {"name": bad}, {})


def adopt(repository: MemorySnapshot, path: str = "CHANGELOG.md") -> adopting.Adoption:
    chosen = template("# Changelog\n\n## 1.0.0\n\n- {{name}}\n", path, checks=[CheckId("has-changelog")])
    patches = adopting.filled(chosen, {"name": "begin"}, NL)
    return adopting.adopt(chosen, patches, repository, [checks.load("has-changelog")])


def test_a_missing_file_is_brought_and_the_check_is_asked_again() -> None:
    done = adopt(MemorySnapshot({"main.py": "1"}))

    assert done.is_needed
    assert [patch.path for patch in done.patches] == ["CHANGELOG.md"]
    assert done.after[CheckId("has-changelog")].outcome is Outcome.MET
    assert (done.taken, done.met) == ((), ())


def test_a_file_that_is_there_is_left_alone_whatever_its_case() -> None:
    done = adopt(MemorySnapshot({"changelog.md": ""}))

    assert done.patches == ()
    assert done.taken == ("CHANGELOG.md",)


def test_nothing_is_needed_where_the_check_is_met_already() -> None:
    done = adopt(MemorySnapshot({"docs/CHANGELOG.md": "# Changelog\n\n## 2.1.0\n\n- Iets nieuws.\n"}))

    assert done.met == (CheckId("has-changelog"),)
    assert not done.is_needed
