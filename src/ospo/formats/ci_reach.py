# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What continuous integration reaches: its pipelines, and what they call in the tree, two steps deep.

Several checks ask which tools run in CI; they share one reading of a snapshot, as with the survey.
"""

import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass

from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import ci, ci_calls, text_lines, tree, workflow
from ospo.formats.expression import Expression
from ospo.formats.tree import Paths

_DEPTH = 2
_MOST_FILES = 60
_MOST_CALLS = 300
_FILES_PER_TOOL = 8
_LARGEST = 200_000  # bytes of a pipeline
_LARGEST_CALLED = 60_000  # characters of a script or build file; what is larger is data

# Tools that read what to run from a file of their own: how a pipeline calls them, and the files.
_PRE_COMMIT = "pre-commit"
_BY_SETTINGS: dict[str, tuple[re.Pattern[str], Expression]] = {
    name: (re.compile(rf"(?<![\w.-])(?:{called})"), Expression(files))
    for name, called, files in (
        (_PRE_COMMIT, r"(?:pre-commit|prek)\s+run\b|pre-commit/action", r"\.pre-commit-config\.ya?ml"),
        (
            "python",
            r"(?:tox|hatch|nox|poe|pdm|invoke|inv)(?:\s|$)",
            r"tox\.ini|noxfile\.py|pyproject\.toml|tasks\.py|poe_tasks\.toml",
        ),
        ("maven", r"mvnw?(?:\.cmd)?\s|mavenPomFile|Maven@", r"(?:[^/]+/)?pom\.xml"),
        ("gradle", r"gradlew?(?:\.bat)?\s|Gradle@", r"(?:[^/]+/)?build\.gradle(?:\.kts)?"),
        ("grumphp", "grumphp", r"grumphp\.ya?ml(?:\.dist)?"),
        ("goreleaser", "goreleaser", r"(?:\.config/|build/)?\.?goreleaser\.ya?ml"),
    )
}
# Words without which a text calls none of them: much quicker to look for.
_NAMED = {
    _PRE_COMMIT: ("pre-commit", "prek"),
    "python": ("tox", "hatch", "nox", "poe", "pdm", "inv"),
    "maven": ("mvn", "mavenPomFile", "Maven@"),
    "gradle": ("gradle", "Gradle@"),
    "grumphp": ("grumphp",),
    "goreleaser": ("goreleaser",),
}
# The tables of pyproject.toml that hold commands; what stands elsewhere in it is not run.
_TABLE = re.compile(r"^\s*\[+([^\]]+)\]+")
_COMMANDS = re.compile(r"tool\.(?:poe\.tasks|hatch\.envs\..*scripts|pdm\.scripts|tox|taskipy)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A text that CI runs: a pipeline, or a piece of a file that one calls.

    Attributes:
        path: the file the text is in.
        before: the lines of the file that come before the text.
        text: what is run.
        start: the pipeline, and the line of it that leads here (None when the text is the pipeline itself).
        on_changes: whether the pipeline starts on changes or on a schedule, as far as its file tells.
    """

    path: str
    before: int
    text: str
    start: tuple[str, int | None]
    on_changes: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """The parts, and the limits of what was seen.

    `elsewhere`: the first line of each pipeline that hands work to another repository. `unread`: pipelines that could
    not be had.
    """

    parts: tuple[Part, ...]
    pipelines: tuple[str, ...]
    elsewhere: tuple[tuple[str, int], ...]
    unread: tuple[Unreadable, ...]


_kept: list[tuple["weakref.ref[Snapshot]", Reach]] = []  # of the snapshot asked about last, for as long as it lives


def reach(repository: Snapshot) -> Reach:
    """What CI of a snapshot reaches; asked again for the same snapshot, it is the same one."""
    for snapshot, kept in _kept:
        if snapshot() is repository:
            return kept
    made = _reach(repository)
    _kept[:] = [(weakref.ref(repository, _forget), made)]
    return made


def _forget(gone: "weakref.ref[Snapshot]") -> None:
    _kept[:] = [pair for pair in _kept if pair[0] is not gone]


def _reach(repository: Snapshot) -> Reach:
    paths = tree.paths(repository.entries())
    pipelines = [pipeline.path for pipeline in ci.locate(paths)]
    texts, unread = _read(repository, pipelines)
    parts = [Part(path, 0, text, (path, None), _on_changes(path, text)) for path, text in texts.items()]
    parts += _of_service(repository, paths)
    parts += _called(repository, paths, parts)
    elsewhere = [(path, line) for path, text in texts.items() if (line := ci_calls.elsewhere(text))]
    return Reach(tuple(parts), tuple(pipelines), tuple(elsewhere), tuple(unread))


def _on_changes(path: str, text: str) -> bool:
    """False only for a workflow that says it starts on other events alone."""
    if not workflow.locate([path]):
        return True
    try:
        events = workflow.parse(text, path).events
    except ParseError:
        return True
    return not events or ci.runs_on_changes(events) or "workflow_call" in events


def _of_service(repository: Snapshot, paths: Paths) -> Iterator[Part]:
    """The hooks that pre-commit.ci runs: a service that works without a pipeline, and has settings under `ci`."""
    places = list(paths.fitting(_BY_SETTINGS[_PRE_COMMIT][1]))
    for path, text in _read(repository, places)[0].items():
        if re.search(r"^ci\s*:", text, re.MULTILINE):
            yield Part(path, 0, text, (path, None), on_changes=True)


def _called(repository: Snapshot, paths: Paths, begin: list[Part]) -> Iterator[Part]:
    """What the parts call: build files, scripts and actions of the tree, and what those call in turn."""
    texts: dict[str, str] = {part.path: part.text for part in begin}
    done: set[tuple[str, str, bool]] = set()
    seen = {(part.path, 0, part.on_changes) for part in begin}
    todo = begin
    for _ in range(_DEPTH):
        new: list[Part] = []
        for part in todo:
            for call in (*ci_calls.calls(part.text, paths.by_name), *_by_settings(part.text))[:_MOST_CALLS]:
                if (call.tool, call.name, part.on_changes) in done:
                    continue
                done.add((call.tool, call.name, part.on_changes))
                places = _places(call, paths)
                fresh = [place for place in places if place not in texts][: max(0, _MOST_FILES - len(texts))]
                texts.update(dict.fromkeys(fresh, "") | _read(repository, fresh)[0])
                for place in places:
                    before, text = _body(call, place, texts.get(place, ""))
                    if 0 < len(text) <= _LARGEST_CALLED and (place, before, part.on_changes) not in seen:
                        seen.add((place, before, part.on_changes))
                        start = (part.start[0], part.start[1] or call.line)
                        new.append(Part(place, before, text, start, part.on_changes))
        yield from new
        todo = new


def _by_settings(text: str) -> Iterator[ci_calls.Call]:
    for name, (called, _) in _BY_SETTINGS.items():
        if any(word in text for word in _NAMED[name]) and (found := called.search(text)):
            yield ci_calls.Call("settings", name, text.count("\n", 0, found.start()) + 1)


def _places(call: ci_calls.Call, paths: Paths) -> list[str]:
    if call.tool == "settings":
        return list(paths.fitting(_BY_SETTINGS[call.name][1])[:_FILES_PER_TOOL])
    return ci_calls.where(call, paths)


def _body(call: ci_calls.Call, place: str, text: str) -> tuple[int, str]:
    if call.tool != "settings":
        return ci_calls.body(call, text)
    return 0, _commands(text) if place == "pyproject.toml" else text


def _commands(text: str) -> str:
    """The lines of a pyproject.toml in tables with commands; the others are left empty, so that numbers still hold."""
    kept, is_inside = [], False
    for line in text_lines.of(text):
        if table := _TABLE.match(line):
            is_inside = _COMMANDS.match(table[1]) is not None
        kept.append(line if is_inside else "")
    return "\n".join(kept)


def _read(repository: Snapshot, paths: list[str]) -> tuple[dict[str, str], list[Unreadable]]:
    texts: dict[str, str] = {}
    unread: list[Unreadable] = []
    for path, content in repository.read_all(paths):
        if isinstance(content, Unreadable):
            unread.append(Unreadable(content.reason, path))
        elif len(content) > _LARGEST:
            unread.append(Unreadable("too-large", path))
        else:
            texts[path] = content.decode("utf-8", errors="replace")
    return texts, unread
