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

A message says what is wrong, where (file:line), and what to do. It is an English template with its values apart,
so that a door can say it in the language of its user.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Say = Callable[..., str]


class OspoError(Exception):
    """Base of every error this program raises on purpose: a message with braces, and the values for them."""

    exit_code = 3

    def __init__(self, message: str, /, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message)

    def __str__(self) -> str:
        return self.in_words(_english)

    def in_words(self, say: Say) -> str:
        """The error as `say` (a translator) puts it."""
        return say(self.message, **self.values)


def _english(message: str, /, **values: object) -> str:
    return message.format(**values) if values else message


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

    def __init__(self, message: str, /, *, path: str = "", line: int | None = None, **values: object) -> None:
        super().__init__(message, **values)
        self.path = path
        self.line = line

    def in_words(self, say: Say) -> str:
        """Where, then what."""
        return at(self.path, self.line, super().in_words(say))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file: where, what, and what to do about it."""

    path: str
    line: int | None
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.in_words(_english)

    def in_words(self, say: Say) -> str:
        """Where, then what, as `say` (a translator) puts it."""
        return at(self.path, self.line, say(self.message, **self.values))


class ContentError(UserError):
    """The knowledge base cannot be used; `problems` names every place at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message)))
        super().__init__("The knowledge base has problems.")

    def in_words(self, say: Say) -> str:
        """Every problem on a line of its own."""
        return "\n".join(problem.in_words(say) for problem in self.problems)


def at(path: str, line: int | None, words: str) -> str:
    """`file:line: words`, as far as file and line are known."""
    where = path if line is None else f"{path}:{line}"
    return f"{where}: {words}" if where else words
