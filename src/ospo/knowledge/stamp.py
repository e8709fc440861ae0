# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stamping translations: noting the fingerprint of the Dutch text that a translation was made from."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.page import Page
from ospo.domain.practice import Practice, fingerprint

_LINE = re.compile(rb"^original:[^\r\n]*", re.M)


def stamp(root: Path, library: Library) -> list[Path]:
    """Bring the `original` line of every translation up to date; gives the files that changed."""
    changed = []
    pages: tuple[Practice | Page, ...] = (*library.practices.values(), *library.pages.values())
    for page in pages:
        translation = page.texts[Language.EN]
        mark = fingerprint(page.texts[Language.NL])
        if translation.original != mark:
            path = root / translation.path
            _replace(path, _LINE.sub(f'original: "{mark}"'.encode(), path.read_bytes(), count=1))
            changed.append(path)
    return changed


def _replace(path: Path, content: bytes) -> None:
    """Write the file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    shutil.copymode(path, name)
    os.replace(name, path)
