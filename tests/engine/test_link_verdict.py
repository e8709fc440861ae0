# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an answer to a state: alive, moved, gone, and all that only looks alive."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.domain.link import Answer, Hop, LinkReason, LinkState
from ospo.engine.link_verdict import look

DAY = datetime.date(2026, 11, 26)
PAGE = b"<title>Een pagina</title><p>Met tekst."
ASKED = "https://een.example/a/b"


def seen(
    status: int | None = 200,
    *hops: tuple[int, str],
    body: bytes = PAGE,
    media_type: str = "text/html; charset=utf-8",
    address: str = ASKED,
    failure: LinkReason | None = None,
) -> tuple[LinkState, LinkReason, str]:
    found = look(Answer(address, tuple(Hop(*hop) for hop in hops), status, media_type, body, failure), DAY)
    assert (found.address, found.day, found.status) == (address, DAY, status)
    return found.state, found.reason, found.to


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, LinkState.ALIVE),
        (204, LinkState.ALIVE),
        (404, LinkState.GONE),
        (410, LinkState.GONE),
        (401, LinkState.REFUSED),
        (403, LinkState.REFUSED),
        (429, LinkState.REFUSED),
        (451, LinkState.REFUSED),
        (400, LinkState.UNREACHABLE),
        (500, LinkState.UNREACHABLE),
        (503, LinkState.UNREACHABLE),
        (302, LinkState.UNREACHABLE),
        (999, LinkState.UNREACHABLE),
    ],
)
def test_the_number_says_the_most(status: int, state: LinkState) -> None:
    assert seen(status)[0] is state


def test_every_failure_has_a_state_and_none_is_called_alive_or_gone() -> None:
    failures = set(LinkReason) - {
        LinkReason.ANSWERS,
        LinkReason.STATUS,
        LinkReason.PAGE,
        LinkReason.HOME_PAGE,
        LinkReason.NO_FILE,
        LinkReason.LOGIN,
    }

    for failure in failures:
        state, reason, to = seen(None, failure=failure)
        assert (reason, to) == (failure, "")
        assert state in {LinkState.UNREACHABLE, LinkState.REFUSED, LinkState.NOT_LOOKED_AT}
    assert seen(None, failure=LinkReason.ROBOTS)[0] is LinkState.NOT_LOOKED_AT


def test_for_good_is_moved_and_for_now_is_not() -> None:
    new = "https://twee.example/a/b"

    assert seen(200, (301, new)) == (LinkState.MOVED, LinkReason.ANSWERS, new)
    assert seen(200, (308, new)) == (LinkState.MOVED, LinkReason.ANSWERS, new)
    assert seen(200, (302, new)) == (LinkState.ALIVE, LinkReason.ANSWERS, "")
    assert seen(200, (307, new), (301, "https://drie.example/c")) == (LinkState.ALIVE, LinkReason.ANSWERS, "")


def test_it_moved_to_where_the_redirects_for_good_end() -> None:
    one, two, now = "http://een.example/b", "https://een.example/b", "https://een.example/b?sessie=1"

    assert seen(200, (301, one), (301, two), (302, now))[2] == two


def test_a_slash_more_is_no_move() -> None:
    assert seen(200, (301, ASKED + "/")) == (LinkState.ALIVE, LinkReason.ANSWERS, "")


def test_what_moved_to_nothing_is_gone_and_not_moved() -> None:
    assert seen(404, (301, "https://twee.example/x")) == (LinkState.GONE, LinkReason.STATUS, "")


def test_led_to_the_home_page_is_no_answer_to_a_deep_address() -> None:
    home = "https://een.example/"

    assert seen(200, (302, home))[:2] == (LinkState.SOFT_404, LinkReason.HOME_PAGE)
    assert seen(200, (301, home))[:2] == (LinkState.SOFT_404, LinkReason.HOME_PAGE)
    assert seen(200, (301, "https://www.een.example/"))[:2] == (LinkState.SOFT_404, LinkReason.HOME_PAGE)
    assert seen(200, (302, "https://een.example/nl/"))[:2] == (LinkState.SOFT_404, LinkReason.HOME_PAGE)
    assert seen(200, (301, "https://www.een.example/"), address="https://een.example/")[0] is LinkState.MOVED
    assert seen(200, (301, home), address="https://een.example/index.html")[0] is LinkState.MOVED
    assert seen(200, (302, "https://een.example/nl/home"))[0] is LinkState.ALIVE
    assert seen(200, (302, "https://een.example/?page=7"))[0] is LinkState.ALIVE


def test_a_page_that_got_a_site_of_its_own_has_moved_there() -> None:
    own = "https://eigen.example/"

    assert seen(200, (301, own)) == (LinkState.MOVED, LinkReason.ANSWERS, own)
    assert seen(200, (302, own))[0] is LinkState.ALIVE


def test_led_to_a_login_is_refused() -> None:
    assert seen(200, (302, "https://een.example/login?next=/a/b"))[:2] == (LinkState.REFUSED, LinkReason.LOGIN)
    assert seen(200, (302, "https://een.example/blog/in"))[0] is LinkState.ALIVE
    assert seen(200, (302, "https://een.example/login/"), address="https://een.example/login")[0] is LinkState.ALIVE


def test_a_page_that_says_that_there_is_nothing_is_a_soft_404() -> None:
    assert seen(body=b"<h1>Pagina niet gevonden</h1>")[:2] == (LinkState.SOFT_404, LinkReason.PAGE)
    assert seen(body=b"<h1>Pagina niet gevonden</h1>", media_type="text/plain")[0] is LinkState.ALIVE


def test_a_name_for_sale_is_parked() -> None:
    assert seen(body=b"<title>This domain is for sale</title>")[0] is LinkState.PARKED
    assert seen(200, (302, "https://www.hugedomains.com/x?d=een.example"))[0] is LinkState.PARKED


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("https://een.example/stuk.PDF", LinkState.SOFT_404),
        ("https://een.example/blob/main/stuk.pdf", LinkState.ALIVE),
        ("https://een.example/g/-/blob/main/stuk.odt", LinkState.ALIVE),
        ("https://een.example/over-pdf", LinkState.ALIVE),
    ],
)
def test_a_page_where_a_document_was_is_a_soft_404(address: str, state: LinkState) -> None:
    assert seen(address=address)[0] is state


statuses = st.none() | st.integers(0, 999)
hops = st.lists(st.tuples(st.sampled_from([301, 302, 303, 307, 308]), st.text(max_size=20)), max_size=3)


@given(statuses, hops, st.binary(max_size=80), st.sampled_from(["", "text/html", "application/pdf", "text/html;x"]))
def test_every_answer_has_a_state_and_only_what_moved_has_a_new_address(
    status: int | None, hops: list[tuple[int, str]], body: bytes, media_type: str
) -> None:
    places = tuple(Hop(number, f"https://een.example/{place}") for number, place in hops)
    found = look(Answer(ASKED, places, status, media_type, body), DAY)

    assert bool(found.to) == (found.state is LinkState.MOVED)
    assert found.state is not LinkState.ALIVE or (status is not None and 200 <= status < 300)


@given(st.text(max_size=60))
def test_words_alone_never_bring_to_life_what_the_number_calls_dead(text: str) -> None:
    assert seen(404, body=text.encode())[0] is LinkState.GONE
