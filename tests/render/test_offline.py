# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The zip of the site: the same bytes each time, and every link in it leads to a file in it."""

import io
import posixpath
import zipfile
from dataclasses import replace
from urllib.parse import urldefrag, urlsplit

import pytest

import knowledge_base
import sites
from html_pages import read
from ospo.render.html import Site, offline

FILES = {"/nl/index.html", "/nl/practices/ai/index.html", "/static/site.css", "/nl/glossary/index.html"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("offline")
    observations = sites.observed(gemeente_voorbeeld=[sites.repository("een", has_ci="met")])
    made = sites.fictional(knowledge_base.make(folder).path, observations, address=sites.ADDRESS)
    return replace(made, has_zip=True)


@pytest.fixture(scope="module")
def archive(site: Site) -> bytes:
    return zipped(site)


def zipped(site: Site) -> bytes:
    return next(output.make() for output in site.outputs() if output.path == offline.PATH)


def names(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_site_has_a_zip_and_links_to_it_only_when_it_was_asked_for(site: Site) -> None:
    without = replace(site, has_zip=False)

    assert offline.PATH not in {output.path for output in without.outputs()}
    assert "/ospo/ospo-nl.zip" not in read(without.html(site.routes["/nl/"]).encode()).links
    assert "/ospo/ospo-nl.zip" in read(site.html(site.routes["/nl/"]).encode()).links


def test_the_same_site_is_the_same_zip(site: Site, archive: bytes) -> None:
    assert archive == zipped(replace(site))
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in opened.infolist()} == {0o100644}


def test_the_mark_changes_with_any_page(site: Site) -> None:
    library = replace(site.library, terms={})
    marks = {
        next(o.mark() for o in s.outputs() if o.path == offline.PATH) for s in (site, replace(site, library=library))
    }

    assert len(marks) == 2


def test_everything_is_in_one_folder_with_a_word_of_explanation(archive: bytes) -> None:
    found = names(archive)

    assert all(name.startswith("ospo-nl/") for name in found)
    assert b"index.html" in found["ospo-nl/README.txt"]
    assert "ospo-nl/index.html" in found
    assert "ospo-nl/static/source-sans-3.woff2" in found
    assert not any(name.endswith((".zip", "404.html", "sitemap.xml", "robots.txt")) for name in found)


def test_every_address_leads_from_its_page_to_a_file(archive: bytes) -> None:
    found = names(archive)
    lost = set()
    for name in (name for name in found if name.endswith(".html")):
        page = read(found[name])
        for link in (*page.links, *page.assets):
            place = urldefrag(link)[0].partition("?")[0]
            if place and not urlsplit(link).scheme:
                there = posixpath.normpath(posixpath.join(posixpath.dirname(name), place))
                if there not in found:
                    lost.add(link)
    # the small knowledge base does not have the pages about the community that each footer leads to
    assert {link for link in lost if not link.startswith(("/ospo/nl/pages/", "/ospo/en/pages/"))} == set()


def test_the_search_brings_its_index_along(archive: bytes) -> None:
    found = names(archive)
    index = found["ospo-nl/nl/search-index.js"].decode()
    scripts = [a["src"] for a in read(found["ospo-nl/nl/search/index.html"]).all("script")]

    assert index.startswith("self.ospoIndex = {")
    assert '"../practices/licentie-kiezen/index.html"' in index
    assert scripts[0] == "../search-index.js"
    assert "search.js" in scripts[1]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/ospo/nl/practices/ai/">', '<a href="practices/ai/index.html">'),
        ('<a href="/ospo/nl/glossary/#forge">', '<a href="glossary/index.html#forge">'),
        ('<a href="/ospo/nl/?q=1#x">', '<a href="index.html?q=1#x">'),
        (
            '<link rel="stylesheet" href="/ospo/static/site.css?v=1">',
            '<link rel="stylesheet" href="../static/site.css?v=1">',
        ),
        ('<meta content="0; url=/ospo/nl/practices/ai/">', '<meta content="0; url=practices/ai/index.html">'),
        ('<meta name="description" content="/ospo/nl/">', '<meta name="description" content="/ospo/nl/">'),
        ('<a href="/ospo/nl/nergens/">', '<a href="/ospo/nl/nergens/">'),
        ('<a href="#main">', '<a href="#main">'),
        ('<a href="https://voorbeeld.example/nl/">', '<a href="https://voorbeeld.example/nl/">'),
        ("<code>href=&#34;/ospo/nl/&#34;</code>", "<code>href=&#34;/ospo/nl/&#34;</code>"),
        ('  <link rel="preload" href="/ospo/x.woff2" crossorigin>\n<p>', "<p>"),
    ],
)
def test_an_address_becomes_one_on_disk(html: str, expected: str) -> None:
    assert offline.on_disk(html, "/nl/index.html", "/ospo", FILES) == expected
