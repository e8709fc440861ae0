# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joins subjects of several sources that are one organisation: by identifier, then name, then account and name.

Never by a name alone against identifiers that differ, and never by an account alone when both have names: a list that
gives one account to two organisations may be wrong about one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ospo.domain.claim import Attribute
from ospo.domain.register import JoinRule, Member
from ospo.engine.register.subjects import IDS, Features, Subject, features
from ospo.engine.register.succession import Line, Place
from ospo.formats import organisation_names
from ospo.formats.organisation_names import Name

_STRONG = (Attribute.TOOI, Attribute.ROO)
_MOST_ALIKE = 20  # of one name, without a number in a register
_MOST_HOLDERS = 60  # of one account; what a file of a stranger says more often is not looked at


@dataclass(slots=True)
class Cluster:
    """The subjects of one organisation, and how each came here."""

    subjects: list[Subject]
    features: list[Features]
    members: list[Member]
    sources: set[str]

    def ids(self, attribute: Attribute) -> set[str]:
        """Every value of an identifier."""
        return {f.ids[attribute] for f in self.features if attribute in f.ids}

    def names(self) -> set[Name]:
        """Every name."""
        return {name for f in self.features for name in f.names}

    def kinds(self) -> set[str]:
        """Every kind of body that it is said to be."""
        return {f.kind for f in self.features if f.kind}

    def accounts(self) -> set[str]:
        """Every account."""
        return {account for f in self.features for account in f.accounts}

    def short(self) -> set[str]:
        """Every abbreviation."""
        return {word for f in self.features for word in f.short}

    @property
    def is_registered(self) -> bool:
        """True when it has a number in a national register of bodies."""
        return any(self.ids(attribute) for attribute in _STRONG)


@dataclass(slots=True)
class Joined:
    """The clusters, the identifiers that one source gives to several bodies, and names that fit several clusters."""

    clusters: list[Cluster]
    shared: dict[tuple[Attribute, str], list[Subject]] = field(default_factory=dict)
    ambiguous: list[tuple[Subject, tuple[Place, ...]]] = field(default_factory=list)


class _Joiner:
    """Keeps which cluster each subject is in while rules join them."""

    def __init__(self, subjects: list[Subject], line: Line) -> None:
        self.line = line
        self.clusters = [
            Cluster([s], [features(s)], [Member(s.source, s.key, JoinRule.FIRST)], {s.source}) for s in subjects
        ]
        self.by_place = {(s.source, s.key): s for s in subjects}
        self.of = {(s.source, s.key): cluster for s, cluster in zip(subjects, self.clusters, strict=True)}

    def join(self, one: Cluster, other: Cluster, rule: JoinRule, shared: str) -> bool:
        """Make two clusters one, unless their identifiers say that they are two."""
        if one is other or _differ(one, other):
            return False
        if other.is_registered and not one.is_registered:
            one, other = other, one
        lead = other.members[0]
        other.members[0] = Member(lead.source, lead.subject, rule, shared)
        one.subjects += other.subjects
        one.features += other.features
        one.members += other.members
        one.sources |= other.sources
        for subject in other.subjects:
            self.of[subject.source, subject.key] = one
        other.subjects = []
        return True

    def alive(self) -> list[Cluster]:
        """The clusters that were not taken up by another."""
        return [cluster for cluster in self.clusters if cluster.subjects]

    def latest(self, cluster: Cluster) -> Cluster:
        """The cluster of the body that came last after this one."""
        for subject in cluster.subjects:
            place = (subject.source, subject.key)
            if place in self.line.next:
                return self.of[self.line.last(place)]
        return cluster


def _alone(subject: Subject) -> Cluster:
    first = Member(subject.source, subject.key, JoinRule.FIRST)
    return Cluster([subject], [features(subject)], [first], {subject.source})


def join(subjects: list[Subject], line: Line) -> Joined:
    """All subjects, each in one cluster."""
    joiner = _Joiner(subjects, line)
    shared = _by_id(joiner)
    ambiguous: list[tuple[Subject, tuple[Place, ...]]] = []
    _by_name(joiner, ambiguous, lambda f: not f.is_nested)
    _by_account_and_name(joiner)
    _by_name(joiner, ambiguous, lambda f: f.is_nested)
    _by_account_and_name(joiner)
    _by_account(joiner)
    return Joined(joiner.alive(), shared, ambiguous)


def _differ(one: Cluster, other: Cluster) -> bool:
    """Whether an identifier that each has only one of tells them apart."""
    both = [(one.ids(a), other.ids(a)) for a in _STRONG]
    if any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in both):
        return True
    return bool(one.kinds() and other.kinds() and one.kinds().isdisjoint(other.kinds()) and _both_bodies(one, other))


def _both_bodies(one: Cluster, other: Cluster) -> bool:
    """A kind of body in a name (municipality, province) is certain; the others may be a matter of opinion."""
    sure = {"ministry", "municipality", "province", "waterboard"}
    return bool(one.kinds() & sure) or bool(other.kinds() & sure)


def _by_id(joiner: _Joiner) -> dict[tuple[Attribute, str], list[Subject]]:
    shared: dict[tuple[Attribute, str], list[Subject]] = {}
    for attribute in IDS:
        holders: dict[str, list[Subject]] = defaultdict(list)
        for cluster in joiner.alive():
            for subject, found in zip(cluster.subjects, cluster.features, strict=True):
                if attribute in found.ids:
                    holders[found.ids[attribute]].append(subject)
        for value, group in holders.items():
            sources = [subject.source for subject in group]
            if len(sources) != len(set(sources)):
                shared[attribute, value] = group  # what one source gives to several tells none of them apart
                continue
            first = group[0]
            for subject in group[1:]:
                joiner.join(_of(joiner, first), _of(joiner, subject), JoinRule.SAME_ID, f"{attribute} {value}")
    return shared


def _by_name(
    joiner: _Joiner, ambiguous: list[tuple[Subject, tuple[Place, ...]]], is_asked: Callable[[Features], bool]
) -> None:
    """Join what has no identifier to the one organisation of that name; one below another needs more than a name."""
    index: dict[tuple[str, ...], list[Subject]] = defaultdict(list)
    for cluster in joiner.alive():
        for subject, found in zip(cluster.subjects, cluster.features, strict=True):
            for name in found.names:
                index[name.words].append(subject)
    for cluster in joiner.alive():
        if cluster.is_registered or not cluster.subjects or not is_asked(cluster.features[0]):
            continue
        if cluster.features[0].ends or joiner.latest(cluster) is not cluster:
            continue  # others may be joined to what ended, and it to nothing that goes on
        for name in sorted(cluster.names(), key=lambda n: n.words):
            near = [c for c in _distinct(_of(joiner, s) for s in index[name.words]) if c is not cluster]
            fitting = _distinct(joiner.latest(c) for c in near if not _differ(c, cluster) and _may(cluster, c, joiner))
            best = [c for c in fitting if c.is_registered] or _one_of(fitting)
            if len(best) == 1:
                joiner.join(best[0], cluster, JoinRule.SAME_NAME, " ".join(name.words))
                break
            if len({id(c) for c in best if c.is_registered}) > 1:
                places = tuple((c.subjects[0].source, c.subjects[0].key) for c in best)
                ambiguous.append((cluster.subjects[0], places))


def _one_of(fitting: list[Cluster]) -> list[Cluster]:
    """The first of several sources that go together: three that use one name are one organisation as two are."""
    pairs = ((one, other) for number, one in enumerate(fitting) for other in fitting[number + 1 :])
    if len(fitting) > _MOST_ALIKE or any(_differ(*pair) or _are_kept_apart(*pair) for pair in pairs):
        return fitting
    return fitting[:1]


def _may(cluster: Cluster, other: Cluster, joiner: _Joiner) -> bool:
    """Whether a name is enough: for a part of another, only with a body in a register, an account or the same whole."""
    mine = cluster.features[0]
    if _are_kept_apart(cluster, other):
        return False
    if not mine.is_nested and not other.features[0].is_nested:
        return True
    if mine.is_nested and other.is_registered:
        return True
    return not cluster.accounts().isdisjoint(other.accounts()) or _wholes(cluster, joiner) == _wholes(other, joiner)


def _are_kept_apart(one: Cluster, other: Cluster) -> bool:
    """Whether a source lists both; a part under the very name of its whole is the whole itself."""
    if one.sources.isdisjoint(other.sources):
        return False
    for mine in one.subjects:
        for theirs in other.subjects:
            is_whole = theirs.key in mine.all(Attribute.PARENT) or mine.key in theirs.all(Attribute.PARENT)
            if mine.source == theirs.source and not is_whole:
                return True
    return False


def _wholes(cluster: Cluster, joiner: _Joiner) -> set[int]:
    """The clusters that it is said to be part of."""
    return {
        id(joiner.of[subject.source, parent])
        for subject in cluster.subjects
        for parent in subject.all(Attribute.PARENT)
        if (subject.source, parent) in joiner.of
    } or {id(cluster)}


def _by_account_and_name(joiner: _Joiner) -> None:
    holders: dict[str, list[Subject]] = defaultdict(list)
    for cluster in joiner.alive():
        for subject, found in zip(cluster.subjects, cluster.features, strict=True):
            if found.names:
                for account in found.accounts:
                    holders[account] += [subject, *_wholes_of(joiner, subject)]
    for account in sorted(holders):
        group = holders[account][:_MOST_HOLDERS]
        for number, subject in enumerate(group):
            for other in group[number + 1 :]:
                mine, theirs = _of(joiner, subject), _of(joiner, other)
                if subject.source != other.source and mine is not theirs and _go_together(mine, theirs):
                    joiner.join(mine, theirs, JoinRule.ACCOUNT_AND_NAME, account)


def _wholes_of(joiner: _Joiner, subject: Subject) -> list[Subject]:
    """What the source puts it under: an account of a part tells who the whole is."""
    found = [joiner.by_place.get((subject.source, parent)) for parent in subject.all(Attribute.PARENT)]
    return [whole for whole in found if whole is not None]


def _go_together(one: Cluster, other: Cluster) -> bool:
    """Names that go together: one abbreviates the other, or all words of one are in the other."""
    for mine, theirs in ((one, other), (other, one)):
        short = mine.short() | {organisation_names.initials(n) for n in mine.names() if len(n.core) > 2}
        if any("".join(name.words) in short for name in theirs.names()) or mine.short() & theirs.short():
            return True
        if any(n.core and n.core <= m.core for n in theirs.names() for m in mine.names()):
            return True
    return False


def _by_account(joiner: _Joiner) -> None:
    """What only names an account goes to the one organisation that has it."""
    holders: dict[str, set[int]] = defaultdict(set)
    nameless: dict[str, Cluster] = {}
    clusters = joiner.alive()
    for number, cluster in enumerate(clusters):
        if any(found.names for found in cluster.features):
            for account in cluster.accounts():
                holders[account].add(number)
    for cluster in clusters:
        if all(found.is_nameless for found in cluster.features):
            account = min(cluster.accounts(), default="")
            owners = {n for found in cluster.accounts() for n in holders[found]}
            if len(owners) == 1:
                joiner.join(clusters[owners.pop()], cluster, JoinRule.ACCOUNT, account)
            elif not owners and account:
                joiner.join(nameless.setdefault(account, cluster), cluster, JoinRule.ACCOUNT, account)


def _of(joiner: _Joiner, subject: Subject) -> Cluster:
    return joiner.of[subject.source, subject.key]


def _distinct(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(cluster): cluster for cluster in clusters}.values())
