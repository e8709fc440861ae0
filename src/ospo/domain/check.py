# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A check: a true/false statement about a snapshot, with its texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ospo.domain.finding import Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Check:
    """One statement. `function` is pure; `topic` is the folder the check lives in."""

    id: CheckId
    topic: str
    function: Callable[[Snapshot], Verdict]


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
