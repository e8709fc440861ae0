# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import yaml
from ospo.formats.publiccode_claims import Claims, newest
from snapshots import COMMITTED, tag


def claims(text: str) -> Claims:
    return Claims.of(yaml.load(text))


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ('"2.1.0"', "v2.1.0"),
        ('"2.1"', "2.1.0"),
        ('"2.1"', "release-2.1.7"),
        ("v2.1.0", "2.1"),
        ("3", "v3.0.1"),
        ("1.1", "v1.10.0"),  # 1.10 without quotes is read as 1.1
        ("2.0", "v2"),
        ("2026.6.20", "v2026.06.20"),
    ],
)
def test_a_claim_names_the_tag_of_that_version(version: str, name: str) -> None:
    assert claims(f"softwareVersion: {version}").names(name)


@pytest.mark.parametrize(
    ("version", "name"),
    [('"2.1.0"', "v2.1.1"), ('"2.1"', "v2.10.0"), ('"1.1"', "v1.10.0"), ("2.5", "v2.6"), ('"2"', "docs")],
)
def test_a_claim_does_not_name_another_version(version: str, name: str) -> None:
    assert not claims(f"softwareVersion: {version}").names(name)


@pytest.mark.parametrize("text", ["softwareVersion: dev", "softwareVersion: [1]", "softwareVersion: true", "name: a"])
def test_no_number_claims_no_version(text: str) -> None:
    assert not claims(text).has_version


@pytest.mark.parametrize(
    "text", ["releaseDate: 20-10-2026", "releaseDate: 2026", "name: a", "releaseDate: '2026-02-30'"]
)
def test_another_form_claims_no_date(text: str) -> None:
    assert claims(text).day is None


def names(*tags: tuple[str, int | None]) -> list[str]:
    made = [tag(name, days_before=days) if days is not None else tag(name) for name, days in tags]
    return [t.name for t in newest(made, COMMITTED)]


def test_the_newest_is_the_highest_and_the_last_one_made() -> None:
    assert names(("v1.9.9", 1), ("v2.0.0", 30), ("v1.9.8", 60)) == ["v2.0.0", "v1.9.9"]
    assert names(("v1.10", 1), ("v1.9", 30)) == ["v1.10"]


def test_candidates_count_only_when_there_is_nothing_else() -> None:
    assert names(("2.0.0-rc.1", 1), ("1.0.0", 30)) == ["1.0.0"]
    assert names(("2.0.0-rc.1", 1), ("2.0.0-beta.3", 30)) == ["2.0.0-rc.1"]


def test_parts_count_only_when_the_whole_has_no_tags() -> None:
    assert names(("api-v9.0", 1), ("v1.0", 30)) == ["v1.0"]
    assert set(names(("api-v9.0", 1), ("web-v1.0", 2), ("web-v0.9", 3))) == {"api-v9.0", "web-v1.0"}


def test_other_tags_and_tags_made_later_do_not_count() -> None:
    assert names(("latest", 0), ("docs-update", 1)) == []
    assert names(("v3.0", -40), ("v2.0", 1)) == ["v2.0"]


@pytest.mark.parametrize(
    ("version", "tags", "above"),
    [
        ("2.0.0", ("v1.9",), True),
        ("2.0.0", ("v1.9", "v2.0"), False),
        ("1.9", ("v1.9.1",), False),
        ("1.9", ("latest",), False),
    ],
)
def test_a_claim_above_every_tag(version: str, tags: tuple[str, ...], above: bool) -> None:
    assert claims(f"softwareVersion: '{version}'").is_above([tag(name) for name in tags]) is above


def test_what_a_build_tagged_is_no_release() -> None:
    assert names(("v2.0-4f2a91c", 1), ("v1.0", 30)) == ["v1.0"]
