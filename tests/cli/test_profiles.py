# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo profiles`: the list, a policy to read, and a rule set of repolinter taken over."""

import json
from pathlib import Path

import pytest

import policies
from command_line import CommandLine
from knowledge_base import KnowledgeBase
from ospo import knowledge
from ospo.domain.profile import Importance

SET = {
    "version": 2,
    "axioms": {},
    "rules": {
        "license-file-exists": {
            "level": "error",
            "rule": {"type": "file-existence", "options": {"globsAny": ["LICENSE*"]}},
        },
        "changelog": {"level": "warning", "rule": {"type": "file-existence", "options": {"globsAny": ["CHANGELOG*"]}}},
        "readme\n# must:": {"level": "error", "rule": {"type": "file-existence", "options": {"globsAny": ["README*"]}}},
    },
}


@pytest.fixture
def base(base: KnowledgeBase) -> KnowledgeBase:
    policies.put(base, huis=policies.HOUSE, ander=policies.OTHER)
    return base


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "Onze regels.json"
    path.write_text(json.dumps(SET), "utf-8")
    return path


@pytest.mark.parametrize("arguments", [[], ["list"]])
def test_the_list_names_each_profile_and_says_what_is_only_proposed(ospo: CommandLine, arguments: list[str]) -> None:
    answer = ospo("profiles", *arguments)

    assert answer.code == 0
    assert answer.out.splitlines() == [
        "ander            Policy ander (a proposal of redactie-ospo)",
        "huis             Policy huis (a proposal of redactie-ospo)",
        "voorbeeldbeleid  Example policy (a proposal of redactie-ospo)",
    ]


def test_a_policy_to_read_says_what_of_whom_and_why(ospo: CommandLine) -> None:
    out = ospo("profiles", "show", "huis").out

    for line in (
        "# Policy huis",
        "## What every repository must have",
        "- **Has a licence file** (`has-licence-file`)",
        "## What every repository should have",
        "## When the repository is: documentation",
        "- not asked: Has a licence file (has-licence-file): Only text.",
        "## In the tier: Core (`kern`)",
        "- must: Says who decides, and how (`has-governance`)",
        "ospo scan --profile huis .",
    ):
        assert f"\n{line}\n" in f"\n{out}"
    assert "Why and how: " in out


def test_a_policy_speaks_dutch(ospo: CommandLine) -> None:
    out = ospo("profiles", "show", "huis", "--language", "nl").out

    assert "# Beleid huis\n" in out
    assert "## Wat elke repository moet hebben\n" in out
    assert "What" not in out


def test_a_policy_says_each_threshold_with_its_source_also_the_default(ospo: CommandLine, base: KnowledgeBase) -> None:
    asks = "must: {checks: [codeowners-cover-the-tree, answers-newcomers-in-time]}\n"
    sets = "parameters: [{check: answers-newcomers-in-time, name: days, value: 5, source: artikel 7}]\n"
    policies.put(base, snel=policies.text("snel", asks + sets))
    out = ospo("profiles", "show", "snel").out

    assert "  - Threshold: days = 5. artikel 7\n" in out
    assert "  - Threshold: percent = 80. Our own choice" in out


def test_a_policy_shows_controls_and_who_has_to_tell(ospo: CommandLine, base: KnowledgeBase) -> None:
    policies.put(base, norm=policies.text("norm", "must: {levels: [{norm: voorbeeldnorm, level: 1}]}\n"))
    out = ospo("profiles", "show", "norm").out

    assert "- **VB-01**: [The work has a licence](https://voorbeeld.example/norm#VB-01)\n" in out
    assert "  - Checked by: `has-licence-file`\n" in out


def test_a_policy_shows_waivers_and_that_one_ended(ospo: CommandLine, base: KnowledgeBase) -> None:
    waiver = "{check: %s, reason: Komt nog, role: eigenaar, until: %s}"
    both = ", ".join([waiver % ("has-ci", "2999-01-01"), waiver % ("has-changelog", "2020-01-01")])
    policies.put(base, los=policies.text("los", f"waivers: [{both}]\n"))
    out = ospo("profiles", "show", "los").out

    assert "- has-ci: until 1 January 2999, role eigenaar: Komt nog\n" in out
    assert "- has-changelog: ended on 1 January 2020, role eigenaar: Komt nog\n" in out


def test_a_file_of_your_own_is_shown_as_well(ospo: CommandLine, tmp_path: Path) -> None:
    own = tmp_path / "beleid.yaml"
    own.write_text(policies.text("beleid", "extends: [huis]\n"), "utf-8")

    assert "- Extends: Policy huis (huis, version 2 of 25 November 2026)\n" in ospo("profiles", "show", own).out


@pytest.mark.parametrize("arguments", [["show"], ["import"], ["show", "weg"], ["import", "weg.json"]])
def test_what_is_not_named_or_not_there_is_exit_code_2(ospo: CommandLine, arguments: list[str]) -> None:
    answer = ospo("profiles", *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err


def test_an_imported_rule_set_is_a_profile_that_can_be_read_back(
    ospo: CommandLine, rules: Path, tmp_path: Path
) -> None:
    answer = ospo("profiles", "import", rules)
    (tmp_path / "beleid.yaml").write_text(answer.out, "utf-8")
    profile = knowledge.read_profile(tmp_path / "beleid.yaml")

    assert answer.code == 0
    assert profile.id == "onze-regels"
    assert [(p.about, p.importance) for p in profile.part.picks] == [
        ("has-licence-file", Importance.MUST),
        ("has-changelog", Importance.SHOULD),
    ]
    assert "ospo: Rules taken over: 2; not taken over: 1." in answer.err


def test_what_is_not_taken_over_is_a_remark_with_the_reason_whatever_its_name(ospo: CommandLine, rules: Path) -> None:
    out = ospo("profiles", "import", rules).out
    last = out.splitlines()[-1]

    assert last.startswith("#   readme")
    assert last.endswith(
        "# must:: the check readme-explains-the-project comes near and asks more; add it if you want that"
    )


def test_a_rule_set_on_another_takes_its_rules_along(ospo: CommandLine, rules: Path, tmp_path: Path) -> None:
    top = tmp_path / "top.json"
    levels = {"changelog": {"level": "error"}, "license-file-exists": {"level": "off"}}
    top.write_text(json.dumps({"version": 2, "extends": "https://voorbeeld.example", "rules": levels}), "utf-8")
    alone, whole = ospo("profiles", "import", top), ospo("profiles", "import", top, "--base", rules)

    assert "give that with --base" in alone.err
    assert "give that with --base" not in whole.err
    assert "    - has-changelog  # changelog\n" in whole.out
    assert "#   license-file-exists: it is off\n" in whole.out


def test_what_is_no_rule_set_is_said_with_its_file(ospo: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "kaart"}', "utf-8")
    answer = ospo("profiles", "import", tmp_path / "package.json")

    assert answer.code == 2
    assert "package.json: is no rule set of repolinter" in answer.err


def test_a_profile_that_does_not_fit_is_a_problem_of_the_content(ospo: CommandLine, base: KnowledgeBase) -> None:
    policies.put(base, kapot=policies.text("kapot", "extends: [kapot]\nmust: {checks: [has-roof]}\n"))
    answer = ospo("content", "check")

    assert answer.code == 2
    assert "profiles/kapot.yaml: extends itself: kapot > kapot" in answer.err
    assert "profiles/kapot.yaml:10: names the check 'has-roof'" in answer.err
