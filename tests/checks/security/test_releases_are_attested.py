# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from ospo.checks.security.releases_are_attested import check
from ospo.domain.finding import Evidence, met, not_applicable, unknown
from ospo.domain.snapshot import Tag
from snapshots import COMMITTED, MemorySnapshot, facts, tag

SOURCE = Evidence(url="https://forge.example/api")
SEEN = COMMITTED.date().isoformat()
CI = ".github/workflows/release.yml"
ON_TAG = "on:\n  push:\n    tags: ['v*']\njobs:\n  a:\n    steps:\n"
CODE = {"pyproject.toml": "[project]\n", "app/main.py": ""}
RELEASED = [tag("v1.0.0")]


@pytest.mark.parametrize(
    ("value", "outcome", "reason"), [(True, "met", "attested"), (False, "not-met", "not-attested")]
)
def test_what_the_newest_release_shows_settles_it_for_a_year(value: bool, outcome: str, reason: str) -> None:
    files = {**CODE, CI: f"{ON_TAG}      - run: cosign sign image\n"}
    verdict = check(MemorySnapshot(files, facts=facts(release_attested=value)))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == (outcome, reason, (SOURCE,))
    assert verdict.at(COMMITTED + timedelta(days=366)) == unknown("fact-is-old", SOURCE, seen=SEEN)


def test_a_step_that_signs_is_met() -> None:
    files = {**CODE, CI: f"{ON_TAG}      - uses: actions/attest-build-provenance@v4\n"}

    assert check(MemorySnapshot(files)) == met("signed-in-ci", Evidence(CI, 7), tool="GitHub attestations", path=CI)


def test_a_trusted_publisher_is_met() -> None:
    files = {
        **CODE,
        CI: f"{ON_TAG}      - uses: pypa/gh-action-pypi-publish@release/v1\n    permissions:\n      id-token: write\n",
    }

    assert check(MemorySnapshot(files)) == met("trusted-publishing", Evidence(CI, 7), path=CI)


def test_checksums_are_met() -> None:
    files = {**CODE, CI: f"{ON_TAG}      - run: sha256sum dist/* > SHA256SUMS\n"}

    assert check(MemorySnapshot(files)) == met("checksums-in-ci", Evidence(CI, 7), path=CI)


@pytest.mark.parametrize(
    ("files", "tags", "is_shallow"),
    [
        (CODE, RELEASED, False),
        (CODE, [], True),
        ({**CODE, CI: f"{ON_TAG}      - run: make\n"}, [], False),
    ],
)
def test_releases_without_a_sign_are_unknown(files: dict[str, str], tags: list[Tag], is_shallow: bool) -> None:
    assert check(MemorySnapshot(files, tag_list=tags, is_shallow=is_shallow)) == unknown("not-told")


def test_a_fact_that_there_are_releases_makes_it_unknown() -> None:
    assert check(MemorySnapshot(CODE, facts=facts(releases=3))) == unknown("not-told")


def test_without_releases_or_code_it_does_not_apply() -> None:
    assert check(MemorySnapshot(CODE)) == not_applicable("no-releases")
    assert check(MemorySnapshot(CODE, tag_list=RELEASED, facts=facts(releases=0))) == not_applicable("no-releases")
    assert check(MemorySnapshot({"README.md": "# A"}, tag_list=RELEASED)) == not_applicable("no-program")
