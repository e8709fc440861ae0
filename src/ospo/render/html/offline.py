# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole site as one zip to read without a network: every address becomes one that a file on disk understands."""

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ospo.domain.language import Language
from ospo.domain.site import Output
from ospo.engine import site as plan
from ospo.i18n import translator

if TYPE_CHECKING:
    from ospo.render.html.site import Site

PATH = "/ospo-nl.zip"
_FOLDER = "ospo-nl"  # in which everything is unpacked
_ONLY_FOR_SERVERS = {plan.MISSING, "/sitemap.xml", "/robots.txt"}
# The addresses in our own HTML: whole attributes, because text never holds a bare quotation mark.
_ADDRESS = re.compile(r'(?<= )(href|src|action|data-index|content)="(0; url=)?(/[^"]*)"')
_PRELOAD = re.compile(r'^ *<link rel="preload"[^>]*>\n', re.MULTILINE)  # browsers refuse it to a file
_TEXT = re.compile(r'"(/[^"\\]*)"')  # of the search index, when it is an address
_SEARCHING = re.compile(r'(?=<script src="[^"]*/search\.js)')
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the one moment that says nothing, so that the same site is the same zip


def outputs(site: "Site", others: Sequence[Output]) -> Iterator[Output]:
    """The zip, when the site is to have one; `others` are all other files of the site."""
    if site.has_zip:
        yield Output(PATH, partial(_mark, others), partial(_zip, site), "application/zip")


def _mark(others: Iterable[Output]) -> str:
    marks = [f"{other.path} {other.mark()}" for other in others]
    return hashlib.sha256("\n".join(marks).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _zip(site: "Site") -> bytes:
    taken_along = replace(site, has_zip=False)  # nobody needs a link to what they have
    kept = {output.path: output for output in taken_along.outputs() if output.path not in _ONLY_FOR_SERVERS}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "/README.txt", _readme())
        for path in sorted(kept):
            content = kept[path].make()
            if path.endswith(".html"):
                content = on_disk(content.decode("utf-8"), path, site.base, kept).encode("utf-8")
            if path.endswith("/search-index.json"):
                path, content = _script(path, content.decode("utf-8"), site.base, kept)
            _add(archive, path, content)
    return stream.getvalue()


def _script(path: str, index: str, base: str, files: Collection[str]) -> tuple[str, bytes]:
    """The search index as a script, which a page on disk may load; its addresses count from the page that searches."""
    here = posixpath.join(posixpath.dirname(path), "search")

    def written(found: re.Match[str]) -> str:
        return f'"{_from_here(found[1], here, base, files) or found[1]}"'

    return path.removesuffix("on"), f"self.ospoIndex = {_TEXT.sub(written, index)};\n".encode()


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{_FOLDER}{path}", _OLDEST)
    entry.create_system = 3  # the same on every machine
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _readme() -> bytes:
    lines = []
    for language in Language:
        say = translator(language)
        lines.append(say("Open index.html in a browser. Nothing is asked of the network."))
    return "\n".join([*lines, ""]).encode("utf-8")


def on_disk(html: str, path: str, base: str, files: Collection[str]) -> str:
    """A page whose addresses within the site lead from its own place on disk to files.

    Args:
        html: the page.
        path: of its file, from the root of the site.
        base: what stands before every address of the site.
        files: the paths of all files.
    """
    here = posixpath.dirname(path)

    def written(found: re.Match[str]) -> str:
        name, before, address = found[1], found[2] or "", found[3]
        if name == "content" and not before:
            return found[0]  # words that happen to begin so
        near = _from_here(address, here, base, files)
        return f'{name}="{before}{near}"' if near else found[0]

    local = _PRELOAD.sub("", _ADDRESS.sub(written, html))
    return _SEARCHING.sub('<script src="../search-index.js" defer></script>\n', local)


def _from_here(address: str, here: str, base: str, files: Collection[str]) -> str:
    """The address of a file from a folder; nothing when there is no such file."""
    place, mark, rest = _split(address.removeprefix(base))
    target = f"{place}index.html" if place.endswith("/") else place
    return f"{posixpath.relpath(target, here)}{mark}{rest}" if unquote(target) in files else ""


def _split(address: str) -> tuple[str, str, str]:
    """The path, and what comes after it: a question, or a place on the page."""
    end = min((at for at in (address.find("?"), address.find("#")) if at >= 0), default=len(address))
    return address[:end], address[end : end + 1], address[end + 1 :]
