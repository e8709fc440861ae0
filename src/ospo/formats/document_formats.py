# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents by their file format: open, of one maker alone, or in between (the office formats of ISO/IEC 29500)."""

from enum import StrEnum

from ospo.formats import content_kind
from ospo.formats.content_kind import ContentKind


class Format(StrEnum):
    """How open the format of a document is."""

    OPEN = "open"  # plain text, or an open standard that anybody may read and write: ODF, PDF, HTML, SVG
    CLOSED = "closed"  # the format of one maker, without an open standard behind it
    OFFICE = "office"  # Office Open XML and spreadsheets: a standard, but whose openness is a matter of judgement


_OPEN = frozenset(
    {"md", "markdown", "mdx", "rst", "adoc", "asciidoc", "asc", "org", "txt", "text", "tex", "rmd", "qmd", "ipynb"}
    | {"odt", "ott", "ods", "ots", "odp", "otp", "odg", "pdf", "html", "htm", "xhtml", "epub"}
)
# A picture or table beside a document can be the same thing in another form.
_OPEN_TWINS = _OPEN | {"svg", "png", "csv", "tsv", "json", "xml", "drawio", "puml", "bpmn"}
_CLOSED = frozenset({"doc", "dot", "ppt", "pps", "vsd", "vst", "mpp", "wpd"})
_CLOSED_ARCHIVES = frozenset({"pages", "key"})
_OFFICE = frozenset(
    {"docx", "docm", "dotx", "pptx", "pptm", "ppsx", "potx", "vsdx", "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx"}
    | {"numbers"}
)
_POINTER = b"version https://git-lfs.github.com/spec/"


def kind(path: str) -> Format | None:
    """How open a document of this name is, if it is one (see `is_closed`); None for what is no document."""
    ending = _ending(path)
    if ending in _OPEN:
        return Format.OPEN
    if ending in _CLOSED or ending in _CLOSED_ARCHIVES:
        return Format.CLOSED
    return Format.OFFICE if ending in _OFFICE else None


def is_closed(path: str, content: bytes) -> bool:
    """True when a file that is called like a closed document holds one: `.dot` is also a graph, `.key` a key."""
    found = content_kind.kind(content_kind.as_utf8(content))
    if _ending(path) in _CLOSED_ARCHIVES:
        return found is ContentKind.ARCHIVE
    return found not in (ContentKind.TEXT, ContentKind.EMPTY)


def is_pointer(content: bytes) -> bool:
    """True for a file that stands in for a larger one, which is kept outside git (Git LFS)."""
    return content.startswith(_POINTER)


def twin(path: str) -> str:
    """What a document and its form in another format have in common: the name without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0].lower()


def is_open_twin(path: str) -> bool:
    """True for a file that can be the open form of a document of the same name."""
    return _ending(path) in _OPEN_TWINS


def _ending(path: str) -> str:
    name, dot, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and name else ""
