# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which line of a pipeline, a Makefile or a script runs tests: tables of test runners and names, read line by line."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from ospo.formats import stretches, text_lines
from ospo.formats.expression import Expression


class Strength(IntEnum):
    """How sure a line is about running tests; lower is surer. A hint (a job by that name) may also mean other work."""

    RUNNER = 0
    TARGET = 1
    ACTION = 2
    STEP = 3
    HINT = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A line (from 1) that runs tests."""

    line: int
    strength: Strength


# Options before a word of interest: each with a value or without, but a value holds no "test".
_OPTIONS = r"(?:\s+-\S+(?:\s+(?!-|run\b|exec\b|t\b|\S*test)[\w@./:-]+)?|\s+[A-Z_]+=\S*|\s+workspace\s+\S+)*+"
_SCRIPT_NAME = r"[^\s-]*(?<![a-z])(?:tests?|e2e|cypress|playwright|vitest|jest)(?![a-z])(?!\s+install)\S*"
# Commands by which tests are run, wherever they stand on a command line.
_RUNNERS = (
    # Python
    r"pytest|py\.test|nosetests|stestr|-m\s+(?:unittest|doctest|nose2?|twisted\.trial)|unittest\s+discover",
    r"manage\.py\s+test|setup\.py\s+(?:test|pytest)|hatch\s+(?:test|run\s+\S*test\S*)|cibuildwheel",
    r"tox(?!\s+(?:\S+\s+)*(?:-e|--env)[\s=]*+(?!py|test|unit|integration|cov|all|\$|\{))",
    # JavaScript and TypeScript
    rf"(?:npm|pnpm|yarn|bun|deno\s+task){_OPTIONS}(?:\s+(?:run|run-script|exec)(?:\s+--?[a-z]\S*)*+)?\s+(?:t(?!\S)|{_SCRIPT_NAME})",
    r"jest|vitest|mocha|jasmine|testcafe|web-test-runner|cucumber-js|newman\s+run|cypress\s+run|playwright\s+test",
    r"node\s+(?:\S+\s+)*--test|(?:deno|bun|react-scripts|backstop)\s+test|ng\s+(?:test|e2e)|test-storybook",
    r"(?:nx|turbo|lerna)\s+(?:\S+\s+)*\S*(?<![a-z])(?:test|e2e)(?![a-z])|projen\s+(?:build|test)",
    # Java virtual machine
    r"mvnw?(?:\.cmd)?\s+(?:.*\s)?(?:\S+:)?(?:test|integration-test|verify|package|install|deploy)",
    r"sbt\s+.*\btest\w*|lein\s+.*\b(?:test|midje)|(?:clojure|clj|bb)\s+.*\btests?|kaocha",
    # Go, Rust, .NET
    r"go\s+test|gotestsum|ginkgo|(?:cargo|cross)\s+(?:\S+\s+)*?(?:test|nextest|llvm-cov|tarpaulin|miri)",
    r"dotnet\s+(?:test|vstest)|vstest\.console(?:\.exe)?|nunit3?-console|xunit\.console\S*",
    # PHP, Ruby, R
    r"phpunit|simple-phpunit|paratest|behat|codecept(?:ion)?|phpspec|artisan\s+test",
    r"composer\s+(?:run(?:-script)?\s+)?\S*(?<![a-z])(?:tests?|jest)(?![a-z])\S*",
    r"rspec|(?:rails|rake)\s+(?:\S*test\S*|spec\S*)|bundle\s+exec\s+rake|ruby\s+-I\s*\S*test\S*",
    r"R(?:\.exe)?\s+CMD\s+check|rcmdcheck(?=::|\()|devtools::(?:test|check)|testthat::\w+|tinytest::\w+",
    # C and C++, and the rest
    r"ctest|meson\s+test|(?:bazel|bazelisk|buck2?)\s+(?:test|coverage)|ninja\s+.*\b(?:test|check)|--target\s+\S*test\S*",
    r"swift\s+test|xcodebuild\s+.*\btest\S*|fastlane\s+\S*test\S*|(?:flutter|dart)\s+test|mix\s+(?:test|coveralls\S*)",
    r"(?:cabal|stack)\s+(?:\S+\s+)*test|Pkg\.test|bats|shunit2|shellspec|molecule\s+test|terratest|Invoke-Pester",
    r"(?:terraform|tofu|forge|opa)\s+test|helm\s+(?:unittest|test)|ct\s+(?:lint-and-)?install|busted|godog",
)
# Commands with names that mean something else too: only at the start of a command.
_RUNNERS_AT_START = (
    r"(?:nox|robot|pabot|behave|lettuce|karma|ava|tape|wtr|qunit|pest|infection|minitest|cucumber|prove|trial|rake)",
    r"gradlew?(?:\.bat)?\s+(?:.*\s)?(?:\S*:)?(?:test\w*|\w*[a-z]Test|check|build|jacoco\w*)",
)
# Targets and scripts of the repository itself with "test" in their name.
_TYPES = r"(?!typ(?:es?|ing)[-_:]tests?(?!\w))"  # that checks the types of the tests, and runs none
_WORD = _TYPES + r"[\w.:+-]*(?<![a-z])(?:unit|integration|e2e|api|all|run)?tests?(?![a-z])[\w.:+-]*"
_TARGETS = (
    rf"(?:make|gmake|just|task|grunt|gulp|ant|invoke|inv|mage|doit|earthly){_OPTIONS}\s+(?:[\w.:+/-]+\s+)*?\+?{_WORD}",
    rf"(?:poe|pdm(?:\s+run)?|rye(?:\s+run)?|(?:poetry|uv|pipenv|hatch|pixi|mise|devbox|nix|moon)\s+run){_OPTIONS}\s+{_WORD}",
    r"scons\s+(?:\S+\s+)*tests?|(?:make|gmake)\s+(?:\S+\s+)*(?:distcheck|spec)",
    rf"(?:python3?|bash|sh|node|ruby|pwsh|Rscript|perl|deno\s+run)\s+(?:-\S+\s+)*(?:[\w.-]+/)*{_WORD}\.\w+",
)
_START = r"(?:^|[\"'`(]|(?:run|exec|npx|yarn|pnpm|bunx|sudo|time|php|-m|-c|-a|--|then|do)\s|bin/|\./|\w:\s|-\s)\s*"
_SCRIPT = rf"(?:\./|(?:\./)?(?:scripts?|bin|ci|\.ci|hack|dev|tools?|build)/)(?:[\w-]+/)*{_WORD}(?=\s|$)"
_COMMAND = {
    Strength.RUNNER: Expression(
        rf"(?<![\w.@-])(?:{'|'.join(_RUNNERS)})(?![\w-]|\.\w|[\"']?:)|{_START}(?:{'|'.join(_RUNNERS_AT_START)})(?![\w-]|\.\w|[\"']?:)"
    ),
    Strength.TARGET: Expression(
        rf"(?<![\w./@-])(?:{'|'.join(_TARGETS)})(?![\w-])|(?:^|(?:run|script|command|cmd):\s|-\s)\s*{_SCRIPT}"
    ),
}
# Actions and tasks that run tests, or show what tests gave.
_ACTION = Expression(
    r"cypress-io/github-action|julia-actions/julia-runtest|r-lib/actions/check-r-package|matlab-actions/run-tests"
    r"|pypa/cibuildwheel|/test-reporter|publish-unit-test-result|junit-report|publish-test-results|VSTest@"
    r"|PublishTestResults@|VisualStudioTest|jest-coverage|vitest-coverage-report|helm/chart-testing-action|newman-action"
    r"|\bjunit\s+['\"]|publishJUnit|robotframework-test|mavenPomFile\s*:|^\s*command\s*:\s*['\"]?test\b|testPreset\s*:"
    r"|^test_script\s*:",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"""^\s*-\s+name\s*:(?P<name>.+)$|^\s*-?\s*displayName\s*:(?P<title>.+)$|\bstage\s*\((?P<stage>[^)]+)"""
)
_PART = re.compile(r"^\s*(?:-\s+)?(?:name|stage|job|label)\s*:(?P<name>.+)$|^(?:\s{2}|\s{4})?(?P<key>[\w.:-]+)\s*:\s*$")
_MAYBE = Expression(r"(?<![\w./-])g?make\s+(?:\S+\s+)*check(?![\w-])|chromaui/action|(?<![\w-])chromatic(?![\w-])")
_SAYS_TEST = Expression(
    r"(?<![a-z])(?:unit|integration|functional|acceptance|regression|system)?[-_ ]?(?:tests?|testing|testen)(?![a-z])"
    r"|(?<![a-z])(?:e2e|pytest|phpunit|jest|specs)(?![a-z])",
    re.IGNORECASE,
)
_SAYS_OTHER = Expression(
    r"deploy|publish|release|environment|omgeving|infra|update|set[ -]?up|install|upload|download|prepare|build|image"
    r"|server|cluster|runner|lint|link|spell|html|a11y|accessib|security|sast|dast|penetration|login|cache|artifact"
    r"|summary|matrix|\blogs?\b|sitemap|pages",
    re.IGNORECASE,
)
_NO_COMMAND = re.compile(
    r"(?:^|[\s;&|])(?:install|i|add|remove|uninstall|apk|apt(?:-get)?|brew|echo|printf|key|paths?|description|uses)\b",
    re.IGNORECASE,
)
_SKIPS = re.compile(r"-DskipTests?(?!\s*=\s*false)|-Dmaven\.test\.skip(?!\s*=\s*false)|-x\s+test\b", re.IGNORECASE)
_SEGMENT = re.compile(r"&&|\|\||[;|]")
_COMMENT = re.compile(r"(?:^|\s)#\s.*$")
_LONGEST_LINE = 600


def find(text: str) -> Hit | None:
    """The surest line that runs tests, and the first of those; None when there is none."""
    best: Hit | None = None
    for number, line in lines(text):
        strength = _strength(line)
        if strength is not None and (best is None or strength < best.strength):
            best = Hit(number, strength)
            if strength is Strength.RUNNER:
                break
    return best


def by_default(text: str) -> int | None:
    """The line by which Travis CI runs the tests of a language: it does so when no `script` is given."""
    named = re.search(r"^language\s*:", text, re.MULTILINE)
    if not named or re.search(r"^\s*(?:-\s+)?script\s*:", text, re.MULTILINE):
        return None
    return text.count("\n", 0, named.start()) + 1


@lru_cache(maxsize=128)  # several checks read the same texts of one repository, one after the other
def lines(text: str) -> tuple[tuple[int, str], ...]:
    """The lines without comments, with their number; one that goes on after a backslash is one line."""
    return tuple(_lines(text))


def holding(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Those of the lines that hold one of the words, which are in lower case; they are found in any case."""
    found, (folded, starts) = lines(text), _folded(text)
    places = {bisect_right(starts, at) - 1 for word in words for at in stretches.places(folded, word)}
    return (found[place] for place in sorted(places))


@lru_cache(maxsize=128)
def _folded(text: str) -> "tuple[str, array[int]]":
    """The lines in lower case as one text, and where each begins."""
    folded, starts, place = [line.lower() for _, line in lines(text)], array("L"), 0
    for line in folded:
        starts.append(place)
        place += len(line) + 1
    return "\n".join(folded), starts


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start, held = 0, ""
    for number, raw in enumerate(text_lines.of(text), 1):
        if not held:
            start = number
            if raw.lstrip().startswith(("#", "//")):
                continue
        line = raw[:_LONGEST_LINE]
        line = (_COMMENT.sub("", line) if "#" in line else line).rstrip()
        if line.endswith("\\") and len(held) < _LONGEST_LINE:
            held += line[:-1].strip() + " "
            continue
        yield start, held + line
        held = ""
    if held:
        yield start, held


@lru_cache(maxsize=1 << 14)  # the lines of pipelines are much alike
def _strength(line: str) -> Strength | None:
    for pattern, strength in ((_STEP, Strength.STEP), (_PART, Strength.HINT)):
        if named := pattern.search(line):
            name = next(filter(None, named.groups()))
            if strength is Strength.HINT and _ACTION.search(line):
                return Strength.ACTION
            return strength if _SAYS_TEST.search(name) and not _SAYS_OTHER.search(name) else None
    for strength, command in _COMMAND.items():
        if command.search(line) and any(_is_command(command, segment) for segment in _SEGMENT.split(line)):
            return strength
    if _ACTION.search(line):
        return Strength.ACTION
    return Strength.HINT if _MAYBE.search(line) else None


def _is_command(command: Expression, segment: str) -> bool:
    match = command.search(segment)
    return match is not None and not _NO_COMMAND.search(segment, 0, match.start()) and not _SKIPS.search(segment)
