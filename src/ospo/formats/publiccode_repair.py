# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mechanical repairs of a publiccode.yml: what a person would type without thinking, and nothing that needs a choice.

The text is edited in place, so comments, order and layout stay. A repair counts only when the file afterwards has
fewer problems than before.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ospo.errors import ParseError
from ospo.formats import publiccode, publiccode_values, spdx, yaml, yaml_places
from ospo.formats.publiccode_schema import NEWEST, Flag, Kind, Many, Record, Text, kind_at
from ospo.formats.publiccode_values import Reason
from ospo.formats.publiccode_walk import Problem, dotted
from ospo.formats.yaml_places import Place

_MOST_ROUNDS = 200
_YES = {"yes", "y", "on", "true", "ja", "1"}
_NO = {"no", "n", "off", "false", "nee", "0"}
_LANGUAGES = {"nederlands": "nl", "dutch": "nl", "english": "en", "engels": "en", "german": "de", "french": "fr"}
# Keys as people write them who do not know the spelling of the standard.
_SPELLINGS = {"licence": "license", "organization": "organisation", "localization": "localisation"}
# Only names that say the version: choosing one is not mechanical.
_LICENCES = {
    "eupl 1.2": "EUPL-1.2",
    "eupl v1.2": "EUPL-1.2",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "mit license": "MIT",
}
_DATES = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
)
_ABSOLUTE = re.compile(r"(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?:/\S*)?", re.I)
# A plain scalar that means the same with and without quotes.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9/_.+-]*|\d{4}-\d{2}-\d{2}|https?://[^\s#,\[\]{}]+")
_RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


@dataclass(frozen=True, slots=True)
class Repair:
    """One change: which key, on which line (from 1), what it was and what it became."""

    key: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text after all repairs, and which they were; what is still wrong, a person has to decide."""

    text: str
    repairs: tuple[Repair, ...]
    left: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def repair(content: bytes, paths: Container[str] | None = None, *, upgrade: bool = False) -> Repaired:
    """Repair what is mechanical.

    Args:
        content: the bytes of the file.
        paths: the files of the repository, for logos; None leaves their existence alone.
        upgrade: also declare the newest version, when the file is valid for it.

    Raises:
        ParseError: the file is not UTF-8 or no YAML: that cannot be repaired by rule.
    """
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ParseError("is not saved as UTF-8: save it anew in your editor", path=publiccode.NAME) from error
    repairs: list[Repair] = []
    refused: set[tuple[str, str]] = set()
    for _ in range(_MOST_ROUNDS):
        found = _next(text, paths, refused)
        if found is None:
            break
        text, done = found
        repairs.append(done)
    if upgrade and (upgraded := _upgraded(text, paths)):
        text, done = upgraded
        repairs.append(done)
    return Repaired(text, tuple(repairs), publiccode.validate(text.encode("utf-8"), paths).problems)


def _next(text: str, paths: Container[str] | None, refused: set[tuple[str, str]]) -> tuple[str, Repair] | None:
    """The first repair that helps: fewer problems than before, and no new error."""
    known = yaml_places.places(text)
    document = yaml.load(text)
    before = publiccode.validate(text.encode("utf-8"), paths).problems
    for problem in before:
        path = _path(problem.key, known)
        if path is None or (problem.key, problem.reason.value) in refused:
            continue
        for edit in _edits(problem, path, known, document, text):
            changed = text[: edit.start] + edit.text + text[edit.end :]
            if _helps(before, publiccode.validate(changed.encode("utf-8"), paths).problems):
                old = text[edit.start : edit.end]
                return changed, Repair(problem.key, known[path].value.line, old.strip(), edit.text.strip())
        refused.add((problem.key, problem.reason.value))
    return None


def _helps(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> bool:
    weights = [sum(1 if p.is_warning else 1000 for p in problems) for problems in (before, after)]
    return weights[1] < weights[0]


def _path(key: str, known: Mapping[yaml.Path, Place]) -> yaml.Path | None:
    return next((path for path in known if dotted(path) == key), None)


def _edits(
    problem: Problem, path: yaml.Path, known: Mapping[yaml.Path, Place], document: yaml.Document, text: str
) -> Iterator[_Edit]:
    """What could put a problem right, the likeliest first."""
    place = known[path]
    if problem.reason is Reason.KEY_UNKNOWN:
        yield from _renamed(path, place, document)
        return
    if not place.is_scalar:
        return
    value = _at(document.value, path)
    raw = text[place.value.start : place.value.end]
    key = kind_at(path)
    if key is None:
        return
    if problem.reason is Reason.TEXT_FOR_LIST or (problem.reason is Reason.WRONG_TYPE and isinstance(key, Many)):
        yield _Edit(place.value.start, place.value.end, f"[{raw.strip()}]")
        return
    if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(key, Text) and place.is_plain:
        yield _Edit(place.value.start, place.value.end, f'"{raw.strip()}"')
        return
    for better in _values(problem.reason, key, str(raw if isinstance(value, bool) else value).strip()):
        yield _Edit(place.value.start, place.value.end, _written(better, raw, key))


def _renamed(path: yaml.Path, place: Place, document: yaml.Document) -> Iterator[_Edit]:
    """A key in the spelling of the standard, when it is that key but for its spelling and is not there yet."""
    parent = kind_at(path[:-1])
    if not isinstance(parent, Record) or place.key is None:
        return
    name, siblings = str(path[-1]), _at(document.value, path[:-1])
    if not isinstance(siblings, dict):
        return
    folded = {known.casefold().replace("_", ""): known for known in parent.keys}
    plain = name.casefold().replace("_", "").replace("-", "")
    plain = next((plain.replace(a, b) for a, b in _SPELLINGS.items() if a in plain), plain)
    near = [plain] if plain in folded else get_close_matches(plain, folded, 1, 0.9)
    for found in near:
        if folded[found] not in siblings:
            yield _Edit(place.key.start, place.key.end, folded[found])


def _values(reason: Reason, key: Kind, value: str) -> Iterator[str]:
    """Better values for a scalar, judged by what was wrong with it."""
    if isinstance(key, Flag):
        if value.strip("'\"").casefold() in _YES | _NO:
            yield "true" if value.strip("'\"").casefold() in _YES else "false"
        return
    maker = _MAKERS.get(reason)
    if maker is not None and isinstance(key, Text):
        yield from maker(value, key)


def _listed(value: str, key: Text) -> Iterator[str]:
    """A word of a fixed list, apart from case, blanks and the odd letter."""
    words = publiccode_values.words_of(key.test)
    folded = {word.casefold(): word for word in words}
    plain = re.sub(r"[\s_]+", "-", value.strip()).casefold()
    for near in [plain] if plain in folded else get_close_matches(plain, folded, 1, 0.9):
        yield folded[near]


def _dated(value: str, key: Text) -> Iterator[str]:
    for form in _DATES:
        match = form.fullmatch(value.strip())
        if match is None:
            continue
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        if form is _DATES[2] and day <= 12 and month <= 12 and day != month:
            return  # 03-04-2026 may be either
        try:
            yield date(year, month, day).isoformat()
        except ValueError:
            return


def _addressed(value: str, key: Text) -> Iterator[str]:
    text = value.strip().removeprefix("<").removesuffix(">")
    if text.startswith("git@") and ":" in text:
        host, _, path = text.removeprefix("git@").partition(":")
        yield f"https://{host}/{path}"
    elif _ABSOLUTE.fullmatch(text):
        yield f"https://{text}"
    elif text != value:
        yield text


def _licensed(value: str, key: Text) -> Iterator[str]:
    found = spdx.find(value.strip())
    if found is not None:
        yield found.id
    if value.strip().casefold() in _LICENCES:
        yield _LICENCES[value.strip().casefold()]


_MAKERS: Mapping[Reason, Callable[[str, Text], Iterator[str]]] = {
    Reason.NOT_IN_LIST: _listed,
    Reason.NOT_A_DATE: _dated,
    Reason.NOT_A_URL: _addressed,
    Reason.NOT_A_URI: _addressed,
    Reason.NOT_A_MAIL_ADDRESS: lambda value, key: iter([value.strip().removeprefix("mailto:").strip("<>")]),
    Reason.NOT_A_LANGUAGE: lambda value, key: iter(
        [value.strip().replace("_", "-"), _LANGUAGES.get(value.strip().casefold(), value)]
    ),
    Reason.NOT_A_COUNTRY: lambda value, key: iter([value.strip().upper()]),
    Reason.LOWER_CASE_COUNTRY: lambda value, key: iter([value.upper()]),
    Reason.NOT_A_LICENCE: _licensed,
}


def _written(value: str, raw: str, key: Kind) -> str:
    """The value in the way the old one was written: its quotes, or plain where plain means the same."""
    if isinstance(key, Flag):
        return value
    quote = raw.strip()[:1] if raw.strip()[:1] in ("'", '"') else ""
    if not quote and (not _PLAIN.fullmatch(value) or value.casefold() in _RESERVED):
        quote = '"'
    return f"{quote}{value}{quote}"


def _at(value: object, path: yaml.Path) -> object:
    for part in path:
        value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
    return value


def _upgraded(text: str, paths: Container[str] | None) -> tuple[str, Repair] | None:
    """The file with the newest version declared, when it is valid for that; None when there is nothing to do."""
    place = yaml_places.places(text).get(("publiccodeYmlVersion",))
    newest = ".".join(map(str, NEWEST))
    if place is None or not place.is_scalar:
        return None
    old = text[place.value.start : place.value.end]
    if old.strip("'\"") in (newest, f"{newest}.0", "0"):
        return None
    changed = f'{text[: place.value.start]}"{newest}"{text[place.value.end :]}'
    if publiccode.validate(changed.encode("utf-8"), paths).errors:
        return None
    return changed, Repair("publiccodeYmlVersion", place.value.line, old, f'"{newest}"')
