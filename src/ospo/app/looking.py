# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at one repository: its snapshot opened, the checks run over it, and what it declares itself read."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from ospo import checks
from ospo.app import choosing, remembering, sharing
from ospo.app.evidence import Beside, open_defaults
from ospo.app.evidence import remotes as remotes_at
from ospo.domain.check import Check
from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.finding import CHECK_CRASHED, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.keeping import FORGETFUL, Keeper
from ospo.domain.profile import Policies
from ospo.domain.seen import Seen
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import scan
from ospo.errors import ParseError, Problem
from ospo.formats import declaration, kept
from ospo.git import open_snapshot
from ospo.git.store import locate

# The topics and checks that go to the first copy and to the second; about as much work as all the others together.
# The checks that read every file go together, to the first: so that is done once.
_ASIDE = (("licence", "security", "configuration-is-apart"), ("quality",))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a repository is, under which addresses it is known, what goes with it, and at which commit to look.

    `policies` are the profiles that it may be held against; without any it is held against none.
    """

    path: Path
    remotes: tuple[str, ...] | None
    beside: Beside
    at: str | None
    policies: Policies = field(default_factory=Policies)


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """What a copy of this process saw."""

    commit: str
    verdicts: dict[CheckId, Verdict]
    problems: tuple[Problem, ...]
    is_lasting: bool


def look_at(
    place: Place, only: Sequence[str], *, keeper: Keeper = FORGETFUL, is_alone: bool = False
) -> tuple[Seen, bool]:
    """What the checks see in a repository, and whether that is worth remembering.

    It is not when something was missing or came too late, or when a check broke down: that may be otherwise next time.

    Args:
        place: the repository.
        only: ids of the checks to run; all when empty.
        keeper: remembers what was recognised in texts.
        is_alone: no other repository is looked at meanwhile, so that other cores may share in this one.

    Raises:
        NotARepository: there is none, it has no commit, or it may not be read.
    """
    kept.keep_in(keeper)
    topics = {CheckId(name): checks.topic_of(name) for name in only or checks.check_ids()}
    chosen = tuple(topics)
    if not is_alone or len(chosen) < 2 or not _may_share(place.path, chosen):
        return _look_at(place, chosen)
    groups = [[c for c in chosen if topics[c] in some or c in some] for some in _ASIDE[: sharing.cores() - 1]]
    rest = [c for c in chosen if not any(c in group for group in groups)]
    with ExitStack() as copies:
        answers = [copies.enter_context(sharing.aside(lambda g=g: _part(place, g))) for g in groups]  # type: ignore[misc]
        seen, is_lasting = _look_at(place, rest)
        verdicts, problems = dict(seen.verdicts), list(map(remembering.problem, seen.notes))
        for group, answer in zip(groups, answers, strict=True):
            part = _whole(answer(), seen.commit) or _part_of(*_look_at(place, group))
            verdicts |= part.verdicts
            problems += [problem for problem in part.problems if problem not in problems]
            is_lasting = is_lasting and part.is_lasting
    notes = tuple(map(remembering.note, problems))
    return replace(seen, verdicts={check: verdicts[check] for check in chosen}, notes=notes), is_lasting


def _may_share(path: Path, chosen: Sequence[CheckId]) -> bool:
    """Whether copies of this process may help. To import the checks is work enough for them, whatever the size."""
    return sharing.is_possible(locate(path).objects, is_worth_it=not checks.are_loaded(chosen))


def _part(place: Place, chosen: Sequence[CheckId]) -> bytes:
    return msgspec.msgpack.encode(_part_of(*_look_at(place, chosen)))


def _part_of(seen: Seen, is_lasting: bool) -> _Part:
    return _Part(seen.commit, dict(seen.verdicts), tuple(map(remembering.problem, seen.notes)), is_lasting)


def _whole(answer: bytes, commit: str) -> _Part | None:
    """The answer of a copy, when it is whole and about the same commit."""
    try:
        part = msgspec.msgpack.decode(answer, type=_Part)
    except msgspec.MsgspecError:
        return None
    return part if part.commit == commit else None


def _look_at(place: Place, chosen: Sequence[CheckId]) -> tuple[Seen, bool]:
    addresses = remotes_at(place.path) if place.remotes is None else place.remotes
    facts = place.beside.facts_of(addresses)
    with (
        open_defaults(place.beside.defaults_of(addresses)) as defaults,
        open_snapshot(place.path, remotes=place.remotes, facts=facts, defaults=defaults, at=place.at) as snapshot,
    ):
        snapshot.start()
        seen = look(snapshot, tuple(map(checks.load, chosen)), place.policies)
        is_whole = snapshot.is_whole and (defaults is None or getattr(defaults.snapshot, "is_whole", True))
        return seen, is_whole and all(v.reason != CHECK_CRASHED for v in seen.verdicts.values())


def look(snapshot: Snapshot, chosen: Sequence[Check], policies: Policies | None = None) -> Seen:
    """What the checks see in a snapshot at the thresholds of its profile, with what it declares itself."""
    declared, problems = _declaration(snapshot)
    choice, thresholds, misnamed = choosing.choose(snapshot, declared, policies or Policies())
    checked, unfit = choosing.tuned(chosen, thresholds)
    notes = (*problems, *misnamed, *unfit)
    return replace(scan.look(snapshot, checked, declaration=declared, notes=notes), choice=choice)


def _declaration(snapshot: Snapshot) -> tuple[Declaration, list[ParseError]]:
    try:
        if not any(entry.path == declaration.NAME and entry.is_file for entry in snapshot.entries()):
            return Declaration(), []
        declared, problems = declaration.parse(snapshot.read(declaration.NAME).decode("utf-8", "replace"))
    except Unreadable:
        return Declaration(), [ParseError("cannot be read, so what it declares does not count", path=declaration.NAME)]
    known = checks.check_ids()
    parts: list[Waiver | Statement] = [*declared.waivers.values(), *declared.statements.values()]
    for part in parts:
        if part.about not in known:
            message = "names '{check}', which is no check: `ospo checks list` names them all"
            problems.append(ParseError(message, path=declaration.NAME, line=part.line, check=part.about))
    return declared, problems
