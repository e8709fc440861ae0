# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap in a real browser: progress is kept, saved to a file and read back, and stays with the reader."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
FIRST, SECOND = "#done-aanleiding", "#done-nulmeting"


@pytest.fixture
def page(chromium: "Browser", static_address: str) -> Iterator["Page"]:
    """The roadmap in a browser that has seen nothing; the page may not complain, nor ask anything of others."""
    context = chromium.new_context(accept_downloads=True)
    made, trouble = context.new_page(), []
    made.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: trouble.append(str(error)))
    made.on("request", lambda r: trouble.append(r.url) if not r.url.startswith(static_address[:20]) else None)
    made.goto(f"{static_address}/nl/roadmap/")
    yield made
    context.close()
    assert [t for t in trouble if not t.startswith("blob:")] == []


def test_what_is_ticked_is_there_again_on_every_view(page: "Page", static_address: str) -> None:
    page.locator(FIRST).check()
    page.locator("label[for=done-nulmeting]").click()
    assert page.locator("#tally").inner_text() == "Klaar: 2 van 41"

    page.goto(f"{static_address}/en/roadmap/situation/alone/")

    assert page.locator(FIRST).is_checked()
    assert page.locator("#tally").inner_text().startswith("Done: 2 of ")
    page.locator(FIRST).uncheck()
    page.reload()
    assert not page.locator(FIRST).is_checked()
    assert page.locator(SECOND).is_checked()


def test_progress_goes_to_a_file_and_comes_back_elsewhere(
    page: "Page", chromium: "Browser", static_address: str, tmp_path: Path
) -> None:
    page.locator(FIRST).check()
    with page.expect_download() as saved:
        page.locator("#save").click()
    path = tmp_path / saved.value.suggested_filename
    saved.value.save_as(path)
    assert list(json.loads(path.read_text())["done"]) == ["aanleiding"]

    elsewhere = chromium.new_context().new_page()
    elsewhere.goto(f"{static_address}/nl/roadmap/")
    elsewhere.locator("#file").set_input_files(path)
    elsewhere.locator(f"{FIRST}:checked").wait_for()
    assert elsewhere.locator("#tally").inner_text() == "Uit het bestand gelezen: 1 stappen zijn klaar."
    elsewhere.context.close()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "geen JSON",
        "[]",
        '{"done": {"aanleiding": "2026-01-01"}}',
        '{"ospo-nl-roadmap": 1, "done": null}',
        "x" * 200_000,
    ],
    ids=["empty", "text", "list", "no mark", "no steps", "large"],
)
def test_another_file_changes_nothing_and_says_so(page: "Page", tmp_path: Path, content: str) -> None:
    page.locator(FIRST).check()
    (tmp_path / "other.json").write_text(content)

    page.locator("#file").set_input_files(tmp_path / "other.json")
    page.locator("#tally", has_text="staat geen voortgang").wait_for()

    assert page.locator(FIRST).is_checked()


def test_strange_names_in_a_file_are_left_out(page: "Page", tmp_path: Path) -> None:
    strange = {
        "aanleiding": "2026-01-01",
        "<img src=x>": "2026-01-01",
        "nulmeting": "gisteren",
        "__proto__": "2026-01-01",
    }
    (tmp_path / "other.json").write_text(json.dumps({"ospo-nl-roadmap": 1, "done": strange}))

    page.locator("#file").set_input_files(tmp_path / "other.json")
    page.locator("#tally", has_text="Uit het bestand gelezen").wait_for()

    assert page.locator("input:checked").evaluate_all("boxes => boxes.map(box => box.dataset.step)") == ["aanleiding"]


def test_without_javascript_everything_can_be_read_and_ticked(chromium: "Browser", static_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{static_address}/nl/roadmap/")
    page.locator(FIRST).check()
    assert page.locator("input[data-step]").count() == 41
    assert not page.locator("#save").is_visible()
    assert "heeft deze pagina JavaScript nodig" in page.locator("main").inner_text()
    context.close()
