# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Kind
from ospo.formats.settings_as_code import Managers, feature, managers
from snapshots import MemorySnapshot


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (".github/settings.yml", "repository:\n  has_issues: true\n", (True, 2)),
        (".github/settings.yaml", "repository:\n  name: x\n  has_issues: false\n", (False, 3)),
        (".asf.yaml", "github:\n  features:\n    issues: true\n", (True, 3)),
        (".github/settings.yml", "repository:\n  has_issues: 'yes'\n", None),
        (".github/settings.yml", "repository: x\n", None),
        (".github/settings.yml", "repository: [\n", None),
        (".github/settings.yml", "", None),
        ("settings.yml", "repository:\n  has_issues: true\n", None),
    ],
)
def test_the_setting_of_a_feature(path: str, text: str, found: tuple[bool, int] | None) -> None:
    expected = None if found is None else (found[0], Evidence(path, found[1]))

    assert feature(MemorySnapshot({path: text}), "issues") == expected


def test_a_symlink_is_not_followed() -> None:
    snapshot = MemorySnapshot({".asf.yaml": "x"}, kinds={".asf.yaml": Kind.SYMLINK})

    assert feature(snapshot, "issues") is None


def test_who_may_manage_is_counted_by_name() -> None:
    text = (
        "repository: {name: wijzer}\nteams:\n  - {name: beheer, permission: admin}\n"
        "  - {name: beheer, permission: admin}\n"
        "  - {name: bouw, permission: push}\ncollaborators:\n  - {username: dev-one, permission: admin}\n"
    )

    found = managers(MemorySnapshot({".github/settings.yml": text}))

    assert found == Managers(1, 1, Evidence(".github/settings.yml", 2))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".github/settings.yml", "teams: [{name: bouw, permission: push}]\n"),
        (".github/settings.yml", "teams: [{permission: admin}, x]\n"),
        (".github/settings.yml", "teams: {name: beheer, permission: admin}\n"),
        (".github/settings.yml", "- x\n"),
        (".github/settings.yml", "teams: [\n"),
        ("docs/settings.yml", "teams: [{name: beheer, permission: admin}]\n"),
    ],
)
def test_a_file_that_gives_nobody_that_right_says_nothing(path: str, text: str) -> None:
    assert managers(MemorySnapshot({path: text})) is None
