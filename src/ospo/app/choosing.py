# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing: the profile that holds for a repository (from who asks, from itself or its owner), and its thresholds."""

from collections.abc import Iterable, Sequence

from ospo.domain.check import Check
from ospo.domain.choice import Choice
from ospo.domain.declaration import Declaration
from ospo.domain.evidence import Defaults
from ospo.domain.profile import Policies, Threshold
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import profiles
from ospo.errors import ParseError
from ospo.formats import declaration, repository_kind


def choose(
    snapshot: Snapshot, declared: Declaration, policies: Policies
) -> tuple[Choice | None, tuple[Threshold, ...], list[ParseError]]:
    """The profile with its thresholds, and what is wrong in how it is named.

    Raises:
        UnknownId, SettingsError: the profile extends one that does not exist, or itself.
    """
    if not policies.profiles:
        return None, (), []
    choice, problems = profiles.choose(
        policies.profiles,
        policies.asked,
        declared,
        _of_owner(snapshot.defaults),
        lambda: repository_kind.propose(snapshot),
    )
    if choice is None:
        return None, (), problems
    line = profiles.chain(policies.profiles, choice.profile)
    return choice, profiles.thresholds(line, choice.kind, choice.tier), problems


def tuned(chosen: Iterable[Check], thresholds: Sequence[Threshold]) -> tuple[list[Check], list[ParseError]]:
    """The checks with their thresholds, and those thresholds that do not fit."""
    by_check: dict[str, list[Threshold]] = {}
    for threshold in thresholds:
        by_check.setdefault(threshold.check, []).append(threshold)
    found, problems = [], []
    for check in chosen:
        for threshold in by_check.get(check.id, ()):
            try:
                check = check.having({threshold.name: threshold.value})
            except ValueError:
                message = "the profile sets '{name}' of '{check}', which does not fit: the default holds"
                problems.append(ParseError(message, name=threshold.name, check=check.id))
        found.append(check)
    return found, problems


def _of_owner(defaults: Defaults | None) -> str | None:
    """The profile that the owner names for all its repositories, in the `.ospo.yml` of its defaults repository."""
    if defaults is None:
        return None
    try:
        if not any(entry.path == declaration.NAME and entry.is_file for entry in defaults.snapshot.entries()):
            return None
        return declaration.parse(defaults.snapshot.read(declaration.NAME).decode("utf-8", "replace"))[0].profile
    except Unreadable:
        return None
