# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files of a tree have an owner by a CODEOWNERS, as GitHub, GitLab and Gitea match its patterns.

Sources of the rules: the pages on code owners in the manuals of GitHub, GitLab and Gitea. A pattern is of a stranger:
segments are matched one by one, so that no pattern can take more than the product of its parts and those of a path.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from itertools import takewhile

from ospo.formats.codeowners import CodeOwners, Rule
from ospo.formats.forges import GITEA, GITLAB

_MOST_WORK = 3_000_000  # steps over rules and files; a tree that needs more is not judged
_DEAR = 20  # steps that a pattern with wildcards costs, beside one that is plain
# Expressions of Gitea that Python can match in a time that only grows with the length of the path.
_SIMPLE = re.compile(r"\^?(?:[\w/ @=,~-]|\\[./_-]|\.[*+]?|\[\^?[\w./-]{1,60}\][*+]?)*\$?")
_MOST_REPEATS = 2
_ENDING = re.compile(r"\*\.[\w.-]+")
_MOST_CHARACTERS = 60_000_000  # looked at by expressions, at worst

Matcher = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern made ready: what it matches, whether that is cheap, and the top folder all its files are in."""

    matches: Matcher
    is_plain: bool = True
    top: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many files have an owner, were left without one on purpose (a rule without owners), and are not named.

    `gap` is the top folder (or the file in the root) that holds most of the files that are not named.
    """

    owned: int = 0
    unowned: int = 0
    unmatched: int = 0
    gap: str = ""

    @property
    def percent(self) -> int:
        """The share of owned files among those that were not left without an owner on purpose, rounded down."""
        rest = self.owned + self.unmatched
        return self.owned * 100 // rest if rest else 100


class TooMuch(Exception):  # noqa: N818 - the name is the sentence
    """Rules and files are too many, or a rule is an expression that cannot be matched safely."""


def coverage(owners: CodeOwners, paths: Sequence[str]) -> Coverage:
    """Count the files by their state.

    Raises:
        TooMuch: it cannot be told within reason.
    """
    if owners.dialect is GITEA:
        return _by_expressions(owners.rules, paths)
    work = _Work()
    if owners.dialect is GITLAB:
        return _by_sections(owners.rules, paths, work)
    states = _last_wins(owners.rules, paths, _github, work)
    return _count(states, paths)


class _Work:
    """Counts steps, and stops when they are too many; a class because many functions add to one sum."""

    def __init__(self) -> None:
        self._done = 0

    def add(self, steps: int) -> None:
        self._done += steps
        if self._done > _MOST_WORK:
            raise TooMuch


def _count(states: dict[str, bool], paths: Sequence[str]) -> Coverage:
    owned = sum(states.values())
    gaps = Counter(path.partition("/")[0] for path in paths if path not in states)
    gap = max(sorted(gaps), key=lambda name: gaps[name], default="")
    return Coverage(owned, len(states) - owned, len(paths) - len(states), gap)


def _last_wins(
    rules: Iterable[Rule], paths: Sequence[str], compiler: Callable[[str], _Pattern], work: _Work
) -> dict[str, bool]:
    """For every path that a rule names: whether the last of those rules has an owner."""
    states: dict[str, bool] = {}
    rest: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        rest[path.partition("/")[0]].append(path)
    for rule in reversed(list(rules)):
        pattern = compiler(rule.pattern)
        for top in [*rest] if pattern.top is None else [pattern.top]:
            candidates = rest.pop(top, [])
            work.add(len(candidates) * (1 if pattern.is_plain else _DEAR))
            left = []
            for path in candidates:
                if pattern.matches(path):
                    states[path] = rule.owners > 0
                else:
                    left.append(path)
            if left:
                rest[top] = left
    return states


def _by_sections(rules: Sequence[Rule], paths: Sequence[str], work: _Work) -> Coverage:
    """GitLab: each section says for itself; one that names an owner is enough, and `!` takes files out of it."""
    sections: dict[str, list[Rule]] = {}
    for rule in rules:
        sections.setdefault(rule.section, []).append(rule)
    states: dict[str, bool] = {}
    for section in sections.values():
        out = [rule for rule in section if rule.pattern.startswith("!")]
        excluded = [_gitlab(rule.pattern[1:]).matches for rule in out]
        work.add(len(paths) * len(excluded) * _DEAR)
        within = [path for path in paths if not any(matches(path) for matches in excluded)] if excluded else paths
        for path, is_owned in _last_wins((r for r in section if r not in out), within, _gitlab, work).items():
            states[path] = states.get(path, False) or is_owned
    return _count(states, paths)


def _by_expressions(rules: Sequence[Rule], paths: Sequence[str]) -> Coverage:
    """Gitea: expressions over the whole path; all that match count, and `!` means "does not match"."""
    compiled, worst = [], 0
    for rule in rules:
        expression = rule.pattern.removeprefix("!")
        repeats = expression.count("*") + expression.count("+")
        if not _SIMPLE.fullmatch(expression) or repeats > _MOST_REPEATS:
            raise TooMuch
        worst += sum(len(path) ** max(repeats, 1) for path in paths)
        if worst > _MOST_CHARACTERS:
            raise TooMuch
        compiled.append((re.compile(expression.strip("^$")), rule.pattern.startswith("!"), rule.owners > 0))
    states: dict[str, bool] = {}
    for path in paths:
        for pattern, is_negated, is_owned in compiled:
            if (pattern.fullmatch(path) is None) is is_negated:
                states[path] = states.get(path, False) or is_owned
    return _count(states, paths)


def _github(pattern: str) -> _Pattern:
    """A pattern as GitHub reads it: like .gitignore, but `docs/*` does not go deeper."""
    clean = pattern.replace("\\", "")
    core = clean.strip("/")
    only_folder = clean.endswith("/")
    parts = core.split("/")
    is_anchored = clean.startswith("/") or len(parts) > 1
    if not core:
        return _Pattern(lambda path: False)
    if core in ("*", "**") and not is_anchored:
        return _Pattern(lambda path: True)
    if not _is_glob(core):
        return _Pattern(_plain(core, is_anchored, only_folder), top=parts[0] if is_anchored else None)
    if _ENDING.fullmatch(clean):
        ending, inside = clean[1:], f"{clean[1:]}/"
        return _Pattern(lambda path: path.endswith(ending) or inside in path)
    goes_deeper = not (parts[-1] == "*" and is_anchored)
    wanted = parts if is_anchored else ["**", *parts]

    def matches(path: str) -> bool:
        names = path.split("/")
        ends = _ends(wanted, names)
        return any(end < len(names) if only_folder else end == len(names) or goes_deeper for end in ends)

    return _glob(wanted, matches)


def _plain(core: str, is_anchored: bool, only_folder: bool) -> Matcher:
    folder = f"{core}/"
    if is_anchored:
        return lambda path: path.startswith(folder) or (path == core and not only_folder)
    inside, end = f"/{folder}", f"/{core}"
    return lambda path: (
        path.startswith(folder) or inside in path or (not only_folder and (path == core or path.endswith(end)))
    )


def _gitlab(pattern: str) -> _Pattern:
    """A pattern as GitLab reads it: at any depth unless it starts with `/`; a folder only with `/` behind it."""
    clean = pattern.replace("\\", "")
    core = clean.strip("/")
    is_anchored, is_folder = clean.startswith("/"), clean.endswith("/")
    if clean in ("*", "**", "/**", "/**/*", "**/*", "/"):
        return _Pattern(lambda path: True)
    if not core:
        return _Pattern(lambda path: False)
    if not _is_glob(core) and is_anchored:
        folder, top = f"{core}/", core.partition("/")[0]
        return _Pattern((lambda path: path.startswith(folder)) if is_folder else (lambda path: path == core), top=top)
    if _ENDING.fullmatch(clean):
        ending = clean[1:]
        return _Pattern(lambda path: path.endswith(ending))
    wanted = [*([] if is_anchored else ["**"]), *core.split("/"), *(["**", "*"] if is_folder else [])]
    if wanted[-1] == "**":
        wanted.append("*")

    def matches(path: str) -> bool:
        names = path.split("/")
        return len(names) in _ends(wanted, names)

    return _glob(wanted, matches)


def _glob(wanted: Sequence[str], matches: Matcher) -> _Pattern:
    """A pattern with wildcards; most files are told apart by how all its matches begin."""
    start = "/".join(takewhile(lambda part: not _is_glob(part), wanted))
    top = wanted[0] if not _is_glob(wanted[0]) else None
    return _Pattern(lambda path: path.startswith(start) and matches(path), is_plain=False, top=top)


def _is_glob(text: str) -> bool:
    return any(mark in text for mark in "*?[")


def _ends(wanted: Sequence[str], names: Sequence[str]) -> set[int]:
    """How many names of a path a pattern can take from the start; `**` takes any number of them."""
    ends = {0}
    for part in wanted:
        if not ends:
            break
        if part == "**":
            ends = set(range(min(ends), len(names) + 1))
        else:
            ends = {end + 1 for end in ends if end < len(names) and _segment(part)(names[end])}
    return ends


@lru_cache(maxsize=2048)
def _segment(part: str) -> Matcher:
    """A matcher of one name; Python's own translation of a glob never goes back over what it took."""
    if part == "*":
        return lambda name: True
    if not _is_glob(part):
        return lambda name: name == part
    expression = re.compile(translate(part.replace("[^", "[!")))
    return lambda name: expression.match(name) is not None
