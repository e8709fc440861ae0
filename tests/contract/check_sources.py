# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the source of a check says: the reasons it can give, with which outcome, and the values it gives along."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAKERS = {"met": "met", "not_met": "not-met", "not_applicable": "not-applicable", "unknown": "unknown"}
NO_VALUES = {"until", "afterwards"}


@dataclass(frozen=True)
class Given:
    """One place where a check makes a verdict; `values` is None when they come from a mapping."""

    reason: str
    outcome: str
    values: frozenset[str] | None
    line: int


def verdicts(path: Path) -> list[Given]:
    """Every verdict in a module.

    Raises:
        ValueError: a reason is not written as a literal text, or a verdict is made in another way.
    """
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "Verdict":
                raise ValueError(f"{path.name}:{node.lineno}: makes a Verdict by hand: use met, not_met and the like")
            if node.func.id in MAKERS:
                found += _given(path, node, MAKERS[node.func.id])
        elif isinstance(node, ast.ImportFrom) and any(a.name in MAKERS and a.asname for a in node.names):
            raise ValueError(f"{path.name}:{node.lineno}: imports a verdict under another name")
    return found


def _given(path: Path, call: ast.Call, outcome: str) -> Iterator[Given]:
    values = frozenset(k.arg for k in call.keywords if k.arg) - NO_VALUES
    is_whole = all(k.arg for k in call.keywords)
    reasons = list(_literals(call.args[0])) if call.args else []
    if not reasons:
        raise ValueError(f"{path.name}:{call.lineno}: the reason is no literal text")
    yield from (Given(reason, outcome, values if is_whole else None, call.lineno) for reason in reasons)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        branches = list(_literals(node.body)), list(_literals(node.orelse))
        if all(branches):
            yield from branches[0] + branches[1]
