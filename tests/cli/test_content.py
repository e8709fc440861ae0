# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo content`: for editors; everything that is wrong at once, and nothing half-written."""

import json
from collections.abc import Mapping

import jsonschema
import pytest

from command_line import CommandLine
from knowledge_base import KnowledgeBase
from ospo import checks, spelling
from ospo.domain.identifier import CheckId

PRACTICE = "practices/licentie-kiezen.nl.md"
TWO = {CheckId("has-licence-file"): "licence", CheckId("readme-explains-the-project"): "community"}


@pytest.fixture(autouse=True)
def two_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fictional base explains two checks, so for it there are no others."""

    def check_ids() -> Mapping[CheckId, str]:
        return TWO

    monkeypatch.setattr(checks, "check_ids", check_ids)


@pytest.fixture(autouse=True)
def spelled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary that knows every word: spelling has tests of its own."""
    monkeypatch.setattr(spelling, "unknown", lambda words, language: set())


def test_a_base_in_order_is_said_in_one_sentence(ospo: CommandLine) -> None:
    answer = ospo("content", "check")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "ospo: The knowledge base is in order: 2 practices, 1 norms, 2 facts.\n"


def test_what_does_not_fit_together_is_said_at_once_with_file_and_line(ospo: CommandLine, base: KnowledgeBase) -> None:
    base.change(PRACTICE, "norms: [VB-01]", "norms: [VB-99]")
    base.change(PRACTICE, "related: [open-werken]", "related: [dicht]")
    base.change("norms/voorbeeldnorm.yaml", "check: readme-explains-the-project", "check: has-unicorn")
    before = base.files()

    answer = ospo("content", "check")

    assert (answer.code, answer.out) == (2, "")
    first, *problems = answer.err.splitlines()
    assert first == "ospo: The knowledge base has problems (3):"
    assert [problem.partition(", which ")[0] for problem in problems] == [
        "norms/voorbeeldnorm.yaml:29: names the check 'has-unicorn'",
        f"{PRACTICE}:13: names the control 'VB-99'",
        f"{PRACTICE}:15: names the practice 'dicht'",
    ]
    assert base.files() == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("norms: [VB-01]", "norms: [VB-99]", ":13: names the control 'VB-99', which no norm here has: check its"),
        ("title: Kies", "title: Kies: een", ":5: is not valid YAML: mapping values are not allowed in this context"),
        ("id: licentie-kiezen", "id: licentie", ":4: has the id 'licentie' but the file is called 'licentie-kiezen'"),
    ],
)
def test_a_single_problem_is_one_line(ospo: CommandLine, base: KnowledgeBase, old: str, new: str, said: str) -> None:
    base.change(PRACTICE, old, new)

    answer = ospo("content", "check")

    first, problem = answer.err.splitlines()
    assert (answer.code, first) == (2, "ospo: The knowledge base has problems (1):")
    assert problem.startswith(PRACTICE + said)


def test_a_missing_translation_is_a_problem_with_what_to_do(ospo: CommandLine, base: KnowledgeBase) -> None:
    base.remove("practices/licentie-kiezen.en.md")

    assert ospo("content", "check").err.splitlines()[1:] == [
        f"{PRACTICE}: has no English translation: write licentie-kiezen.en.md beside it"
    ]


def test_stamping_names_the_files_it_changed_and_nothing_when_all_is_up_to_date(
    ospo: CommandLine, base: KnowledgeBase
) -> None:
    assert ospo("content", "stamp").err == "ospo: Everything was up to date; nothing was written.\n"

    base.change("practices/open-werken.nl.md", "Lees [over ons]", "Lees eerst [over ons]")
    answer = ospo("content", "stamp")

    assert (answer.code, answer.out, answer.err) == (0, f"{base.path / 'practices/open-werken.en.md'}\n", "")


def test_stamping_a_broken_base_writes_nothing(ospo: CommandLine, base: KnowledgeBase) -> None:
    base.change("practices/open-werken.nl.md", "Lees [over ons]", "Lees eerst [over ons]")
    base.change("facts/geschat-aantal.yaml", "status: unverified", "status: hm")
    before = base.files()

    answer = ospo("content", "stamp")

    assert (answer.code, base.files()) == (2, before)


def test_schemas_are_written_beside_the_content_and_only_when_they_changed(
    ospo: CommandLine, base: KnowledgeBase
) -> None:
    folder = base.path.parent / "schemas"

    answer = ospo("content", "schemas")

    assert answer.code == 0
    assert answer.out.splitlines() == [str(path) for path in sorted(folder.iterdir())]
    for path in folder.iterdir():
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))
    assert ospo("content", "schemas").out == ""

    (folder / "fact.schema.json").write_text("{}", "utf-8")
    assert ospo("content", "schemas").out == f"{folder / 'fact.schema.json'}\n"


def test_a_folder_without_content_is_said_with_what_to_do(
    ospo: CommandLine, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_CONTENT", str(base.path / "niets"))

    answer = ospo("content", "check")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"ospo: {base.path / 'niets'}: there is no content here: run from a checkout, or set OSPO_CONTENT\n"
    )


def test_what_is_due_is_told_by_kind_with_what_to_do(ospo: CommandLine) -> None:
    answer = ospo("content", "due", "--days", "3660")

    assert answer.code == 0
    kind, advice, *tasks = answer.out.splitlines()
    assert kind.startswith("Facts to check again (")
    assert advice.startswith("  Open the source.")
    assert any(line.split()[1:] == ["practices/open-werken.nl.md", "redactie-ospo"] for line in tasks)
    assert answer.err.startswith("ospo: Tasks within 3660 days: ")


@pytest.mark.parametrize("kind", ["practice", "fact", "step"])
def test_what_is_new_follows_its_schema_and_is_named_until_it_is_written(
    kind: str, ospo: CommandLine, base: KnowledgeBase
) -> None:
    answer = ospo("content", "new", kind, "een-nieuw-ding")

    assert answer.code == 0
    written = answer.out.splitlines()
    assert all("een-nieuw-ding" in path for path in written)
    problems = ospo("content", "check").err.splitlines()[1:]
    names = {path.removeprefix(f"{base.path}/") for path in written}
    assert {p.partition(":")[0] for p in problems} == names
    assert {p.rpartition(": ")[2] for p in problems if "still holds" in p} == {"write what belongs there"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new"], "say what is new, and its id: `ospo content new practice|fact|step|event|"),
        (["new", "norm", "iets"], "say what is new, and its id"),
        (["new", "fact", "Niet Goed"], "'Niet Goed' cannot be an id"),
        (["new", "fact", "../../buiten"], "'../../buiten' cannot be an id"),
        (["new", "practice", "open-werken"], "open-werken.nl.md: exists already"),
        (["check", "practice"], "'practice' is too much"),
    ],
)
def test_what_cannot_be_new_is_said_and_nothing_is_written(
    words: list[str], said: str, ospo: CommandLine, base: KnowledgeBase
) -> None:
    before = base.files()

    answer = ospo("content", *words)

    assert (answer.code, base.files()) == (2, before)
    assert said in answer.err
