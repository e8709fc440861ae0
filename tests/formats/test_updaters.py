# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.errors import ParseError
from ospo.formats import updaters
from ospo.formats.manifests import ECOSYSTEMS
from ospo.formats.updaters import Updater
from snapshots import commit


def test_where_settings_are() -> None:
    paths = [
        *(
            ".github/dependabot.yaml",
            "renovate.json",
            ".github/renovate.json5",
            ".renovaterc",
            "package.json",
            ".pyup.yml",
        ),
        *(
            ".scala-steward.conf",
            "updatecli/updatecli.d/a.yaml",
            "templates/.github/dependabot.yml",
            "apps/package.json",
        ),
    ]

    assert updaters.locate(paths) == paths[:8]
    assert updaters.misplaced(["dependabot.yml", ".github/dependabot.yml"]) == ["dependabot.yml"]


def test_dependabot_covers_what_it_lists() -> None:
    text = "version: 2\nupdates:\n- package-ecosystem: npm\n- package-ecosystem: pip\n- package-ecosystem: npm\n- 1\n"
    tool = updaters.parse(".github/dependabot.yml", text)

    assert tool == Updater("Dependabot", ".github/dependabot.yml", 2, frozenset({"npm", "Python"}))
    assert tool.covers_ecosystem("npm")
    assert not tool.covers_ecosystem("Go")


@pytest.mark.parametrize("text", ["version: 2\nupdates: []\n", "version: 2\n", "- 1\n", "updates: 3\n"])
def test_dependabot_without_updates_is_off(text: str) -> None:
    tool = updaters.parse(".github/dependabot.yml", text)

    assert tool is not None
    assert tool.is_off
    assert not tool.covers_ecosystem("npm")


def test_dependabot_that_is_not_yaml_is_an_error() -> None:
    with pytest.raises(ParseError):
        updaters.parse(".github/dependabot.yml", "updates: [")


@pytest.mark.parametrize(
    ("text", "covers", "is_off"),
    [
        ('{"extends": ["config:recommended"]}', None, False),
        ("// JSON5\n{extends: ['x']}", None, False),
        ("/* JSON5 */ {}", None, False),
        ('{"enabledManagers": ["npm", "custom.regex", 3]}', frozenset({"npm"}), False),
        ('{"enabled": false}', None, True),
    ],
)
def test_renovate_covers_all_unless_told_otherwise(text: str, covers: frozenset[str] | None, is_off: bool) -> None:
    assert updaters.parse("renovate.json", text) == Updater("Renovate", "renovate.json", 1, covers, is_off)


@pytest.mark.parametrize("text", ["[]", "null", "", "// niets\n[{}]", "[" * 50_000])
def test_settings_of_renovate_are_an_object(text: str) -> None:
    with pytest.raises(ParseError):
        updaters.parse("renovate.json", text)
    assert updaters.parse("package.json", text) is None


def test_renovate_in_package_json() -> None:
    assert updaters.parse("package.json", '{\n"name": "x",\n"renovate": {}\n}') == Updater(
        "Renovate", "package.json", 3
    )
    assert updaters.parse("package.json", '{"name": "x"}') is None


def test_other_tools_cover_everything() -> None:
    assert updaters.parse(".pyup.yml", "") == Updater("pyup", ".pyup.yml")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("on:\n  schedule:\n    - cron: '0 0 * * 1'\nrun: npx projen upgrade\n", 4),
        ("on:\n  schedule:\n# renovate x\nuses: renovatebot/github-action@v1\n", 4),
        ("schedule:\nrun: uv lock --upgrade\nuses: peter-evans/create-pull-request@v7\n", 2),
        ("schedule:\nrun: composer update --prefer-dist\n", None),
        ("on: push\nrun: npx projen upgrade\n", None),
        ("schedule:\nrun: make test\n", None),
    ],
)
def test_a_job_that_updates_by_itself(text: str, line: int | None) -> None:
    assert updaters.job_line(text) == line


def test_a_pipeline_that_reckons_with_a_bot() -> None:
    assert updaters.bot_line("on: push\nif: github.actor == 'dependabot[bot]'\n") == 2
    assert updaters.bot_line("on: push\n") is None


@pytest.mark.parametrize("who", ["dependabot[bot]", "renovate[bot]", "scala-steward", "pyup-bot"])
def test_a_commit_by_an_updater(who: str) -> None:
    assert updaters.is_update(commit(who=who))


@pytest.mark.parametrize(
    "message",
    [
        "Merge pull request #3 from voorbeeld/dependabot/npm_and_yarn/a-1.2",
        "Merge branch 'renovate/lodash-4.x' into 'main'",
        "Bump a\n\nCo-authored-by: renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>",
    ],
)
def test_a_commit_that_brings_an_update_in(message: str) -> None:
    assert updaters.is_update(commit(message=message))


@pytest.mark.parametrize(
    "message",
    [
        *("Add dependabot settings", "Renovate the kitchen", "Merge branch 'main'", "Let dependabot[bot] pass the CLA"),
        "Merge pull request #401 from open-zaak/chore/dependabot-for-actions",
    ],
)
def test_a_commit_of_people(message: str) -> None:
    assert not updaters.is_update(commit(message=message))


def test_what_else_can_be_updated() -> None:
    assert [e.id for e in updaters.others(["Dockerfile", "a.md"], has_workflows=True)] == ["GitHub Actions", "Docker"]
    assert updaters.others(["a.md"], has_workflows=False) == []


@pytest.mark.parametrize(
    ("message", "is_of"),
    [
        ("Merge pull request #3 from voorbeeld/dependabot/npm_and_yarn/a-1.2", True),
        ("Merge pull request #3 from voorbeeld/dependabot/pip/a-1.2", False),
        ("Merge pull request #3 from voorbeeld/dependabot/github_actions/a-1.2", False),
        ("Merge branch 'renovate/lodash-4.x' into 'main'", False),
    ],
)
def test_a_branch_of_dependabot_says_what_was_updated(message: str, is_of: bool) -> None:
    npm = [each for each in ECOSYSTEMS if each.id == "npm"]

    assert updaters.is_update_of(commit(message=message), npm) is is_of


@pytest.mark.parametrize(
    ("message", "is_of"),
    [
        ("Bump lodash from 4.17.20 to 4.17.21", True),
        ("Bump @voorbeeld/x from 1.0 to 1.1 (#12)", True),
        ("Bump actions/checkout from 5 to 6", False),
        ("Bump the github-actions group with 3 updates", False),
    ],
)
def test_without_a_branch_a_package_may_be_of_any_kind(message: str, is_of: bool) -> None:
    assert updaters.is_update_of(commit(who="dependabot[bot]", message=message), ECOSYSTEMS) is is_of
    assert not updaters.is_update_of(commit(message=message), ECOSYSTEMS)
