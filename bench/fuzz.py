# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API under made-up requests: schemathesis asks everything that its description allows, and much that it does not.

Usage: ./dev bench fuzz [EXAMPLES]   (100 for each operation; with a small register, and without one)
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from bench.measure import ospo, python_tool
from ospo.app import registering
from ospo.store.database import Database
from ospo.store.upgrading import upgrade

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import recorded_register as register  # type: ignore[import-not-found]

_TOOL = "schemathesis==4.32.5"
_CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
_PORT = 18_764


def main(arguments: list[str]) -> None:
    """Serve, ask, and end with the exit code of schemathesis."""
    many = arguments[0] if arguments else "100"
    tool = python_tool(_TOOL, "st")
    with tempfile.TemporaryDirectory(prefix="ospo-bench-") as folder:
        codes = [_run(tool, many, Path(folder), has_register=has_register) for has_register in (False, True)]
    sys.exit(max(codes))


def _run(tool: Path, many: str, folder: Path, *, has_register: bool) -> int:
    if has_register:
        _fill(folder)
    known = {"OSPO_DATA": str(folder), "OSPO_DATABASE": "", "OSPO_CACHE": str(folder / "cache")}
    serving = subprocess.Popen([*ospo(), "serve", "--port", str(_PORT)], env={**os.environ, **known})
    try:
        place = f"http://127.0.0.1:{_PORT}/api/v1/openapi.json"
        _wait(place, serving)
        line = [str(tool), "run", place, "-n", many, "--phases", "coverage,fuzzing", "--checks", _CHECKS]
        return subprocess.run(line, check=False).returncode
    finally:
        serving.terminate()
        serving.wait()


def _fill(folder: Path) -> None:
    """A small register: an organisation with three repositories, of which one file is not valid."""
    database = Database(str(folder / "register.db"))
    upgrade(database)
    names = ("kaart", "zaak", "loket")
    found = {
        f"{register.HOST}/{n}": {register.VALID: register.invalid(), register.OTHER: register.met()} for n in names
    }
    register.record(database, found)
    registering.conclude(register.fill_claims(database), register.DAY)
    database.close()


def _wait(place: str, serving: "subprocess.Popen[bytes]") -> None:
    while serving.poll() is None:
        try:
            httpx.get(place, timeout=60).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    sys.exit("the server did not start")
