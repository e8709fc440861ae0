# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every check, present and future, is whole: tests, texts in two languages, a message per reason, a next step."""

import inspect
import re
from pathlib import Path

import pytest

from contract.check_sources import Given, verdicts
from ospo import checks
from ospo.domain.finding import (
    INHERITED_UNSETTLED,
    MAY_BE_INHERITED,
    NOT_INHERITED,
    OWNER_REASONS,
    SCAN_REASONS,
    STATED_NOT,
    STATED_REASONS,
)
from ospo.domain.identifier import CheckId, is_slug
from ospo.domain.language import Language
from ospo.formats import front_matter
from python_messages import ROOT, braces

FOLDER = ROOT / "src" / "ospo" / "checks"
IDS = list(checks.check_ids())
TOPICS = sorted(set(checks.check_ids().values()))
HEADINGS = {
    Language.NL: ["Wat toetst dit", "Waarom", "Zo maak je het in orde"],
    Language.EN: ["What this tests", "Why", "How to put it right"],
}
KEYS = {"title", "messages", "next", "words"}
EVERY_CHECK = pytest.mark.parametrize("check", IDS)
BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


def module(check: CheckId) -> Path:
    return FOLDER / checks.check_ids()[check] / f"{check.replace('-', '_')}.py"


def given(check: CheckId) -> list[Given]:
    return verdicts(module(check))


def own_text(check: CheckId, language: Language) -> front_matter.FrontMatter:
    path = module(check).with_suffix(f".{language}.md")
    return front_matter.split(path.read_text("utf-8"), path.name)


@EVERY_CHECK
def test_a_check_has_an_id_that_is_a_statement_and_a_function(check: CheckId) -> None:
    assert is_slug(check)
    assert callable(checks.load(check).function)


@EVERY_CHECK
def test_a_parameter_is_an_argument_with_a_default_and_a_source(check: CheckId) -> None:
    loaded = checks.load(check)
    arguments = list(inspect.signature(loaded.function).parameters)

    assert arguments == ["repository", *loaded.parameters]
    assert [name for name, parameter in loaded.parameters.items() if len(parameter.source) < 10] == []


@EVERY_CHECK
def test_a_check_has_its_own_tests(check: CheckId) -> None:
    path = ROOT / "tests" / "checks" / checks.check_ids()[check] / f"test_{module(check).name}"

    assert path.is_file(), f"write {path.relative_to(ROOT)}"
    assert re.search(r"^def test_", path.read_text("utf-8"), re.MULTILINE)


@BOTH_LANGUAGES
@EVERY_CHECK
def test_a_check_has_a_title_and_three_headings_with_text_below_each(check: CheckId, language: Language) -> None:
    text = own_text(check, language)

    assert set(text.values) <= KEYS
    assert text.values["title"].strip()
    assert not text.values["title"].endswith(".")
    parts = re.split(r"^## (.+)$", text.body, flags=re.MULTILINE)
    assert parts[1::2] == HEADINGS[language]
    assert all(part.strip() for part in parts[2::2])


@EVERY_CHECK
def test_every_reason_is_a_literal_key_with_one_outcome(check: CheckId) -> None:
    outcomes: dict[str, set[str]] = {}
    for verdict in given(check):
        outcomes.setdefault(verdict.reason, set()).add(verdict.outcome)

    assert outcomes, "the check gives no verdict"
    assert {
        reason
        for reason in outcomes
        if not is_slug(reason) or reason in (*SCAN_REASONS, *STATED_REASONS, *OWNER_REASONS)
    } == set()
    assert {reason: found for reason, found in outcomes.items() if len(found) > 1} == {}


@BOTH_LANGUAGES
@EVERY_CHECK
def test_every_reason_has_a_message_and_no_message_is_left_over(check: CheckId, language: Language) -> None:
    messages = own_text(check, language).values["messages"]

    assert set(messages) == {verdict.reason for verdict in given(check)}
    assert [reason for reason, text in messages.items() if not isinstance(text, str) or not text.strip()] == []


@BOTH_LANGUAGES
@EVERY_CHECK
def test_every_not_met_and_unknown_has_a_next_step_and_no_step_is_left_over(check: CheckId, language: Language) -> None:
    steps = own_text(check, language).values.get("next") or {}

    assert set(steps) == {verdict.reason for verdict in given(check) if verdict.outcome in ("not-met", "unknown")}
    assert [reason for reason, text in steps.items() if not isinstance(text, str) or not text.strip()] == []


@BOTH_LANGUAGES
@EVERY_CHECK
def test_every_value_in_braces_is_given_wherever_the_reason_is(check: CheckId, language: Language) -> None:
    text = own_text(check, language).values
    wrong = [
        (verdict.line, verdict.reason, sorted(missing))
        for verdict in given(check)
        for words in (text["messages"].get(verdict.reason, ""), (text.get("next") or {}).get(verdict.reason, ""))
        if verdict.values is not None and (missing := braces(words) - verdict.values)
    ]

    assert wrong == []


@EVERY_CHECK
def test_what_may_be_inherited_names_the_file_that_the_owner_can_supply(check: CheckId) -> None:
    lacking = [
        v.line for v in given(check) if v.reason == MAY_BE_INHERITED and v.values is not None and "file" not in v.values
    ]

    assert lacking == []


@EVERY_CHECK
def test_both_languages_use_the_same_code_words(check: CheckId) -> None:
    dutch, english = (set(own_text(check, language).values.get("words") or {}) for language in Language)

    assert dutch == english


@BOTH_LANGUAGES
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_title_and_a_place_of_its_own(topic: str, language: Language) -> None:
    text = checks.topic_text(topic, language)

    assert text.title.strip()
    assert [t for t in TOPICS if checks.topic_text(t, language).order == text.order] == [topic]
    assert checks.topic_text(topic, language.other).order == text.order


@BOTH_LANGUAGES
def test_what_the_scan_itself_reports_has_words_for_every_reason(language: Language) -> None:
    values = front_matter.split((FOLDER / f"scan.{language}.md").read_text("utf-8")).values

    assert set(values["messages"]) == {*SCAN_REASONS, *STATED_REASONS, *OWNER_REASONS}
    assert set(values["next"]) == {*SCAN_REASONS, STATED_NOT, NOT_INHERITED, INHERITED_UNSETTLED}
    found = {name for text in (*values["messages"].values(), *values["next"].values()) for name in braces(text)}
    assert found <= {"path", "error", "role", "made", "until", "why", "origin", "owner"}


def test_a_folder_of_checks_holds_nothing_that_belongs_to_no_check() -> None:
    strays = []
    for topic in TOPICS:
        stems = {check.replace("-", "_") for check, its in checks.check_ids().items() if its == topic} | {"topic"}
        for path in (FOLDER / topic).iterdir():
            if path.is_file() and path.name != "__init__.py" and path.name.partition(".")[0] not in stems:
                strays.append(path.name)
    assert strays == []


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("not_met('missing', path=x)", None),
        ("met('a' if x else 'b')", None),
        ("not_met(reason)", "no literal text"),
        ("not_met(f'{a}-b')", "no literal text"),
        ("met('a' if x else reason)", "no literal text"),
        ("met()", "no literal text"),
        ("Verdict(Outcome.MET, 'a')", "by hand"),
        ("from ospo.domain.finding import met as fine", "under another name"),
    ],
)
def test_a_reason_that_cannot_be_read_from_the_source_is_refused(
    tmp_path: Path, source: str, refused: str | None
) -> None:
    path = tmp_path / "check.py"
    path.write_text(source, "utf-8")

    if refused is None:
        assert all(verdict.reason for verdict in verdicts(path))
    else:
        with pytest.raises(ValueError, match=refused):
            verdicts(path)
