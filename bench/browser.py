# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live site and a real browser, for what is measured in them."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


@contextmanager
def served() -> Iterator[str]:
    """Where the live site is: with its own server, that packs what it sends."""
    import uvicorn

    from ospo.app import App
    from ospo.settings import Settings
    from ospo.web import server
    from ospo.web.application import create

    bound = server.listen("127.0.0.1", 0)
    place = f"http://127.0.0.1:{bound.getsockname()[1]}"
    application = create(App(Settings.read(os.environ)).site(address=place, search=True))
    running = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield place
    running.should_exit = True
    thread.join(10)
    bound.close()


@contextmanager
def chromium() -> "Iterator[Browser]":
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sys.exit("Playwright is not installed: `./dev test` sets it up.")
    found = [path for path in (os.environ.get("OSPO_CHROMIUM", ""), *CHROMIUM) if path and Path(path).is_file()]
    if not found:
        sys.exit("Chromium is not on this machine: install it, or name it in OSPO_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
