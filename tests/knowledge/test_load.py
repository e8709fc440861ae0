# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""content/ on disk to a Library, and everything that can be wrong with it, said at once."""

import datetime
from pathlib import Path

import pytest

from knowledge_base import KnowledgeBase
from ospo import knowledge
from ospo.domain.identifier import CheckId, ControlId, FactId, NormId, OrganisationId, PageId, PracticeId, TermId
from ospo.domain.language import Language
from ospo.domain.norm import Relation
from ospo.domain.organisation import OrganisationKind
from ospo.domain.page import FactStatus
from ospo.domain.practice import Audience, Phase
from ospo.errors import ContentError, SettingsError

NL, EN = Language.NL, Language.EN
PRACTICE = "practices/licentie-kiezen.nl.md"
TRANSLATION = "practices/licentie-kiezen.en.md"
FACT = "facts/voorbeeld-besluit.yaml"
NORM = "norms/voorbeeldnorm.yaml"


def test_a_practice_has_its_texts_and_everything_it_is_tied_to(base: KnowledgeBase) -> None:
    practice = base.load().practices[PracticeId("licentie-kiezen")]

    assert (practice.texts[NL].title, practice.texts[EN].title) == ("Kies een licentie", "Choose a licence")
    assert (practice.phase, practice.audience) == (Phase.PUBLISH, (Audience.DEVELOPER, Audience.LAWYER))
    assert (practice.owner, practice.reviewed) == ("redactie-juridisch", datetime.date(2026, 11, 1))
    assert (practice.review_months, practice.checks, practice.controls) == (6, ("has-licence-file",), ("VB-01",))
    assert (practice.facts, practice.related) == (("voorbeeld-besluit",), ("open-werken",))
    assert (practice.sources[0].publisher, practice.sources[0].date) == ("Gemeente Voorbeeld", "2026-05")


def test_the_body_of_a_text_knows_where_it_starts_in_its_file(base: KnowledgeBase) -> None:
    text = base.load().practices[PracticeId("licentie-kiezen")].texts[NL]

    lines = (base.path / text.path).read_text("utf-8").split("\n")
    assert lines[text.body_line - 1 :] == text.body.split("\n")


def test_a_fact_has_its_source_with_the_day_it_was_read(base: KnowledgeBase) -> None:
    fact = base.load().facts[FactId("voorbeeld-besluit")]

    assert (fact.status, fact.source.date, fact.source.read) == (
        FactStatus.VERIFIED,
        "2026-05-01",
        datetime.date(2026, 11, 1),
    )
    assert (fact.applies_from, fact.check_before) == (datetime.date(2026, 6, 1), datetime.date(2027, 5, 1))


def test_norms_terms_pages_and_organisations_are_read(base: KnowledgeBase) -> None:
    library = base.load()

    norm = library.norms[NormId("voorbeeldnorm")]
    first, second = norm.controls
    assert (norm.total_controls, first.level, first.axis, second.level) == (3, 1, "open", "MUST")
    assert [m.relation for m in second.mappings] == [Relation.PARTIAL, Relation.PARTIAL]
    assert first.note is not None
    assert second.note is None
    assert library.terms[TermId("licentie")].avoid == ("vergunning",)
    assert library.pages[PageId("over")].examples == {
        NL: ("hoe kies ik een licentie",),
        EN: ("how do I choose a licence",),
    }
    organisation = library.organisations[OrganisationId("gemeente-voorbeeld")]
    assert (organisation.kind, len(organisation.repositories)) == (OrganisationKind.MUNICIPALITY, 1)


def test_the_most_specific_practice_for_a_check_comes_first(base: KnowledgeBase) -> None:
    library = base.load()

    assert [p.id for p in library.practices_for(CheckId("has-licence-file"))] == ["licentie-kiezen", "open-werken"]
    assert [c.id for _, c in library.controls_for(CheckId("has-licence-file"))] == ["VB-01", "VB-02"]
    assert library.control(ControlId("VB-02")) is not None
    assert library.control(ControlId("VB-09")) is None


def test_a_folder_that_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="run from a checkout, or set OSPO_CONTENT"):
        knowledge.load(tmp_path / "niets")


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    library = knowledge.load(tmp_path)

    assert (library.practices, library.terms) == ({}, {})


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (PRACTICE, "title: Kies een licentie\n", "", "4: misses the field 'title'"),
        (PRACTICE, "title: Kies een licentie", "title: 12", "5: 'title' must be text: put it between quotes"),
        (PRACTICE, "title: Kies een licentie", "title:", "5: 'title' must not be empty"),
        (PRACTICE, "title: Kies een licentie", "title: ''", "5: 'title' must not be empty"),
        (PRACTICE, "id: licentie-kiezen", "id: Licentie Kiezen", "4: 'id' must be an id: small letters and digits, "),
        (PRACTICE, "phase: publiceren", "phase: publish", "7: 'phase' must be one of: verkennen, oprichten, "),
        (PRACTICE, "[ontwikkelaar, jurist]", "[ontwikkelaar, bakker]", "8: 'audience.2' must be one of: ospo-lead, "),
        (PRACTICE, "[ontwikkelaar, jurist]", "[]", "8: 'audience' must name at least one"),
        (PRACTICE, "[ontwikkelaar, jurist]", "jurist", "8: 'audience' must be a list"),
        (PRACTICE, "2026-11-01\nreview", "vandaag\nreview", "10: 'reviewed' must be a date, such as 2026-11-23"),
        (PRACTICE, "2026-11-01\nreview", "2026-02-30\nreview", "10: 'reviewed' must be a date, such as 2026-11-23"),
        (PRACTICE, "6 maanden", "half jaar", "11: 'review-every' must be a number of months, such as '6 maanden'"),
        (
            PRACTICE,
            "licence: CC",
            "license: CC",
            "16: has the unknown field 'license': check its spelling or remove it",
        ),
        (PRACTICE, "    url: https://", "    url: www.", "20: 'sources.1.url' must be a web address that starts with "),
        (PRACTICE, "    url:", "    uri:", "20: has the unknown field 'uri': check its spelling or remove it"),
        (
            PRACTICE,
            "date: 2026-05",
            "date: mei",
            "21: 'sources.1.date' must be a year, a month or a day, such as 2026,",
        ),
        (PRACTICE, "date: 2026-05", "date: 26", "21: 'sources.1.date' cannot be 26: check the number"),
        (PRACTICE, "date: 2026-05", "date: true", "21: 'sources.1.date' must be a whole number"),
        (PRACTICE, "id: licentie-kiezen", "id: a: b", "4: is not valid YAML: mapping values are not allowed in this"),
        (PRACTICE, "---\n\n## In", "## In", "1: has front matter without an end: add a line '---' below it"),
        (TRANSLATION, "original: ", "origineel: ", "7: has the unknown field 'origineel': check its spelling"),
        (TRANSLATION, 'original: "', 'original: "x', "7: 'original' must be twelve hex digits between quotes: "),
        (
            "pages/over.nl.md",
            "owner: ",
            "eigenaar: ",
            "7: has the unknown field 'eigenaar': check its spelling or remove",
        ),
        ("pages/over.nl.md", "[hoe", "[3, hoe", "10: 'examples.1' must be text: put it between quotes"),
        ("organisations/gemeente-voorbeeld.yaml", "kind: municipality", "kind: gemeente", "5: 'kind' must be one of: "),
        (FACT, "source: {", "source: los # {", "7: 'source' must hold 'key: value' lines"),
        (FACT, "status: verified", "status: sure", "9: 'status' must be one of: verified, secondary, unverified"),
        (NORM, "total-controls: 3", "total-controls: 0", "11: 'total-controls' cannot be 0: check the number"),
        (NORM, "total-controls: 3", "total-controls: drie", "11: 'total-controls' must be a whole number"),
        (NORM, "level: 1", "level: [1]", "17: 'controls.1.level' must be text: put it between quotes"),
        (NORM, "0000001\n", "000000g\n", "19: 'controls.1.text-sha256' must be a SHA-256: 64 hex digits"),
        (NORM, "relation: necessary", "relation: nodig", "22: 'controls.1.checks.1.relation' must be one of: full, "),
        (NORM, "note: {nl:", "note: [", "20: is not valid YAML: did not find expected ',' or ']'"),
        ("glossary.yaml", "  avoid: [vergunning]", "  avoid: vergunning", "6: '1.avoid' must be a list"),
        ("glossary.yaml", "- id: licentie", "- 12\n- id: licentie", "3: '1' must hold 'key: value' lines"),
        ("glossary.yaml", "- id: toets", "- id: licentie", "3: has the id 'licentie' twice: keep one"),
    ],
)
def test_a_field_that_is_not_right_is_said_with_file_line_and_what_to_do(
    base: KnowledgeBase, file: str, old: str, new: str, problem: str
) -> None:
    base.change(file, old, new)

    found = [p for p in base.problems() if "misses the field" not in p or "misses" in problem]
    assert [p[: len(file) + 1 + len(problem)] for p in found] == [f"{file}:{problem}"]


def test_every_problem_of_every_file_is_said_at_once(base: KnowledgeBase) -> None:
    base.change(PRACTICE, "phase: publiceren\naudience: [ontwikkelaar, jurist]", "phase: x\naudience: [y, z]")
    base.change(FACT, "status: verified", "status: x")
    base.remove("practices/open-werken.en.md")
    base.write("pages/los.en.md", (base.path / "pages/over.en.md").read_bytes())

    assert [p.partition(" must be one of")[0] for p in base.problems()] == [
        "facts/voorbeeld-besluit.yaml:9: 'status'",
        "pages/los.en.md: has no Dutch original: write the .nl.md beside it",
        "practices/licentie-kiezen.nl.md:7: 'phase'",
        "practices/licentie-kiezen.nl.md:8: 'audience.1'",
        "practices/licentie-kiezen.nl.md:8: 'audience.2'",
        "practices/open-werken.nl.md: has no English translation: write open-werken.en.md beside it",
    ]


@pytest.mark.parametrize("file", [PRACTICE, TRANSLATION])
def test_an_id_is_the_name_of_its_file(base: KnowledgeBase, file: str) -> None:
    base.change(file, "id: licentie-kiezen", "id: andere-licentie")

    assert base.problems() == [
        f"{file}:4: has the id 'andere-licentie' but the file is called 'licentie-kiezen': make them equal"
    ]


def test_a_page_without_a_translation_is_named(base: KnowledgeBase) -> None:
    base.remove("pages/over.en.md")

    assert base.problems() == ["pages/over.nl.md: has no English translation: write over.en.md beside it"]


def test_a_base_without_a_glossary_has_no_terms(base: KnowledgeBase) -> None:
    base.remove("glossary.yaml")

    assert base.load().terms == {}


def test_a_file_that_is_no_content_is_named(base: KnowledgeBase) -> None:
    base.write("practices/licentie-kiezen.md", "# Los")

    assert base.problems() == [
        "practices/licentie-kiezen.md: is not content: name it <id>.nl.md or <id>.en.md, or remove it"
    ]


def test_two_norms_may_not_publish_the_same_control(base: KnowledgeBase) -> None:
    text = (base.path / NORM).read_text("utf-8").replace("id: voorbeeldnorm", "id: andere-norm")
    base.write("norms/andere-norm.yaml", text)

    assert base.problems() == [
        f"{NORM}:{line}: has the control '{control}', as has andere-norm.yaml: keep one"
        for line, control in ((14, "VB-01"), (23, "VB-02"))
    ]


def test_a_file_that_is_not_utf8_is_named_with_its_folder(base: KnowledgeBase) -> None:
    base.write(FACT, b"id: caf\xe9")
    base.write(PRACTICE, b"---\nid: caf\xe9\n---\n")

    assert base.problems() == [f"{FACT}: is not UTF-8: save it as UTF-8", f"{PRACTICE}: is not UTF-8: save it as UTF-8"]


def test_a_file_that_may_not_be_read_is_named_and_the_rest_goes_on(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_text

    def refuse(path: Path, *arguments: str, **options: str) -> str:
        if path.name == "voorbeeld-besluit.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, *arguments, **options)

    monkeypatch.setattr(Path, "read_text", refuse)

    assert base.problems() == [f"{FACT}: cannot be read: Permission denied"]


def test_a_yaml_bomb_in_content_is_one_problem(base: KnowledgeBase) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{p}'] * 10)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)]
    base.write(FACT, "\n".join(lines))

    assert base.problems() == [f"{FACT}:5: expands to more than 100000 values: remove the repeated aliases"]


def test_an_error_carries_its_problems_in_the_order_of_the_files(base: KnowledgeBase) -> None:
    base.change(PRACTICE, "phase: publiceren", "phase: x")
    base.change(FACT, "status: verified", "status: x")

    with pytest.raises(ContentError) as caught:
        base.load()
    assert [(p.path, p.line) for p in caught.value.problems] == [(FACT, 9), (PRACTICE, 7)]
