# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scan report as one page in a real browser: accessible, readable on a small screen, alone on its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from python_messages import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a scan is kept: we are looked at once, and told of in both languages."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_has_no_violation_and_does_not_scroll_sideways(
    language: str, chromium: "Browser", axe: str, cache: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "ospo", "scan", ROOT, "--format", "html", "--language", language]
    environment = {**os.environ, "OSPO_CACHE": str(cache)}
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False, cwd=ROOT, env=environment)
    (tmp_path / "report.html").write_bytes(done.stdout)
    for width in (320, 1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        page = context.new_page()

        page.goto((tmp_path / "report.html").as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']})")

        assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]] == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
        context.close()
