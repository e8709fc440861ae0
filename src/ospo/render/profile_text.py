# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a repository answers to its profile, in words: the policy, who chose it, what is open, and what is not asked."""

from collections.abc import Iterable, Iterator

from ospo.domain.catalogue import Catalogue
from ospo.domain.check import ParameterValue
from ospo.domain.choice import Route
from ospo.domain.declaration import RepositoryKind
from ospo.domain.language import Language
from ospo.domain.profile import Answer, Importance, Judgement, LeftOut, Profile, State, Subject, Threshold
from ospo.i18n import long_date, translator
from ospo.render.terminal import printable, wrapped

KINDS = {
    RepositoryKind.APPLICATION: "application",
    RepositoryKind.LIBRARY: "library",
    RepositoryKind.DOCUMENTATION: "documentation",
    RepositoryKind.DATA: "data",
    RepositoryKind.PUBLICATION: "one-time publication",
    RepositoryKind.ARCHIVED: "archived",
}
IMPORTANCE = {Importance.MUST: "must", Importance.SHOULD: "should"}
_ROUTES = {
    Route.ASKED: "asked for with --profile",
    Route.OWN: "named by the repository",
    Route.OWNER: "named by its owner",
}
_STATES = {
    State.MET: "{n} met",
    State.WAIVED: "{n} waived",
    State.UNKNOWN: "{n} not known",
    State.NOT_APPLICABLE: "{n} not applicable",
}


class ProfileWords:
    """Says a judgement in one language."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language
        self._say = translator(language)

    def name(self, profile: Profile) -> str:
        """`Rijksoverheid (rijksoverheid, version 1 of 25 November 2026)`."""
        return self._say(
            "{title} ({id}, version {version} of {date})",
            title=profile.title[self._language],
            id=profile.id,
            version=profile.version,
            date=long_date(profile.date, self._language),
        )

    def listing(self, profiles: Iterable[Profile], width: int) -> Iterator[str]:
        """Every profile: its id, its title, and whether anybody decided on it."""
        shown = sorted(profiles, key=lambda p: p.id)
        room = max((len(p.id) for p in shown), default=0)
        for profile in shown:
            title = profile.title[self._language]
            if profile.is_proposal:
                title = f"{title} ({self._say('a proposal of {keeper}', keeper=profile.keeper)})"
            yield from wrapped(f"{profile.id:<{room}}  ", printable(title), room + 2, width)

    def heading(self, judgement: Judgement) -> Iterator[str]:
        """The profile, who chose it, where it comes from, and for which kind and tier."""
        say, profile, choice = self._say, judgement.resolved.profile, judgement.choice
        yield say("Profile: {name}, {route}", name=self.name(profile), route=say(_ROUTES[choice.route]))
        yield say("Source: {source}", source=self.source(profile))
        for parent in judgement.resolved.chain[:-1]:
            yield say("Extends: {name}", name=self.name(parent))
        if judgement.choice.kind is not None or any(p.kinds for p in judgement.resolved.chain):
            yield self._kind(judgement)
        if judgement.resolved.tier is not None:
            yield say("Tier: {tier}", tier=judgement.resolved.tier.title[self._language])

    def source(self, profile: Profile) -> str:
        """Where a profile comes from, and whether anybody decided on it."""
        parts = [f"{profile.source.title} <{profile.source.url}>"] if profile.source else []
        if profile.is_proposal:
            parts.append(self._say("a proposal of {keeper}", keeper=profile.keeper))
        elif not parts:
            parts.append(self._say("kept by {keeper}", keeper=profile.keeper))
        return "; ".join(parts)

    def _kind(self, judgement: Judgement) -> str:
        say, choice = self._say, judgement.choice
        if choice.kind is None:
            return say("Kind: not known; say in .ospo.yml what the repository is for")
        if choice.is_proposed:
            return say("Kind: {kind} (proposed by its files; say so in .ospo.yml)", kind=say(KINDS[choice.kind]))
        return say("Kind: {kind}", kind=say(KINDS[choice.kind]))

    def counts(self, judgement: Judgement) -> str:
        """`Asked: 26 · 2 musts open · 3 shoulds open · 12 met · ...`."""
        say = self._say
        parts = [
            say("Asked: {n}", n=len(judgement.answers)),
            say("{n} musts open", n=len(judgement.open_musts)),
            say("{n} shoulds open", n=len(judgement.open_shoulds)),
        ]
        parts += [say(words, n=n) for state, words in _STATES.items() if (n := len(judgement.having(state)))]
        return " · ".join(parts)

    def open(self, judgement: Judgement) -> Iterator[str]:
        """What is open, the musts first: `must: Has a licence file (has-licence-file)`."""
        for answer in (*judgement.open_musts, *judgement.open_shoulds):
            yield self.answer(answer)

    def answer(self, answer: Answer) -> str:
        """One thing that is asked."""
        return f"{self._say(IMPORTANCE[answer.asked.importance])}: {self.title(answer)} ({answer.asked.about})"

    def title(self, answer: Answer) -> str:
        """The title of the check or the control that is asked."""
        if answer.control is not None:
            return answer.control.title[self._language]
        return self._catalogue.text(answer.checks[0], self._language).title

    def waived(self, judgement: Judgement) -> Iterator[str]:
        """What the profile itself waives, and the waivers of it that ended."""
        for answer in judgement.answers:
            if answer.waiver is None or answer.state not in (State.WAIVED, State.OPEN):
                continue
            message = "Waived by the profile until {until} (role {role}): {title}: {reason}"
            if answer.state is State.OPEN:
                message = "The waiver of the profile ended on {until} (role {role}): {title}: {reason}"
            until = long_date(answer.waiver.until, self._language)
            yield self._say(
                message, until=until, role=answer.waiver.role, title=self.title(answer), reason=answer.waiver.reason
            )

    def left_out(self, judgement: Judgement) -> Iterator[str]:
        """What the profile leaves out on purpose, each with the reason."""
        for item in judgement.resolved.left_out:
            yield self.left(item)

    def left(self, item: LeftOut) -> str:
        """One thing that is left out."""
        title = item.about
        if item.subject is Subject.CHECK and item.about in self._catalogue.topics:
            check = next(c for c in self._catalogue.topics if c == item.about)
            title = self._catalogue.text(check, self._language).title
        return f"{title} ({item.about}): {item.reason[self._language]}"

    def threshold(self, item: Threshold) -> str:
        """`answers-newcomers-in-time: days = 5 (source)`."""
        return f"{item.check}: {item.name} = {value(item.value)} ({item.source})"


def value(found: ParameterValue) -> str:
    """The value of a parameter."""
    return ", ".join(found) if isinstance(found, tuple) else str(found)
