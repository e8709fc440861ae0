# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest

from ospo.checks.transparency.stated_versions_keep_up_with_tags import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Tag, Unreadable
from snapshots import MemorySnapshot, commit, tag

CITATION = {"CITATION.cff": "title: Voorbeeld\nversion: '1.4.0'\n"}
HISTORY = tuple(commit(days_before=days) for days in range(0, 1000, 10))
PLACE = Evidence("CITATION.cff", 2)


def at(name: str, days: int) -> Tag:
    """A tag on the commit of that day."""
    return replace(tag(name, days_before=days), commit=f"{days:040x}")


def repository(*tags: Tag, files: dict[str, str] = CITATION, shallow: bool = False) -> MemorySnapshot:
    return MemorySnapshot(files, tag_list=tags, history=HISTORY, is_shallow=shallow)


def test_the_version_of_the_newest_tag_is_met() -> None:
    verdict = check(repository(at("v1.4.0", 100), at("v1.3.0", 200)))

    assert verdict == met("agrees", PLACE, path="CITATION.cff", version="1.4.0", tag="v1.4.0")


def test_a_version_that_was_tagged_and_passed_is_not_met() -> None:
    verdict = check(repository(at("v2.0.0", 100), at("v1.4.0", 200)))

    assert verdict == not_met("behind", PLACE, path="CITATION.cff", version="1.4.0", tag="v2.0.0")


def test_a_badge_is_a_claim_too() -> None:
    files = {"README.md": "# Voorbeeld\n\n![version](https://img.shields.io/badge/version-1.4.0-blue)\n"}
    verdict = check(repository(at("2.0", 100), at("1.4", 200), files=files))

    assert (verdict.reason, verdict.evidence) == ("behind", (Evidence("README.md", 3),))


def test_one_that_is_behind_outweighs_those_that_agree() -> None:
    files = {**CITATION, "pyproject.toml": '[build-system]\n[project]\nversion = "2.0.0"\n'}

    assert check(repository(at("v2.0.0", 100), at("v1.4.0", 200), files=files)).reason == "behind"


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ((at("v1.3.0", 100),), "ahead"),
        ((at("v1.3.0", 100), at("v2.0.0-rc.1", 50), at("v1.4.0", 60)), "agrees"),
        ((at("v2.0.0", 20), at("v1.4.0", 200)), "agrees"),  # a month to follow
        ((at("v2.0.0", 20),), "recent"),
        ((at("v1.4.0", 100), at("v11.0", 200)), "agrees"),  # a slip of long ago
        ((at("v1.4.0", 100), at("v2.0.0", 100)), "agrees"),  # two tags on one commit
        ((at("v2.0.0", 95), at("v1.4.0", 200)), "agrees"),  # on a commit that is no part of this history
        ((at("part@9.0.0", 100), at("v1.4.0", 200), at("v2", 50)), "agrees"),
    ],
)
def test_what_is_not_behind(tags: tuple[Tag, ...], reason: str) -> None:
    assert check(repository(*tags)) == met(
        reason, PLACE, path="CITATION.cff", version="1.4.0", tag=check(repository(*tags)).values["tag"]
    )


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ((at("2026.01", 100), at("2025.07", 200)), "other-scheme"),
        ((at("v2.0.0", 95),), "other-line"),
        ((at("v3.0.0", 5), at("v2.0.0", 95)), "other-line"),
        ((at("v2.0.0", 100), at("v1.3.0", 200)), "never-tagged"),
        ((at("release-2.0", 100), at("v1.4.0", 200)), "never-tagged"),
    ],
)
def test_what_files_cannot_settle(tags: tuple[Tag, ...], reason: str) -> None:
    verdict = check(repository(*tags))

    assert verdict == unknown(reason, PLACE, path="CITATION.cff", version="1.4.0", tag=tags[0].name)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"package.json": '{"version": "1.4.0"}'}, "unpublished"),
        ({"package.json": '{"version": "1.4.0", "private": true, "files": []}'}, "unpublished"),
        ({"CITATION.cff": "version: 1.4.0-SNAPSHOT"}, "stage"),
        ({"pyproject.toml": '[build-system]\n[project]\nversion = "1.4.0.dev1"\n'}, "stage"),
    ],
)
def test_numbers_that_may_mean_nothing_are_unknown(files: dict[str, str], reason: str) -> None:
    assert check(repository(at("v2.0.0", 100), at("v1.4.0", 200), files=files)).reason == reason


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".github/workflows/release.yml", 'jobs:\n  a:\n    steps:\n      - run: npm version "$TAG"\n'),
        (".github/workflows/release.yml", "jobs:\n  a:\n    steps:\n      - run: sed -i s/1.4.0/x/ version.txt\n"),
        (".gitlab-ci.yml", 'a:\n  script:\n  #\n    - ./publish "$CI_COMMIT_TAG"\n'),
        ("Makefile", "release:\n\n\n\tpoetry version $(TAG)\n"),
        ("package.json", '{\n"private": true,\n"devDependencies": {\n"semantic-release": "1"}}'),
    ],
)
def test_a_pipeline_that_may_fill_it_in_leaves_it_open(path: str, text: str) -> None:
    verdict = check(repository(at("v2.0.0", 100), at("v1.4.0", 200), files={**CITATION, path: text}))

    assert (verdict.reason, verdict.evidence) == ("set-by-pipeline", (PLACE, Evidence(path, 4)))


def test_a_pipeline_that_only_tests_leaves_the_verdict() -> None:
    files = {**CITATION, ".github/workflows/test.yml": "jobs:\n  a:\n    steps:\n      - run: npm ci\n"}

    assert check(repository(at("v2.0.0", 100), at("v1.4.0", 200), files=files)).reason == "behind"


def test_without_claims_or_tags_there_is_nothing_to_compare() -> None:
    tags = (at("v2.0.0", 100),)

    assert check(repository(*tags, files={"package.json": '{"version": "0.0.0"}'})) == not_applicable("no-claim")
    assert check(repository(*tags, files={"sub/CITATION.cff": "version: 1.4.0"})) == not_applicable("no-claim")
    assert check(repository()) == not_applicable("no-tags")
    assert check(repository(at("part@2.0.0", 100), at("v2", 100), at("v2.0.0-beta", 90))) == not_applicable("no-tags")


def test_a_cut_history_is_unknown() -> None:
    assert check(repository(at("v2.0.0", 100), at("v1.4.0", 200), shallow=True)) == unknown("shallow")


def test_a_tag_without_a_date_proves_nothing() -> None:
    undated = replace(at("v2.0.0", 100), when=None)

    assert check(repository(undated, at("v1.4.0", 200))).reason == "agrees"
    assert check(repository(undated)).reason == "other-line"


@pytest.mark.parametrize("path", ["package.json", ".gitlab-ci.yml"])
def test_a_file_that_cannot_be_had_leaves_nothing_proven(path: str) -> None:
    tags = (at("v2.0.0", 100), at("v1.4.0", 200))
    snapshot = MemorySnapshot({**CITATION, path: Unreadable("missing")}, tag_list=tags, history=HISTORY)

    with pytest.raises(Unreadable):
        check(snapshot)
