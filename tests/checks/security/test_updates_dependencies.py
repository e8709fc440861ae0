# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.updates_dependencies import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Commit, Unreadable
from snapshots import MemorySnapshot, commit

BOT = ".github/dependabot.yml"
CI = ".github/workflows/ci.yml"
NPM = {"package.json": '{"dependencies": {"a": "1"}}'}
PEOPLE = tuple(commit(days_before=n) for n in range(5))
GO_MOD = "require voorbeeld.example/x v1.2.0\n"
SCHEDULE = "on:\n  schedule:\n    - cron: '1 1 * * 1'\njobs:\n  x:\n"


def dependabot(*names: str) -> str:
    return "version: 2\nupdates:\n" + "".join(f"  - package-ecosystem: {name}\n" for name in names)


def test_all_ecosystems_covered_is_met() -> None:
    files = {**NPM, BOT: dependabot("npm", "github-actions"), CI: "on: push\n"}

    assert check(MemorySnapshot(files)) == met("covered", Evidence(BOT, 2), tool="Dependabot")


def test_what_stands_in_the_root_must_be_covered() -> None:
    files = {**NPM, "go.mod": GO_MOD, "Dockerfile": "", BOT: dependabot("npm")}

    assert check(MemorySnapshot(files)) == not_met(
        "main-uncovered", Evidence(BOT, 2), Evidence("go.mod"), tool="Dependabot", uncovered="Go, Docker"
    )


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Merge pull request #8 from voorbeeld/dependabot/go_modules/x-1.2", "updated-before"),
        ("Merge pull request #9 from voorbeeld/dependabot/npm_and_yarn/x-1.2", "main-uncovered"),
        ("Merge pull request #9 from voorbeeld/dependabot/github_actions/x-1.2", "main-uncovered"),
        ("Merge pull request #9 from voorbeeld/update-x", "main-uncovered"),
    ],
)
def test_security_updates_of_what_is_left_out_may_still_be_on(message: str, reason: str) -> None:
    files = {**NPM, "go.mod": GO_MOD, BOT: dependabot("npm")}
    history = [*PEOPLE, commit(days_before=2000, message=message)]

    assert check(MemorySnapshot(files, history=history)).reason == reason


ROBOT = commit(days_before=30, who="github-actions[bot]", message="Update raamwerk to 0.13.1")


@pytest.mark.parametrize("covered", ["npm", "pip"])  # a part of what is there, and none of it
@pytest.mark.parametrize(
    ("history", "is_shallow", "uses", "reason"),
    [
        (PEOPLE, True, "", "history-cut"),
        ((*PEOPLE, ROBOT), False, "", "by-robot"),
        (PEOPLE, False, "voorbeeld/gedeeld/.github/workflows/oas.yml@v6", "handed-on"),
    ],
)
def test_settings_for_something_else_leave_open_what_happens_out_of_sight(
    covered: str, history: tuple[Commit, ...], is_shallow: bool, uses: str, reason: str
) -> None:
    ci = {CI: f"{SCHEDULE}    uses: {uses}\n"} if uses else {}
    files = {**NPM, "go.mod": GO_MOD, BOT: dependabot(covered), **ci}

    assert check(MemorySnapshot(files, history=history, is_shallow=is_shallow)).reason == reason


def test_a_manifest_in_the_root_that_declares_nothing_need_not_be_covered() -> None:
    files = {"pyproject.toml": "[tool.ruff]\nline-length = 99\n", CI: "on: push\n", BOT: dependabot("github-actions")}

    assert check(MemorySnapshot(files)) == met("partly", Evidence(BOT, 2), tool="Dependabot", uncovered="Python")
    assert check(MemorySnapshot({**files, BOT: dependabot("docker")})) == not_applicable("no-dependencies")


def test_what_is_left_out_below_the_root_is_named_and_does_not_decide() -> None:
    files = {**NPM, "service/go.mod": "", "Dockerfile": "", BOT: dependabot("npm")}

    assert check(MemorySnapshot(files)) == met("partly", Evidence(BOT, 2), tool="Dependabot", uncovered="Go, Docker")


def test_renovate_covers_everything() -> None:
    assert check(MemorySnapshot({**NPM, "go.mod": "", "renovate.json": "{}"})) == met(
        "covered", Evidence("renovate.json", 1), tool="Renovate"
    )


def test_none_covered_is_not_met() -> None:
    assert check(MemorySnapshot({**NPM, BOT: dependabot("pip")}, history=PEOPLE)) == not_met(
        "uncovered", Evidence(BOT, 2), tool="Dependabot", uncovered="npm"
    )


def test_none_covered_leaves_open_what_a_tool_in_the_history_still_does() -> None:
    old = [*PEOPLE, commit(days_before=400, who="dependabot[bot]")]

    assert check(MemorySnapshot({**NPM, BOT: dependabot("pip")}, history=old)) == unknown(
        "seen-before", Evidence(BOT, 2)
    )


def test_an_update_of_the_past_year_counts_behind_many_other_commits() -> None:
    busy = [*(commit() for _ in range(300)), commit(days_before=100, who="dependabot[bot]")]

    assert check(MemorySnapshot(NPM, history=busy)).reason == "runs"


def test_a_job_of_its_own_is_met() -> None:
    text = "on:\n  schedule:\n    - cron: '1 1 * * 1'\njobs:\n  x:\n    steps:\n      - run: npx projen upgrade\n"

    assert check(MemorySnapshot({**NPM, CI: text})) == met("job", Evidence(CI, 7), path=CI)


@pytest.mark.parametrize("who", ["dependabot[bot]", "renovate[bot]"])
def test_recent_work_of_a_bot_is_met_for_a_year(who: str) -> None:
    newest = commit(days_before=30, who=who)
    verdict = check(MemorySnapshot(NPM, history=[*PEOPLE, newest, commit(days_before=90, who=who)]))
    until = newest.committer.when + timedelta(days=365)

    assert verdict == met("runs", until=until, afterwards=unknown("seen-before"))
    assert verdict.at(until - timedelta(days=1)).reason == "runs"
    assert verdict.at(until + timedelta(days=1)) == unknown("seen-before")


def test_old_work_of_a_bot_leaves_open_whether_it_is_still_on() -> None:
    old = [*PEOPLE, commit(days_before=400, who="dependabot[bot]")]
    far = [*(commit() for _ in range(1200)), commit(days_before=2000, who="dependabot[bot]")]

    assert check(MemorySnapshot(NPM, history=old)) == unknown("seen-before", Evidence("package.json"))
    assert check(MemorySnapshot(NPM, history=far)) == unknown("seen-before", Evidence("package.json"))


def test_nothing_at_all_is_not_met() -> None:
    assert check(MemorySnapshot({**NPM, CI: "on: push\n"}, history=PEOPLE)) == not_met(
        "missing", Evidence("package.json"), ecosystems="npm, GitHub Actions"
    )


def test_a_history_that_is_cut_off_is_unknown() -> None:
    assert check(MemorySnapshot(NPM, history=PEOPLE, is_shallow=True)) == unknown(
        "history-cut", Evidence("package.json")
    )


def test_a_pipeline_that_reckons_with_a_bot_is_unknown() -> None:
    files = {**NPM, CI: "on: pull_request\nif: github.actor == 'dependabot[bot]'\n"}

    assert check(MemorySnapshot(files, history=PEOPLE)) == unknown("awaited", Evidence(CI, 2), path=CI)


def test_settings_at_the_wrong_place_are_not_met() -> None:
    files = {**NPM, "dependabot.yml": dependabot("npm")}

    assert check(MemorySnapshot(files, history=PEOPLE)) == not_met(
        "misplaced", Evidence("dependabot.yml"), path="dependabot.yml"
    )


@pytest.mark.parametrize(
    ("path", "text", "tool"),
    [(BOT, "updates: []\n", "Dependabot"), ("renovate.json", '{"enabled": false}', "Renovate")],
)
def test_a_tool_that_is_switched_off_is_not_met(path: str, text: str, tool: str) -> None:
    assert check(MemorySnapshot({**NPM, path: text}, history=PEOPLE)) == not_met(
        "switched-off", Evidence(path, 1), tool=tool
    )


@pytest.mark.parametrize(("content", "line"), [("version: 2\nupdates: ]\n", 2), (Unreadable("missing"), None)])
def test_settings_that_cannot_be_read_are_unknown(content: str | Unreadable, line: int | None) -> None:
    assert check(MemorySnapshot({**NPM, BOT: content})) == unknown("unreadable", Evidence(BOT, line), path=BOT)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": ""},
        {"pyproject.toml": "[tool.ruff]\n"},
        {"package.json": '{"name": "x"}'},
        {"DESCRIPTION": "Package: x\n"},
        {"examples/package.json": '{"dependencies": {"a": "1"}}'},
        {CI: "on: push\n"},
    ],
)
def test_without_dependencies_it_is_not_applicable(files: dict[str, str]) -> None:
    assert check(MemorySnapshot(files, history=PEOPLE)) == not_applicable("no-dependencies")


def test_settings_without_manifests_are_met() -> None:
    assert check(MemorySnapshot({BOT: dependabot("github-actions"), CI: ""})).reason == "covered"


def test_a_manifest_that_cannot_be_had_is_read_as_empty() -> None:
    assert check(MemorySnapshot({"package.json": Unreadable("missing")}, history=PEOPLE)).reason == "unreadable"
    assert (
        check(MemorySnapshot({"web/package.json": Unreadable("missing")}, history=PEOPLE)).reason == "no-dependencies"
    )


JOB = SCHEDULE + "    steps:\n      - run: pixi update\n      - uses: voorbeeld/create-pull-request@v1\n"


def test_settings_for_the_rest_beside_a_job_for_the_root_are_met() -> None:
    files = {"pyproject.toml": '[project]\ndependencies = ["a"]\n', BOT: dependabot("github-actions"), CI: JOB}

    assert check(MemorySnapshot(files)) == met(
        "tool-and-job", Evidence(BOT, 2), Evidence(CI, 7), tool="Dependabot", path=CI
    )


def test_other_settings_that_cannot_be_read_may_cover_the_root() -> None:
    files = {**NPM, BOT: dependabot("github-actions"), CI: "on: push\n", "renovate.json": "[]"}

    assert check(MemorySnapshot(files)) == unknown("unreadable", Evidence("renovate.json", 1), path="renovate.json")


@pytest.mark.parametrize(
    "uses",
    ["voorbeeld/gedeeld/.github/workflows/oas.yml@v6", "voorbeeld/actions-template-sync@v2"],
)
def test_a_scheduled_job_that_hands_on_its_work_is_unknown(uses: str) -> None:
    files = {**NPM, CI: f"{SCHEDULE}    uses: {uses}\n"}

    assert check(MemorySnapshot(files, history=PEOPLE)) == unknown("handed-on", Evidence(CI, 6), path=CI)


@pytest.mark.parametrize("name", ["codeql.yml", "code-analysis.yml", "stale.yml"])
def test_a_scheduled_scan_elsewhere_says_nothing(name: str) -> None:
    files = {**NPM, CI: f"{SCHEDULE}    uses: voorbeeld/gedeeld/.github/workflows/{name}@v6\n"}

    assert check(MemorySnapshot(files, history=PEOPLE)).reason == "missing"


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("Update raamwerk to 0.13.1", "by-robot"),
        ("chore(deps): werk bij", "by-robot"),
        ("chore: sync met 'voorbeeld/sjabloon' repo", "by-robot"),
        ("Update `pixi.lock`", "by-robot"),
        ("Bump version to 1.2.0", "missing"),
        ("docs: update README links", "missing"),
        ("Add SBOM", "missing"),
    ],
)
def test_a_robot_of_the_forge_may_update(message: str, reason: str) -> None:
    robot = commit(days_before=30, who="github-actions[bot]", message=message)

    assert check(MemorySnapshot(NPM, history=[*PEOPLE, robot])).reason == reason
    person = commit(days_before=30, message=message)
    if "deps" not in message:
        assert check(MemorySnapshot(NPM, history=[*PEOPLE, person])).reason == "missing"
