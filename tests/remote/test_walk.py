# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A walk past addresses of a real server: where they lead, how politely they are asked, and when it stops."""

from collections.abc import Iterator

import pytest

from ospo.domain.link import Answer, Hop, LinkReason
from ospo.remote import Manners
from web_server import Clock, Server, in_turn, page, raw, serving, to, walk


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def answer(address: str, **limits: float) -> Answer:
    (found,) = walk(**limits).answers([address])
    return found


def test_a_page_is_asked_with_head_first_and_read_with_get(server: Server) -> None:
    found = answer(server.on("/", page("<p>Dag")))

    assert (found.status, found.body, found.hops, found.failure) == (200, b"<p>Dag", (), None)
    assert server.seen(robots=True) == ["GET /robots.txt", "HEAD /", "GET /"]


def test_what_is_no_page_is_not_fetched(server: Server) -> None:
    found = answer(server.on("/a.pdf", page(b"%PDF", Content_Type="application/pdf")))

    assert (found.status, found.media_type, found.body) == (200, "application/pdf", b"")
    assert server.seen() == ["HEAD /a.pdf"]


@pytest.mark.parametrize("status", [404, 405, 403, 501])
def test_a_server_that_does_not_like_head_is_asked_again(server: Server, status: int) -> None:
    def picky(handler: object) -> None:
        chosen = page("", status) if getattr(handler, "command") == "HEAD" else page("<p>Dag")  # noqa: B009
        chosen(handler)  # type: ignore[arg-type]

    assert answer(server.on("/", picky)).status == 200


def test_a_server_that_hangs_up_on_head_is_asked_again(server: Server) -> None:
    def rude(handler: object) -> None:
        chosen = raw(b"") if getattr(handler, "command") == "HEAD" else page("<p>Dag")  # noqa: B009
        chosen(handler)  # type: ignore[arg-type]

    assert answer(server.on("/", rude)).status == 200


def test_redirects_are_followed_to_the_end(server: Server) -> None:
    server.on("/twee", to(server.url("/drie", "twee.example"), 307))
    server.on("/drie", page())

    found = answer(server.on("/een", to("/twee", 301)))

    assert found.hops == (Hop(301, server.url("/twee")), Hop(307, server.url("/drie", "twee.example")))
    assert (found.status, found.end) == (200, server.url("/drie", "twee.example"))


def test_round_and_round_is_not_gone_forever(server: Server) -> None:
    server.on("/b", to("/a"))

    found = answer(server.on("/a", to("/b")))

    assert found.failure is LinkReason.CIRCLE
    assert server.seen() == ["HEAD /a", "HEAD /b"]


def test_on_and_on_is_followed_so_far(server: Server) -> None:
    for number in range(40):
        server.on(f"/{number}", to(f"/{number + 1}"))

    assert answer(server.url("/0")).failure is LinkReason.TOO_FAR
    assert len(server.seen()) == Manners().hops + 1


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://een.example/",
        "javascript:alert(1)",
        "mailto:een",
        "gopher://een.example/",
    ],
)
def test_a_redirect_off_the_web_is_not_followed(server: Server, place: str) -> None:
    assert answer(server.on("/", to(place))).failure is LinkReason.NOT_WEB


def test_a_redirect_with_a_password_in_it_is_not_followed(server: Server) -> None:
    place = server.url("/").replace("http://", "http://een:geheim@")

    assert answer(server.on("/", to(place))).failure is LinkReason.NOT_WEB


@pytest.mark.parametrize(
    "host", ["intern.example", "half.example", "10.0.0.8", "127.0.0.2", "[::1]", "[::ffff:10.0.0.8]"]
)
def test_a_redirect_into_a_network_that_is_not_public_is_not_followed(server: Server, host: str) -> None:
    found = answer(server.on("/", to(server.url("/geheim", host))))

    assert found.failure is LinkReason.NOT_PUBLIC
    assert server.seen() == ["HEAD /"]


def test_robots_that_redirect_inside_open_nothing(server: Server) -> None:
    server.on("/robots.txt", to(server.url("/geheim", "intern.example")))

    assert answer(server.on("/", page())).status == 200
    assert "GET /geheim" not in server.seen()


def test_what_robots_txt_closes_is_not_asked(server: Server) -> None:
    server.on("/robots.txt", page("User-agent: *\nDisallow: /dicht\n", Content_Type="text/plain"))
    closed, opened = server.on("/dicht/a?b", page()), server.on("/open", page())

    found = list(walk().answers([closed, opened]))

    assert [(a.failure, a.status) for a in found] == [(LinkReason.ROBOTS, None), (None, 200)]
    assert server.seen(robots=True) == ["GET /robots.txt", "HEAD /open", "GET /open"]


def test_a_redirect_to_where_robots_are_not_welcome_stops_there(server: Server) -> None:
    server.on("/robots.txt", page("User-agent: ospo-nl-links\nDisallow: /dicht\n", Content_Type="text/plain"))

    assert answer(server.on("/", to("/dicht"))).failure is LinkReason.ROBOTS


@pytest.mark.parametrize(("status", "is_closed"), [(404, False), (403, False), (500, True), (429, True)])
def test_without_robots_txt_all_is_open_and_with_a_broken_one_nothing(
    server: Server, status: int, is_closed: bool
) -> None:
    server.on("/robots.txt", page("Disallow", status))

    assert (answer(server.on("/", page())).failure is LinkReason.ROBOTS) == is_closed


def test_a_host_rests_between_two_requests_and_another_host_need_not_wait(server: Server) -> None:
    clock = Clock()
    server.on("/", page())
    one, other = server.url("/"), server.url("/", "twee.example")

    assert len(list(walk(clock).answers([one, other]))) == 2

    assert clock.waits == [2.0, 2.0, 2.0, 2.0]


def test_a_host_that_asks_for_more_rest_gets_it(server: Server) -> None:
    clock = Clock()
    server.on("/robots.txt", page("User-agent: *\nCrawl-delay: 9", Content_Type="text/plain"))

    list(walk(clock).answers([server.on("/", page()), server.on("/b", page())]))

    assert clock.waits[1:] == [9.0, 9.0, 9.0]


def test_a_server_that_is_broken_for_a_moment_is_asked_again(server: Server) -> None:
    clock = Clock()

    (found,) = walk(clock).answers([server.on("/", in_turn(page("", 503), page("", 502), page("<p>Dag")))])

    assert found.status == 200
    assert sum(clock.waits) >= 4 + 8


def test_a_server_that_stays_broken_is_asked_three_times(server: Server) -> None:
    assert answer(server.on("/", page("", 500))).status == 500
    assert server.seen() == ["HEAD /", "GET /", "GET /", "GET /"]


def test_a_server_that_says_when_to_come_back_is_believed(server: Server) -> None:
    clock = Clock()
    server.on("/", in_turn(page("", 429, Retry_After="60"), page("<p>Dag")))

    (found,) = walk(clock).answers([server.url("/")])

    assert found.status == 200
    assert clock.waits[1:] == [60.0, 60.0]


def test_a_host_that_asks_for_more_patience_than_we_have_is_left_alone(server: Server) -> None:
    busy, other = server.on("/", page("", 429, Retry_After="86400")), server.on("/b", page())
    elsewhere = server.url("/b", "twee.example")

    found = list(walk().answers([busy, other, elsewhere]))

    assert [(a.address, a.failure) for a in found] == [(busy, LinkReason.TOO_BUSY), (elsewhere, None)]
    assert [a.path for a in server.asked if a.host.startswith("een.")] == ["/robots.txt", "/"]


def test_a_host_that_is_not_there_is_asked_once(server: Server) -> None:
    gone = [server.url(path, "weg.example") for path in ("/a", "/b")]

    assert [a.failure for a in walk().answers(gone)] == [LinkReason.NO_HOST, LinkReason.NO_HOST]


def test_what_is_no_address_of_the_web_is_not_asked() -> None:
    assert [a.failure for a in walk().answers(["ftp://een.example/", "http://a:b@een.example/"])] == [
        LinkReason.NOT_WEB,
        LinkReason.NOT_WEB,
    ]


def test_a_walk_ends_when_its_requests_are_spent(server: Server) -> None:
    addresses = [server.on(f"/{n}", page()) for n in range(5)]

    found = list(walk(manners=Manners(requests=5)).answers(addresses))

    assert [a.address for a in found] == addresses[:2]
    assert len(server.asked) == 5


def test_a_walk_ends_when_its_bytes_are_spent(server: Server) -> None:
    addresses = [server.on(f"/{n}", page("x" * 3000)) for n in range(5)]

    assert len(list(walk(manners=Manners(kilobytes=4)).answers(addresses))) == 2


def test_a_robots_txt_that_is_no_http_closes_nothing(server: Server) -> None:
    server.on("/robots.txt", raw(b"? ? ?"))

    assert answer(server.on("/", page())).status == 200
