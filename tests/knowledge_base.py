# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small fictional knowledge base, of the municipality of Voorbeeld, that tests may change."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from ospo import knowledge
from ospo.domain.library import Library
from ospo.errors import ContentError

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True)
class KnowledgeBase:
    """The files of tests/content, copied to a folder of the test."""

    path: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        path = self.path / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} holds no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file."""
        path = self.path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.path / name).unlink()

    def load(self) -> Library:
        """Read it."""
        return knowledge.load(self.path)

    def problems(self) -> list[str]:
        """What is wrong when it is read, in English; empty when nothing is."""
        try:
            self.load()
        except ContentError as error:
            return [str(problem) for problem in error.problems]
        return []

    def files(self) -> dict[str, bytes]:
        """Every file, to see that nothing was written."""
        return {p.relative_to(self.path).as_posix(): p.read_bytes() for p in self.path.rglob("*") if p.is_file()}


def make(folder: Path) -> KnowledgeBase:
    """A fresh copy in a folder."""
    shutil.copytree(CONTENT, folder / "content")
    return KnowledgeBase(folder / "content")
