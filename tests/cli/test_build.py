# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command; what it writes is tested where the site is built."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine
from ospo.app import App
from ospo.errors import ContentError, ParseError


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """The apps that built; the second one finds a mistake."""
    apps: list[App] = []

    def build(app: App, folder: Path, *, address: str = "", has_zip: bool = False) -> int:
        apps.append(app)
        if len(apps) == 2:
            raise ContentError([ParseError("is broken", path="practices/x.nl.md", line=7)])
        return 40

    monkeypatch.setattr(App, "build", build)
    return apps


def test_the_site_is_written_and_the_time_it_took_is_told(ospo: CommandLine, built: list[App], tmp_path: Path) -> None:
    answer = ospo("build", "--output", tmp_path / "site")

    assert (answer.code, answer.out, len(built)) == (0, "", 1)
    assert f"40 files written to {tmp_path / 'site'} in 0." in answer.err


def test_watching_writes_after_each_change_and_goes_on_after_a_mistake(
    ospo: CommandLine, built: list[App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes(app: App) -> Iterator[None]:
        yield from (None, None, None)
        raise KeyboardInterrupt

    monkeypatch.setattr(App, "changes", changes)

    answer = ospo("build", "--output", tmp_path / "site", "--watch")

    assert answer.code == 130
    assert len(set(map(id, built))) == 3  # each reads everything anew
    assert answer.err.count("40 files written") == 2
    assert "practices/x.nl.md:7: is broken" in answer.err
