# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Watching folders: telling each time that something in them changed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ospo.app import keeping

_PAUSE = 0.2  # seconds between two looks


def changes(*folders: Path, pause: float = _PAUSE, get_ready: Callable[[], object] = lambda: None) -> Iterator[None]:
    """At once, and then each time that a file was added, changed or removed since the last time; it never ends.

    Args:
        folders: where to look; one that does not exist may still come.
        pause: seconds between two looks.
        get_ready: is called once, after what was done the first time: there is time then.
    """
    seen = None
    is_ready = False
    while True:
        found = keeping.glance(*folders)
        if found != seen:
            seen = found  # of before the caller acts on it: what changes meanwhile is told next
            yield
        if not is_ready:
            is_ready = True
            get_ready()
        time.sleep(pause)
