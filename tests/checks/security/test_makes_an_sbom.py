# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from ospo.checks.security.makes_an_sbom import check
from ospo.domain.finding import Evidence, Outcome, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot, facts

CI = ".github/workflows/release.yml"
PROJECT = {"src/a.js": "x\n", "package.json": '{"dependencies": {"a": "1"}}'}
SBOM = '{"bomFormat": "CycloneDX"}'


def workflow(run: str, events: str = "release", name: str = "a") -> str:
    return f"on: {events}\njobs:\n  {name}:\n    steps:\n      - run: {run}\n"


@pytest.mark.parametrize("events", ["release", "push", "workflow_dispatch"])
def test_a_step_that_writes_one_is_met_on_any_event(events: str) -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("syft dir:. -o spdx-json", events)}))

    assert verdict == met("made-in-ci", Evidence(CI, 5), tool="Syft", path=CI)


def test_settings_that_a_release_tool_reads_are_met() -> None:
    files = {**PROJECT, CI: workflow("goreleaser release"), ".goreleaser.yml": "version: 2\nsboms:\n  - {}\n"}

    assert check(MemorySnapshot(files)).evidence == (Evidence(CI, 5), Evidence(".goreleaser.yml", 2))


def test_an_sbom_in_the_tree_is_met() -> None:
    assert check(MemorySnapshot({**PROJECT, "sbom.json": SBOM})) == met(
        "in-tree", Evidence("sbom.json", 1), path="sbom.json"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [("sbom.json", "{}"), ("tests/sbom.json", SBOM), ("data.json", SBOM), ("LICENSE.spdx", "SPDXVersion: SPDX-2.1\n")],
)
def test_a_lookalike_in_the_tree_is_none(path: str, text: str) -> None:
    assert check(MemorySnapshot({**PROJECT, path: text})).reason == "none"


def test_a_fact_about_the_newest_release_is_met_for_a_year() -> None:
    verdict = check(MemorySnapshot(PROJECT, facts=facts(release_has_sbom=True)))

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "in-release")
    assert verdict.at(datetime(2028, 1, 1, tzinfo=UTC)).reason == "fact-is-old"


def test_a_fact_that_there_is_none_is_not_met() -> None:
    verdict = check(MemorySnapshot(PROJECT, facts=facts(release_has_sbom=False)))

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "not-in-release")


def test_a_step_outweighs_such_a_fact() -> None:
    files = {**PROJECT, CI: workflow("cdxgen")}

    assert check(MemorySnapshot(files, facts=facts(release_has_sbom=False))).outcome is Outcome.MET


def test_nothing_is_not_met() -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("make")}))

    assert verdict == not_met("none", Evidence("package.json"), Evidence(CI))


def test_a_name_that_speaks_of_it_is_unknown() -> None:
    verdict = check(MemorySnapshot({**PROJECT, CI: workflow("./own-tool", name="make-sbom")}))

    assert verdict == unknown("only-a-name", Evidence(CI, 3), path=CI)


def test_work_for_another_repository_is_unknown() -> None:
    text = "on: push\njobs:\n  a:\n    uses: voorbeeld/ci/.github/workflows/all.yml@v1\n"

    assert check(MemorySnapshot({**PROJECT, CI: text})) == unknown("elsewhere", Evidence(CI, 4), path=CI)


def test_without_dependencies_there_is_little_to_list() -> None:
    assert check(MemorySnapshot({"README.md": "x"})) == not_applicable("no-dependencies")


def test_a_pipeline_that_cannot_be_had_is_passed_on() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**PROJECT, CI: Unreadable("missing")}))
