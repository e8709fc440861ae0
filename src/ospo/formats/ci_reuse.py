# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a pipeline checks REUSE: the linter as a command, an action, an image or a hook; and jobs that say they do."""

import re

from ospo.formats.ci_tools import Tool

_OPTIONS = r"\s+(?:-\S+\s+(?:(?!lint)[^-\s]\S*\s+)?){0,6}"
REUSE_LINT = Tool(
    "REUSE",
    ("reuse",),
    command=rf"reuse[\"']?{_OPTIONS}lint(?:-file)?",
    mark=rf"\bfsfe/reuse-action\b|^\s*(?:-\s+)?repo\s*:\s*\S*/fsfe/reuse-tool\b|\bfsfe/reuse(?:[:@][\w.:-]+)?{_OPTIONS}lint\b",
)
# A target of the repository itself that is called after REUSE; what it does may be out of sight.
REUSE_TARGET = Tool(
    "own target",
    ("reuse",),
    command=r"(?:g?make|just|task|poe|inv|invoke|tox|nox|hatch|pixi|npm|pnpm|yarn|bun|composer|mise|gradlew?)"
    r"(?:\s+(?:run(?:-script)?|exec|-\S+)){0,4}\s+(?:[\w./-]+:)*(?:[a-z]+[-_:])?reuse",
)
# The name of a job or file that speaks of this, whatever it runs.
NAMED = re.compile(r"\breuse[-_ ]{0,3}(?:lint|complian|check|spec)", re.I)
