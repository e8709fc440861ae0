# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a pipeline calls: targets of build files and scripts in the tree, and pipelines of other repositories."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ospo.formats import ci_tests, text_lines, tree
from ospo.formats.expression import Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A line (from 1) that calls a target `name` of a build tool, or (tool "file") a file of the tree."""

    tool: str
    name: str
    line: int


_ARGUMENTS = r"(?P<arguments>[^;&|<>\"'`)]*)"
_TOOLS: dict[str, re.Pattern[str]] = {
    "make": re.compile(rf"(?<![\w./-])(?:g|n)?make(?:\s+{_ARGUMENTS}|$)"),
    "just": re.compile(rf"(?<![\w./-])just(?:\s+{_ARGUMENTS}|$)"),
    "task": re.compile(rf"(?<![\w./-])task\s+{_ARGUMENTS}"),
    "npm": re.compile(
        r"(?<![\w./-])(?:npm(?:\s+-\S+)*(?:\s+run(?:-script)?|(?=\s+(?:test|start)\b))|(?:yarn|pnpm|bun)(?:\s+-\S+(?:\s\S+)?)*?(?:\s+run)?|npx\s+nps)"
        rf"\s+{_ARGUMENTS}"
    ),
    "run-all": re.compile(r"(?<![\w./-])(?:npm-run-all2?|run-[sp])\s+(?P<arguments>[^;&|<>)]*)"),
    "concurrently": re.compile(r"(?<![\w./-])concurrently\s+(?P<arguments>[^;&|<>)]*)"),
    "turbo": re.compile(rf"(?<![\w./-])turbo(?:\s+run)?\s+{_ARGUMENTS}"),
    "composer": re.compile(rf"(?<![\w./-])composer(?:\s+run(?:-script)?)?\s+{_ARGUMENTS}"),
    "docker": re.compile(
        r"(?<![\w/-])docker(?:-compose|\s+compose|\s+buildx)?\s+(?:-\S+\s+\S+\s+)*(?:build|up|run)\b(?P<arguments>)"
        r"|docker/build-push-action(?P<action>)"
    ),
}
# What runs scripts of npm by their names.
_OF = {"run-all": "npm", "concurrently": "npm", "turbo": "npm"}
_SCRIPT_OF = re.compile(r"(?:npm|yarn|pnpm|bun):(\S+)")  # how concurrently tells a script from a command
# Words without which a line calls none of them: much quicker to look for.
_NAMED = {
    "make": ("make",),
    "just": ("just",),
    "task": ("task",),
    "npm": ("npm", "yarn", "bun", "npx"),
    "run-all": ("run-",),
    "concurrently": ("concurrently",),
    "turbo": ("turbo",),
    "composer": ("composer",),
    "docker": ("docker",),
}
# The files in which a tool looks for its targets.
_FILES: dict[str, Expression] = {
    "make": Expression(r"(?:.*/)?(?:GNU)?Makefile|(?:.*/)?[^/]+\.mk", re.IGNORECASE),
    "just": Expression(r"(?:.*/)?(?:\.?justfile|[^/]+\.just)", re.IGNORECASE),
    "task": Expression(r"(?:.*/)?Taskfile[^/]*\.ya?ml", re.IGNORECASE),
    "npm": Expression(r"(?:.*/)?package\.json"),
    "composer": Expression(r"(?:.*/)?composer\.json"),
    "docker": Expression(r"(?:.*/)?(?:[^/]+\.)?(?:Dockerfile|Containerfile)[^/]*", re.IGNORECASE),
}
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendor|third_party)/|(?:^|/)(?:pnpm-workspace|mkdocs|[\w.-]*docker-compose[\w.-]*)\.ya?ml$"
    r"|\.config\.[cm]?[jt]s$"
)
_PATH = re.compile(
    r"(?<![\w.@/-])(?:[\w.@-]*+(?:/[\w.@-]++)++"
    r"|[\w.@-]+\.(?:sh|bash|ps1|py|js|mjs|ts|rb|pl|R|bat|cmd|ya?ml|groovy|mk|cmake|xml))"
)
_READABLE = re.compile(r"(?:^|/)[^./]+$|\.(?:sh|bash|ps1|py|js|mjs|ts|rb|pl|R|bat|cmd|ya?ml|groovy|mk|cmake|xml)$")
_FILES_PER_TOOL = 8
_TEST_STAGE = re.compile(r"^\s*target\s*:\s*['\"]?\S*(?<![a-z])tests?(?![a-z])", re.IGNORECASE)

# Pipelines of other repositories, whose steps are not in this tree.
_ELSEWHERE = re.compile(
    r"uses\s*:\s*['\"]?(?!\./)[\w.:/-]+/\.?(?:github|forgejo|gitea)/workflows/"
    r"|^\s*-\s+(?:project|remote|component)\s*:\s*\S|^\s*(?:-\s+)?template\s*:\s*\S+(?:@\S+|\.gitlab-ci\.yml)"
    r"|@Library\s*\(|^\s*library\s+['\"]",
    re.IGNORECASE,
)


def elsewhere(text: str) -> int | None:
    """The first line that hands work to a pipeline of another repository."""
    return next((number for number, line in ci_tests.lines(text) if _ELSEWHERE.search(line)), None)


def test_stage(text: str) -> int | None:
    """The line that names the stage of an image in which tests run, as `target: test` for an action does."""
    return next((number for number, line in ci_tests.lines(text) if _TEST_STAGE.search(line)), None)


def calls(text: str, files: Mapping[str, Sequence[str]]) -> Iterator[Call]:
    """What the lines of a pipeline or script call.

    Args:
        text: the pipeline or script.
        files: the paths of the tree by their last part, to tell which words are files.
    """
    tools = [(tool, _TOOLS[tool], words) for tool, words in _NAMED.items() if any(word in text for word in words)]
    for number, line in ci_tests.lines(text):
        for tool, pattern, words in tools:
            for word in words:
                if word in line:
                    for match in pattern.finditer(line):
                        yield from (
                            Call(_OF.get(tool, tool), n, number) for n in _names(tool, match["arguments"] or "")
                        )
                    break
        for match in _PATH.finditer(line) if "/" in line or "." in line else ():
            path = _in_tree(match[0], files)
            if path:
                yield Call("file", path, number)


def where(call: Call, paths: Sequence[str]) -> list[str]:
    """The files in which the call may be defined, nearest to the root first; a few at most."""
    if call.tool == "file":
        return [call.name]
    found = [path for path in tree.of(paths).fitting(_FILES[call.tool]) if not _ASIDE.search(path)]
    return sorted(found, key=lambda p: (p.count("/"), p))[:_FILES_PER_TOOL]


def body(call: Call, text: str) -> tuple[int, str]:
    """The part of a file that the call runs, and the line before it (0 for the whole file); empty when not there."""
    if call.tool in ("file", "docker"):
        return 0, text
    if call.tool in ("npm", "composer"):
        return _script(call.name, text)
    return _block(call, text)


def _names(tool: str, arguments: str) -> list[str]:
    if tool == "docker":
        return [""]
    words = [w for w in arguments.split() if not w.startswith("-") and "=" not in w and "$" not in w]
    if tool in ("npm", "composer"):
        return words[:1]
    if tool in ("run-all", "concurrently"):
        names = [name for word in words if (name := word.strip("\\\"',"))]
        if tool == "run-all":
            return names
        # Its star stands for any depth.
        return [found[1].replace("*", "**") for name in names if (found := _SCRIPT_OF.fullmatch(name))]
    return words or [""]


def _in_tree(word: str, files: Mapping[str, Sequence[str]]) -> str | None:
    path = word.removeprefix("./").lstrip("/")
    candidates = files.get(path.rpartition("/")[2], ())
    if path in candidates and _READABLE.search(path) and not _ASIDE.search(path):
        return path
    for inner in (f"{path}/action.yml", f"{path}/action.yaml"):
        if word.startswith("./") and inner in files.get(inner.rpartition("/")[2], ()):
            return inner
    ending = [c for c in candidates if c.endswith("/" + path)]
    return ending[0] if len(ending) == 1 and _READABLE.search(path) and not _ASIDE.search(ending[0]) else None


def _script(name: str, text: str) -> tuple[int, str]:
    """A script, with those that npm and yarn run before and after it by their names; or all that `name*` stands for."""
    try:
        scripts = json.loads(text).get("scripts")
        found = {key: scripts.get(key) for key in _fitting(name, scripts.keys()) or (name, f"pre{name}", f"post{name}")}
    except (ValueError, AttributeError, RecursionError):
        return 0, ""
    start = max(text.find('"scripts"'), 0)
    lines: dict[int, list[str]] = {}
    for key, command in found.items():
        commands = [c for c in (command if isinstance(command, list) else [command]) if isinstance(c, str)]
        if commands:
            lines.setdefault(text.count("\n", 0, max(text.find(json.dumps(key), start), 0)), []).extend(commands)
    if len(lines) < 2:
        return next(((before, "\n".join(commands)) for before, commands in lines.items()), (0, ""))
    first = min(lines)
    return first, "\n".join(" && ".join(lines.get(number, ())) for number in range(first, max(lines) + 1))


def _fitting(name: str, scripts: Iterable[str]) -> list[str]:
    """The scripts that `lint:*` stands for (one level deep), or `lint:**` (any depth); `**` is every script."""
    start = name.rstrip("*")
    is_deep = name.endswith("**")
    if start == name or not (start or is_deep):
        return []
    return [key for key in scripts if key.startswith(start) and (is_deep or ":" not in key[len(start) :])]


def _block(call: Call, text: str) -> tuple[int, str]:
    """The header line of a target and the deeper indented lines under it."""
    name = re.escape(call.name) if call.name else r"[\w-]+"
    indent = r"[ \t]*" if call.tool == "task" else ""
    arguments = r"(?: [^:\n]*)?" if call.tool == "just" else r"(?: [^:=\n]*)?"
    header = re.compile(rf"{indent}@?(?:[\w.-]+ +)*{name}{arguments}:(?!=).*")
    source = text_lines.of(text)
    for number, line in enumerate(source):
        if header.fullmatch(line):
            return number, "\n".join([_as_calls(call.tool, line), *_deeper(source[number + 1 :], _depth(line))])
    return 0, ""


def _deeper(lines: Sequence[str], depth: int) -> Iterator[str]:
    return takewhile(lambda line: not line.strip() or _depth(line) > depth, lines)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _as_calls(tool: str, header: str) -> str:
    """The targets a target leans on, written as a call, so that reading goes on there."""
    targets = header.partition(":")[2].partition("#")[0].strip()
    return f"{tool} {targets}" if targets and tool in ("make", "just") else ""
