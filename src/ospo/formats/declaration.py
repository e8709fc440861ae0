# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`.ospo.yml`: what a repository says about itself, each part with the line where it stands."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ospo.domain.declaration import Declaration, RepositoryKind, Statement, Waiver
from ospo.domain.identifier import CheckId, ControlId, is_slug
from ospo.errors import ParseError
from ospo.formats import yaml

NAME = ".ospo.yml"
_CHECK = "The id of the check; `ospo checks list` names them all. Either this or `control`."
_CONTROL = "The id of a control of a norm; `ospo norms show NORM` names them. Either this or `check`."
_WAIVER = {
    "check": _CHECK,
    "control": _CONTROL,
    "reason": "Why the repository does not follow the check, for now.",
    "role": "The role that signed for it; never a name.",
    "until": "The last day on which the waiver holds.",
}
_STATEMENT = {
    "check": _CHECK,
    "control": _CONTROL,
    "answer": "yes when what the check or the control says is so, no when it is not.",
    "reason": "How it is done, in a sentence that somebody else can verify.",
    "role": "The role that states it; never a name.",
    "made": "The day on which it was stated.",
    "until": "The last day on which the statement counts: at most a year later.",
    "url": "Where it can be read, when it can.",
}
_OPTIONAL = {"url", "check", "control"}
_DATES = {"made", "until"}
_SETTINGS = {
    "profile": "The profile (a policy) that this repository is held against; `ospo profiles list` names them.",
    "kind": "What the repository is for.",
    "tier": "The tier of that profile that applies here.",
}
_LISTS = ("waivers", "statements")
_KEYS = (*_LISTS, *_SETTINGS)
_ANSWERS = {"yes": True, "no": False}
_LONGEST = datetime.timedelta(days=366)

_Part = TypeVar("_Part", Waiver, Statement)


def parse(text: str) -> tuple[Declaration, list[ParseError]]:
    """What is declared, and what is wrong in the file; a part that is not whole does not count."""
    try:
        document = yaml.load(text, NAME)
    except ParseError as error:
        return Declaration(), [error]
    if document.value is None:
        return Declaration(), []
    if not isinstance(document.value, dict):
        return Declaration(), [_wrong("must hold 'waivers:' with a list below it", document.line("waivers"))]
    problems = [
        _wrong("has the unknown key '{key}': '{known}' mean something here", document.line(key), key=key, known=known)
        for known in ["', '".join(_KEYS)]
        for key in document.value
        if key not in _KEYS
    ]
    waivers = _parts(document, "waivers", "waives '{check}' twice: keep one", _waiver, problems)
    statements = _parts(document, "statements", "states '{check}' twice: keep one", _statement, problems)
    settings = {key: _setting(document, key, problems) for key in _SETTINGS}
    kind = RepositoryKind(settings["kind"]) if settings["kind"] else None
    return Declaration(
        waivers={CheckId(about): part for (key, about), part in waivers.items() if key == "check"},
        statements={CheckId(about): part for (key, about), part in statements.items() if key == "check"},
        control_waivers={ControlId(about): part for (key, about), part in waivers.items() if key == "control"},
        control_statements={ControlId(about): part for (key, about), part in statements.items() if key == "control"},
        profile=settings["profile"],
        kind=kind,
        tier=settings["tier"],
    ), problems


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file, for text editors."""
    settings: dict[str, Any] = {
        key: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": text}
        for key, text in _SETTINGS.items()
    }
    settings["kind"] = {"enum": [str(kind) for kind in RepositoryKind], "description": _SETTINGS["kind"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "OSPO-NL: what a repository says about itself, in .ospo.yml",
        "type": ["object", "null"],
        "properties": {
            "waivers": {"type": "array", "items": _entry_schema(_WAIVER)},
            "statements": {"type": "array", "items": _entry_schema(_STATEMENT)},
            **settings,
        },
        "additionalProperties": False,
    }


def _entry_schema(keys: Mapping[str, str]) -> dict[str, Any]:
    def one(key: str) -> dict[str, Any]:
        if key in _DATES:
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        if key == "answer":
            return {"enum": [*_ANSWERS, *_ANSWERS.values()]}
        return {"type": "string", "pattern": r"^https?://\S+$" if key == "url" else r"\S"}

    return {
        "type": "object",
        "properties": {key: one(key) | {"description": text} for key, text in keys.items()},
        "required": [key for key in keys if key not in _OPTIONAL],
        "oneOf": [{"required": ["check"]}, {"required": ["control"]}],
        "additionalProperties": False,
    }


def _parts(
    document: yaml.Document,
    key: str,
    twice: str,
    read: Callable[[Any, int | None], _Part | ParseError],
    problems: list[ParseError],
) -> dict[tuple[str, str], _Part]:
    """The whole entries of one list, by what they are about; what is wrong with the others goes to the problems."""
    entries = document.value.get(key, [])
    if not isinstance(entries, list):
        problems.append(_wrong("must hold '{key}:' with a list below it", document.line(key), key=key))
        return {}
    found: dict[tuple[str, str], _Part] = {}
    for number, entry in enumerate(entries):
        line = document.line(key, number)
        part = read(entry, line)
        if isinstance(part, ParseError):
            problems.append(part)
            continue
        about = ("check" if "check" in entry else "control", part.about)
        if about in found:
            problems.append(_wrong(twice, line, check=part.about))
        else:
            found[about] = part
    return found


def _setting(document: yaml.Document, key: str, problems: list[ParseError]) -> str | None:
    value = document.value.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not is_slug(value):
        problems.append(_wrong("'{key}' is a name in small letters with hyphens", document.line(key), key=key))
        return None
    if key == "kind" and value not in set(RepositoryKind):
        kinds = ", ".join(RepositoryKind)
        problems.append(
            _wrong("'{kind}' is no kind: choose one of {kinds}", document.line(key), kind=value, kinds=kinds)
        )
        return None
    return value


def _waiver(entry: Any, line: int | None) -> Waiver | ParseError:
    if not isinstance(entry, dict):
        return _wrong("each waiver is a mapping with check, reason, role and until", line)
    if ("check" in entry) == ("control" in entry):
        return _wrong("a waiver is about either a check or a control: name one of them", line)
    if key := _missing(entry, _WAIVER):
        return _wrong("a waiver misses '{key}': without it, it does not count", line, key=key)
    if key := _unknown(entry, _WAIVER):
        return _wrong("a waiver has the unknown key '{key}': remove it", line, key=key)
    days = _dates(entry, line, ("until",))
    if isinstance(days, ParseError):
        return days
    return Waiver(_about(entry), entry["reason"].strip(), entry["role"].strip(), days[0], line)


def _statement(entry: Any, line: int | None) -> Statement | ParseError:
    if not isinstance(entry, dict):
        return _wrong("each statement is a mapping with check, answer, reason, role, made and until", line)
    if isinstance(entry.get("answer"), bool):
        entry = {**entry, "answer": "yes" if entry["answer"] else "no"}
    if ("check" in entry) == ("control" in entry):
        return _wrong("a statement is about either a check or a control: name one of them", line)
    if key := _missing(entry, _STATEMENT):
        return _wrong("a statement misses '{key}': without it, it does not count", line, key=key)
    if key := _unknown(entry, _STATEMENT):
        return _wrong("a statement has the unknown key '{key}': remove it", line, key=key)
    url = entry.get("url")
    if url is not None and not str(url).startswith(("https://", "http://")):
        return _wrong("'{url}' is no address: write it with https://", line, url=url)
    if entry["answer"].strip() not in _ANSWERS:
        return _wrong("'{answer}' is no answer: write yes or no", line, answer=entry["answer"])
    days = _dates(entry, line, ("made", "until"))
    if isinstance(days, ParseError):
        return days
    made, until = days
    if not made <= until <= made + _LONGEST:
        return _wrong("a statement counts for at most a year after it was made: make it anew", line)
    reason, role = entry["reason"].strip(), entry["role"].strip()
    return Statement(_about(entry), _ANSWERS[entry["answer"].strip()], reason, role, made, until, url, line)


def _about(entry: Mapping[str, str]) -> str:
    return (entry.get("check") or entry["control"]).strip()


def _missing(entry: Mapping[Any, Any], keys: Mapping[str, str]) -> str | None:
    """The first key without words; one that may stay away counts when it is there."""
    for key in keys:
        value = entry.get(key)
        if not (key in _OPTIONAL and key not in entry) and not (isinstance(value, str) and value.strip()):
            return key
    return None


def _unknown(entry: Mapping[Any, Any], keys: Mapping[str, str]) -> str | None:
    return min(map(str, entry.keys() - keys.keys()), default=None)


def _dates(entry: Mapping[str, str], line: int | None, keys: Sequence[str]) -> list[datetime.date] | ParseError:
    found = []
    for key in keys:
        try:
            found.append(datetime.date.fromisoformat(entry[key]))
        except ValueError:
            return _wrong("'{date}' is not a date: write it as 2027-06-30", line, date=entry[key])
    return found


def _wrong(message: str, line: int | None, **values: object) -> ParseError:
    return ParseError(message, path=NAME, line=line, **values)
