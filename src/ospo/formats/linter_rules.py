# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of linters: whether they look for weaknesses too, as with the rules of Bandit in Ruff or a plugin."""

import json
import re
import tomllib
from typing import Any

FILES = frozenset({"pyproject.toml", "ruff.toml", ".ruff.toml", "package.json"})

_LARGEST = 300_000
_BANDIT = re.compile(r"S\d*|ALL")
_PLUGINS = frozenset({"eslint-plugin-security", "eslint-plugin-sonarjs", "eslint-plugin-no-unsanitized"})


def look_for_weaknesses(path: str, content: bytes) -> bool:
    """True when one of FILES has a linter look for weaknesses; what cannot be read does not."""
    text = content[:_LARGEST].decode("utf-8", errors="replace")
    if path == "package.json":
        return not _PLUGINS.isdisjoint(_table(_json(text), "devDependencies"))
    settings = _toml(text)
    if path == "pyproject.toml":
        settings = _table(_table(settings, "tool"), "ruff")
    chosen = [
        rule
        for holder in (settings, _table(settings, "lint"))
        for key in ("select", "extend-select")
        for rule in _list(holder, key)
    ]
    return any(isinstance(rule, str) and _BANDIT.fullmatch(rule) for rule in chosen)


def _table(holder: dict[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _list(holder: dict[str, Any], key: str) -> list[Any]:
    value = holder.get(key)
    return value if isinstance(value, list) else []


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
