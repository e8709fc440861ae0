# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A check: a true/false statement about a snapshot, with its texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ospo.domain.finding import Verdict
from ospo.domain.identifier import CheckId

if TYPE_CHECKING:
    from ospo.domain.patch import Patch
    from ospo.domain.snapshot import Snapshot

ParameterValue = int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold or a list that a profile may set: what holds when none does, and where that comes from.

    `source` names the rule, or says in English that it is our own choice.
    """

    default: ParameterValue
    source: str


@dataclass(frozen=True, slots=True)
class Check:
    """One statement. `function` is pure; `topic` is the folder the check lives in.

    A check with `parameters` is called as `check(repository, name=value, ...)`; `set` holds what a profile chose.
    `patch` proposes a change that makes a claim in a file agree with the facts, where that can be done by rule.
    `is_private` is true when what it finds helps an attacker: it is told to who scans, and never published.
    """

    id: CheckId
    topic: str
    function: Callable[..., Verdict]
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    set: Mapping[str, ParameterValue] = field(default_factory=dict)
    is_private: bool = False
    patch: "Callable[[Snapshot], Patch | None] | None" = None

    def run(self, repository: "Snapshot") -> Verdict:
        """The verdict on a repository, with the parameters as set, or else their defaults."""
        values = {name: self.set.get(name, parameter.default) for name, parameter in self.parameters.items()}
        return self.function(repository, **values)

    def having(self, values: Mapping[str, ParameterValue]) -> "Check":
        """The same check with some parameters set.

        Raises:
            ValueError: it has no such parameter, or the value is of another type; the text names it.
        """
        for name, value in values.items():
            if name not in self.parameters or type(value) is not type(self.parameters[name].default):
                raise ValueError(name)
        return replace(self, set={**self.set, **values})


@dataclass(frozen=True, slots=True)
class CheckText:
    """How a check speaks one language.

    `messages` says per reason key what was found, `next_steps` what to do (for not-met and unknown).
    Both may name values in braces; a value that is a key of `words` is said with those words. `body` is Markdown:
    what it tests, why, how to put it right.
    """

    title: str
    messages: Mapping[str, str]
    next_steps: Mapping[str, str]
    body: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TopicText:
    """The name of a topic in one language, and its place in the order of reports."""

    title: str
    order: int
