# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Change logs: under which names they are kept, and which versions their headings speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ospo.formats import text_lines, tree, versions
from ospo.formats.expression import Expression
from ospo.formats.tree import Paths

# Names that say what the file is, whatever stands around them.
_SURE = Expression(
    r"(?:.*[-_. ])?(?:change[-_ ]?logs?|release[-_ ]?notes?|tag[-_ ]?notes|wijzigings?(?:en)?[-_ ]?(?:log|geschiedenis)"
    r"|versie[-_ ]?geschiedenis|(?:version|revision|release)[-_ ]?history|what'?s[-_ ]?new)(?:[-_. ].*)?",
    re.IGNORECASE,
)
# Names that mean a change log only where a project starts, or in its documentation, and when versions are in it.
_LIKELY = Expression(r"(?:changes|history|news|releases|wijzigingen|versies)(?:[-_.][\w.-]*)?", re.IGNORECASE)
_ENDINGS = frozenset(
    {"", "md", "mdx", "markdown", "rst", "txt", "text", "adoc", "asciidoc", "org", "html", "htm", "pod", "pdf", "docx"}
)
_FOLDER = Expression(
    r"(?:.+/)?(?:change[-_]?logs?(?:\.d|[-_]unreleased)?|release[-_ ]?notes?|releasenotes|releases|newsfragments"
    r"|news\.d|changes\.d|\.changes|\.changeset|whatsnew)/(?:.+/)?(?P<name>[^/]+)",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"\.(?:md|mdx|rst|txt|ya?ml|adoc|html?|bugfix|feature|misc|doc|removal)$|^\+|^\d+", re.IGNORECASE
)
_NO_FRAGMENT = re.compile(r"readme\b.*|config\b.*|\..*|.*template.*|.*\.tpl\..*|header\..*", re.IGNORECASE)
_PLACE = re.compile(r"(?:(?:docs?|documentation|documentatie|\.github|content|en|nl|src|source)/)*", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendors?|third[-_]?party|3rdparty|site-packages|tests?|testdata|fixtures|examples?"
    r"|templates?|static|assets|public|workflows|ISSUE_TEMPLATE|bin|scripts?|archie[fv]e?|[^/]*\{[{%][^/]*)/",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\s{0,3}#{1,4}\s+(?P<md>.+)$|^={1,4}\s+(?P<adoc>[^=].*)$|^(?:<h[1-4][^>]*>)(?P<html>[^<]+)")
_DEEPEST = 2
_SOME = 20
_BLANK = b"\0 \t\r\n\f\v"
_HEAD = 20_000
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,}|~{3,}|\^{3,}|\*{3,})\s*$")
_VERSION = re.compile(r"(?<![\w.])v?(?P<number>\d+(?:\.\d+)+[\w.+-]*)(?![\w/])", re.IGNORECASE)
_DATED = re.compile(r"(?<![\w.])v?\d+\.\d+|(?:19|20)\d\d-\d\d-\d\d")
_LOG_HEADING = re.compile(
    r"(?:change ?log|release (?:notes|history)|version history|versiegeschiedenis"
    r"|wijzigings?(?:en)? ?(?:log|geschiedenis)|wijzigingen|what'?s new|recent changes)\W*",
    re.IGNORECASE,
)
_SECTION = 30
_README = Expression(r"readme(?:\.[\w-]+)*", re.IGNORECASE)


@tree.once
def locate(paths: Paths) -> list[str]:
    """The files that are named as a change log or part of one, nearest to the root first."""
    likely_ones = list(paths.perhaps(_LIKELY, _SURE))
    roots = _roots(paths) if likely_ones else frozenset()
    found = []
    for path in likely_ones:
        folder, _, name = path.rpartition("/")
        likely = _LIKELY.fullmatch(name) is not None
        if not (likely or _SURE.fullmatch(name)) or _ASIDE.search(path) or not _is_text(name):
            continue
        central = folder in roots or _PLACE.fullmatch(f"{folder}/" if folder else "")
        if central or (not likely and path.count("/") <= _DEEPEST):
            found.append(path)
    return sorted(found, key=lambda path: (path.count("/"), path))


def is_log(path: str, content: bytes) -> bool:
    """True when the file holds something; under a name that can mean other things, versions or dates."""
    if _SURE.fullmatch(path.rpartition("/")[2]):
        return len(content[:_HEAD].strip(_BLANK)) >= _SOME
    return _DATED.search(content[:_HEAD].decode("utf-8", errors="replace")) is not None


def fragments(paths: Iterable[str]) -> list[str]:
    """The files in folders of loose entries, such as `changelog.d/`, `.changes/` and `release-notes/`."""
    return [
        path
        for path in tree.of(paths).perhaps(_FOLDER)
        if (match := _FOLDER.fullmatch(path))
        and _FRAGMENT.search(match["name"])
        and not _NO_FRAGMENT.fullmatch(match["name"])
        and not _ASIDE.search(path)
    ]


def readmes(paths: Iterable[str]) -> list[str]:
    """The README files in the root, of which a section may be the change log."""
    return list(tree.of(paths).fitting(_README))


def section(text: str) -> int | None:
    """The line of a heading that opens a change log within another text; versions or dates must follow it."""
    lines = text_lines.of(text)
    for line, title in _headings(text):
        if _LOG_HEADING.fullmatch(title.strip()) and any(map(_DATED.search, lines[line : line + _SECTION])):
            return line
    return None


def first_version(text: str) -> tuple[int, str] | None:
    """The line and the version of the first heading that names a released version."""
    for line, title in _headings(text):
        found = _VERSION.search(title)
        number = found["number"].rstrip(".") if found else ""
        if versions.parse(number) and "unreleased" not in title.lower():
            return line, number
    return None


def _headings(text: str) -> Iterator[tuple[int, str]]:
    lines: Sequence[str] = text_lines.of(text)
    for number, line in enumerate(lines, 1):
        if match := _HEADING.match(line):
            yield number, next(filter(None, match.groups())).strip(" #=")
        elif line.strip() and number < len(lines) and _UNDERLINE.match(lines[number]):
            yield number, line.strip()


def _is_text(name: str) -> bool:
    """True when the ending is that of a text, or no ending but part of a name or version."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending in _ENDINGS or ending.isdigit()


def _roots(paths: Paths) -> frozenset[str]:
    """The folders in which a package starts."""
    starts = (path for path in paths if (name := path.rpartition("/")[2]) in _STARTS or name.endswith(_START_ENDINGS))
    return frozenset(path.rpartition("/")[0] for path in starts)


_START_ENDINGS = (".csproj", ".gemspec")
_STARTS = frozenset(
    {"package.json", "pyproject.toml", "setup.py", "Cargo.toml", "go.mod", "composer.json", "pom.xml", "Chart.yaml"}
    | {"build.gradle", "build.gradle.kts", "DESCRIPTION", "mix.exs", "pubspec.yaml", "README.md", "README.rst"}
)
