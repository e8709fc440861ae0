# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls add to a decision trace, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Finding
from ospo.domain.register import TraceKind, TraceStep

STATES = {
    RepositoryState.ACTIVE: "can be read",
    RepositoryState.ARCHIVED: "is archived: its forge says that it is read-only",
    RepositoryState.MOVED: "its address leads to another one",
    RepositoryState.DISAPPEARED: "is not there any more, or not on the list of its account",
    RepositoryState.PRIVATE: "asks who we are",
    RepositoryState.UNREACHABLE: "did not answer",
}
COUNTED = {
    RepositoryState.ACTIVE: "{n} can be read",
    RepositoryState.ARCHIVED: "{n} archived",
    RepositoryState.MOVED: "{n} moved",
    RepositoryState.DISAPPEARED: "{n} disappeared",
    RepositoryState.PRIVATE: "{n} closed to us",
    RepositoryState.UNREACHABLE: "{n} without an answer",
}
ADVICE = {
    RepositoryState.MOVED: "To do: name {address} by its new address wherever it is listed.",
    RepositoryState.DISAPPEARED: "To do: was {address} renamed? Then name the new address. Was it closed? That is why.",
    RepositoryState.PRIVATE: "To do: make {address} public, or leave it out: what is closed is not looked at.",
    RepositoryState.UNREACHABLE: "To do: see that {address} answers without a login, and crawl again.",
}

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class CrawlText:
    """Writes these steps; `told` gives what a check found and what to do about it, in the language of the reader."""

    say: Say
    told: Callable[[Finding], tuple[str, str]]

    def step(self, step: TraceStep) -> Iterator[str]:
        """The lines for a step; none when it is not one of these."""
        match step.kind:
            case TraceKind.NOT_CRAWLED:
                yield self.say("- no crawl looked at {account} yet", **step.values)
            case TraceKind.CRAWLED:
                yield from self._crawled(step)
            case TraceKind.TROUBLE:
                assert step.trouble is not None  # noqa: S101 - a step of this kind has one
                what = self.say(step.trouble.message, **step.trouble.values)
                day = step.values["day"]
                if day:
                    yield self.say("- the crawl of {day} failed: {what}", day=day, what=what)
                else:
                    yield self.say("- the last crawl failed: {what}", what=what)
            case TraceKind.NOT_FOUND:
                yield self.say("- no crawl found {address}", **step.values)
            case TraceKind.RENAMED:
                yield self.say("- {was} is called {address} now", **step.values)
            case TraceKind.REPOSITORY:
                how = self.say(STATES[RepositoryState(step.values["state"])])
                yield self.say("- {address} {how}, since {since}", how=how, **step.values)
            case TraceKind.FINDING:
                assert step.finding is not None  # noqa: S101 - a step of this kind has one
                yield f"    {step.finding.check}: {self.told(step.finding)[0]}"
            case _:
                yield from self._advice(step)

    def _crawled(self, step: TraceStep) -> Iterator[str]:
        counts = [self.say(words, n=step.values[state]) for state, words in COUNTED.items() if state in step.values]
        states = ", ".join(counts) or self.say("no repositories")
        if step.values["day"]:
            yield self.say("- {account} was listed on {day}: {states}", states=states, **step.values)
        else:
            yield self.say("- of {account} a crawl found: {states}", states=states, **step.values)

    def _advice(self, step: TraceStep) -> Iterator[str]:
        if step.kind is TraceKind.ADVICE_CRAWL:
            yield self.say("To do: `ospo crawl {account}` looks at it.", **step.values)
        elif step.kind is TraceKind.ADVICE_STATE:
            yield self.say(ADVICE[RepositoryState(step.values["state"])], **step.values)
        elif step.kind is TraceKind.ADVICE_FINDING and step.finding is not None:
            where = step.values["address"]
            todo = self.told(step.finding)[1]
            todo = todo or self.say("`ospo explain {check}` tells what to do.", check=step.finding.check)
            yield self.say("To do in {address}: {todo}", address=where, todo=todo)
