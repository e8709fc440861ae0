# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: every check with its texts, as the rooms pass it around."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ospo.domain.check import CheckText, Parameter, TopicText
from ospo.domain.finding import Outcome, Verdict
from ospo.domain.identifier import CheckId
from ospo.domain.language import Language


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The checks in report order with their topic; texts are read when they are asked for."""

    topics: dict[CheckId, str]
    read_text: Callable[[CheckId, Language], CheckText]
    read_topic: Callable[[str, Language], TopicText]
    parameters_of: Callable[[CheckId], Mapping[str, Parameter]] = lambda _: {}

    def ids(self) -> tuple[CheckId, ...]:
        """Every check, by the order of its topic, then by id."""
        return tuple(sorted(self.topics, key=lambda c: (self.topic(self.topics[c], Language.NL).order, c)))

    def text(self, check: CheckId, language: Language) -> CheckText:
        """The words of a check."""
        return self.read_text(check, language)

    def topic(self, topic: str, language: Language) -> TopicText:
        """The name of a topic."""
        return self.read_topic(topic, language)

    def by_topic(self) -> dict[str, tuple[CheckId, ...]]:
        """The checks of each topic, in report order."""
        grouped: dict[str, tuple[CheckId, ...]] = {}
        for check in self.ids():
            grouped[self.topics[check]] = (*grouped.get(self.topics[check], ()), check)
        return grouped

    def message(self, check: CheckId, verdict: Verdict, language: Language) -> str:
        """What was found, in words; a reason or a value that is not known shows itself rather than failing."""
        text = self.text(check, language)
        return _filled(text.messages.get(verdict.reason, verdict.reason), text, verdict)

    def next_step(self, check: CheckId, verdict: Verdict, language: Language) -> str:
        """What to do about a not-met or an unknown; empty for the other outcomes."""
        if verdict.outcome not in (Outcome.NOT_MET, Outcome.UNKNOWN):
            return ""
        text = self.text(check, language)
        return _filled(text.next_steps.get(verdict.reason, ""), text, verdict)


class _Shown(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _filled(message: str, text: CheckText, verdict: Verdict) -> str:
    values = {name: text.words.get(str(value), value) for name, value in verdict.values.items()}
    return message.format_map(_Shown(values))
