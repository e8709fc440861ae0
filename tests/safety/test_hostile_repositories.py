# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""No crash, no execution, no hang, bounded memory, and nothing that commands the terminal, whatever is scanned."""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import GitRepository
from python_messages import ROOT
from safety.hostile import TRAPS

ENOUGH = 300  # seconds: not a budget, but the difference between slow and never
MEMORY = 1_200_000_000  # bytes of address space, well above the budget of 300 MB resident
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Trap = Callable[[GitRepository, Path], None]


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def scan(path: Path, *options: str, cache: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(path.parent),
        "OSPO_CACHE": cache,
    }
    command = [sys.executable, "-m", "ospo", "scan", str(path), "--language", "en", *options]
    return subprocess.run(
        command, capture_output=True, env=environment, timeout=ENOUGH, check=False, preexec_fn=_bounded
    )


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_hostile_repository_gets_an_answer_and_nothing_else(
    trap: Trap, repository: GitRepository, tmp_path: Path
) -> None:
    marker = tmp_path / "something-ran"
    trap(repository, marker)

    done = scan(repository.path, "--format", "json")

    assert done.returncode in (0, 1), done.stderr.decode("utf-8", "replace")[-2000:]
    (report,) = json.loads(done.stdout)["reports"]
    crashed = [(f["check"], f["values"]) for f in report["findings"] if f["reason"] == "check-crashed"]
    assert crashed == []
    assert not marker.exists()
    assert not [p for p in tmp_path.iterdir() if p.name.startswith("ospo-git-")]


@pytest.mark.parametrize("trap", [t for t in TRAPS if "names" in t.__name__ or "control" in t.__name__])
def test_nothing_of_a_stranger_commands_the_terminal(trap: Trap, repository: GitRepository, tmp_path: Path) -> None:
    trap(repository, tmp_path / "something-ran")

    for form in ("text", "markdown", "sarif", "html"):
        done = scan(repository.path, "--format", form, cache=str(tmp_path / "cache"))  # looks once, says it four times

        text = done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
        assert len(text) > 1000, form
        assert [hex(ord(c)) for c in _CONTROL.findall(text)] == [], form
