# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools that keep dependencies up to date: their settings, jobs that do the same, and their traces in the history."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ospo.domain.snapshot import Commit
from ospo.errors import ParseError
from ospo.formats import text_lines, tree, yaml
from ospo.formats.expression import Expression
from ospo.formats.manifests import DOCKER, ECOSYSTEMS, GITHUB_ACTIONS, Ecosystem


@dataclass(frozen=True, slots=True)
class Updater:
    """The settings of one tool: the ids of the ecosystems it covers (None for all), and whether it is switched off."""

    tool: str
    path: str
    line: int = 1
    covers: frozenset[str] | None = None
    is_off: bool = False

    def covers_ecosystem(self, name: str) -> bool:
        """True when the tool looks after this ecosystem."""
        return not self.is_off and (self.covers is None or name in self.covers)


DEPENDABOT = "Dependabot"
RENOVATE = "Renovate"
_EVERY = (*ECOSYSTEMS, GITHUB_ACTIONS, DOCKER)
_SETTINGS = {
    DEPENDABOT: Expression(r"\.(?:github|gitlab)/dependabot\.ya?ml"),
    RENOVATE: Expression(
        r"(?:\.(?:github|gitlab|forgejo|gitea)/)?renovate\.json[5c]?|(?:\.(?:github|gitlab)/)?\.renovaterc(?:\.json[5c]?)?"
        r"|package\.json"
    ),
    "Scala Steward": Expression(r"(?:\.github/|\.config/)?\.?scala-steward\.conf"),
    "pyup": Expression(r"\.pyup\.ya?ml"),
    "Depfu": Expression(r"\.?depfu\.ya?ml"),
    "updatecli": Expression(r"(?:\.github/)?updatecli(?:\.d)?(?:/.+)?\.ya?ml"),
}
_OBJECT = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*\{", re.DOTALL)
_MISPLACED = Expression(r"dependabot\.ya?ml|\.github/workflows/dependabot\.ya?ml|\.dependabot/config\.ya?ml")

# Tools and commands by which a job of the project itself brings dependencies up to date ...
_TOOL = re.compile(
    r"renovatebot/|(?<![\w-])renovate(?:\s|$)|scala-steward|update-flake-lock|projen\s+upgrade|updatecli\s", re.I
)
_COMMAND = re.compile(
    r"pip-compile\s.*(?:--upgrade|-U\b)|uv\s+(?:lock|pip\s+compile|sync)\s.*(?:--upgrade|-U\b)|(?:poetry|pdm|pixi)\s+update\b"
    r"|npm-check-updates|(?<![\w-])ncu\s+-u|npm\s+update\b|yarn\s+(?:up|upgrade)\b|pnpm\s+(?:up|update|upgrade)\b"
    r"|cargo\s+(?:update|upgrade)\b|go\s+get\s+-u|composer\s+update\b|bundle\s+update\b|nix\s+flake\s+update"
    r"|versions:(?:use-latest|update)|init\s+-upgrade|dotnet[- ]outdated|mix\s+deps\.update",
    re.IGNORECASE,
)
# ... which counts when it runs by itself, and for a command also when its result is handed in.
_HANDED_IN = re.compile(
    r"create-pull-request|pull-request|gh\s+pr\s+create|glab\s+mr|git\s+(?:push|commit)|auto-commit", re.I
)
_ON_SCHEDULE = re.compile(r"^\s*(?:-\s+)?schedules?\s*:|CI_PIPELINE_SOURCE\s*==\s*\"schedule\"|cron", re.MULTILINE)
_BOT = re.compile(
    r"dependabot|renovate|scala-steward|pyup[-.]?(?:bot|io)|depfu|greenkeeper|snyk-(?:bot|io)|updatecli|violinist|imgbot-deps",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"^(?:Signed-off-by|Co-authored-by): (?:dependabot(?:-preview)?|renovate|depfu)\[bot\]"
    r"|^Merge (?:pull request .* from [^/\s]+/|(?:remote-tracking )?branch '(?:origin/)?)"
    r"(?:(?:dependabot|renovate|depfu|scala-steward|pyup|greenkeeper)/|snyk-upgrade-)",
    re.MULTILINE | re.IGNORECASE,
)
# What Dependabot writes in the names of its branches, and of what it updates.
_BRANCH = re.compile(r"\bdependabot/([a-z_]{2,30})/")
_ON_BRANCHES = {"npm_and_yarn": "npm", "go_modules": "gomod"}
_PACKAGE = re.compile(r"\bbump (?:@[\w.-]{1,100}/)?[\w.-]{1,100} from \d", re.IGNORECASE)
# The robots of a forge do all kinds of work; only the subject of a commit tells that it was about dependencies.
_ROBOT = re.compile(r"github-actions?\b|template-sync\b", re.IGNORECASE)
_ABOUT_UPDATES = re.compile(
    r"\b(?:updat|upgrad|bump)\w*\b.*(?:depend|\bdeps\b|requirements|lock|\bpackages?\b|\S to v?\d+\.\d)"
    r"|\bsync\b.*\brepo|\(deps(?:-dev)?\)",
    re.IGNORECASE,
)
_OWN_VERSION = re.compile(r"\bversions?\b|\brelease\b|README|\bdocs?\b", re.IGNORECASE)
# What a scheduled job may leave to others: a whole pipeline, or taking over a template.
_HANDED_ON = re.compile(
    r"uses\s*:\s*['\"]?(?!\./)[\w.-]+/[\w.-]+/\.?(?:github|forgejo|gitea)/workflows/"
    r"(?!\S*(?:codeql|analy[sz]|scorecard|scan|security|secret|stale|lint|docs|reuse|greet|label|publish|release))|template-sync@",
    re.IGNORECASE,
)
_AWAITED = re.compile(r"(?:dependabot|renovate)\[bot\]|dependabot/fetch-metadata")


def locate(paths: Iterable[str]) -> list[str]:
    """The files that may hold settings of an updater; `package.json` in the root may, for Renovate."""
    return [p for p in tree.of(paths).perhaps(*_SETTINGS.values()) if any(s.fullmatch(p) for s in _SETTINGS.values())]


def misplaced(paths: Iterable[str]) -> list[str]:
    """Settings of Dependabot at a place where no forge reads them."""
    return list(tree.of(paths).fitting(_MISPLACED))


def parse(path: str, text: str) -> Updater | None:
    """The updater that a file configures, or None when it configures none.

    Raises:
        ParseError: settings of Dependabot that are not YAML, or of Renovate that are no object of JSON.
    """
    tool = next(name for name, pattern in _SETTINGS.items() if pattern.fullmatch(path))
    if tool == DEPENDABOT:
        return _dependabot(path, text)
    if tool != RENOVATE:
        return Updater(tool, path)
    settings = _json(text)
    if path == "package.json":
        inner = settings.get("renovate") if settings else None
        return _renovate(path, inner, _line(text, "renovate")) if isinstance(inner, dict) else None
    if settings is None:
        raise ParseError("must hold a JSON object, between braces", path=path, line=1)
    return _renovate(path, settings, 1)


def job_line(text: str) -> int | None:
    """The line by which a scheduled job updates dependencies itself, or None."""
    if not _ON_SCHEDULE.search(text):
        return None
    handed_in = _HANDED_IN.search(text)
    for number, line in enumerate(text_lines.of(text), 1):
        if not line.lstrip().startswith("#") and (_TOOL.search(line) or (handed_in and _COMMAND.search(line))):
            return number
    return None


def bot_line(text: str) -> int | None:
    """The line by which a pipeline reckons with the work of an updater, for instance to merge it."""
    return next((n for n, line in enumerate(text_lines.of(text), 1) if _AWAITED.search(line)), None)


def handed_on_line(text: str) -> int | None:
    """The line by which a scheduled job leaves its work to a pipeline elsewhere, or takes over a template."""
    if not _ON_SCHEDULE.search(text):
        return None
    return next((n for n, line in enumerate(text_lines.of(text), 1) if _HANDED_ON.search(line)), None)


def is_update_by_robot(commit: Commit) -> bool:
    """True when the robot of a forge made the commit, and its subject is about dependencies or a template."""
    subject = commit.message.partition("\n")[0]
    if not any(_ROBOT.search(name) for name in (commit.author.name, commit.author.email)):
        return False
    return _ABOUT_UPDATES.search(subject) is not None and not _OWN_VERSION.search(subject)


def is_update(commit: Commit) -> bool:
    """True when an updater made the commit, or it brings the work of one in."""
    names = (commit.author.name, commit.author.email, commit.committer.name, commit.committer.email)
    return any(_BOT.search(name) for name in names) or _TRAIL.search(commit.message) is not None


def is_update_of(commit: Commit, ecosystems: Iterable[Ecosystem]) -> bool:
    """True when Dependabot made the commit, or it brings its work in, and that was about packages of these kinds.

    Without the name of a branch a package counts for any kind; an action is known by its owner.
    """
    if not is_update(commit):
        return False
    branch = _BRANCH.search(commit.message)
    if branch is None:
        return _PACKAGE.search(commit.message) is not None
    name = _ON_BRANCHES.get(branch[1], branch[1].replace("_", "-"))
    return any(name in ecosystem.dependabot for ecosystem in ecosystems)


def _dependabot(path: str, text: str) -> Updater:
    document = yaml.load(text.removeprefix("\ufeff"), path)
    updates = document.value.get("updates") if isinstance(document.value, dict) else None
    named = (
        {u.get("package-ecosystem") for u in updates or () if isinstance(u, dict)}
        if isinstance(updates, list)
        else set()
    )
    covers = frozenset(e.id for e in _EVERY if e.dependabot & {name for name in named if isinstance(name, str)})
    return Updater(DEPENDABOT, path, document.line("updates") or 1, covers, is_off=not named)


def _renovate(path: str, settings: dict[str, Any], line: int) -> Updater:
    managers = settings.get("enabledManagers")
    covers = None
    if isinstance(managers, list) and managers:
        named = {m.removeprefix("custom.") for m in managers if isinstance(m, str)}
        covers = frozenset(e.id for e in _EVERY if e.renovate & named)
    return Updater(RENOVATE, path, line, covers, is_off=settings.get("enabled") is False)


def _json(text: str) -> dict[str, Any] | None:
    """A JSON object, or None; with comments and the like (JSON5) nothing is known of it, so no limit either."""
    text = text.removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except RecursionError:
        return None
    except ValueError:
        return {} if _OBJECT.match(text) else None
    return value if isinstance(value, dict) else None


def _line(text: str, key: str) -> int:
    return text.count("\n", 0, max(text.find(f'"{key}"'), 0)) + 1


def others(paths: Iterable[str], *, has_workflows: bool) -> list[Ecosystem]:
    """What updaters look after besides packages, as far as it is found: actions of workflows, and images."""
    images = any(DOCKER.manifests.fullmatch(p.rpartition("/")[2]) for p in paths)
    return [GITHUB_ACTIONS] * has_workflows + [DOCKER] * images
