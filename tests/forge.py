# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forge on this machine: repositories over real git-HTTP by `git http-backend`, and a list of each account."""

import hashlib
import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from conftest import GIT_ENVIRONMENT, GitRepository

WHEN = "2026-11-01T12:00:00+00:00"


@dataclass
class Forge:
    """Repositories below a folder; `asked` is every request, in order."""

    root: Path
    port: int = 0
    asked: list[str] = field(default_factory=list)
    faults: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    flags: dict[str, dict[str, object]] = field(default_factory=dict)
    marks: bool = True  # the lists say when something was pushed

    def clone(self, name: str) -> str:
        """Where git finds a repository, as `account/name`."""
        return f"http://localhost:{self.port}/{name}.git"

    def list_of(self, account: str) -> str:
        """The address of the list of an account."""
        return f"http://localhost:{self.port}/{account}.json"

    def commit(self, name: str, **files: str) -> str:
        """Push a commit with these files, in which `__` stands for a dot; gives its id."""
        work = self.root / "work" / name
        made = GitRepository(work)
        if not work.is_dir():
            work.mkdir(parents=True)
            made.git("init", "--quiet", "--initial-branch=main")
            bare = self.root / "served" / f"{name}.git"
            bare.parent.mkdir(parents=True, exist_ok=True)
            made.git("init", "--quiet", "--bare", "--initial-branch=main", str(bare))
            made.git("remote", "add", "origin", str(bare))
        commit = made.commit({path.replace("__", "."): content for path, content in files.items()}, when=WHEN)
        made.git("push", "--quiet", "--force", "origin", "main")
        return commit

    def names(self, account: str) -> list[str]:
        """The repositories of an account."""
        return sorted(f"{account}/{p.stem}" for p in (self.root / "served" / account).glob("*.git"))

    def document(self, account: str) -> bytes:
        """The list of an account."""
        entries = []
        for name in self.names(account):
            head = (self.root / "served" / f"{name}.git" / "refs/heads/main").read_text().strip()
            entry = {"url": f"https://github.voorbeeld.example/{name}", "clone": self.clone(name), "id": name}
            entries.append({**entry, **({"pushed": head} if self.marks else {}), **self.flags.get(name, {})})
        return json.dumps({"repositories": entries}).encode()

    def conversations(self) -> list[str]:
        """The conversations of git: each begins with one such request."""
        return [line.split("/info/refs")[0].removeprefix("GET /") for line in self.asked if "/info/refs" in line]

    def lists(self) -> list[str]:
        """The requests for lists, with what came of them."""
        return [line for line in self.asked if ".json" in line]


@contextmanager
def running(root: Path) -> Iterator[Forge]:
    """A forge that answers."""
    forge = Forge(root)
    (root / "served").mkdir(parents=True)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            _answer(forge, self)

        do_POST = do_GET  # noqa: N815 - the name is that of the library

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            pass  # who asked was killed, which is what some tests are about

    server = Server(("127.0.0.1", 0), Handler)
    forge.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(forge: Forge, request: BaseHTTPRequestHandler) -> None:
    parts = urlsplit(request.path)
    length = int(request.headers.get("content-length") or 0)
    body = request.rfile.read(length)
    fault = forge.faults.get(parts.path)
    if fault is not None:
        forge.asked.append(f"{request.command} {request.path} fault")
        fault(request)
    elif parts.path.endswith(".json"):
        content = forge.document(parts.path.removeprefix("/").removesuffix(".json"))
        etag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
        status = 304 if request.headers.get("if-none-match") == etag else 200
        forge.asked.append(f"{request.command} {request.path} {status}")
        reply(request, status, b"" if status == 304 else content, {"ETag": etag})
    else:
        forge.asked.append(f"{request.command} {request.path}")
        _git(forge, request, body)


def reply(
    request: BaseHTTPRequestHandler, status: int, body: bytes = b"", headers: dict[str, str] | None = None
) -> None:
    """Answer a request."""
    request.send_response(status)
    for name, value in (headers or {}).items():
        request.send_header(name, value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def _git(forge: Forge, request: BaseHTTPRequestHandler, body: bytes) -> None:
    """Hand a request to `git http-backend`, as a web server does (CGI)."""
    parts = urlsplit(request.path)
    environment = {
        **GIT_ENVIRONMENT,
        "PATH": os.environ["PATH"],
        "GIT_PROJECT_ROOT": str(forge.root / "served"),
        "GIT_HTTP_EXPORT_ALL": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
        "REQUEST_METHOD": request.command,
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_CONTENT_ENCODING": request.headers.get("content-encoding", ""),
        "GIT_PROTOCOL": request.headers.get("git-protocol", ""),
        "REMOTE_ADDR": "127.0.0.1",
    }
    done = subprocess.run(["git", "http-backend"], env=environment, input=body, capture_output=True)
    head, _, content = done.stdout.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
    status = int(headers.pop("Status", "200").split()[0])
    reply(request, status, content, headers)
