# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""CODEOWNERS in the dialects of GitHub, GitLab and Gitea: which file a forge reads, and which lines it cannot use.

Sources of the rules: the pages on code owners in the manuals of GitHub, GitLab and Gitea.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from ospo.formats.forges import FORGES, GITEA, GITHUB, GITLAB, OTHER, Forge, forge_of

MAX_BYTES = 3_000_000  # GitHub does not load a file of 3 MB or more
_MAX_RULES_MATCHED = 50

_NAME = re.compile(r"(?:(?:\.github|\.gitlab|\.gitea|\.forgejo|docs)/)?codeowners(?:\.\w+)?", re.I)
_WORD = re.compile(r"(?:\\.|\S)+")
_MAIL = r"[^\s@]+@[^\s@]+\.[^\s@]+"
_OWNER = {
    GITHUB.name: re.compile(rf"@[\w-]+(?:/[\w.-]+)?|{_MAIL}"),
    GITLAB.name: re.compile(rf"@@?[\w.-]+(?:/[\w.-]+)*|{_MAIL}"),
    GITEA.name: re.compile(rf"@[\w.-]+(?:/[\w.-]+)?|{_MAIL}"),
}
_SECTION = re.compile(r"\^?\[[^\]]+\](?:\[\d+\])?(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class Place:
    """The file that counts, and the forge that reads it there; `is_read` is false when none does."""

    path: str
    forge: Forge
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that names paths; without owners it says that nobody owns them, which is allowed."""

    pattern: str
    owners: int
    line: int
    section: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CodeOwners:
    """The usable rules, and the lines (from 1) that the forge cannot use."""

    rules: tuple[Rule, ...]
    invalid_lines: tuple[int, ...]
    dialect: Forge

    @property
    def owned(self) -> tuple[Rule, ...]:
        """The rules that name an owner."""
        return tuple(rule for rule in self.rules if rule.owners)


@dataclass(frozen=True, slots=True)
class Overruled:
    """The line of a rule that never counts, and that of the later rule that takes its place."""

    line: int
    by: int


def place(paths: Iterable[str], remotes: Sequence[str]) -> Place | None:
    """The CODEOWNERS that counts: the first place of the forge it is on, or of any forge when that is not known."""
    there = {path for path in paths if "codeowners" in path.lower() and _NAME.fullmatch(path)}
    homes = [forge for forge in map(forge_of, remotes) if forge is not OTHER] or [*FORGES]
    for forge in homes:
        for candidate in forge.codeowners:
            found = next((path for path in sorted(there) if path.lower() == candidate.lower()), None)
            if found is not None:
                return Place(found, _dialect(candidate, forge, homes))
    return Place(min(there), homes[0], is_read=False) if there else None


def _dialect(path: str, forge: Forge, homes: Sequence[Forge]) -> Forge:
    """The forge whose rules hold: a place that only one forge reads tells it, a shared place does not."""
    readers = [home for home in homes if path in home.codeowners]
    return OTHER if len(readers) > 1 else forge


def parse(text: str, forge: Forge) -> CodeOwners:
    """Read the lines by the rules of a forge; when that is not known, by those that fit best."""
    if forge is not OTHER:
        return _parse(text, forge)
    return min((_parse(text, each) for each in (GITHUB, GITLAB)), key=lambda read: len(read.invalid_lines))


def _parse(text: str, forge: Forge) -> CodeOwners:
    rules, invalid = [], []
    defaults, name = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        words = _WORD.findall(line.strip())
        if not words or words[0].startswith("#"):
            continue
        section = _SECTION.match(line.strip()) if forge is GITLAB else None
        owners = _owners(line.strip()[section.end() :] if section else line, forge, skip=0 if section else 1)
        if owners is None or (not section and not _is_pattern(words[0], forge)):
            invalid.append(number)
        elif section:
            defaults, name = owners, line.strip().lstrip("^")[1:].partition("]")[0].strip().lower()
        else:
            rules.append(Rule(words[0], owners or defaults, number, name))
    return CodeOwners(tuple(rules), tuple(invalid), forge)


def overruled(owners: CodeOwners) -> Overruled | None:
    """The first rule whose pattern stands below it again, where the last one wins; Gitea asks the owners of all."""
    if owners.dialect is GITEA:
        return None
    last = {(rule.section, rule.pattern): rule.line for rule in owners.rules}
    pairs = ((rule, last[rule.section, rule.pattern]) for rule in owners.rules)
    return next((Overruled(rule.line, by) for rule, by in pairs if by != rule.line), None)


def _owners(text: str, forge: Forge, skip: int) -> int | None:
    """How many owners stand there, up to a comment; None when a word is no owner."""
    words = _WORD.findall(text)[skip:]
    end = next((i for i, word in enumerate(words) if word.startswith("#")), len(words))
    named = words[:end]
    return len(named) if all(_OWNER[forge.name].fullmatch(word) for word in named) else None


def _is_pattern(word: str, forge: Forge) -> bool:
    """True for what the forge can use: GitHub knows no negation or ranges, GitLab no open section, Gitea no globs."""
    if forge is GITHUB:
        return not word.startswith(("!", "\\#")) and "[" not in word and "]" not in word
    if forge is GITLAB:
        return not word.startswith(("[", "^["))
    return word.count("(") == word.count(")") and not word.startswith("*")


def assigns(owners: CodeOwners, paths: Iterable[str]) -> bool:
    """True when at least one rule with an owner names a path that exists; lenient, and for Gitea's regexes always."""
    owned = [rule for rule in owners.owned if not rule.pattern.startswith("!")]
    if not owned or owners.dialect is GITEA or len(owned) > _MAX_RULES_MATCHED:
        return bool(owned)
    globs = [_glob(rule.pattern) for rule in owned]
    return any(fnmatchcase(f"/{path}/", glob) for path in paths for glob in globs)


def _glob(pattern: str) -> str:
    """A pattern as a shell glob over `/path/` that matches at least all that the forge matches."""
    return f"*/{pattern.replace(chr(92), '').strip('/') or '*'}/*"
