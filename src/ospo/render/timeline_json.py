# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Timelines as JSON, and the JSON Schema that they follow."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from ospo import __version__
from ospo.domain.finding import Outcome
from ospo.domain.timeline import Timeline
from ospo.render.report_json import FailureEntry, plain

SCHEMA_VERSION = "1"


class PointEntry(Struct, frozen=True):
    """One moment: the commit that was the newest then, and the outcome of each check on it."""

    moment: datetime.date
    commit: str
    committed: datetime.datetime
    outcomes: dict[str, Outcome]


class TimelineEntry(Struct, frozen=True):
    """One repository, from old to new."""

    label: str
    repository: str | None
    points: list[PointEntry]


class TimelineFile(Struct, frozen=True):
    """Everything one run of `ospo scan --since ... --format json` prints."""

    schema_version: str
    tool: str
    timelines: list[TimelineEntry]
    failures: list[FailureEntry]


def document(timelines: Sequence[Timeline], failures: Mapping[str, str]) -> str:
    """The JSON text of a run: timelines, and the paths that failed with their error."""
    file = TimelineFile(
        schema_version=SCHEMA_VERSION,
        tool=f"ospo {__version__}",
        timelines=[_timeline(timeline) for timeline in timelines],
        failures=[FailureEntry(plain(label), plain(error)) for label, error in failures.items()],
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=2).decode("utf-8") + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    made = msgspec.json.schema(TimelineFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "OSPO-NL timeline", **made}


def _timeline(timeline: Timeline) -> TimelineEntry:
    points = [
        PointEntry(p.moment, p.report.commit, p.report.committed, {f.check: f.outcome for f in p.report.findings})
        for p in timeline.points
    ]
    return TimelineEntry(plain(timeline.label), timeline.repository, points)
