# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.community.has_discussion_channel import check
from ospo.domain.finding import Evidence, Outcome, met, not_applicable, not_met, unknown
from snapshots import COMMITTED, MemorySnapshot, facts

ON_GITHUB = ("https://github.com/voorbeeld/project",)
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
SOURCE = Evidence(url="https://forge.example/api")


@pytest.mark.parametrize(
    "path", ["README.md", "SUPPORT.md", "docs/CONTRIBUTING.md", "GOVERNANCE.md", ".github/ISSUE_TEMPLATE/config.yml"]
)
@pytest.mark.parametrize("remotes", [(), ON_GITHUB, ON_GITLAB])
def test_a_channel_that_is_named_is_met(path: str, remotes: tuple[str, ...]) -> None:
    snapshot = MemorySnapshot({path: "x\nurl: https://matrix.to/#/#x:y.example\n"}, remotes=remotes)

    assert check(snapshot) == met("found", Evidence(path, 2), path=path, kind="chat")


def test_open_discussions_are_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(remotes=ON_GITHUB, facts=facts(discussions_enabled=True)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (Outcome.MET, "switched-on", (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=367)) == unknown("fact-is-old", SOURCE, seen="2026-11-01")


def test_settings_in_the_tree_count() -> None:
    snapshot = MemorySnapshot({".asf.yaml": "github:\n  features:\n    discussions: true\n"})

    assert check(snapshot) == met("set", Evidence(".asf.yaml", 3), path=".asf.yaml")


@pytest.mark.parametrize("remotes", [(), ON_GITHUB, ("https://code.example/voorbeeld/project",)])
def test_a_forge_may_have_discussions_that_are_not_in_a_clone(remotes: tuple[str, ...]) -> None:
    assert check(MemorySnapshot({"README.md": "# x"}, remotes=remotes)) == unknown("missing")


def test_where_there_are_no_discussions_the_owner_may_name_a_channel() -> None:
    closed = facts(discussions_enabled=False)

    verdict = check(MemorySnapshot(remotes=ON_GITHUB, facts=closed))
    assert verdict == unknown("may-be-inherited", file="SUPPORT.md")
    assert check(MemorySnapshot(remotes=ON_GITLAB, facts=closed)) == not_met("none")
    assert check(MemorySnapshot({"README.md": "Mail team@voorbeeld.example."}, remotes=ON_GITLAB)) == not_met("none")


def test_what_is_retired_needs_none() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nThis project is no longer maintained.\n"}, remotes=ON_GITLAB)

    assert check(snapshot) == not_applicable("retired", Evidence("README.md", 3))
