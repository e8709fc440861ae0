# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import dumps


@pytest.mark.parametrize(
    "message",
    [
        "Automated squashed import from release image",
        "Sync from internal repository",
        "Imported latest changes from private GitLab",
        "Code drop of October",
        "Release 1.2.3",
        "release v2.0",
        "v3.1.0",
        "chore(release): 1.4.0",
        "Update to Reken-LT v5.3.1.0",
        "Upgrade to v4.8.1",
        "Versie 2.1",
        "Snapshot of the code",
    ],
)
def test_messages_of_work_done_elsewhere(message: str) -> None:
    assert dumps.is_dump(f"{message}\n\nMore words.")


@pytest.mark.parametrize(
    "message",
    [
        "Add a door",
        "Fix the release of 1.2.3",
        "Prepare release notes",
        "Import numpy",
        "Sync the clock with the server",
        "Update the door",
        "Initial commit",
        "Use version 2 of the API for doors",
        "",
    ],
)
def test_messages_of_a_step(message: str) -> None:
    assert not dumps.is_dump(message)
