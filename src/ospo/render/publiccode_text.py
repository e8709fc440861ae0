# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong in a publiccode.yml, for a person: where to the column, what, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from ospo.errors import ParseError
from ospo.formats import yaml_places
from ospo.formats.publiccode import Report
from ospo.formats.publiccode_repair import Repaired
from ospo.formats.publiccode_schema import Text, kind_at
from ospo.formats.publiccode_values import Reason, words_of
from ospo.formats.publiccode_walk import Problem, dotted
from ospo.formats.yaml import Path
from ospo.render.terminal import WIDTH, printable, wrapped

# English templates; the translations are in locale/.
# What is wrong.
_WRONG: Mapping[Reason, str] = {
    Reason.NOT_YAML: "is not valid YAML",
    Reason.NOT_UTF8: "is not saved as UTF-8",
    Reason.NOT_A_MAPPING: "does not hold keys with values",
    Reason.VERSION_UNKNOWN: "names a version that never was",
    Reason.KEY_MISSING: "is missing or empty, and mandatory",
    Reason.KEY_UNKNOWN: "is not a key of the standard",
    Reason.KEY_TWICE: "is there as `it` and as `IT`",
    Reason.WRONG_TYPE: "holds another kind of value than it should",
    Reason.NOT_IN_LIST: "is not in the fixed list of the standard",
    Reason.NOT_A_URL: "is not a URL",
    Reason.NOT_A_URI: "is not a URI",
    Reason.NOT_A_DATE: "is not a date",
    Reason.NOT_A_MAIL_ADDRESS: "is not a mail address",
    Reason.NOT_A_LANGUAGE: "is not a language code",
    Reason.NOT_A_COUNTRY: "is not a country code",
    Reason.NOT_A_MEDIA_TYPE: "is not a media type",
    Reason.NOT_A_LICENCE: "is not a valid SPDX expression",
    Reason.TOO_SHORT: "is too short",
    Reason.TOO_LONG: "is too long",
    Reason.FILE_MISSING: "names a file that is not there",
    Reason.FILE_TYPE: "names a file of another type than it may",
    Reason.NOT_RELATIVE: "is not a path within the repository",
    Reason.CONTRACTORS_WITHOUT_CONTRACT: "goes with the type `contract` only",
    Reason.DEPRECATED: "is no longer part of the standard",
    Reason.KEY_NEWER: "is newer than the version declared",
    Reason.VERSION_OLD: "is not the newest version",
    Reason.ASKED_BY_VERSION: "is asked by the version declared",
    Reason.NUMBER_FOR_TEXT: "is read as a number",
    Reason.TEXT_FOR_LIST: "is one value where a list goes",
    Reason.LOWER_CASE_COUNTRY: "is in small letters",
    Reason.SECTION_UNDEFINED: "is a section of a country that nobody has described",
    Reason.EMPTY_LIST: "is an empty list",
}
# What to do about it.
_ADVICE: Mapping[Reason, str] = {
    Reason.NOT_YAML: "Look for a tab, a wrong indent, or a key that is there twice.",
    Reason.NOT_UTF8: "Save the file as UTF-8 in your editor.",
    Reason.NOT_A_MAPPING: "Begin with publiccodeYmlVersion and name.",
    Reason.VERSION_UNKNOWN: 'Write "0" for the newest of 0.x, or "0.7".',
    Reason.KEY_MISSING: "Add it, or fill it in.",
    Reason.KEY_UNKNOWN: "See to its spelling and capitals, or take it out.",
    Reason.KEY_TWICE: "Keep `IT`.",
    Reason.WRONG_TYPE: "See whether a text, list or true/false goes here.",
    Reason.NOT_IN_LIST: "Choose a word from the list of the standard.",
    Reason.NOT_A_URL: "Write it whole, with https://.",
    Reason.NOT_A_URI: "Write a URL with https://, or a URN.",
    Reason.NOT_A_DATE: "Write it as 2026-11-23.",
    Reason.NOT_A_MAIL_ADDRESS: "Write one address, of a role and not of a person.",
    Reason.NOT_A_LANGUAGE: "Write nl, en, or en-GB with a hyphen.",
    Reason.NOT_A_COUNTRY: "Write two capitals, as NL.",
    Reason.NOT_A_MEDIA_TYPE: "Write it as text/plain.",
    Reason.NOT_A_LICENCE: "Write an id of the SPDX list, as EUPL-1.2.",
    Reason.TOO_SHORT: "A longDescription has at least 150 characters.",
    Reason.TOO_LONG: "A shortDescription has at most 150 characters, a longDescription 10,000.",
    Reason.FILE_MISSING: "Count the path from the root of the repository.",
    Reason.FILE_TYPE: "A logo is svg or png, a screenshot png or jpg.",
    Reason.NOT_RELATIVE: "Begin at the root, without a slash in front.",
    Reason.CONTRACTORS_WITHOUT_CONTRACT: "Set maintenance.type to contract, or take the contractors out.",
    Reason.DEPRECATED: "Take it out, or move its content.",
    Reason.KEY_NEWER: "Declare a newer publiccodeYmlVersion.",
    Reason.VERSION_OLD: "`ospo publiccode fix --upgrade` declares the newest.",
    Reason.ASKED_BY_VERSION: "Add it, or declare a newer publiccodeYmlVersion.",
    Reason.NUMBER_FOR_TEXT: "Put it between quotes, or 1.10 becomes 1.1.",
    Reason.TEXT_FOR_LIST: "Put it between square brackets.",
    Reason.LOWER_CASE_COUNTRY: "Write two capitals, as NL.",
    Reason.SECTION_UNDEFINED: "Take it out if nothing reads it.",
    Reason.EMPTY_LIST: "Fill it, or take it out.",
}
_FEW = 15  # words of a list that fit in one advice

Say = Callable[..., str]


class Doctor:
    """Writes what is wrong in one file."""

    def __init__(self, name: str, content: bytes, say: Say) -> None:
        self._name = printable(name)
        self._text = content.decode("utf-8", "replace").removeprefix("\ufeff")
        self._lines = self._text.splitlines()
        self._say = say
        try:
            found = yaml_places.places(self._text)
        except ParseError:
            found = {}
        self._places = {dotted(path): place for path, place in found.items()}
        self._paths = {dotted(path): path for path in found}

    def report(self, report: Report) -> str:
        """Every problem with the line it is on, errors before warnings, and a last line that sums up."""
        if report.is_newer:
            words = "{name}: declares version {version}, which is newer than what we know: it is not judged."
            return self._say(words, name=self._name, version=printable(report.version)) + "\n"
        lines = [line for problem in (*report.errors, *report.warnings) for line in self._problem(problem)]
        words = "{name}: {errors} errors, {warnings} warnings."
        if not report.problems:
            words = "{name}: valid."
        elif not report.errors:
            words = "{name}: valid, {warnings} warnings."
        lines.append(
            self._say(words, name=self._name, errors=len(report.errors), warnings=len(report.warnings)),
        )
        return "\n".join(lines) + "\n"

    def entries(self, report: Report) -> list[dict[str, Any]]:
        """The same for a program."""
        return [
            {
                "file": self._name,
                "line": line,
                "column": column,
                "key": printable(problem.key),
                "reason": problem.reason.value,
                "is_warning": problem.is_warning,
                "message": self._say(_WRONG[problem.reason]),
                "advice": self._advice(problem),
            }
            for problem in (*report.errors, *report.warnings)
            for line, column in [self._where(problem)]
        ]

    def _problem(self, problem: Problem) -> Iterator[str]:
        line, column = self._where(problem)
        kind = self._say("warning") if problem.is_warning else self._say("error")
        key = f"{printable(problem.key)} " if problem.key else ""
        yield f"{self._name}:{line}:{column}: {kind}: {key}{self._say(_WRONG[problem.reason])}"
        if 0 < line <= len(self._lines):
            source = printable(self._lines[line - 1])[:100]
            yield f"  {line:>4} | {source}"
            yield f"       | {' ' * (min(column, 100) - 1)}^"
        yield from wrapped("       = ", self._advice(problem), 9, WIDTH)
        yield ""

    def _advice(self, problem: Problem) -> str:
        """What to do; for a word of a fixed list, which words there are, or which come close."""
        path = self._paths.get(problem.key)
        kind = kind_at(path) if path is not None and problem.reason is Reason.NOT_IN_LIST else None
        words = words_of(kind.test) if isinstance(kind, Text) else frozenset()
        if not words or path is None:
            return self._say(_ADVICE[problem.reason])
        if len(words) <= _FEW:
            return self._say("Choose one of: {words}.", words=", ".join(sorted(words)))
        near = get_close_matches(self._value(path), sorted(words), 3, 0.7)
        return self._say("Did you mean {near}?", near=", ".join(near)) if near else self._say(_ADVICE[problem.reason])

    def _value(self, path: Path) -> str:
        span = self._places[dotted(path)].value
        return self._text[span.start : span.end].strip(" \"'").casefold()

    def _where(self, problem: Problem) -> tuple[int, int]:
        place = self._places.get(problem.key)
        if place is None:
            return problem.line or 1, 1
        span = place.key or place.value
        return span.line, span.column


def changes(repaired: Repaired, say: Say) -> Iterator[str]:
    """What was repaired, a line each, and how much is left for a person."""
    for done in repaired.repairs:
        words = "line {line}: {key}: {before} became {after}"
        yield say(
            words, line=done.line, key=printable(done.key), before=printable(done.before), after=printable(done.after)
        )
    errors = [p for p in repaired.left if not p.is_warning]
    if errors:
        yield say("{n} errors are left that need a decision: `ospo publiccode check` explains them.", n=len(errors))


def document(entries: list[dict[str, Any]]) -> str:
    """The JSON text of a run: every problem of every file, one after the other."""
    made = {"schema_version": "1", "problems": entries}
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode("utf-8") + "\n"
