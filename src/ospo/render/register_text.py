# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register in words: what was imported, the list, the questions, and the trace of one decision."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ospo.domain.claim import Attribute, Claim, PassedReason, Reading
from ospo.domain.finding import Finding
from ospo.domain.register import (
    Freshness,
    JoinRule,
    KnownRegister,
    Question,
    QuestionKind,
    SourceSeen,
    Standing,
    Trace,
    TraceKind,
    TraceStep,
)
from ospo.render.register_crawl_text import CrawlText
from ospo.render.terminal import printable

PASSED = {
    PassedReason.ELSEWHERE: "stands outside the list of organisations",
    PassedReason.SECOND_HAND: "was taken from lists that we read ourselves; those count",
    PassedReason.NO_ACCOUNT: "is no account on a forge",
    PassedReason.NO_SUBJECT: "does not say whose it is",
    PassedReason.ENDED: "is marked as no longer in use",
    PassedReason.UNREADABLE: "is not what the format promises",
}
FRESH = {
    Freshness.FRESH: "at most a year old",
    Freshness.AGEING: "one to three years old",
    Freshness.OLD: "older than three years",
    Freshness.UNDATED: "without a date",
}
STANDING = {
    Standing.ONE_SOURCE: "one source",
    Standing.AGREED: "sources agree",
    Standing.CONFLICT: "sources differ",
}
RULES = {
    JoinRule.SAME_ID: "{source} calls it {subject}; joined because both have {shared}.",
    JoinRule.SAME_NAME: "{source} calls it {subject}; joined by that name.",
    JoinRule.ACCOUNT_AND_NAME: "{source} calls it {subject}; both have {shared}, and the names go together.",
    JoinRule.ACCOUNT: "{source} only names {shared}; one organisation has that.",
    JoinRule.FIRST: "{source} calls it {subject}.",
}
QUESTIONS = {
    QuestionKind.LIKELY_MISTAKE: "{one} or {other}? {sources} sources give this account to {one}, only {source} "
    "gives it to {other} ({place}). That line is probably a mistake.",
    QuestionKind.TWO_ORGANISATIONS: "{one} or {other}? The sources give this account to both, and do not settle it.",
    QuestionKind.BODY_OR_PART: "{one}, or its part {other}? The sources name both.",
    QuestionKind.EARLIER_OR_LATER: "{one} or {other}? One came after the other.",
    QuestionKind.OWN_WORDS: "{listed} or {own}? A list gives the account to {listed}; the account itself names {own}.",
    QuestionKind.COMMUNITY: "The account '{account}' is put down to {one}, and its name says nothing of that. "
    "Is it a product of {one} alone, or of a community of several organisations? (sources: {sources})",
    QuestionKind.DOUBTFUL_END: "It would have ended on {until}. Did it? ({why})",
    QuestionKind.EARLIER_NAME: "The name '{name}' is that of a body that ended on {until}. Is it still called that?",
    QuestionKind.OTHER_NAME: "The same identifier, different names: {names}. Which one holds now?",
    QuestionKind.SHARED_ID: "One source gives {attribute} {id} to {n} bodies, so it tells none of them apart.",
    QuestionKind.SAME_NAME: "The name '{name}' fits several organisations; nothing was joined by it.",
    QuestionKind.MAY_BE_SAME: "Is {name} the same as {other}? Only an abbreviation says so.",
    QuestionKind.LOOK_ALIKE: "'{text}' has letters that look Latin and are not: {letters}.",
}
DOUBTS = {
    "still-listed": "a source that is dated later still lists an account of it",
    "odd-day": "no successor is named, and the day is not the turn of a year, when such bodies are reorganised",
}

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class RegisterText:
    """Writes the register with the words of one language; `told` puts what a check found in words, and what to do."""

    say: Say
    told: Callable[[Finding], tuple[str, str]] = lambda found: (found.verdict.reason, "")

    def imported(self, label: str, reading: Reading) -> str:
        """One line on what a file gave."""
        values = {"path": label, "kind": reading.kind, "n": len(reading.claims), "passed": len(reading.passed)}
        return printable(self.say("{path} ({kind}): {n} claims, {passed} entries passed over", **values))

    def listing(self, register: KnownRegister, *, every: bool) -> Iterator[str]:
        """A line for each organisation with an account (or each at all), then how much there is."""
        for organisation in register.organisations.values():
            has_code = Attribute.ACCOUNT in organisation.facts or Attribute.FORGE in organisation.facts
            if every or has_code or Attribute.HAS_OSPO in organisation.facts:
                places = [v.text for a in _CODE if a in organisation.facts for v in organisation.facts[a].values]
                yield printable(f"{organisation.id:<40} {organisation.name}  {' '.join(places)}".rstrip())
        counts = {
            "organisations": len(register.organisations),
            "accounts": len(register.accounts),
            "questions": len(register.questions),
            "sources": len(register.sources),
        }
        yield ""
        yield self.say(
            "{organisations} organisations, {accounts} accounts, {questions} open questions; {sources} sources read.",
            **counts,
        )

    def questions(self, register: KnownRegister) -> Iterator[str]:
        """Every open question, with the account or organisation it is about."""
        for question in register.questions:
            about = question.account or " / ".join(register.organisations[i].name for i in question.organisations[:1])
            yield printable(f"{about}: {self.question(question)}")

    def question(self, question: Question) -> str:
        """One question as a sentence."""
        values = dict(question.values)
        values["n"] = str(len(question.organisations))
        if "reason" in values:
            values["why"] = self.say(DOUBTS[values["reason"]])
        return self.say(QUESTIONS[question.kind], **values)

    def trace(self, found: Trace) -> Iterator[str]:
        """The decision trace, step by step."""
        by_address = any(step.kind is TraceKind.NORMAL_FORM for step in found.steps)
        silent = _grouped(step.source.name for step in found.steps if step.kind is TraceKind.SILENT and step.source)
        for step in found.steps:
            if step.kind is TraceKind.SILENT:
                if silent:
                    yield printable("- " + self.say("read, and silent about it: {names}", names=silent))
                silent = ""
            elif step.kind in (TraceKind.SAID, TraceKind.PASSED):
                yield from (printable(line) for line in self._source(step, is_whole=by_address))
            elif step.kind is TraceKind.PRESENT:
                yield from (printable(line) for line in self._present(found, with_facts=not by_address))
            else:
                yield from (printable(line) for line in self._step(step, found))

    def _step(self, step: TraceStep, found: Trace) -> Iterator[str]:
        match step.kind:
            case TraceKind.NO_FORGE:
                yield self.say("'{asked}' is no address of an account on a forge, and no name we know.", **step.values)
            case TraceKind.NORMAL_FORM:
                yield self.say("Looked up as {address}.", **step.values)
            case TraceKind.ABSENT:
                yield self.say("Not in the register: no source names it as that of an organisation.")
            case TraceKind.JOINED:
                whose = f"{step.values['organisation']}: " if len(found.organisations) > 1 else ""
                yield f"  {whose}" + self.say(RULES[JoinRule(step.values["rule"])], **step.values)
            case TraceKind.QUESTION:
                assert step.question is not None  # noqa: S101 - a step of this kind has one
                names = {organisation.id: organisation.name for organisation in found.organisations}
                about = next((names[i] for i in step.question.organisations if i in names), "")
                sentence = self.question(step.question)
                text = sentence if step.question.account or not about else f"{about}: {sentence}"
                yield self.say("Question: {question}", question=text)
            case TraceKind.CLOSE:
                yield self.say("Comes close: {name}", name=step.values["name"])
            case TraceKind.ADVICE_SOURCE | TraceKind.ADVICE_DECLARE | TraceKind.ADVICE_IMPORT:
                yield from self._advice(step)
            case _:
                yield from CrawlText(self.say, self.told).step(step)

    def _present(self, found: Trace, *, with_facts: bool) -> Iterator[str]:
        if not found.organisations:
            yield self.say("In the register as an account; no source says of which organisation it is.")
        for organisation in found.organisations:
            yield self.say("In the register: {name} ({id}).", name=organisation.name, id=organisation.id)
            for attribute, fact in organisation.facts.items() if with_facts else ():
                for value in fact.values:
                    how = self.say(STANDING[fact.standing(value)])
                    age = self.say(FRESH[value.freshness])
                    yield f"    {attribute}: {value.text} ({how}; {age}; {_grouped(value.sources)})"

    def _source(self, step: TraceStep, *, is_whole: bool) -> Iterator[str]:
        source = step.source
        assert source is not None  # noqa: S101 - a step of this kind has one
        head = self._head(source)
        if step.passed is not None:
            why = self.say(PASSED[step.passed.reason])
            place = step.passed.place
            yield f"- {head}: " + self.say("names it, but gives no claim: {place} {why}.", place=place, why=why)
        elif not is_whole:
            places = ", ".join(dict.fromkeys(claim.origin.place for claim in step.claims))
            yield f"- {head}: " + self.say("{n} claims ({places})", n=len(step.claims), places=places)
        else:
            yield f"- {head}:"
            yield from (f"    {line}" for line in self._claims(step.claims))

    def _head(self, source: SourceSeen) -> str:
        if source.dated is None:
            return self.say("{name} (no date; read {read})", name=source.name, read=source.read)
        return self.say("{name} (of {dated}; read {read})", name=source.name, dated=source.dated, read=source.read)

    def _claims(self, claims: Sequence[Claim]) -> Iterable[str]:
        """A line for each claim; it names the subject when the source speaks of more than one."""
        is_one = len({claim.subject for claim in claims}) == 1
        whose = ["" if is_one else f"{claim.subject}, " for claim in claims]
        lines = [f"{c.attribute}: {c.value} ({who}{c.origin.place})" for c, who in zip(claims, whose, strict=True)]
        return dict.fromkeys(lines)

    def _advice(self, step: TraceStep) -> Iterator[str]:
        if step.kind is TraceKind.ADVICE_SOURCE:
            yield self.say("To do: ask {source} to correct {place}.", **step.values)
        elif step.kind is TraceKind.ADVICE_DECLARE:
            yield self.say(
                "To do: put an ospo.yml in the .github repository of your account, and list your accounts in it: "
                "what you say of yourself weighs more than a list. docs/ospo-yml-organisation.md tells how."
            )
        else:
            yield self.say("To do: is there a source that names it and was not read? `ospo register import` reads it.")


_CODE = (Attribute.ACCOUNT, Attribute.FORGE)


def _grouped(names: Iterable[str]) -> str:
    """The names of sources; files of many owners count together: `publiccode.yml (12)`."""
    counts = Counter(name.partition(" (")[0] for name in dict.fromkeys(names))
    return ", ".join(name if times == 1 else f"{name} ({times})" for name, times in counts.items())
