# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import gc

import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats import ci_reach
from ospo.formats.ci_reach import Part, reach
from snapshots import MemorySnapshot

ON_PULL_REQUEST = "on: pull_request\njobs:\n  a:\n    steps:\n      - run: "
PIPELINE = ".github/workflows/ci.yml"


def parts(files: dict[str, str]) -> dict[str, Part]:
    return {part.path: part for part in reach(MemorySnapshot(files)).parts}


def test_a_pipeline_is_a_part_itself() -> None:
    text = ON_PULL_REQUEST + "make\n"

    assert parts({PIPELINE: text, "README.md": "x"}) == {PIPELINE: Part(PIPELINE, 0, text, (PIPELINE, None), True)}


@pytest.mark.parametrize(
    ("command", "path", "text", "before", "reached"),
    [
        ("make scan", "Makefile", "a:\n\ttrue\nscan:\n\ttool x\n", 2, "\n\ttool x"),
        ("npm run scan", "package.json", '{\n "scripts": {\n  "scan": "tool x"}}', 2, "tool x"),
        ("scripts/scan.sh", "scripts/scan.sh", "tool x\n", 0, "tool x\n"),
        ("pre-commit run --all-files", ".pre-commit-config.yaml", "- id: x\n", 0, "- id: x\n"),
        ("tox", "tox.ini", "commands = x\n", 0, "commands = x\n"),
        ("./mvnw verify", "pom.xml", "<project/>", 0, "<project/>"),
        ("mvn -B verify", "api/pom.xml", "<project/>", 0, "<project/>"),
        ("./gradlew build", "build.gradle.kts", "plugins {}", 0, "plugins {}"),
        ("vendor/bin/grumphp run", "grumphp.yml", "x: 1\n", 0, "x: 1\n"),
        ("goreleaser release", ".goreleaser.yaml", "sboms: []\n", 0, "sboms: []\n"),
    ],
)
def test_what_a_pipeline_calls_is_reached(command: str, path: str, text: str, before: int, reached: str) -> None:
    found = parts({PIPELINE: ON_PULL_REQUEST + command + "\n", path: text})

    assert found[path] == Part(path, before, reached, (PIPELINE, 5), True)


def test_what_is_called_by_what_is_called_is_reached_from_the_same_line() -> None:
    files = {PIPELINE: ON_PULL_REQUEST + "make scan\n", "Makefile": "scan:\n\t./scan.sh\n", "scan.sh": "tool\n"}

    assert parts(files)["scan.sh"].start == (PIPELINE, 5)


def test_what_nothing_calls_is_not_reached() -> None:
    files = {PIPELINE: ON_PULL_REQUEST + "true\n", ".pre-commit-config.yaml": "repos: []\n", "scan.sh": "tool\n"}

    assert list(parts(files)) == [PIPELINE]


def test_the_service_of_pre_commit_needs_no_pipeline() -> None:
    assert list(parts({".pre-commit-config.yaml": "ci:\n  autofix_prs: false\n"})) == [".pre-commit-config.yaml"]


def test_of_pyproject_only_the_commands_are_reached() -> None:
    text = "[project]\ndependencies = ['bandit']\n[tool.poe.tasks]\nscan = 'tool x'\n[tool.other]\nx = 'bandit'\n"

    part = parts({PIPELINE: ON_PULL_REQUEST + "poe scan\n", "pyproject.toml": text})["pyproject.toml"]

    assert part.text.splitlines()[3] == "scan = 'tool x'"
    assert "bandit" not in part.text


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("pull_request", True),
        ("[push, release]", True),
        ("schedule", True),
        ("workflow_call", True),
        ("release", False),
        ("workflow_dispatch", False),
        ("{push: {tags: ['v*']}}", False),
    ],
)
def test_a_workflow_says_whether_it_starts_on_changes(events: str, expected: bool) -> None:
    text = f"on: {events}\njobs:\n  a:\n    steps:\n      - run: make scan\n"

    found = parts({PIPELINE: text, "Makefile": "scan:\n\ttool\n"})

    assert [part.on_changes for part in found.values()] == [expected, expected]


def test_other_pipelines_and_unreadable_workflows_count_as_started_on_changes() -> None:
    found = parts({".gitlab-ci.yml": "a: {script: x}\n", PIPELINE: "on: [\n"})

    assert [part.on_changes for part in found.values()] == [True, True]


def test_work_for_another_repository_and_what_is_unread_are_told_apart() -> None:
    files: dict[str, str | Unreadable] = {
        PIPELINE: "on: push\njobs:\n  a:\n    uses: owner/repo/.github/workflows/x.yml@v1\n",
        ".gitlab-ci.yml": Unreadable("missing"),
        ".travis.yml": "x" * 300_000,
    }

    found = reach(MemorySnapshot(files))

    assert found.elsewhere == ((PIPELINE, 4),)
    assert [(error.path, error.reason) for error in found.unread] == [
        (".gitlab-ci.yml", "missing"),
        (".travis.yml", "too-large"),
    ]


def test_data_that_a_script_mentions_is_not_read() -> None:
    files = {PIPELINE: ON_PULL_REQUEST + "scripts/x.sh\n", "scripts/x.sh": "x\n" * 50_000}

    assert list(parts(files)) == [PIPELINE]


def test_scripts_that_call_each_other_come_to_an_end() -> None:
    files = {PIPELINE: ON_PULL_REQUEST + "./a.sh\n", "a.sh": "./b.sh\n", "b.sh": "./a.sh\n"}

    assert list(parts(files)) == [PIPELINE, "a.sh", "b.sh"]


def test_one_snapshot_is_read_once_and_forgotten_with_it() -> None:
    snapshot = MemorySnapshot({PIPELINE: ON_PULL_REQUEST + "x\n"})

    assert reach(snapshot) is reach(snapshot)
    del snapshot
    gc.collect()
    assert ci_reach._kept == []


@pytest.mark.parametrize("unit", ["@", "a/", "make ", "./a.sh ", "grumphp/", "\\\n"])
def test_a_pipeline_full_of_one_thing_is_read_to_its_end(unit: str) -> None:
    text = (unit * 200_000)[:190_000]

    assert [part.path for part in reach(MemorySnapshot({".gitlab-ci.yml": text})).parts] == [".gitlab-ci.yml"]
