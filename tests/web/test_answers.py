# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers that are made once: what each reader gets of them, and readers who do not wait for each other."""

import asyncio
import gzip
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from litestar.exceptions import WebSocketDisconnect
from litestar.testing import TestClient

import sites
from ospo.domain.language import Language
from ospo.domain.site import Document, File, Kind, Route
from ospo.render.html import Site
from ospo.web import answers
from ospo.web.answers import Answer, Answers
from ospo.web.application import create

CONTENT = b"<p>wiel</p>" * 200
PAGE = File("/nl/", CONTENT, "text/html; charset=utf-8")


def scope(path: str = "/nl/", method: str = "GET", query: str = "", **headers: str) -> Any:
    """What a server tells of a request."""
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }


async def _receive() -> Any:
    return {"type": "http.request", "body": b"", "more_body": False}


async def get(application: Any, asked: Any) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body that an application or an answer sends."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await (application.send(asked, send) if isinstance(application, Answer) else application(asked, _receive, send))
    start, body = sent
    return start["status"], {k.decode(): v.decode("latin-1") for k, v in start["headers"]}, body["body"]


def answer_to(**headers: str) -> tuple[int, dict[str, str], bytes]:
    return asyncio.run(get(Answer(PAGE), scope(**headers)))


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip;q=0.001", True),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("nogzip", False),
        ("", False),
        ("," * 100_000 + "gzip", False),
    ],
)
def test_it_is_packed_for_who_takes_that_only(accepted: str, packed: bool) -> None:
    _, headers, body = answer_to(accept_encoding=accepted)
    assert (headers.get("content-encoding") == "gzip") is packed
    assert headers["content-length"] == str(len(body))
    assert (gzip.decompress(body) if packed else body) == CONTENT


def test_the_news_that_nothing_changed_has_no_content_and_says_so_of_no_length() -> None:
    tag = answer_to()[1]["etag"]
    status, headers, body = answer_to(if_none_match=tag, accept_encoding="gzip")
    assert (status, body) == (304, b"")
    assert headers["etag"] == tag
    assert headers["vary"] == "Accept-Encoding"
    assert not {"content-length", "content-type", "content-encoding"} & headers.keys()


def test_headers_alone_have_the_length_of_the_content() -> None:
    status, headers, body = asyncio.run(get(Answer(PAGE), scope(method="HEAD")))
    assert (status, body, headers["content-length"]) == (200, b"", str(len(CONTENT)))


def test_what_is_sent_to_one_reader_cannot_be_changed_for_the_next() -> None:
    headers: list[Any] = []

    async def send(message: Any) -> None:
        headers.append(message.get("headers"))

    asyncio.run(Answer(PAGE).send(scope(), send))
    assert isinstance(headers[0], tuple)


def test_options_says_what_may_be_asked() -> None:
    status, headers, body = asyncio.run(get(create(sites.live()), scope(method="OPTIONS", host="voorbeeld.example")))
    assert (status, headers["allow"], body) == (204, "GET, HEAD, OPTIONS", b"")


class _Made:
    """A site with three pages that counts what it makes."""

    recorded = None

    def __init__(self, broken: str = "") -> None:
        kinds = (Kind.HOME, Kind.GLOSSARY, Kind.CHECKS)
        self.routes = {f"/nl/{kind}/": Route(kind, "", Language.NL) for kind in kinds}
        self.made: list[str] = []
        self._broken = broken

    def static_files(self) -> list[File]:
        return []

    def html(self, route: Route, query: str = "") -> str:
        if route.kind == self._broken:
            raise RuntimeError("cannot be made")
        self.made.append(route.kind)
        return f"<p>{route.kind}</p>"


def of(site: object) -> Answers:
    assert isinstance(site, _Made)
    return Answers(site)  # type: ignore[arg-type]


def test_every_page_is_made_once_the_first_ones_before_the_others() -> None:
    site = _Made()
    made = of(site)
    made.prepare()
    assert site.made == [Kind.HOME]
    asyncio.run(made.warm())
    assert sorted(site.made) == [Kind.CHECKS, Kind.GLOSSARY, Kind.HOME]
    for path, route in site.routes.items():
        made.page(path, route)
    assert len(site.made) == 3


@pytest.mark.parametrize("broken", [Kind.HOME, Kind.GLOSSARY])
def test_a_page_that_cannot_be_made_is_written_down_and_does_not_stop_the_others(
    broken: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    site = _Made(broken)
    with caplog.at_level(logging.ERROR):
        made = of(site)
        made.prepare()
        asyncio.run(made.warm())
    assert len(site.made) == 2
    assert f"/nl/{broken}/" in caplog.text


def test_not_more_pages_are_kept_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_PAGES_KEPT", 2)
    site = _Made()
    asyncio.run(of(site).warm())
    assert len(site.made) == 2


def _with(find: Callable[[str, Language], list[Document]]) -> Site:
    site = sites.app().site(search=True)
    site.find = find
    return site


def test_who_asks_first_may_wait_for_the_index_and_nobody_waits_for_them() -> None:
    ready, asked = threading.Event(), []

    def find(query: str, language: Language) -> list[Document]:
        asked.append(query)
        assert ready.wait(30)
        return []

    async def readers() -> list[int]:
        application = create(_with(find))
        questions = [
            asyncio.create_task(get(application, scope("/nl/search/", query=f"q={q}"))) for q in ("a", "b", "a")
        ]
        await asyncio.sleep(0)
        page = await get(application, scope("/nl/"))
        assert not any(question.done() for question in questions)
        ready.set()
        return [page[0], *[(await question)[0] for question in questions]]

    assert asyncio.run(readers()) == [200, 200, 200, 200]
    assert sorted(asked) == ["a", "b"]


def test_a_question_that_goes_wrong_is_no_reason_to_think_the_index_is_there() -> None:
    threads = []

    def find(query: str, language: Language) -> list[Document]:
        threads.append(threading.current_thread())
        if len(threads) == 1:
            raise RuntimeError
        return []

    async def readers() -> list[int]:
        application = create(_with(find))
        return [(await get(application, scope("/nl/search/", query=f"q={q}")))[0] for q in "abc"]

    assert asyncio.run(readers()) == [500, 200, 200]
    assert [thread is threading.main_thread() for thread in threads] == [False, False, True]


def test_only_http_is_spoken() -> None:
    with (
        TestClient(create(sites.live())) as client,
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/nl/"),
    ):
        pass
