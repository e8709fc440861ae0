# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers given before: what a scan printed, for as long as everything is the same that it rests on.

So a repository that is scanned again, unchanged, costs neither the checks nor the knowledge base.
"""

import datetime
import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ospo.app import keeping
from ospo.domain.keeping import Keeper
from ospo.errors import OspoError
from ospo.git.store import locate
from ospo.settings import Settings

if TYPE_CHECKING:
    from ospo.domain.finding import ScanReport

_KIND = "answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was printed on standard output, and the exit code."""

    text: str
    code: int


class Question:
    """A question, word for word, and the state of all that its answer rests on."""

    def __init__(self, keeper: Keeper, key: str, now: datetime.datetime) -> None:
        self._keeper = keeper
        self._key = key
        self._now = now

    def answer(self) -> Answer | None:
        """The answer that was given to it before, when it still holds."""
        content = self._keeper.get(_KIND, self._key)
        if content is None:
            return None
        head, _, text = content.partition(b"\n")
        with suppress(ValueError):
            code, until = head.decode("ascii").split(" ")
            if self._now < datetime.datetime.fromisoformat(until):
                return Answer(text.decode("utf-8", "surrogatepass"), int(code))
        return None

    def keep(self, text: str, code: int, reports: "Sequence[ScanReport]") -> None:
        """Keep the answer until the first fact in it ages; not when it may be otherwise the next time."""
        if not all(report.is_lasting for report in reports):
            return
        ageing = (finding.verdict.until for report in reports for finding in report.findings)
        until = min((end for end in ageing if end is not None and end > self._now), default=_never())
        head = f"{code} {until.isoformat()}\n".encode("ascii")
        self._keeper.put(_KIND, self._key, head + text.encode("utf-8", "surrogatepass"))


def question(
    settings: Settings, now: datetime.datetime, paths: Iterable[Path], asked: Iterable[object]
) -> Question | None:
    """The question; None when nothing is kept, or when it cannot be told whether all is the same.

    Args:
        settings: the folders, and where things are kept.
        now: the moment; an answer holds for a day at most.
        paths: repositories, and files that were named.
        asked: everything else that was asked, and how the answer is to be written.
    """
    if settings.cache is None or not (content := keeping.state(settings.content)):
        return None
    try:
        states = [_state(path) for path in paths]
    except (OspoError, OSError):
        return None
    parts = (list(asked), os.getcwd(), settings.site, now.date(), content, states)
    key = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return Question(keeping.keeper(settings), key, now)


def _state(path: Path) -> str:
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return locate(path).state()


def _never() -> datetime.datetime:
    return datetime.datetime.max.replace(tzinfo=datetime.UTC)
