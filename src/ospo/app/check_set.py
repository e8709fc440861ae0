# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mark of the checks: the same on every machine that runs the same ones, another when one of them changed."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
# Where verdicts come from; whatever these import counts as well.
_STARTS = ("engine/scan.py", "engine/report.py", "engine/inheritance.py", "git/snapshot.py")
_DATA = "formats/data"
_IMPORT = re.compile(r"^[ \t]*from (ospo[\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_SHORT = 16


@cache
def mark() -> str:
    """A digest of the code and the data that verdicts rest on; texts for readers are not in it."""
    made = hashlib.sha256()
    for path in sorted({*_code(), *(p for p in (_PACKAGE / _DATA).rglob("*") if p.is_file())}):
        if path.suffix != ".pyc":
            made.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:_SHORT]


def _code() -> set[Path]:
    """The modules that verdicts come from."""
    waiting = [*(_PACKAGE / name for name in _STARTS), *(_PACKAGE / "checks").rglob("*.py")]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(path.read_text("utf-8"))
    return found


def _imported(text: str) -> Iterator[Path]:
    for module, names in _IMPORT.findall(text):
        base = _PACKAGE.joinpath(*module.split(".")[1:])
        named = (base / word for word in re.findall(r"\w+", names))
        for place in (base, *named):
            yield from (p for p in (place.with_suffix(".py"), place / "__init__.py") if p.is_file())
