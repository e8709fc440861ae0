# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a forge must ask before a change lands, as files in the tree set it for a robot that applies them.

Read are `.github/settings.yml` (the Settings app), `.asf.yaml` (Apache), and rulesets that GitHub exports as JSON.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ospo.domain.finding import Evidence
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.errors import ParseError
from ospo.formats import tree, yaml
from ospo.formats.expression import Expression

_SETTINGS = Expression(r"\.github/settings\.ya?ml|\.asf\.ya?ml")
_RULESET = Expression(
    r"(?:\.github/)?(?:\.?rulesets?|branch[-_]?protection|branch[-_]?rules)/[^/]+\.json|\.github/rulesets?\.json", re.I
)
_GATE = Expression(
    r"(?:\.github/)?\.?mergify\.ya?ml|\.mergify/config\.ya?ml|bors\.toml|\.github/(?:kodiak\.toml|merge-queue\.ya?ml)|\.kodiak\.toml|\.prow\.ya?ml"
)
_MAIN = ("main", "master", "default", "trunk", "develop", "*")
_REFERENCES = ("~DEFAULT_BRANCH", "~ALL", *(f"refs/heads/{name}" for name in _MAIN))  # as a ruleset names them
_MOST = 20


@dataclass(frozen=True, slots=True)
class BranchRules:
    """What is asked on the main branch: how many status checks, how many approvals; None when nothing says so.

    `keeps_history`: a force push and deletion are both refused.
    """

    checks: int | None
    approvals: int | None
    place: Evidence
    keeps_history: bool = False


def find(repository: Snapshot) -> list[BranchRules]:
    """The rules that files in the tree set; a file that cannot be read or understood sets none."""
    wanted = [p for p in tree.paths(repository.entries()).perhaps(_SETTINGS, _RULESET) if _is_rules(p)]
    found: list[BranchRules] = []
    for path, content in repository.read_all(wanted[:_MOST]):
        if isinstance(content, Unreadable):
            continue
        text = content.decode("utf-8", errors="replace")
        found += _ruleset(path, text) if path.endswith(".json") else _settings(path, text)
    return found


def gate(repository: Snapshot) -> str | None:
    """The settings of a robot that merges only what passed; whether others can merge past it is not in there."""
    return next(iter(tree.paths(repository.entries()).fitting(_GATE)), None)


def _is_rules(path: str) -> bool:
    return _SETTINGS.fullmatch(path) is not None or _RULESET.fullmatch(path) is not None


def _settings(path: str, text: str) -> Iterator[BranchRules]:
    try:
        document = yaml.load(text, path)
    except ParseError:
        return
    value = document.value if isinstance(document.value, dict) else {}
    for name, protection, place in (*_probot(value), *_apache(value)):
        if name not in _MAIN:
            continue
        yield BranchRules(
            _count(_get(protection, "required_status_checks")),
            _number(_get(protection, "required_pull_request_reviews", "required_approving_review_count")),
            Evidence(path, document.line(*place)),
            _refuses(protection),
        )


def _refuses(protection: Any) -> bool:
    """A protected branch refuses force pushes and deletion, unless it is told to allow them."""
    allowed = (_get(protection, "allow_force_pushes"), _get(protection, "allow_deletions"))
    return isinstance(protection, dict) and all(value in (None, False) for value in allowed)


def _probot(value: dict[str, Any]) -> Iterator[tuple[str, Any, tuple[str | int, ...]]]:
    listed = value.get("branches")
    for number, branch in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(branch, dict) and isinstance(branch.get("name"), str):
            yield branch["name"], branch.get("protection"), ("branches", number)


def _apache(value: dict[str, Any]) -> Iterator[tuple[str, Any, tuple[str | int, ...]]]:
    listed = _get(value, "github", "protected_branches")
    for name, protection in listed.items() if isinstance(listed, dict) else ():
        yield str(name), protection, ("github", "protected_branches", name)


def _ruleset(path: str, text: str) -> Iterator[BranchRules]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    rules = _get(value, "rules")
    if _get(value, "target") not in (None, "branch") or _get(value, "enforcement") not in (None, "active"):
        return
    by_type = (
        {rule["type"]: rule.get("parameters") for rule in rules if isinstance(_get(rule, "type"), str)}
        if isinstance(rules, list)
        else {}
    )
    if by_type:
        checks = _get(by_type.get("required_status_checks"), "required_status_checks")
        approvals = _number(_get(by_type.get("pull_request"), "required_approving_review_count"))
        keeps = {"deletion", "non_fast_forward"} <= set(by_type) and _is_for_main(value)
        yield BranchRules(len(checks) if isinstance(checks, list) else None, approvals, Evidence(path), keeps)


def _is_for_main(value: Any) -> bool:
    """False for a ruleset that says it is for other branches alone."""
    named = _get(value, "conditions", "ref_name", "include")
    return not isinstance(named, list) or any(name in _REFERENCES for name in named)


def _count(asked: Any) -> int | None:
    for key in ("contexts", "checks"):
        listed = _get(asked, key)
        if isinstance(listed, list):
            return len(listed)
    return None


def _number(value: Any) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _get(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
