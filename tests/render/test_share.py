# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others see of a link to us: title, words and a picture of our own; and how they follow a list."""

import importlib.util
import struct
import zlib
from importlib.resources import files as resources
from types import ModuleType

import pytest

import sites
from html_pages import read
from ospo.domain.language import Language
from ospo.domain.site import Kind, Route
from python_messages import ROOT


def properties(route: Route) -> dict[str, str]:
    page = read(sites.static().html(route).encode())
    return {a["property"]: a["content"] for a in page.all("meta") if "property" in a}


def pixels(png: bytes) -> tuple[bytes, bytes]:
    """The header, and the picture as it is before it is packed: programs pack differently."""
    at, packed, header = 8, b"", b""
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        header += content if name in (b"IHDR", b"PLTE") else b""
        packed += content if name == b"IDAT" else b""
        at += size + 12
    return header, zlib.decompress(packed)


def tool() -> ModuleType:
    path = ROOT / "tools/update_share_picture.py"
    spec = importlib.util.spec_from_file_location("update_share_picture", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("language", "locale"), [(Language.NL, "nl_NL"), (Language.EN, "en_GB")])
def test_a_practice_says_what_it_is(language: Language, locale: str) -> None:
    found = properties(Route(Kind.PRACTICE, "licentiekeuze", language))
    practice = sites.static().library.practices
    text = next(p for p in practice.values() if p.id == "licentiekeuze").texts[language]

    assert found["og:title"] == text.title
    assert found["og:description"] == text.question
    assert found["og:url"] == f"{sites.ADDRESS}/{language}/practices/licentiekeuze/"
    assert found["og:type"] == "article"
    assert found["og:locale"] == locale
    assert found["og:locale:alternate"] != locale


@pytest.mark.parametrize("kind", [Kind.HOME, Kind.CHECKS, Kind.GLOSSARY, Kind.NORMS])
def test_every_kind_of_page_has_a_picture_of_our_own_in_words_too(kind: Kind) -> None:
    found = properties(Route(kind, "", Language.NL))

    assert found["og:image"] == f"{sites.ADDRESS}/static/share.png"
    assert found["og:image:alt"].startswith("OSPO-NL")
    assert found["og:title"]
    assert found["og:description"]


def test_the_picture_is_of_the_size_that_the_page_says() -> None:
    content = (resources("ospo.render.html") / "static/share.png").read_bytes()
    found = properties(Route(Kind.HOME, "", Language.NL))

    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (int(found["og:image:width"]), int(found["og:image:height"]))
    assert len(content) < 100_000


def test_the_picture_is_what_the_tool_draws() -> None:
    content = (resources("ospo.render.html") / "static/share.png").read_bytes()

    assert pixels(content) == pixels(tool().png()), "run tools/update_share_picture.py"


@pytest.mark.parametrize(
    ("key", "feeds"),
    [
        ("", ["/ospo/nl/atom.xml"]),
        ("phase/publish", ["/ospo/nl/atom.xml", "/ospo/nl/practices/phase/publish/atom.xml"]),
        ("audience/ciso", ["/ospo/nl/atom.xml", "/ospo/nl/practices/audience/ciso/atom.xml"]),
        ("phase/publish/audience/ciso", ["/ospo/nl/atom.xml"]),
    ],
)
def test_a_list_of_one_choice_has_a_feed_of_its_own(key: str, feeds: list[str]) -> None:
    page = read(sites.static().html(Route(Kind.PRACTICES, key, Language.NL)).encode())
    named = [a["href"] for a in page.all("link") if a.get("type") == "application/atom+xml"]

    assert named == feeds
    assert set(feeds) <= set(page.links)
    assert {feed.removeprefix("/ospo") for feed in feeds} <= {file.path for file in sites.static().static_files()}
