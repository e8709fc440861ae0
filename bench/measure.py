# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Timing of commands: wall time and peak memory, and where to find the tools to compare with."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(os.environ.get("OSPO_BENCH_TOOLS", Path.home() / ".cache" / "ospo-bench"))


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, and the exit code."""

    seconds: float
    code: int


def run(command: Sequence[str | Path], *, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command with its output thrown away; as nearly everywhere, Python may keep what it compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **(environment or {})},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return Run(time.perf_counter() - start, done.returncode)


def best(command: Sequence[str | Path], times: int = 5) -> float:
    """The shortest of several runs, in seconds."""
    return min(run(command).seconds for _ in range(times))


def peak_of_children() -> float:
    """The peak resident memory of the largest child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def peak() -> float:
    """The peak resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor(process: int, *, children: bool = False) -> float:
    """Seconds of processor time of a process so far, also of those it waited for; 0 where no /proc tells."""
    place = Path(f"/proc/{process}/stat")
    if not place.exists():
        return 0.0
    fields = place.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11 : 15 if children else 13])) / os.sysconf("SC_CLK_TCK")


def wait_until_idle(process: int) -> None:
    """Wait until a server has made all its pages, two minutes at the most."""
    for _ in range(120):
        before = processor(process)
        time.sleep(1)
        if processor(process) - before < 0.02:
            return


def ospo() -> list[str]:
    """The command of this checkout."""
    return [sys.executable, "-m", "ospo"]


def python_tool(package: str, program: str) -> Path:
    """A program from PyPI in an environment of its own, made once."""
    home = TOOLS / package.replace("==", "-")
    if not (home / "bin" / program).exists():
        print(f"installing {package} ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([home / "bin" / "python", "-m", "pip", "install", "-q", package], check=True)
    return home / "bin" / program


def node_tool(package: str, program: str) -> Path | None:
    """A program from npm, installed once; None when there is no npm."""
    if shutil.which("npm") is None:
        return None
    home = TOOLS / "node"
    if not (home / "node_modules" / ".bin" / program).exists():
        print(f"installing {package} ...", file=sys.stderr)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", home, package], check=True)
    return home / "node_modules" / ".bin" / program


def table(rows: Sequence[tuple[str, float]], unit: str = "s") -> str:
    """Rows of a name and a figure, each with its ratio to the first."""
    first = rows[0][1]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value:9.3f} {unit}  {value / first:6.1f} x" for name, value in rows)
