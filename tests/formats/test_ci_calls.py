# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import ci_calls
from ospo.formats.ci_calls import Call

FILES = {
    "ci.sh": ["script/ci.sh"],
    "action.yml": [".github/actions/unit/action.yml"],
    "build.py": ["a/build.py", "b/build.py"],
    "check.py": ["tools/check.py"],
    "build.yml": ["pipelines/build.yml"],
    "logo.png": ["logo.png"],
    "vite.config.js": ["vite.config.js"],
}


@pytest.mark.parametrize(
    ("line", "calls"),
    [
        ("run: make -j2 MODE=ci lint checks", [("make", "lint"), ("make", "checks")]),
        ("run: make", [("make", "")]),
        ("run: just verify", [("just", "verify")]),
        ("run: task ci:verify", [("task", "ci:verify")]),
        ("run: npm run verify && yarn lint", [("npm", "verify"), ("npm", "lint")]),
        ("run: npm test", [("npm", "test")]),
        ("run: npm ci", []),
        ("run: npm-run-all --continue-on-error lint:** && tool", [("npm", "lint:**")]),
        ('run: run-p "lint:*" build', [("npm", "lint:*"), ("npm", "build")]),
        ("run: re-run-s it", []),
        ('run: npx concurrently "npm:lint" "pnpm:test-*" "tsc -w"', [("npm", "lint"), ("npm", "test-**")]),
        ("run: concurrently -k 'npm:*'", [("npm", "**")]),
        ("run: npx turbo run lint verify --filter=./web", [("npm", "lint"), ("npm", "verify")]),
        ("run: turbo verify", [("npm", "verify")]),
        ("run: composer run-script verify", [("composer", "verify")]),
        ("run: docker compose build", [("docker", "")]),
        ("uses: docker/build-push-action@v6", [("docker", "")]),
        ("run: ./script/ci.sh --all", [("file", "script/ci.sh")]),
        ("uses: ./.github/actions/unit", [("file", ".github/actions/unit/action.yml")]),
        ("run: python check.py", [("file", "tools/check.py")]),
        ("- local: /pipelines/build.yml", [("file", "pipelines/build.yml")]),
        ("run: python build.py", []),
        ("run: cat logo.png vite.config.js", []),
        ("run: cmake --build .", []),
        ("# run: make all", []),
    ],
)
def test_what_a_line_calls(line: str, calls: list[tuple[str, str]]) -> None:
    assert [(call.tool, call.name) for call in ci_calls.calls(line, FILES)] == calls


def test_a_call_is_looked_for_near_the_root_and_not_in_copies() -> None:
    paths = ["vendor/x/Makefile", "sub/Makefile", "Makefile", "tools/ci.mk", "package.json"]

    assert ci_calls.where(Call("make", "ci", 1), paths) == ["Makefile", "sub/Makefile", "tools/ci.mk"]
    assert ci_calls.where(Call("file", "script/ci.sh", 1), paths) == ["script/ci.sh"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("lint:*", (3, "style .\n\nmarkup .")),
        ("lint:**", (3, "style .\ndeep .\nmarkup .")),
        ("other:*", (0, "")),
        ("*", (0, "")),
        ("**", (2, "run-s lint:*\nstyle .\ndeep .\nmarkup .")),
    ],
)
def test_a_name_with_a_star_stands_for_many_scripts(name: str, body: tuple[int, str]) -> None:
    text = """{
 "scripts": {
  "lint": "run-s lint:*",
  "lint:css": "style .",
  "lint:css:deep": "deep .",
  "lint:md": "markup ."
 }
}"""

    assert ci_calls.body(Call("npm", name, 1), text) == body


def test_the_body_of_a_make_target_with_what_it_leans_on() -> None:
    text = "all: build\n\nci-check: lint verify # both\n\techo one\n\n\techo two\nbuild:\n\tgo build\nNAME := x\n"

    assert ci_calls.body(Call("make", "ci-check", 1), text) == (2, "make lint verify\n\techo one\n\n\techo two")
    assert ci_calls.body(Call("make", "", 1), text) == (0, "make build\n")
    assert ci_calls.body(Call("make", "NAME", 1), text) == (0, "")
    assert ci_calls.body(Call("make", "deploy", 1), text) == (0, "")


def test_the_body_of_a_just_recipe_and_of_a_task() -> None:
    assert ci_calls.body(Call("just", "verify", 1), "x:\n    a\nverify arg='1': x\n    run it\n") == (
        2,
        "just x\n    run it",
    )
    assert ci_calls.body(Call("task", "verify", 1), "tasks:\n  verify:\n    cmds:\n      - run it\n  other:\n") == (
        1,
        "\n    cmds:\n      - run it",
    )


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('{\n"scripts": {\n"verify": "jest --ci"}}', (2, "jest --ci")),
        ('{"scripts": {"verify": ["a", "b", 1]}}', (0, "a\nb")),
        ('{"scripts": {\n"preverify": "lint",\n\n"verify": "jest",\n"postverify": "x"}}', (1, "lint\n\njest\nx")),
        ('{"scripts": {"preverify": "lint", "verify": "jest"}}', (0, "jest\nlint")),
        ('{"scripts": {}}', (0, "")),
        ('{"scripts": 3}', (0, "")),
        ("[]", (0, "")),
        ("{", (0, "")),
    ],
)
def test_the_body_of_a_script(text: str, body: tuple[int, str]) -> None:
    assert ci_calls.body(Call("npm", "verify", 1), text) == body


def test_the_body_of_a_file_is_the_whole() -> None:
    assert ci_calls.body(Call("file", "ci.sh", 1), "a\nb") == (0, "a\nb")


@pytest.mark.parametrize(
    "line",
    [
        "uses: voorbeeld/ci/.github/workflows/test.yml@main",
        "uses: https://code.voorbeeld.example/a/b/.forgejo/workflows/x.yml@v1",
        "  - project: 'shared/ci-utils'",
        "  - remote: https://voorbeeld.example/ci.yml",
        "  - template: jobs/python.yml@templates",
        "  template: Auto-DevOps.gitlab-ci.yml",
        "@Library('shared') _",
    ],
)
def test_work_handed_to_another_repository(line: str) -> None:
    assert ci_calls.elsewhere(f"# x\n{line}\n") == 2


@pytest.mark.parametrize(
    "line", ["uses: ./.github/workflows/a.yml", "uses: a/b@v1", "with:\n  project: x", "- template: a.yml"]
)
def test_work_that_stays_here(line: str) -> None:
    assert ci_calls.elsewhere(line) is None
