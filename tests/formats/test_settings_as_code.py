# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Kind
from ospo.formats.settings_as_code import feature
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
