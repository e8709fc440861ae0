# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading content files against their schema, each problem at its file and line; or remembering how they were read."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.errors import ParseError, Problem
from ospo.knowledge.memory import Memory, stamp

T = TypeVar("T", bound=msgspec.Struct)
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A file that follows its schema: its values, and the text below them with the line on which that starts."""

    values: T
    body: str = ""
    body_line: int = 0


class Reader:
    """Reads the files below a folder; everything wrong is noted in `problems`, and reading goes on to find the rest."""

    def __init__(self, root: Path, keeper: Keeper = FORGETFUL) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._prefix = f"{root}{os.sep}"
        self._keeper = keeper
        self._memories: dict[Any, Memory[Any]] = {}
        self._read: dict[str, Any] = {}
        self._names: dict[str, list[str]] = {}

    def names(self, folder: str) -> list[str]:
        """The names in a folder, in order; none when there is no such folder."""
        if folder not in self._names:
            try:
                self._names[folder] = sorted(os.listdir(self.root / folder))
            except OSError:
                self._names[folder] = []
        return self._names[folder]

    def files(self, folder: str, suffix: str) -> list[Path]:
        """The files in a folder whose name ends so."""
        path = self.root / folder
        return [path / name for name in self.names(folder) if name.endswith(suffix)]

    def name(self, path: Path) -> str:
        """How a file is called in messages: its path below the folder."""
        return str(path).removeprefix(self._prefix).replace(os.sep, "/")

    def markdown(self, path: Path, kind: type[T]) -> Read[T] | None:
        """A Markdown file with front matter of this kind; None when it has a problem (which is then noted)."""
        found: Read[T] | None = self._once(path, kind, self._markdown)
        return found

    def data(self, path: Path, kind: Any) -> Any:
        """The values of a YAML file of this kind (a class, or a list of one); None when it has a problem."""
        found = self._once(path, kind, self._data)
        return None if found is None else found.values

    def nouns(self, form: type[N], paths: Sequence[Path], make: Callable[[Path, "Reader"], N | None]) -> Iterator[N]:
        """What files hold together: one noun, or none when there is a problem (which is then noted).

        Args:
            form: of the noun.
            paths: of the files; the first gives it its name.
            make: reads it from the files, when it is not remembered from the time when they were the same.
        """
        memory, name = self._memory(form), self.name(paths[0])
        stamps = tuple(stamp(path) for path in paths)
        noun: N | None = memory.recall(name, stamps)
        if noun is None:
            before = len(self.problems)
            noun = make(paths[0], self)
            if noun is not None and len(self.problems) == before:
                memory.learn(name, stamps, noun)
        if noun is not None:
            yield noun

    def remembers(self, form: type[N]) -> bool:
        """Whether nouns of this form were read before."""
        return bool(self._memory(form))

    def _memory(self, form: type[N]) -> Memory[N]:
        if form not in self._memories:
            self._memories[form] = Memory(self._keeper, self.root, form)
        return self._memories[form]

    def remember(self) -> None:
        """Keep what was read for the next time."""
        for memory in self._memories.values():
            memory.save()

    def _once(self, path: Path, kind: Any, read: Callable[[Path, str, Any], Read[Any] | None]) -> Any:
        """A file that several ask for is read once, and its problems are noted once."""
        name = self.name(path)
        if name not in self._read:
            self._read[name] = read(path, name, kind)
        return self._read[name]

    def _markdown(self, path: Path, name: str, kind: Any) -> Read[Any] | None:
        from ospo.formats import front_matter

        try:
            parts = front_matter.split(_text(path, name), name)
        except ParseError as error:
            self._refuse(error)
            return None
        values = self._convert(parts.values, kind, name, parts.line)
        return None if values is None else Read(values, parts.body, parts.body_line)

    def _data(self, path: Path, name: str, kind: Any) -> Read[Any] | None:
        from ospo.formats import yaml

        try:
            document = yaml.load(_text(path, name), name)
        except ParseError as error:
            self._refuse(error)
            return None
        values = self._convert(document.value, kind, name, document.line)
        return None if values is None else Read(values)

    def _refuse(self, error: ParseError) -> None:
        self.problems.append(Problem(error.path, error.line, error.message, error.values))

    def _convert(self, value: Any, kind: Any, name: str, line: Callable[..., int | None]) -> Any:
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError:
            from ospo.knowledge.validation import faults

            found = faults(value, kind)
            if not found:
                raise
        self.problems.extend(Problem(name, line(*fault.path), fault.message, fault.values) for fault in found)
        return None


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ParseError("is not UTF-8: save it as UTF-8", path=name) from error
    except OSError as error:
        raise ParseError("cannot be read: {error}", path=name, error=error.strerror) from error
