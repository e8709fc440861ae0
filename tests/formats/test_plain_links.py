# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import plain_links
from ospo.formats.plain_links import Found

REMOTES = ("https://github.com/voorbeeld/kaartviewer",)


def found(target: str) -> Found:
    (link,) = plain_links.links(target, 1)
    return link


def test_links_of_a_text_come_with_their_lines_and_code_is_left_out() -> None:
    text = "# A\n\nSee http://a.voorbeeld.nl/x. And\n[b](https://b.voorbeeld.nl), `http://c.voorbeeld.nl`.\n\n```\nhttp://d.voorbeeld.nl\n```\n"

    assert [(link.target, link.line) for link in plain_links.in_text(text, "README.md")] == [
        ("http://a.voorbeeld.nl/x", 3),
        ("https://b.voorbeeld.nl", 4),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://www.voorbeeld.nl/kaart", True),
        ("git://github.com/voorbeeld/kaartviewer.git", True),
        ("https://www.voorbeeld.nl", False),
        ("http://localhost:8000", False),
        ("http://192.168.1.20/admin", False),
        ("http://127.0.0.1", False),
        ("http://example.com/docs", False),
        ("http://api.voorbeeld.test", False),
        ("http://web.default.svc.cluster.local", False),
        ("http://your-domain.nl", False),
        ("http://www.w3.org/2000/svg", False),
        ("http://schemas.voorbeeld.nl/x.xsd", False),
        ("http://host", False),
    ],
)
def test_local_and_made_up_places_and_names_are_not_plain_links(target: str, expected: bool) -> None:
    assert found(target).is_plain is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://docs.voorbeeld.nl", True),
        ("http://kaartviewer.readthedocs.io/en/latest/", True),
        ("http://img.shields.io/npm/v/kaart-viewer.svg", True),
        ("http://github.com/anders/iets", False),
        ("http://anders.nl", False),
        ("http://docs.python.org", False),
    ],
)
def test_ones_own_is_a_domain_that_is_named_or_a_page_on_a_platform_with_the_name(target: str, expected: bool) -> None:
    domains = plain_links.own_domains(REMOTES, [found("https://www.voorbeeld.nl"), found("https://pypi.org/x")])

    assert domains == {"voorbeeld.nl"}
    assert plain_links.is_own(found(target), domains, REMOTES) is expected


def test_the_domain_is_what_somebody_registered() -> None:
    assert plain_links.domain("a.b.voorbeeld.nl") == "voorbeeld.nl"
    assert plain_links.domain("www.example.co.uk") == "example.co.uk"
    assert plain_links.domain("localhost") == "localhost"
