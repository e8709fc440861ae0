# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Windows of a real browser that many tests look through in turn: a new one costs more than to read a page in it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Window:
    """A page that says what it complains of and what it asks of another origin; each visit starts afresh."""

    def __init__(self, browser: "Browser", script: str, options: dict[str, Any]) -> None:
        context = browser.new_context(**options)
        if script:
            context.add_init_script(script)
        self.page: Page = context.new_page()
        self.trouble: list[str] = []
        self._origin = ""
        self.page.on("console", lambda m: self._note(m.text, m.type in ("error", "warning")))
        self.page.on("pageerror", lambda error: self._note(str(error), True))
        self.page.on("request", lambda r: self._note(r.url, not r.url.startswith(self._origin)))
        self.page.on("crash", lambda _: self.page.close())

    def _note(self, text: str, is_trouble: bool) -> None:
        if is_trouble and "status of 404" not in text:
            self.trouble.append(text)

    def open(self, url: str) -> "Page":
        """Go to an address, which nothing of the page before may hold up."""
        self._origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        self.page.goto(url)
        return self.page


@dataclass
class Windows:
    """One window for each way of looking: a size, a language, without JavaScript, with a script of ours."""

    browser: "Browser"
    _kept: dict[tuple[str, str], Window] = field(default_factory=dict)

    def window(self, script: str = "", **options: Any) -> Window:
        """The window with these options of a browser context; the script runs before those of the page."""
        key = (script, repr(sorted(options.items())))
        found = self._kept.get(key)
        if found is None or found.page.is_closed():
            found = self._kept[key] = Window(self.browser, script, options)
        return found

    def trouble(self) -> list[str]:
        """What went wrong in any of them since the last time this was asked."""
        said = [text for window in self._kept.values() for text in window.trouble]
        for window in self._kept.values():
            window.trouble.clear()
        return said
