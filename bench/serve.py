# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serving: pages per second and the slowest 1 %, measured with wrk against this machine only.

Usage: ./dev bench serve   (needs the Debian package wrk)
"""

import re
import shutil
import subprocess
import sys

from bench.measure import ospo

PATHS = ("/nl/", "/nl/practices/licentiekeuze/", "/nl/search/?q=licentie")


def main(arguments: list[str]) -> None:
    """One server process, one wrk thread, 100 readers, 5 seconds per page."""
    wrk = shutil.which("wrk")
    if wrk is None:
        sys.exit("bench serve needs wrk: install the Debian package wrk")
    command = [*ospo(), "serve", "--port", "0", "--language", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        found = re.search(r"http://[\w.:]+", server.stderr.readline() if server.stderr else "")
        if found is None:
            sys.exit("ospo serve did not start")
        for path in PATHS:
            done = subprocess.run(
                [wrk, "-t1", "-c100", "-d5s", "--latency", found[0] + path], capture_output=True, text=True, check=True
            )
            rate = re.search(r"Requests/sec:\s+(\S+)", done.stdout)
            slow = re.search(r"99%\s+(\S+)", done.stdout)
            print(f"{path:<32} {rate[1] if rate else '?':>10} requests/s   p99 {slow[1] if slow else '?'}")
        server.terminate()
