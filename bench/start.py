# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting: `ospo --version` against other command lines, and the time until `ospo serve` answers.

Usage: ./dev bench start
"""

import re
import subprocess
import sys
import time
import urllib.request

from bench.measure import best, ospo, python_tool, table


def main(arguments: list[str]) -> None:
    """Print both."""
    reuse = python_tool("reuse==6.2.0", "reuse")
    mkdocs = python_tool("mkdocs-material==9.8.1", "mkdocs")
    rows = [
        ("ospo --version", best([*ospo(), "--version"])),
        ("python -c pass", best([sys.executable, "-c", "pass"])),
        ("reuse --version", best([reuse, "--version"])),
        ("mkdocs --version", best([mkdocs, "--version"])),
        ("ospo serve until the first page", _serve()),
    ]
    print(table(rows))


def _serve() -> float:
    """Seconds from the start of `ospo serve` until its first page has come."""
    start = time.perf_counter()
    command = [*ospo(), "serve", "--port", "0", "--language", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        line = server.stderr.readline() if server.stderr else ""
        found = re.search(r"http://\S+", line)
        if found is None:
            sys.exit(f"ospo serve did not start: {line}")
        with urllib.request.urlopen(found[0], timeout=30) as answer:  # noqa: S310 - our own server
            answer.read()
        seconds = time.perf_counter() - start
        server.terminate()
    return seconds
