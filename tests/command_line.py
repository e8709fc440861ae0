# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line as a test sees it: arguments in; exit code, standard output and standard error out."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ospo.cli import verbs

SOURCE = Path(__file__).parents[1] / "src"


@dataclass(frozen=True)
class Answer:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """Runs `ospo` in this process, on the fictional knowledge base."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Answer:
        """Run a command line."""
        self.capture.readouterr()
        code = verbs.run([str(argument) for argument in arguments])
        out, err = self.capture.readouterr()
        return Answer(code, out, err)


def in_a_process(
    *arguments: str | Path, source: Path = SOURCE, language: str = "en", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m ospo` as its own process, with an environment of this test only."""
    return subprocess.run(command(*arguments), env=_environment(source, language, environment), capture_output=True)


def command(*arguments: str | Path) -> list[str]:
    """The command of a process."""
    return [sys.executable, "-m", "ospo", *map(str, arguments)]


def _environment(source: Path, language: str, more: Mapping[str, str]) -> dict[str, str]:
    known = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    ours = {"PYTHONPATH": str(source), "OSPO_LANGUAGE": language, "OSPO_CACHE": "", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**known, **ours, **more}
