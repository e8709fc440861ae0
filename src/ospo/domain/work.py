# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work to be done: jobs that survive whoever does them, because a lease runs out and another takes over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class JobKind(StrEnum):
    """What is to be done with the subject of a job."""

    ACCOUNT = "account"  # list its repositories
    REPOSITORY = "repository"  # look whether it changed, and scan it


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"  # taken as often as allowed by somebody who then was no more; not yet named
    DEAD = "dead"  # tried as often as allowed; its error says why


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: there is never more than one job for the same kind and subject.

    `asked` counts how often it was put in the queue: who finishes it after it was asked again, finishes the old one.
    """

    id: int
    kind: JobKind
    subject: str
    attempts: int
    asked: int


@dataclass(frozen=True, slots=True)
class JobCounts:
    """How many jobs are in which state."""

    queued: int = 0
    running: int = 0
    done: int = 0
    stopped: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class HostUse:
    """What a host was asked in this hour, and from when it may be asked again."""

    host: str
    lists: int
    free: datetime


class JobQueue(Protocol):
    """Hands out jobs; the same job twice when its first taker stopped, so doing it twice must do no harm."""

    def take(self, taker: str, now: datetime, until: datetime) -> Job | None:
        """The next job, leased until then; None when nothing can be done at this moment."""
        ...

    def keep(self, taker: str, until: datetime) -> None:
        """Make every lease of this taker last longer."""
        ...

    def fail(self, job: Job, taker: str, error: str, again: datetime | None) -> None:
        """It went wrong: try again from that moment, or never."""
        ...
