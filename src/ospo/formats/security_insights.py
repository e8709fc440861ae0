# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""security-insights.yml of the OpenSSF: where it is kept, whether it is valid, until when, and what it points at."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from ospo.formats import address, own_links, tree, yaml
from ospo.formats.expression import Expression
from ospo.formats.publiccode_walk import dotted
from ospo.formats.security_insights_schema import SERIES_1, SERIES_2, Choice, Form, Kind, Listed, Record

NEWEST = (2, 2)
_PATH = Expression(r"(?:\.github/|\.gitlab/|\.gitea/|\.forgejo/|docs/)?security-insights\.ya?ml", re.I)
_VERSION = re.compile(r"(?P<major>\d{1,3})\.(?P<minor>\d{1,3})(?:\.\d{1,3})?")
_WEB = re.compile(r"https?://\S{1,2000}")
_ADDRESS = re.compile(r"[^\s@]{1,200}@[^\s@]{1,200}\.[A-Za-z]{2,20}")
_BRANCH = re.compile(r"(?:/-)?/(?:blob|tree|raw|src/branch)/(?:main|master|HEAD|develop|trunk)/")
_RAW = re.compile(
    r"https://raw\.githubusercontent\.com/(?P<repository>[^/\s]{1,100}/[^/\s]{1,100})/(?:refs/heads/)?(?P<rest>\S+)"
)
_MOST_PROBLEMS = 50


class Reason(Enum):
    """What is wrong with a value."""

    KEY_MISSING = "key-missing"
    KEY_UNKNOWN = "key-unknown"
    WRONG_TYPE = "wrong-type"
    NOT_A_DATE = "not-a-date"
    NOT_A_URL = "not-a-url"
    NOT_A_MAILBOX = "not-a-mailbox"
    NOT_A_CHOICE = "not-a-choice"
    EMPTY_LIST = "empty-list"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the key as people write it, its line (from 1), and the reason."""

    key: str
    line: int | None
    reason: Reason


@dataclass(slots=True)
class _Walk:
    """One pass over one document; `is_closed` when the schema of its version allows no keys of one's own."""

    document: yaml.Document
    is_closed: bool
    problems: list[Problem] = field(default_factory=list)

    def blame(self, path: yaml.Path, reason: Reason) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(dotted(path), self.document.line(*path), reason))

    def value(self, found: Any, path: yaml.Path, kind: Kind) -> None:
        match kind:
            case Record():
                self._record(found, path, kind)
            case Listed():
                self._listed(found, path, kind)
            case Choice():
                if not isinstance(found, str) or found.lower() not in kind.among:
                    self.blame(path, Reason.NOT_A_CHOICE)
            case Form():
                if reason := _misfit(found, kind):
                    self.blame(path, reason)

    def _record(self, found: Any, path: yaml.Path, kind: Record) -> None:
        if not isinstance(found, dict):
            self.blame(path, Reason.WRONG_TYPE)
            return
        for name in sorted(kind.required):
            if found.get(name) is None:
                self.blame((*path, name), Reason.KEY_MISSING)
        for name, value in found.items():
            if name in kind.keys and value is not None:
                self.value(value, (*path, name), kind.keys[name])
            elif name not in kind.keys and self.is_closed:
                self.blame((*path, str(name)), Reason.KEY_UNKNOWN)

    def _listed(self, found: Any, path: yaml.Path, kind: Listed) -> None:
        if not isinstance(found, list):
            self.blame(path, Reason.WRONG_TYPE)
            return
        if kind.is_filled and not found:
            self.blame(path, Reason.EMPTY_LIST)
        for index, item in enumerate(found[:1] if kind.only_first else found):
            self.value(item, (*path, index), kind.of)


def locate(paths: Iterable[str]) -> str | None:
    """The file: in the root before a folder of the forge or docs/; upper case, as version 1 wrote it, counts too."""
    found = tree.of(paths).fitting(_PATH)
    return min(found, key=lambda path: (path.count("/"), path.startswith("docs/"), path), default=None)


def version(document: yaml.Document) -> tuple[int, int] | None:
    """The version of the schema that the file declares; None when it declares none."""
    header = document.value.get("header") if isinstance(document.value, dict) else None
    written = header.get("schema-version") if isinstance(header, dict) else None
    match = _VERSION.fullmatch(str(written)) if isinstance(written, str | int | float) else None
    return (int(match["major"]), int(match["minor"])) if match else None


def problems(document: yaml.Document) -> list[Problem]:
    """What does not fit the schema of the version declared (the newest when none is), in the order of the lines."""
    known = version(document) or NEWEST
    walk = _Walk(document, is_closed=known != (2, 0))
    walk.value(document.value, (), SERIES_1 if known[0] <= 1 else SERIES_2)
    return sorted(walk.problems, key=lambda problem: (problem.line or 0, problem.key))


def last_reviewed(document: yaml.Document) -> tuple[date, int | None] | None:
    """The day of the last review, and its line."""
    reviewed = day(_header(document, "last-reviewed"))
    return (reviewed, document.line("header", "last-reviewed")) if reviewed else None


def expires(document: yaml.Document) -> tuple[datetime, int | None] | None:
    """The moment from which a file of version 1 says that it no longer holds, and its line."""
    moment = _moment(_header(document, "expiration-date"))
    return (moment, document.line("header", "expiration-date")) if moment else None


def is_about(document: yaml.Document, remotes: Sequence[str]) -> bool:
    """False when the file names another repository than the remotes: a fork that took it over."""
    value = document.value if isinstance(document.value, dict) else {}
    holder = value.get("repository")
    url = holder.get("url") if isinstance(holder, dict) else _header(document, "project-url")
    named = address.normalise(url) if isinstance(url, str) else None
    return named is None or not remotes or named in remotes


def missing(document: yaml.Document, paths: Collection[str], remotes: Sequence[str]) -> list[tuple[str, int | None]]:
    """The files of this repository that the document points at and that are not in the tree, with the lines."""
    folders = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    found = []
    for place, url in _urls(document.value, ()):
        path = _own_path(url, remotes)
        if path and path not in paths and path not in folders:
            found.append((path, document.line(*place)))
    return found


def _urls(value: Any, place: yaml.Path) -> Iterator[tuple[yaml.Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _urls(inner, (*place, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _urls(inner, (*place, index))
    elif isinstance(value, str) and _WEB.fullmatch(value.strip()):
        yield place, value.strip()


def _own_path(url: str, remotes: Sequence[str]) -> str | None:
    """The path in the tree of the main branch that a URL names; None for anything else."""
    if "{" in url:
        return None
    if raw := _RAW.fullmatch(url):
        url = f"https://github.com/{raw['repository']}/blob/{raw['rest']}"
    page = own_links.page_of(url, remotes)
    if page is None or not _BRANCH.match(page):
        return None
    return own_links.path_of(url, "", remotes)


def _header(document: yaml.Document, key: str) -> Any:
    header = document.value.get("header") if isinstance(document.value, dict) else None
    return header.get(key) if isinstance(header, dict) else None


def _misfit(found: Any, form: Form) -> Reason | None:
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    if form is Form.FLAG:
        return None if isinstance(found, bool) else Reason.WRONG_TYPE
    if form is Form.YEAR:
        return None if is_number else Reason.WRONG_TYPE
    if not isinstance(found, str):
        return None if form is Form.TEXT and is_number else Reason.WRONG_TYPE
    text = found.strip()
    tests = {
        Form.DATE: (day(text) is not None, Reason.NOT_A_DATE),
        Form.MOMENT: (_moment(text) is not None, Reason.NOT_A_DATE),
        Form.URL: (_WEB.fullmatch(text) is not None, Reason.NOT_A_URL),
        Form.MAIL: (_ADDRESS.fullmatch(text) is not None, Reason.NOT_A_MAILBOX),
        Form.TEXT: (True, Reason.WRONG_TYPE),
    }
    fits, reason = tests[form]
    return None if fits else reason


def day(written: Any) -> date | None:
    """A day as the format asks it, year first; None for anything else."""
    if not isinstance(written, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", written.strip()):
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None


def _moment(written: Any) -> datetime | None:
    """A moment with or without a time; a day alone ends at its beginning."""
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written.strip().upper().replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
