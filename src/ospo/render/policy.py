# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""A profile as a policy to read, in Markdown: what is asked of whom, at which threshold, why, and how it is checked."""

import datetime
from collections.abc import Iterable, Iterator

from ospo.domain.catalogue import Catalogue
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language
from ospo.domain.library import Library
from ospo.domain.norm import Control
from ospo.domain.page import FactStatus
from ospo.domain.profile import Asked, Importance, Profile, Subject, Threshold
from ospo.engine import policy
from ospo.engine.policy import Change, Policy
from ospo.i18n import long_date, translator
from ospo.render.profile_text import IMPORTANCE, KINDS, ProfileWords, value
from ospo.render.terminal import printable

_TITLES = {Importance.MUST: "What every repository must have", Importance.SHOULD: "What every repository should have"}


class PolicyPage:
    """Writes policies in one language; `site` is where practices can be read, when there is such a place."""

    def __init__(
        self, library: Library, catalogue: Catalogue, language: Language, today: datetime.date, site: str = ""
    ) -> None:
        self._library = library
        self._catalogue = catalogue
        self._language = language
        self._today = today
        self._site = site
        self._say = translator(language)
        self._words = ProfileWords(catalogue, language)

    def document(self, laid_out: Policy) -> str:
        """The whole policy."""
        parts = [
            self._opening(laid_out),
            *(self._asked(laid_out, wanted) for wanted in Importance),
            self._left_out(laid_out),
            *self._changes(laid_out),
            self._waivers(laid_out),
            self._facts(laid_out),
            self._check_it(laid_out.profile),
        ]
        return "\n\n".join(filter(None, map("\n".join, parts))) + "\n"

    def _opening(self, laid_out: Policy) -> Iterator[str]:
        say, profile = self._say, laid_out.profile
        yield f"# {printable(profile.title[self._language])}"
        yield ""
        yield printable(profile.summary[self._language])
        yield ""
        yield f"- {say('Version {version} of {date}', version=profile.version, date=self._date(profile.date))}"
        yield f"- {say('Source: {source}', source=self._words.source(profile))}"
        yield f"- {say('Licence of this profile: {licence}', licence=profile.licence)}"
        for parent in laid_out.chain[:-1]:
            yield f"- {say('Extends: {name}', name=self._words.name(parent))}"

    def _asked(self, laid_out: Policy, wanted: Importance) -> Iterator[str]:
        topics = policy.checks_by_topic(laid_out.base, self._catalogue, wanted)
        norms = policy.controls_by_norm(laid_out.base, self._library.norms, wanted)
        if not topics and not norms:
            return
        yield f"## {self._say(_TITLES[wanted])}"
        for topic, checks in topics.items():
            yield from ("", f"### {self._catalogue.topic(topic, self._language).title}", "")
            for check in checks:
                yield from self._check(check, policy.thresholds_of(check, laid_out.base, self._catalogue))
        for norm, controls in norms:
            yield from ("", f"### {norm.title[self._language]} ({norm.version})", "")
            for control in controls:
                yield from self._control(control)

    def _check(self, check: CheckId, thresholds: Iterable[Threshold]) -> Iterator[str]:
        yield f"- **{self._catalogue.text(check, self._language).title}** (`{check}`)"
        for threshold in thresholds:
            yield f"  - {self._threshold(threshold)}"
        practices = self._library.practices_for(check)
        if practices:
            practice = practices[0]
            title = practice.texts[self._language].title
            where = f"[{title}]({self._site}/{self._language}/practices/{practice.id}/)" if self._site else title
            yield f"  - {self._say('Why and how: {practice}', practice=f'{where} (`ospo explain {practice.id}`)')}"

    def _threshold(self, threshold: Threshold) -> str:
        shown = value(threshold.value) or "-"
        words = "Threshold: {name} = {value}. {source}"
        return printable(self._say(words, name=threshold.name, value=shown, source=threshold.source))

    def _control(self, control: Control) -> Iterator[str]:
        yield f"- **{control.id}**: [{printable(control.title[self._language])}]({control.url})"
        checks = dict.fromkeys(m.check for m in control.mappings)
        if checks:
            names = ", ".join(f"`{check}`" for check in checks)
            yield f"  - {self._say('Checked by: {checks}', checks=names)}"
        else:
            yield f"  - {self._say('No check: state it in .ospo.yml')}"

    def _left_out(self, laid_out: Policy) -> Iterator[str]:
        if laid_out.base.left_out:
            yield f"## {self._say('What is not asked, and why')}"
            yield ""
            yield from (f"- {printable(self._words.left(item))}" for item in laid_out.base.left_out)

    def _changes(self, laid_out: Policy) -> Iterator[Iterator[str]]:
        for kind, change in laid_out.kinds.items():
            title = self._say("When the repository is: {kind}", kind=self._say(KINDS[kind]))
            yield self._change(title, change)
        for tier, change in laid_out.tiers:
            title = self._say("In the tier: {tier}", tier=f"{tier.title[self._language]} (`{tier.id}`)")
            yield self._change(title, change)

    def _change(self, title: str, change: Change) -> Iterator[str]:
        yield from (f"## {printable(title)}", "")
        for asked in change.added:
            yield f"- {self._say(IMPORTANCE[asked.importance])}: {self._title(asked)}"
        for threshold in change.thresholds:
            yield f"- {threshold.check}: {self._threshold(threshold)}"
        for item in change.left_out:
            yield f"- {self._say('not asked: {what}', what=printable(self._words.left(item)))}"
        if not (change.added or change.thresholds or change.left_out):
            yield self._say("The same as for every repository.")

    def _title(self, asked: Asked) -> str:
        if asked.subject is Subject.CHECK:
            check = CheckId(asked.about)
            return f"{self._catalogue.text(check, self._language).title} (`{check}`)"
        found = next((c for n in self._library.norms.values() for c in n.controls if c.id == asked.about), None)
        return f"{asked.about}" if found is None else f"{found.title[self._language]} (`{found.id}`)"

    def _waivers(self, laid_out: Policy) -> Iterator[str]:
        if not laid_out.waivers:
            return
        yield from (f"## {self._say('Waivers')}", "")
        for waiver in laid_out.waivers:
            message = "{about}: until {until}, role {role}: {reason}"
            if not waiver.holds(self._today):
                message = "{about}: ended on {until}, role {role}: {reason}"
            until = self._date(waiver.until)
            said = self._say(message, about=waiver.about, until=until, role=waiver.role, reason=waiver.reason)
            yield f"- {printable(said)}"

    def _facts(self, laid_out: Policy) -> Iterator[str]:
        names = dict.fromkeys(fact for profile in reversed(laid_out.chain) for fact in profile.facts)
        facts = [self._library.facts[name] for name in names if name in self._library.facts]
        if not facts:
            return
        yield from (f"## {self._say('What it rests on')}", "")
        for fact in facts:
            mark = "" if fact.status is FactStatus.VERIFIED else f" ({self._say(fact.status.value)})"
            about = ", ".join(filter(None, (fact.source.publisher, fact.source.title, fact.source.date)))
            yield f"- {fact.text[self._language]}{mark} ({about}, <{fact.source.url}>)"

    def _check_it(self, profile: Profile) -> Iterator[str]:
        command = f"ospo scan --profile {profile.id} ."
        yield from (f"## {self._say('Check it yourself')}", "", "```sh", command, "```", "")
        words = "A repository that names the profile in .ospo.yml is held against it in every scan:"
        yield from (self._say(words), "", "```yaml", f"profile: {profile.id}", "```")

    def _date(self, day: datetime.date) -> str:
        return long_date(day, self._language)
