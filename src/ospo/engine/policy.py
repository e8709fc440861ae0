# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policy: a profile laid out to be read: what holds for all, and what each kind and tier changes in that."""

from collections.abc import Mapping
from dataclasses import dataclass

from ospo.domain.catalogue import Catalogue
from ospo.domain.declaration import RepositoryKind, Waiver
from ospo.domain.identifier import CheckId, NormId, ProfileId
from ospo.domain.norm import Control, Norm
from ospo.domain.profile import Asked, Importance, LeftOut, Profile, Resolved, Threshold, Tier
from ospo.engine import profiles


@dataclass(frozen=True, slots=True)
class Change:
    """What a kind or a tier changes: what is asked anew or more strongly, what is left out, other thresholds."""

    added: tuple[Asked, ...]
    left_out: tuple[LeftOut, ...]
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """A profile with all that it extends."""

    profile: Profile
    chain: tuple[Profile, ...]
    base: Resolved
    kinds: Mapping[RepositoryKind, Change]
    tiers: tuple[tuple[Tier, Change], ...]

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Those that the profile carries."""
        return self.base.waivers


def lay_out(known: Mapping[ProfileId, Profile], norms: Mapping[NormId, Norm], name: ProfileId) -> Policy:
    """A profile to be read.

    Raises:
        UnknownId, SettingsError: see `profiles.chain`.
    """
    base = profiles.resolve(known, norms, name)
    kinds = {kind for profile in base.chain for kind in profile.kinds}
    tiers = {key: tier for profile in base.chain for key, tier in profile.tiers.items()}
    return Policy(
        profile=base.profile,
        chain=base.chain,
        base=base,
        kinds={k: _change(base, profiles.resolve(known, norms, name, kind=k)) for k in RepositoryKind if k in kinds},
        tiers=tuple(
            (tier, _change(base, profiles.resolve(known, norms, name, tier=key))) for key, tier in tiers.items()
        ),
    )


def _change(base: Resolved, other: Resolved) -> Change:
    before = {(a.subject, a.about): a.importance for a in base.asked}
    return Change(
        added=tuple(a for a in other.asked if before.get((a.subject, a.about)) is not a.importance),
        left_out=tuple(item for item in other.left_out if item not in base.left_out),
        thresholds=tuple(t for t in other.thresholds if t not in base.thresholds),
    )


def checks_by_topic(base: Resolved, catalogue: Catalogue, wanted: Importance) -> dict[str, tuple[CheckId, ...]]:
    """The checks that are asked so much, in report order."""
    found = {}
    for topic, checks in catalogue.by_topic().items():
        here = tuple(c for c in checks if c in base.checks and base.checks[c].importance is wanted)
        if here:
            found[topic] = here
    return found


def controls_by_norm(
    base: Resolved, norms: Mapping[NormId, Norm], wanted: Importance
) -> tuple[tuple[Norm, tuple[Control, ...]], ...]:
    """The controls that are asked so much, by their norm."""
    grouped = (
        (norm, tuple(c for c in norm.controls if c.id in base.controls and base.controls[c.id].importance is wanted))
        for norm in norms.values()
    )
    return tuple((norm, controls) for norm, controls in grouped if controls)


def thresholds_of(check: CheckId, base: Resolved, catalogue: Catalogue) -> tuple[Threshold, ...]:
    """The thresholds of a check: as the profile sets them, else the default with where that comes from."""
    chosen = {t.name: t for t in base.thresholds if t.check == check}
    return tuple(
        chosen.get(name, Threshold(check, name, parameter.default, parameter.source))
        for name, parameter in catalogue.parameters_of(check).items()
    )
