# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of our API against the REST API Design Rules of the Dutch government, with their own linter."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ospo.render.api import openapi

ROOT = Path(__file__).parents[2]
SPECTRAL = ROOT / ".ci" / "node" / "spectral" / "node_modules" / ".bin" / "spectral"
RULES = ROOT.parent / "shared" / "data" / "norms" / "adr" / "linter.yaml"


def lint(description: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    """What the linter says; 0 when no rule is broken."""
    if not SPECTRAL.is_file() or not RULES.is_file():
        pytest.skip("spectral or the rules are not here: .ci/run installs the one, the others lie beside the checkout")
    (folder / "openapi.json").write_text(json.dumps(description), "utf-8")
    command = [str(SPECTRAL), "lint", "--fail-severity", "warn", "-r", str(RULES), "openapi.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_no_rule_is_broken(tmp_path: Path) -> None:
    done = lint(openapi.document("https://ospo.voorbeeld.nl", "opensource@voorbeeld.nl"), tmp_path)

    assert done.returncode == 0, done.stdout


def test_the_linter_would_tell(tmp_path: Path) -> None:
    description = openapi.document("https://ospo.voorbeeld.nl", "opensource@voorbeeld.nl")
    description["paths"]["/Wrong_Name"] = description["paths"]["/norms"]

    assert "kebab-case" in lint(description, tmp_path).stdout
