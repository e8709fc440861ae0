# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.requests_have_a_template import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from ospo.domain.snapshot import Kind
from snapshots import MemorySnapshot

GITHUB = ("https://github.com/voorbeeld/kaart",)
CODEBERG = ("https://codeberg.org/voorbeeld/kaart",)


@pytest.mark.parametrize(
    "path",
    [
        "pull_request_template.md",
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/PULL_REQUEST_TEMPLATE/feature.md",
        ".forgejo/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
        "docs/PULL_REQUEST_TEMPLATE",
    ],
)
def test_a_template_with_words_is_met(path: str) -> None:
    snapshot = MemorySnapshot({path: "<!-- What changes? -->\n"}, remotes=CODEBERG)

    assert check(snapshot) == met("found", Evidence(path), path=path)


def test_a_template_without_words_is_not_met() -> None:
    path = ".github/pull_request_template.md"

    assert check(MemorySnapshot({path: "- [ ]\n"}, remotes=GITHUB)) == not_met("empty", Evidence(path), path=path)


@pytest.mark.parametrize(
    "path",
    [
        ".github/ISSUE_TEMPLATE/bug.md",
        "docs/templates/pull_request_template.md",
        "{{cookiecutter.name}}/.github/PULL_REQUEST_TEMPLATE.md",
    ],
)
def test_a_lookalike_does_not_count(path: str) -> None:
    assert check(MemorySnapshot({path: "What changes?"}, remotes=CODEBERG)) == not_met("missing")


def test_a_symlink_does_not_count() -> None:
    path = "pull_request_template.md"
    snapshot = MemorySnapshot({path: "elsewhere.md"}, kinds={path: Kind.SYMLINK}, remotes=CODEBERG)

    assert check(snapshot) == not_met("missing")


@pytest.mark.parametrize("remotes", [(), GITHUB])
def test_the_owner_may_supply_one(remotes: tuple[str, ...]) -> None:
    assert check(MemorySnapshot({}, remotes=remotes)) == unknown(
        "may-be-inherited", file=".github/PULL_REQUEST_TEMPLATE.md"
    )


@pytest.mark.parametrize("remote", ["https://gitlab.com/voorbeeld/kaart", "https://code.voorbeeld.example/kaart"])
def test_on_other_forges_it_may_be_a_setting(remote: str) -> None:
    assert check(MemorySnapshot({}, remotes=(remote,))) == unknown("may-be-set")


def test_the_repository_with_the_defaults_inherits_nothing() -> None:
    assert check(MemorySnapshot({}, remotes=("https://github.com/voorbeeld/.github",))) == not_met("missing")


def test_a_retired_repository_needs_none() -> None:
    snapshot = MemorySnapshot({"README.md": "# Kaart\n\nThis project is no longer maintained.\n"}, remotes=CODEBERG)

    assert check(snapshot).reason == "retired"
