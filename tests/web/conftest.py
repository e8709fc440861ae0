# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real site behind a real socket, and Chromium with axe-core to read it as people do."""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

import sites
from ospo.app import publishing
from ospo.domain.site import File, Output
from ospo.web import server
from ospo.web.application import SECURITY_HEADERS, create
from windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the live site is, on a port that was free."""
    bound = server.listen("127.0.0.1", 0)
    place = f"http://127.0.0.1:{bound.getsockname()[1]}"
    config = uvicorn.Config(create(sites.app().site(address=place, search=True)), log_level="warning", lifespan="off")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield place
    running.should_exit = True
    thread.join(10)
    bound.close()


def _made(file: File) -> Output:
    return Output(file.path, str, lambda: file.content, file.media_type)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Any web server for files, with our policy for what a page may load."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", SECURITY_HEADERS["Content-Security-Policy"])
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def static_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the static site is, under the path it was built for."""
    folder = tmp_path_factory.mktemp("static")
    publishing.write(folder / "ospo", [_made(file) for file in sites.files().values()])
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/ospo"
        running.shutdown()
        thread.join(10)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    path = Path(os.environ.get("OSPO_AXE") or ROOT / ".ci/node/node_modules/axe-core/axe.min.js")
    if not path.is_file():
        pytest.skip(f"axe-core is not at {path}: `.ci/run` installs it, or name it in OSPO_AXE")
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """A Chromium of this machine; for one module, because no event loop can run beside the one that it keeps."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = [path for path in (os.environ.get("OSPO_CHROMIUM", ""), *CHROMIUM) if path and Path(path).is_file()]
    if not found:
        pytest.skip("Chromium is not on this machine: install it, or name it in OSPO_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def _windows(chromium: "Browser") -> Windows:
    return Windows(chromium)


@pytest.fixture
def windows(_windows: Windows) -> Iterator[Windows]:
    """Windows of that Chromium, in which nothing may go wrong."""
    yield _windows
    assert _windows.trouble() == []
