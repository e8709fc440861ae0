# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL of the tests' own, in a temporary folder, reachable by a socket in it and by nobody else."""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NUMBER = itertools.count(1)
_OFF = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")


def program(name: str) -> str | None:
    """A program of PostgreSQL: on the path, or where Debian puts it."""
    found = shutil.which(name)
    if found is None:
        places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: float(p.parts[4]))
        found = str(places[-1]) if places else None
    return found


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the end of an address, from `?` on."""
    folder = Path(tempfile.mkdtemp(prefix="ospo-pg-", dir="/tmp"))
    who: dict[str, object] = {}
    if os.geteuid() == 0:  # it refuses to be run by root
        user = pwd.getpwnam("nobody")
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    process = None
    try:
        make = [str(program("initdb")), "-D", data, "-U", "ospo", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(make, env=environment, check=True, capture_output=True, cwd=folder, **who)  # type: ignore[call-overload]
        settings = [part for setting in (*_OFF, f"unix_socket_directories={folder}") for part in ("-c", setting)]
        process = subprocess.Popen(  # type: ignore[call-overload]
            [str(program("postgres")), "-D", data, *settings],
            env=environment,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **who,
        )
        _wait_for(folder, process)
        yield f"?host={folder}"
    finally:
        if process is not None:
            process.send_signal(signal.SIGINT)  # SIGTERM would wait for who is connected
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    import psycopg

    while process.poll() is None:
        try:
            psycopg.connect(f"host={folder} user=ospo dbname=postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("PostgreSQL does not start")


def new_database(end: str) -> str:
    """The address of a new, empty database on a server."""
    import psycopg

    name = f"test_{os.getpid()}_{next(_NUMBER)}"
    with psycopg.connect(f"host={end.removeprefix('?host=')} user=ospo dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://ospo@/{name}{end}"
