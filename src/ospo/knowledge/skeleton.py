# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the files of something new into the folder content/, for an editor to fill in."""

import datetime
from pathlib import Path

from ospo.domain.identifier import is_slug
from ospo.engine import skeletons
from ospo.errors import SettingsError

KINDS = skeletons.KINDS


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
    files = {root / path: text for path, text in skeletons.make(kind, name, today).items()}
    for path in files:
        if path.exists():
            raise SettingsError("{path}: exists already: choose another id, or change that file", path=path)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(files)
