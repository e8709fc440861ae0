# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import json

import pytest

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Unreadable
from ospo.formats import branch_rules
from ospo.formats.branch_rules import BranchRules
from snapshots import MemorySnapshot

PROBOT = """\
repository:
  has_issues: true
branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 1
      required_status_checks:
        strict: true
        contexts: [test]
  - name: old
    protection: null
"""
APACHE = """\
github:
  protected_branches:
    main:
      required_status_checks:
        contexts: []
      required_pull_request_reviews:
        required_approving_review_count: 2
"""
RULES = {
    "target": "branch",
    "enforcement": "active",
    "rules": [
        {"type": "deletion"},
        {"type": "required_status_checks", "parameters": {"required_status_checks": [{"context": "a"}]}},
        {"type": "pull_request", "parameters": {"required_approving_review_count": 1}},
    ],
}


@pytest.mark.parametrize(
    ("path", "text", "rules"),
    [
        (".github/settings.yml", PROBOT, BranchRules(1, 1, Evidence(".github/settings.yml", 4), keeps_history=True)),
        (".asf.yaml", APACHE, BranchRules(0, 2, Evidence(".asf.yaml", 3), keeps_history=True)),
        (".github/rulesets/main.json", json.dumps(RULES), BranchRules(1, 1, Evidence(".github/rulesets/main.json"))),
    ],
)
def test_rules_for_the_main_branch(path: str, text: str, rules: BranchRules) -> None:
    assert branch_rules.find(MemorySnapshot({path: text})) == [rules]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (".github/settings.yml", "branches: [main]\n"),
        (".github/settings.yml", "branches:\n  - name: [main]\n"),
        (".github/settings.yml", ":\n  - ]"),
        (".github/settings.yml", Unreadable("missing")),
        (".github/rulesets/main.json", "{"),
        (".github/rulesets/main.json", json.dumps(RULES | {"enforcement": "disabled"})),
        (".github/rulesets/main.json", json.dumps(RULES | {"target": "tag"})),
        (".github/rulesets/main.json", '{"rules": 3}'),
        (".github/rulesets/main.json", "[" * 100_000),
        ("src/rulesets/main.json", json.dumps(RULES)),
    ],
)
def test_what_sets_no_rules(path: str, content: str | Unreadable) -> None:
    assert branch_rules.find(MemorySnapshot({path: content})) == []


def test_a_branch_without_protection_asks_nothing() -> None:
    snapshot = MemorySnapshot({".github/settings.yml": "branches:\n  - name: main\n    protection: null\n"})

    assert branch_rules.find(snapshot) == [BranchRules(None, None, Evidence(".github/settings.yml", 2))]


def test_a_robot_that_merges() -> None:
    assert branch_rules.gate(MemorySnapshot({".mergify.yml": ""})) == ".mergify.yml"
    assert branch_rules.gate(MemorySnapshot({"docs/bors.toml": ""})) is None


@pytest.mark.parametrize(
    ("protection", "keeps"),
    [
        ("{}", True),
        ("{enforce_admins: true}", True),
        ("{allow_force_pushes: false, allow_deletions: null}", True),
        ("{allow_force_pushes: true}", False),
        ("{allow_deletions: true}", False),
        ("{allow_deletions: {odd: 1}}", False),
        ("null", False),
        ("[a]", False),
    ],
)
def test_a_protected_branch_keeps_its_history_unless_it_is_told_otherwise(protection: str, keeps: bool) -> None:
    text = f"branches:\n  - name: main\n    protection: {protection}\n"

    (rules,) = branch_rules.find(MemorySnapshot({".github/settings.yml": text}))

    assert rules.keeps_history is keeps


@pytest.mark.parametrize(
    ("types", "include", "keeps"),
    [
        (["deletion", "non_fast_forward"], None, True),
        (["deletion", "non_fast_forward"], ["~DEFAULT_BRANCH"], True),
        (["deletion", "non_fast_forward"], ["refs/heads/main", 3], True),
        (["deletion", "non_fast_forward"], ["refs/heads/release/*"], False),
        (["deletion"], None, False),
        (["non_fast_forward", ["odd"]], None, False),
    ],
)
def test_a_ruleset_keeps_the_history_with_both_rules_on_the_main_branch(
    types: list[object], include: list[object] | None, keeps: bool
) -> None:
    rules = {"rules": [{"type": kind} for kind in types]}
    if include is not None:
        rules["conditions"] = {"ref_name": {"include": include}}  # type: ignore[assignment]

    (found,) = branch_rules.find(MemorySnapshot({"rulesets/main.json": json.dumps(rules)}))

    assert found.keeps_history is keeps
