# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""New content files with everything in place that a file of their kind must hold, for an editor to fill in."""

import datetime
from pathlib import Path

from ospo.domain.identifier import is_slug
from ospo.domain.page import PLACEHOLDER
from ospo.errors import SettingsError

_PRACTICE_NL = """\
---
id: {id}
title: {gap}
question: {gap}
phase: publiceren
audience: [ospo-lead]
owner: redactie-ospo
reviewed: {today}
review-every: 12 maanden
checks: []
traces: false
norms: []
facts: []
related: []
licence: CC-BY-4.0
sources:
  - title: {gap}
    publisher: {gap}
    url: https://www.example.org/
    read: {today}
---

## In het kort

- {gap}
- {gap}
- {gap}

## Waarom

{gap}

## Stappen

1. **{gap}** (ospo-lead, een uur). {gap}

Wat er dan ligt: {gap}

## Wet en norm

{gap}

## Valkuilen

- *{gap}* {gap}
"""
_PRACTICE_EN = """\
---
id: {id}
title: {gap}
question: {gap}
original: "000000000000"
---

## In short

- {gap}
- {gap}
- {gap}

## Why

{gap}

## Steps

1. **{gap}** (OSPO lead, an hour). {gap}

What lies there then: {gap}

## Law and norm

{gap}

## Pitfalls

- *{gap}* {gap}
"""
_FACT = """\
id: {id}
text:
  nl: "{gap}"
  en: "{gap}"
source:
  title: "{gap}"
  publisher: "{gap}"
  url: https://www.example.org/
  date: {today}
read: {today}
status: unverified
check-before: {later}
"""
_STEP = """\
id: {id}
phase: publiceren
order: 999
title:
  nl: "{gap}"
  en: "{gap}"
decision:
  nl: "{gap}"
  en: "{gap}"
artefact:
  nl: "{gap}"
  en: "{gap}"
audience: [ospo-lead]
practices: []
"""
_FILES = {
    "practice": {"practices/{id}.nl.md": _PRACTICE_NL, "practices/{id}.en.md": _PRACTICE_EN},
    "fact": {"facts/{id}.yaml": _FACT},
    "step": {"roadmap/{id}.yaml": _STEP},
}
KINDS = tuple(_FILES)


def write(root: Path, kind: str, name: str, today: datetime.date) -> list[Path]:
    """Write the files of something new; gives their paths.

    Args:
        root: the folder content/.
        kind: one of `KINDS`.
        name: its id.
        today: the day on which it is read and reviewed.

    Raises:
        SettingsError: the id is none, or one of the files exists; then nothing is written.
    """
    if not is_slug(name):
        message = "'{id}' cannot be an id: use small letters, digits and hyphens, such as eigen-regels"
        raise SettingsError(message, id=name)
    files = {root / path.format(id=name): text for path, text in _FILES[kind].items()}
    for path in files:
        if path.exists():
            raise SettingsError("{path}: exists already: choose another id, or change that file", path=path)
    values = {"id": name, "gap": PLACEHOLDER, "today": today, "later": today + datetime.timedelta(days=365)}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**values), "utf-8", newline="\n")
    return list(files)
