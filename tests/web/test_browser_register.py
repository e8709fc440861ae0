# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register on the static site: a list that narrows while somebody types, and that is whole without JavaScript."""

from typing import TYPE_CHECKING

import pytest

from windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def names(page: "Page") -> list[str | None]:
    return [item.get_attribute("data-key") for item in page.locator("[data-list] > li:visible").all()]


def test_the_list_narrows_while_somebody_types_and_says_how_many_are_left(
    windows: Windows, static_address: str
) -> None:
    page = windows.window().open(f"{static_address}/nl/organisations/")
    every = names(page)
    page.locator("#find").fill("KADASTER")

    assert names(page) == ["kadaster"]
    assert page.locator("#list").inner_text() == "Organisaties: 1"
    page.locator("#find").fill("")
    assert names(page) == every


def test_what_was_asked_in_the_address_is_looked_for(windows: Windows, static_address: str) -> None:
    page = windows.window().open(f"{static_address}/en/organisations/?q=cooperatie%20dimpact")

    assert names(page) == ["dimpact"]
    assert page.locator("#find").input_value() == "cooperatie dimpact"


def test_without_javascript_the_whole_list_and_every_choice_is_there(windows: Windows, static_address: str) -> None:
    page = windows.window(java_script_enabled=False).open(f"{static_address}/nl/organisations/?q=kadaster")

    assert len(names(page)) > 50
    page.locator(".chip", has_text="gemeente").first.click()
    assert page.url == f"{static_address}/nl/organisations/kind/municipality/"
    assert len(names(page)) > 3
