# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo norms`: the list, one norm, coverage with and without repositories, and what moved."""

from pathlib import Path

import pytest

from command_line import CommandLine
from conftest import GitRepository
from knowledge_base import KnowledgeBase

LADDER = """\
id: ambitieladder
title: {nl: Ladder, en: Ladder}
version: "1"
keeper: Gemeente Voorbeeld
url: https://voorbeeld.example/ladder
licence: CC0-1.0
read: 2026-11-01
summary: {nl: "Een ladder.", en: "A ladder."}
total-controls: 4
text-source: {title: Ladder, url: "https://voorbeeld.example/ladder.md"}
controls:
  - id: "ladder:transparant-1.1"
    title: {nl: Er is een licentie, en: There is a licence}
    url: https://voorbeeld.example/ladder
    level: 1
    axis: transparant
    checks:
      - {check: has-licence-file, relation: full}
      - {check: has-licence-file, relation: necessary}
  - id: "ladder:transparant-1.2"
    title: {nl: Het is eenmalig, en: It is a one-off}
    url: https://voorbeeld.example/ladder
    level: 1
    up-to: 1
    axis: transparant
    checks:
      - {check: has-licence-file, relation: full}
  - id: "ladder:transparant-2.1"
    title: {nl: Iemand beslist, en: Somebody decides}
    url: https://voorbeeld.example/ladder
    level: 2
    axis: transparant
    proof: person
  - id: "ladder:transparant-2.2"
    title: {nl: De historie blijft, en: The history stays}
    url: https://voorbeeld.example/ladder
    level: 2
    axis: transparant
    proof: forge
    irreversible: true
    note: {nl: "Weg is weg.", en: "Gone is gone."}
"""


@pytest.fixture(autouse=True)
def ladder(base: KnowledgeBase) -> None:
    base.write("norms/ambitieladder.yaml", LADDER)


def test_the_list_counts_what_checks_can_say(ospo: CommandLine) -> None:
    found = {n["id"]: n["requirements"] for n in ospo("norms", "--format", "json").json}
    text = ospo("norms", "list").out

    assert (found["ambitieladder"]["settled"], found["ambitieladder"]["unserved"]) == (2, 2)
    assert (found["voorbeeldnorm"]["disprovable"], found["voorbeeldnorm"]["touched"]) == (1, 2)
    assert "4 requirements: 2 can be settled by a check, 1" in " ".join(text.split())


def test_a_norm_is_shown_with_levels_checks_and_what_the_rest_takes(ospo: CommandLine) -> None:
    text = ospo("norms", "show", "ambitieladder").out
    control = ospo("norms", "show", "ambitieladder", "--format", "json").json["controls"][3]

    assert (
        "Transparency, level 1\n  ladder:transparant-1.1: There is a licence\n    has-licence-file (settles it)" in text
    )
    assert "    asked up to level 1\n" in text
    assert "    no check; a person tells\n" in text
    assert "    cannot be mended afterwards\n" in text
    assert (control["irreversible"], control["note"], control["proof"]) == (True, "Gone is gone.", "forge")


def test_coverage_is_told_level_by_level(ospo: CommandLine) -> None:
    groups = ospo("norms", "coverage", "ambitieladder", "--format", "json").json[0]["groups"]
    text = ospo("norms", "coverage", "ambitieladder", "--language", "nl").out

    assert [(g["level"], g["requirements"]["total"]) for g in groups] == [(1, 2), (2, 3)]
    assert "Transparantie, niveau 2\n  3 eisen: toetsen kunnen er 1 beslissen" in text
    assert len(ospo("norms", "coverage", "--format", "json").json) == 2


def test_a_repository_is_told_its_level_and_what_is_missing(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"LICENSE": "Some licence.\n"}, "Say what may be done")

    text = ospo("norms", "coverage", "ambitieladder", repository.path).out
    (told,) = ospo("norms", "coverage", "ambitieladder", repository.path, "--format", "json").json["repositories"]

    (axis,) = told["axes"]
    assert (axis["reached"], axis["possible"], axis["dropped"]) == (1, 2, ["ladder:transparant-1.2"])
    assert axis["missing"]["control"] == "ladder:transparant-2.1"
    assert axis["irreversible"] == ["ladder:transparant-2.2"]
    assert "Transparency: level 1 shown, 2 still possible. For level 2, 2 not known, first:" in " ".join(text.split())
    assert "  Not known, a person tells (a statement in .ospo.yml):\n    - ladder:transparant-2.1: Somebody" in text
    assert "  No longer asked from level 2 on:\n    - ladder:transparant-1.2: It is a one-off" in text


def test_what_is_disproved_holds_back_every_level_that_asks_it(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"main.py": "print()\n"}, "Begin")

    answer = ospo("norms", "coverage", "ambitieladder", repository.path)

    assert answer.code == 0
    words = " ".join(answer.out.split())
    assert "Transparency: no level shown yet. For level 1, 1 not met, first: There is a licence" in words


def test_a_scan_tells_the_ladder_after_the_findings(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"LICENSE": "Some licence.\n"}, "Say what may be done")

    text = ospo("scan", repository.path).out
    (report,) = ospo("scan", repository.path, "--format", "json").json["reports"]

    assert "\nAmbition ladder\n  Transparency: level 1 shown, 2 still possible." in text
    assert [(a["axis"], a["reached"], a["missing"]["standing"]) for a in report["ladder"]] == [
        ("transparant", 1, "unknown")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show"], "Name a norm"),
        (["show", "ambitielader"], "Did you mean ambitieladder?"),
        (["show", "nothing"], "`ospo norms list` names them"),
        (["list", "ambitieladder", "."], "Paths go with coverage and verify only"),
        (["verify", "reuse"], "Name one folder or clone"),
        (["verify", "voorbeeldnorm", "."], "has no text that a program can read"),
    ],
)
def test_what_is_asked_wrongly_is_said(ospo: CommandLine, arguments: list[str], message: str) -> None:
    answer = ospo("norms", *arguments)

    assert (answer.code, message in " ".join(answer.err.split())) == (2, True)


def test_a_text_that_moved_is_named_and_ends_in_1(ospo: CommandLine, base: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "spec" / "en").mkdir(parents=True)
    (tmp_path / "spec" / "en" / "spec-3.3.md").write_text("## License Files\n\nYou MUST.\n", "utf-8")
    changed = LADDER.replace("id: ambitieladder", "id: reuse").replace("ladder:transparant-1.1", "reuse:license-files")
    changed = changed.replace("    level: 1\n    axis", f"    text-sha256: {'0' * 64}\n    level: 1\n    axis", 1)
    base.write("norms/reuse.yaml", changed.replace("ladder:", "other:"))

    answer = ospo("norms", "verify", "reuse", tmp_path / "spec")
    found = ospo("norms", "verify", "reuse", tmp_path / "spec", "--format", "json").json

    assert (answer.code, found["changed"], found["is_none"]) == (1, ["reuse:license-files"], False)
    assert "Changed in wording; look at the mapping again:\n  reuse:license-files\n" in answer.out
    assert "reuse: 0 of 4 texts are as they were." in answer.out
