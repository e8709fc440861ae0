# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rule sets of repolinter, version 2, in JSON or YAML: which rules they hold, and at which level."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ospo.errors import ParseError
from ospo.formats import yaml

MOST = 2_000  # rules
LEVELS = ("error", "warning", "off")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `type` is empty when it only sets the level of a rule of the set it extends.

    `where` are conditions such as `language=python`, of which all must hold.
    """

    name: str
    level: str
    type: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    where: tuple[str, ...] = ()

    def texts(self, *keys: str) -> tuple[str, ...]:
        """The texts in some options, each a text or a list of them."""
        found: list[str] = []
        for key in keys:
            value = self.options.get(key)
            found += [value] if isinstance(value, str) else [v for v in value or () if isinstance(v, str)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules by name, and the address or path of the set it builds on, if any."""

    rules: Mapping[str, Rule]
    extends: str = ""

    def on(self, base: "RuleSet") -> "RuleSet":
        """This set on top of the one it extends: it may set other levels, or replace a rule whole."""
        rules = dict(base.rules)
        for name, rule in self.rules.items():
            below = rules.get(name)
            if rule.type or below is None:
                rules[name] = rule
            else:
                rules[name] = Rule(name, rule.level, below.type, below.options, rule.where or below.where)
        return RuleSet(rules, base.extends)


def parse(text: str, path: str = "") -> RuleSet:
    """Read a rule set.

    Raises:
        ParseError: neither JSON nor YAML, no rule set, one of another version, or far too long.
    """
    values = _values(text, path)
    if not isinstance(values, dict) or not isinstance(values.get("rules"), dict):
        raise ParseError("is no rule set of repolinter: it holds no 'rules' by name", path=path)
    if values.get("version") != 2:
        raise ParseError("is no rule set of version 2: bring it up to date in repolinter first", path=path)
    if len(values["rules"]) > MOST:
        raise ParseError("holds more than {n} rules", path=path, n=MOST)
    rules = {str(name): _rule(str(name), entry, path) for name, entry in values["rules"].items()}
    extends = values.get("extends")
    return RuleSet(rules, extends if isinstance(extends, str) else "")


def _values(text: str, path: str) -> Any:
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        try:
            return json.loads(text.lstrip("\ufeff"))
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else None
            raise ParseError("is not valid JSON", path=path, line=line) from error
        except RecursionError as error:
            raise ParseError("is not valid JSON", path=path) from error
    return yaml.load(text, path).value


def _rule(name: str, entry: Any, path: str) -> Rule:
    if not isinstance(entry, dict):
        raise ParseError("holds the rule '{rule}' in another form than version 2 has", path=path, rule=name)
    level = entry.get("level", "error")
    level = "off" if level is False else level
    if level not in LEVELS:
        message = "gives the rule '{rule}' a level that is none of: error, warning, off"
        raise ParseError(message, path=path, rule=name)
    body = entry.get("rule")
    body = body if isinstance(body, dict) else {}
    kind, options, where = body.get("type"), body.get("options"), entry.get("where")
    return Rule(
        name,
        level,
        kind if isinstance(kind, str) else "",
        options if isinstance(options, dict) else {},
        tuple(str(item) for item in where) if isinstance(where, list) else (),
    )
