# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a web page, however badly it is written, in time that grows with its size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.web_page import WebPage, read


def test_a_page_has_a_title_headings_and_text() -> None:
    page = read(b"<html><head><TITLE>De\n titel &amp; meer</TITLE></head><body><h1 class=a>Kop</h1><p>Tekst<br>hier")

    assert page == WebPage("De titel & meer", ("Kop",), "Kop Tekst hier")


def test_what_is_not_shown_is_no_text() -> None:
    page = read(b"<script>var a = '<h1>404</h1>'</script><style>p{}</style><noscript>Zet aan</noscript><p>Dag</p>")

    assert page.text == "Dag"


@pytest.mark.parametrize(
    ("source", "page"),
    [
        (b"", WebPage("", (), "")),
        (b"<title>", WebPage("", (), "")),
        (b"<title>Open", WebPage("Open", (), "Open")),
        (b"<h1", WebPage("", (), "")),
        (b"<p>a<", WebPage("", (), "a")),
        (b"<titles>a</titles>", WebPage("", (), "a")),
        (b"<h2>Een</h2><h2>Twee</h2>", WebPage("", ("Een",), "Een Twee")),
        (b"\xff\xfe<p>a", WebPage("", (), "\ufffd\ufffd a")),
    ],
)
def test_what_is_broken_gives_what_there_is(source: bytes, page: WebPage) -> None:
    assert read(source) == page


def test_another_charset_is_read_as_it_says() -> None:
    assert read("<p>één".encode("latin-1"), "text/html; charset=ISO-8859-1").text == "één"


@given(
    st.lists(st.sampled_from([b"<title>", b"</title", b"<h1>", b"</h1>", b"<script", b"<!--", b">", b"a", b"<", b"&"]))
)
def test_whatever_it_holds_there_is_an_answer(pieces: list[bytes]) -> None:
    page = read(b"".join(pieces))

    assert "<" not in page.title
    assert len(page.text) <= sum(map(len, pieces)) * 2


@pytest.mark.parametrize("piece", [b"<h1", b"<title", b"<script", b"</h1", b"<", b"&", b"<h1>a", b"<h1x"])
def test_the_same_piece_again_and_again_is_read_to_the_end(piece: bytes) -> None:
    assert read(piece * (64_000 // len(piece)) + b"<title>Eind</title>").title in {"", "Eind"}
