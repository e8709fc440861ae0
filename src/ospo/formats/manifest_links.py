# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where manifests in the root and a publiccode.yml say that the project itself has its site, repository and tracker."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ospo.formats import outline, yaml
from ospo.formats.plain_links import Found, links

_LONGEST = 200_000
_VALUE = r"[^\"'\n]{1,500}"
_LINES = {
    "pyproject.toml": re.compile(
        r"^[ \t]{0,8}\"?(?:home-?page|repository|documentation|docs|source(?:[ -]code)?|changelog|"
        rf"(?:bug|issue)s?(?:[ -]?tracker)?|download)\"?[ \t]{{0,5}}=[ \t]{{0,5}}[\"'](?P<value>{_VALUE})",
        re.I | re.M,
    ),
    "Cargo.toml": re.compile(
        rf"^(?:homepage|repository|documentation)[ \t]{{0,5}}=[ \t]{{0,5}}\"(?P<value>{_VALUE})", re.M
    ),
    "setup.cfg": re.compile(r"^(?:url|home[-_]page|download_url)[ \t]{0,5}=[ \t]{0,5}(?P<value>\S{1,500})", re.M),
    "setup.py": re.compile(
        rf"^[ \t]{{0,12}}(?:url|download_url)[ \t]{{0,5}}=[ \t]{{0,5}}[\"'](?P<value>{_VALUE})", re.M
    ),
    "DESCRIPTION": re.compile(r"^(?:URL|BugReports):[ \t]{0,5}(?P<value>[^\n]{1,500})", re.M),
    "Chart.yaml": re.compile(r"^home:[ \t]{0,5}(?P<value>\S{1,500})", re.M),
    "CITATION.cff": re.compile(r"^(?:url|repository-code):[ \t]{0,5}(?P<value>\S{1,500})", re.M),
    "pubspec.yaml": re.compile(
        r"^(?:homepage|repository|issue_tracker|documentation):[ \t]{0,5}(?P<value>\S{1,500})", re.M
    ),
}
_BY_ENDING = {
    ".gemspec": re.compile(
        rf"(?:\.homepage|\[[\"'](?:\w{{1,30}}_uri)[\"']\])[ \t]{{0,5}}=[ \t]{{0,5}}[\"'](?P<value>{_VALUE})"
    ),
    ".csproj": re.compile(r"<(?:PackageProjectUrl|RepositoryUrl)>(?P<value>[^<\n]{1,500})<"),
}
_JSON = {
    "package.json": (("homepage",), ("repository",), ("repository", "url"), ("bugs",), ("bugs", "url")),
    "composer.json": (("homepage",), *(("support", key) for key in ("issues", "source", "docs", "wiki", "forum"))),
}
_POM = "pom.xml"
_POM_PLACES = (
    ["project", "url"],
    ["project", "scm", "url"],
    ["project", "scm", "connection"],
    ["project", "issueManagement", "url"],
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.-]{0,100})[^<>]{0,2000}>")
# Addresses of the project in a publiccode.yml; others in it are of others, or only names.
_PUBLICCODE: tuple[yaml.Path, ...] = (("url",), ("landingURL",), ("roadmap",))
_DESCRIBED = ("documentation", "apiDocumentation")


def is_manifest(path: str) -> bool:
    """True for a file in the root in which a package names its places."""
    return path in _LINES or path in _JSON or path == _POM or ("/" not in path and path.endswith(tuple(_BY_ENDING)))


def in_manifest(path: str, text: str) -> list[Found]:
    """The places that a package names in its manifest."""
    text = text[:_LONGEST]
    if path in _JSON:
        return list(_in_json(path, text))
    if path == _POM:
        return list(_in_pom(text))
    pattern = _LINES.get(path) or _BY_ENDING[path[path.rindex(".") :]]
    return [
        found
        for match in pattern.finditer(text)
        for found in links(match["value"], text.count("\n", 0, match.start("value")) + 1)
    ]


def in_publiccode(document: yaml.Document) -> list[Found]:
    """The places of the project that a publiccode.yml names."""
    described = document.value.get("description")
    languages = described if isinstance(described, dict) else {}
    places = [*_PUBLICCODE, *(("description", language, key) for language in languages for key in _DESCRIBED)]
    return [
        found
        for place in places
        if isinstance(written := _at(document.value, place), str)
        for found in links(written, document.line(*place) or 1)
    ]


def _in_json(path: str, text: str) -> Iterator[Found]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    for place in _JSON[path]:
        written = _at(value, place)
        if isinstance(written, str):
            yield from links(written, text.count("\n", 0, max(text.find(written), 0)) + 1)


def _in_pom(text: str) -> Iterator[Found]:
    text = outline.without_comments(text)
    open_tags: list[str] = []
    for tag in _TAG.finditer(text):
        if tag["end"]:
            if open_tags and open_tags[-1] == tag["name"]:
                open_tags.pop()
        elif not tag[0].endswith("/>"):
            open_tags.append(tag["name"])
            if open_tags in _POM_PLACES:
                end = text.find("<", tag.end())
                yield from links(text[tag.end() : end], text.count("\n", 0, tag.end()) + 1)


def _at(value: Any, path: yaml.Path) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
