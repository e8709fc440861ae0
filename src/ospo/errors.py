# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one tree of errors, with the exit code each kind gives.

OspoError                    3  our bug, unless a subclass says otherwise
├── UserError                2  the user can fix it
│   ├── NotARepository          the path holds no readable git repository
│   ├── ParseError              a file is not what its format promises
│   ├── ContentError            the knowledge base has problems, all of them named
│   ├── SettingsError           a setting or an argument is wrong
│   └── UnknownId               an id that nothing in the knowledge base carries
└── SourceError              4  somebody else's service or data failed

A message says what is wrong, where (file:line), and what to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class OspoError(Exception):
    """Base of every error this program raises on purpose."""

    exit_code = 3


class UserError(OspoError):
    """Something the person at the keyboard can put right."""

    exit_code = 2


class NotARepository(UserError):  # noqa: N818 - the name is the sentence
    """The path holds no git repository that can be read."""


class SettingsError(UserError):
    """A setting or an argument has a value that cannot be used."""


class UnknownId(UserError):  # noqa: N818 - the name is the sentence
    """Nothing in the knowledge base carries this id."""


class SourceError(OspoError):
    """A service or a data source of somebody else failed."""

    exit_code = 4


class ParseError(UserError):
    """A file is not what its format promises; `line` counts from 1, or is None when the whole file is meant."""

    def __init__(self, message: str, *, path: str = "", line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {message}" if where else message)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where, what, and what to do about it."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}"


class ContentError(UserError):
    """The knowledge base cannot be used; `problems` names every place at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message)))
        super().__init__("\n".join(map(str, self.problems)))
