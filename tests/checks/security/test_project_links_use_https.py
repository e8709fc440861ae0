# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.project_links_use_https import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

REMOTES = ("https://github.com/voorbeeld/kaartviewer",)


@pytest.mark.parametrize(
    ("path", "text", "link"),
    [
        (
            "publiccode.yml",
            "url: http://github.com/voorbeeld/kaartviewer.git\n",
            "http://github.com/voorbeeld/kaartviewer.git",
        ),
        ("package.json", '{"homepage": "http://www.kaart.nl"}', "http://www.kaart.nl"),
        ("README.md", "[docs](http://kaartviewer.readthedocs.io)", "http://kaartviewer.readthedocs.io"),
    ],
)
def test_a_plain_link_to_the_project_is_not_met(path: str, text: str, link: str) -> None:
    assert check(MemorySnapshot({path: text}, remotes=REMOTES)) == not_met(
        "plain", Evidence(path, 1), path=path, link=link, count=1
    )


def test_a_link_in_a_text_to_a_domain_that_the_manifest_names_is_not_met() -> None:
    files = {"package.json": '{"homepage": "https://www.kaart.nl"}', "SECURITY.md": "Mail or see\nhttp://kaart.nl/lek"}

    assert check(MemorySnapshot(files)) == not_met(
        "plain", Evidence("SECURITY.md", 2), path="SECURITY.md", link="http://kaart.nl/lek", count=1
    )


def test_links_to_sites_of_others_do_not_decide() -> None:
    text = "http://www.anders.nl and http://docs.anders.example and http://localhost:80 and https://x.nl"

    assert check(MemorySnapshot({"README.md": text}, remotes=REMOTES)) == met("others-plain", count=1)


@pytest.mark.parametrize(
    "text",
    ["See https://github.com/voorbeeld/kaartviewer", "```\ncurl http://kaartviewer.github.io\n```\nhttps://x.nl"],
)
def test_https_everywhere_is_met(text: str) -> None:
    assert check(MemorySnapshot({"README.md": text}, remotes=REMOTES)) == met("https")


def test_without_links_it_does_not_apply() -> None:
    files: dict[str, str | Unreadable] = {"README.md": "# A", "package.json": Unreadable("missing")}

    assert check(MemorySnapshot(files)) == not_applicable("no-links")
