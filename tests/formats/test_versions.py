# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import versions
from ospo.formats.versions import Version


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("v1.2.3", Version("", (1, 2, 3))),
        ("1.2", Version("", (1, 2))),
        ("2024.01", Version("", (2024, 1))),
        ("release-1.2", Version("", (1, 2))),
        ("V.0.1-720c979", Version("", (0, 1), "720c979")),
        ("project/v1.2.3", Version("project", (1, 2, 3))),
        ("name-1.2", Version("name", (1, 2))),
        ("@pzh-ui/components@0.0.674", Version("@pzh-ui/components", (0, 0, 674))),
        ("release-29-1", Version("", (29,), "1")),
        ("v38", Version("", (38,))),
        ("38", Version("", (38,))),
        ("2-beta", Version("", (2,), "beta")),
        ("1.5.0b1", Version("", (1, 5, 0), "b1")),
        ("3-2.0.0", Version("", (3,), "2.0.0")),
        ("5.0.2_1.5.4", Version("", (5, 0, 2), "1.5.4")),
        ("go1.21rc2", Version("go", (1, 21), "rc2")),
        ("ospo-book-en-v1", Version("ospo-book-en", (1,))),
        ("log4shell_info_20220615", Version("log4shell_info", (20220615,))),
        ("api-2024-01-08", Version("api", (2024, 1, 8))),
        ("v3.1.2+004", Version("", (3, 1, 2), "+004")),
    ],
)
def test_a_tag_that_states_a_version(tag: str, expected: Version) -> None:
    assert versions.parse(tag) == expected


@pytest.mark.parametrize(
    "tag",
    [
        *("latest", "v", "sprint-12", "issue-677-2", "fedora42", "720c979", "1e4f2c3", "2nd", "266-status", "vX.Y.Z"),
        *("untagged-34793f6ed2aa4ac4bb41", "branch+upload-artifact-1.6", "x/dependabot/npm/lodash-4.17.21", "v1.2 "),
        *("", "wv-31-3-2023", "a" * 300 + "-1.2", "1" * 40),
    ],
)
def test_a_tag_that_states_none(tag: str) -> None:
    assert versions.parse(tag) is None


def test_versions_are_ordered_by_number_and_prereleases_come_first() -> None:
    mixed = ["2.0.0", "1.10", "1.2.1", "1.10-rc.10", "1.10-rc.1", "1.2", "1.10-rc.2", "1.10.1"]

    assert sorted(mixed, key=_key) == [
        "1.2",
        "1.2.1",
        "1.10-rc.1",
        "1.10-rc.2",
        "1.10-rc.10",
        "1.10",
        "1.10.1",
        "2.0.0",
    ]


def _key(tag: str) -> versions.Key:
    version = versions.parse(tag)
    assert version is not None
    return version.key


@pytest.mark.parametrize(
    "tag", ["1.30.0-perftest", "1.0-rc.1", "v2.0.0-beta2", "1.4.0a3", "1.0.0-SNAPSHOT", "v1.0.1-alpha.76"]
)
def test_a_prerelease(tag: str) -> None:
    version = versions.parse(tag)

    assert version is not None
    assert version.is_prerelease


@pytest.mark.parametrize("tag", ["1.0", "1.30.0-patch1", "1.2.3a", "V.0.1-3c4a21f", "1.0+build.test"])
def test_no_prerelease(tag: str) -> None:
    version = versions.parse(tag)

    assert version is not None
    assert not version.is_prerelease


def test_the_same_version_in_two_spellings() -> None:
    assert versions.same("v1.2.0", "release-1.2")
    assert versions.same("1.2.0+7", "1.2")
    assert not versions.same("1.2-rc.1", "1.2")
    assert not versions.same("latest", "latest")
    assert not versions.same("1.2", "latest")


@pytest.mark.parametrize(
    ("tag", "is_build"),
    [
        ("V.0.1-4f2a91c", True),
        ("v1.2-14-g4f2a91c", True),
        ("1.0+4f2a91c0", True),
        ("1.0", False),
        ("1.0-20240108", False),
        ("1.0-beta2", False),
        ("1.0-defaced", False),
        ("1.0.0-alpha.76", False),
    ],
)
def test_the_hash_of_a_commit_marks_what_a_build_tagged(tag: str, is_build: bool) -> None:
    version = versions.parse(tag)

    assert version is not None
    assert version.is_build is is_build
