# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import sign_off_checks
from ospo.formats.sign_off_checks import Check
from snapshots import MemorySnapshot

FLOW = ".github/workflows/dco.yml"


def flow(step: str, event: str = "pull_request") -> str:
    return f"on: {event}\njobs:\n  check:\n    steps:\n      - {step}\n"


@pytest.mark.parametrize(
    "name",
    ["DCO", "dco", "license/cla", "CLA Assistant", "EasyCLA", "Sign-off check", "signed-off-by", "dco-check / dco"],
)
def test_a_name_that_is_about_sign_offs(name: str) -> None:
    assert sign_off_checks.is_name(name)


@pytest.mark.parametrize("name", ["build", "classes", "docomplete", "clang-tidy", "sign images", "design"])
def test_a_name_that_is_not(name: str) -> None:
    assert not sign_off_checks.is_name(name)


@pytest.mark.parametrize(
    "step",
    [
        "uses: tim-actions/dco@v1",
        "uses: contributor-assistant/github-action@v2\n        name: CLA",
        "run: git log --format=%B | grep Signed-off-by",
        "run: conform enforce",
    ],
)
def test_a_workflow_that_looks(step: str) -> None:
    found = sign_off_checks.find(MemorySnapshot({FLOW: flow(step)}))

    assert found is not None
    assert (found.path, found.line) == (FLOW, 5)


def test_where_the_check_is_and_how_it_is_called() -> None:
    text = flow("uses: tim-actions/dco@v1\n        name: DCO")

    assert sign_off_checks.find(MemorySnapshot({FLOW: text})) == Check(FLOW, 5, ("check", "DCO"))
    called = "on: pull_request\njobs:\n  cla:\n    uses: voorbeeld/.github/.github/workflows/cla.yml@main\n"
    assert sign_off_checks.find(MemorySnapshot({FLOW: called})) == Check(FLOW, 4, ("cla",))


@pytest.mark.parametrize(
    "text",
    [
        flow("run: git commit -s -m x && git push"),
        flow("run: git rebase --signoff main"),
        flow("uses: tim-actions/dco@v1", event="release"),
        flow("uses: tim-actions/dco@v1", event="schedule"),
        flow("run: clang-tidy"),
        "on: pull_request\njobs: [",
    ],
)
def test_a_workflow_that_does_not(text: str) -> None:
    assert sign_off_checks.find(MemorySnapshot({FLOW: text})) is None


def test_a_robot_and_gitlab_count_too() -> None:
    script = "look:\n  script:\n    # git log | grep Signed-off-by\n    - git log | grep Signed-off-by\n"

    assert sign_off_checks.find(MemorySnapshot({".gitlab-ci.yml": script})) == Check(".gitlab-ci.yml", 4)
    found = sign_off_checks.find(MemorySnapshot({".github/dco.yml": ""}))
    assert found is not None
    assert found.path == ".github/dco.yml"


def test_settings_in_the_tree_can_make_it_required() -> None:
    probot = (
        "branches:\n  - name: main\n    protection:\n      required_status_checks:\n        contexts: [build, DCO]\n"
    )
    asf = (
        "github:\n  protected_branches:\n    main:\n      required_status_checks:\n        contexts:\n          - dco\n"
    )

    assert sign_off_checks.set_as_code(MemorySnapshot({".github/settings.yml": probot})) == Check(
        ".github/settings.yml", 1
    )
    assert sign_off_checks.set_as_code(MemorySnapshot({".asf.yaml": asf})) == Check(".asf.yaml", 2)


@pytest.mark.parametrize(
    "text",
    [
        "branches:\n  - name: dco\n    protection:\n      required_status_checks:\n        contexts: [build]\n",
        "branches: [\n",
        "labels:\n  - name: DCO\n",
        "- x\n",
    ],
)
def test_settings_that_do_not(text: str) -> None:
    assert sign_off_checks.set_as_code(MemorySnapshot({".github/settings.yml": text})) is None


@pytest.mark.parametrize(
    ("names", "required", "is_required"),
    [
        ((), ("build", "DCO"), True),
        ((), ("build",), False),
        ((), (), False),
        (("check", "Look at commits"), ("look at commits",), True),
        (("check",), ("build / check",), True),
        (("check",), ("check (ubuntu)",), True),
        (("check",), ("checkout",), False),
        (("",), ("",), False),
    ],
)
def test_a_check_is_required_by_a_name_it_may_report_by(
    names: tuple[str, ...], required: tuple[str, ...], is_required: bool
) -> None:
    assert sign_off_checks.is_required(Check(FLOW, 1, names), required) is is_required


def test_without_a_check_only_the_name_counts() -> None:
    assert sign_off_checks.is_required(None, ("DCO",))
    assert not sign_off_checks.is_required(None, ("build",))
