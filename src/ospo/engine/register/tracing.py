# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
""" "Why are we not in it?": which sources were looked at, what each said, which rule decided, and what to change."""

import difflib
from collections.abc import Iterable, Iterator, Sequence

from ospo.domain.claim import Attribute, Claim
from ospo.domain.register import (
    JoinRule,
    KnownAccount,
    KnownOrganisation,
    KnownRegister,
    Question,
    QuestionKind,
    SourceSeen,
    Trace,
    TraceKind,
    TraceStep,
)
from ospo.formats import accounts as addresses
from ospo.formats import organisation_ids, organisation_names

_IDS = (Attribute.TOOI, Attribute.ROO, Attribute.OIN, Attribute.KVK, Attribute.WIKIDATA)
_DISPUTED = (QuestionKind.LIKELY_MISTAKE, QuestionKind.TWO_ORGANISATIONS, QuestionKind.OWN_WORDS)
_CLOSE = 5
_LONGEST = 300


def explain(register: KnownRegister, asked: str) -> Trace:
    """The trace for an address of an account or repository, or for a name or identifier of an organisation."""
    asked = asked.strip()[:_LONGEST]
    if _is_address(asked) and organisation_ids.register(asked) is None:
        return _of_address(register, asked)
    return _of_name(register, asked, _by_name(register, asked))


def _is_address(text: str) -> bool:
    return "://" in text or ("/" in text and " " not in text) or text.startswith("git@")


def _of_address(register: KnownRegister, asked: str) -> Trace:
    form = _account(register, asked)
    if form is None:
        return Trace(asked, False, (), None, (TraceStep(TraceKind.NO_FORGE, {"asked": asked}),))
    account = register.accounts.get(form)
    organisations = _running(register, form, account)
    steps = [TraceStep(TraceKind.NORMAL_FORM, {"address": form})]
    is_known = account is not None or bool(organisations)
    steps.append(TraceStep(TraceKind.PRESENT if is_known else TraceKind.ABSENT, {"asked": form}))
    claims = _on_address(register, form)
    steps += _sources(register.sources, claims, addresses.mark(asked))
    questions = [q for q in register.questions if q.account == form]
    steps += _decided(organisations, claims)
    steps += [TraceStep(TraceKind.QUESTION, question=question) for question in questions]
    if not is_known:
        steps += _close_accounts(register, form)
    steps += _advice(is_known, questions, form)
    return Trace(asked, is_known, organisations, account, tuple(steps))


def _account(register: KnownRegister, asked: str) -> str | None:
    """The account that is meant: for nested groups, the nearest one above that is known."""
    forge = addresses.whole_forge(asked)
    if forge is not None:
        return forge
    account = addresses.account(asked, is_forge=True)
    above = account
    while above and above.count("/") > 2:
        if above in register.accounts:
            return above
        above = above.rpartition("/")[0]
    return account


def _running(register: KnownRegister, form: str, account: KnownAccount | None) -> tuple[KnownOrganisation, ...]:
    """The organisations that are said to have the account, or to run the forge."""
    if account is not None:
        return tuple(register.organisations[who] for who in account.organisations)
    return tuple(
        o for o in register.organisations.values() if any(c.value == form for c in _claims(o, Attribute.FORGE))
    )


def _on_address(register: KnownRegister, form: str) -> list[Claim]:
    account = register.accounts.get(form)
    claims = (
        [*account.listed, *(c for value in account.organisations.values() for c in value.claims)] if account else []
    )
    for organisation in register.organisations.values():
        claims += [c for c in _claims(organisation, Attribute.FORGE) if c.value == form]
        claims += [c for c in _claims(organisation, Attribute.REPOSITORY) if addresses.owner(c.value) == form]
    return claims


def _of_name(register: KnownRegister, asked: str, found: Sequence[KnownOrganisation]) -> Trace:
    steps = [TraceStep(TraceKind.PRESENT if found else TraceKind.ABSENT, {"asked": asked})]
    claims = [c for o in found for fact in o.facts.values() for value in fact.values for c in value.claims]
    steps += _sources(register.sources, claims, "")
    steps += _decided(found, claims)
    ids = {organisation.id for organisation in found}
    questions = [q for q in register.questions if ids & set(q.organisations)]
    steps += [TraceStep(TraceKind.QUESTION, question=question) for question in questions]
    if not found:
        steps += _close_names(register, asked)
    has_account = any(Attribute.ACCOUNT in o.facts or Attribute.FORGE in o.facts for o in found)
    steps += _advice(has_account, questions, asked)
    return Trace(asked, bool(found), tuple(found), None, tuple(steps))


def _by_name(register: KnownRegister, asked: str) -> list[KnownOrganisation]:
    """Those with this id, number, name or abbreviation; the id of the register goes before all others."""
    if asked in register.organisations:
        return [register.organisations[asked]]
    name, plain = organisation_names.read(asked), organisation_names.fold(asked)
    number = asked.rstrip("/").rpartition("/")[2] if organisation_ids.is_record(asked) else asked
    found = []
    for organisation in register.organisations.values():
        ids = {c.value for attribute in _IDS for c in _claims(organisation, attribute)}
        names = {organisation_names.read(c.value) for c in _claims(organisation, Attribute.NAME)}
        short = {organisation_names.fold(c.value) for c in _claims(organisation, Attribute.ABBREVIATION)}
        fits = any(
            name.words == n.words and (name.kind is None or _kind(organisation) in ("", name.kind)) for n in names
        )
        if {asked, asked.rstrip("/"), number} & ids or fits or plain in short:
            found.append(organisation)
    return found


def _kind(organisation: KnownOrganisation) -> str:
    kind = organisation.first(Attribute.KIND)
    names = (organisation_names.read(c.value).kind for c in _claims(organisation, Attribute.NAME))
    return kind or next((str(k) for k in names if k), "")


def _claims(organisation: KnownOrganisation, attribute: Attribute) -> tuple[Claim, ...]:
    fact = organisation.facts.get(attribute)
    return tuple(c for value in fact.values for c in value.claims) if fact else ()


def _sources(sources: Iterable[SourceSeen], claims: Sequence[Claim], mark: str) -> Iterator[TraceStep]:
    """What each source said: first those that said something, then what was passed over, then the silent ones."""
    silent = []
    for source in sources:
        said = tuple(claim for claim in claims if claim.origin.name == source.name)
        passed = [p for p in source.passed if mark and p.mark == mark]
        if said:
            yield TraceStep(TraceKind.SAID, source=source, claims=said)
        for found in passed:
            yield TraceStep(TraceKind.PASSED, source=source, passed=found)
        if not said and not passed:
            silent.append(source)
    for source in silent:
        yield TraceStep(TraceKind.SILENT, source=source)


def _decided(organisations: Iterable[KnownOrganisation], claims: Sequence[Claim]) -> Iterator[TraceStep]:
    """By which rule what these sources say counts for an organisation."""
    speaking = {(claim.origin.name, claim.subject) for claim in claims}
    for organisation in organisations:
        for member in organisation.members:
            if (member.source, member.subject) in speaking and member.rule is not JoinRule.FIRST:
                values = {
                    "organisation": organisation.name,
                    "source": member.source,
                    "subject": member.subject,
                    "rule": str(member.rule),
                    "shared": member.shared,
                }
                yield TraceStep(TraceKind.JOINED, values)


def _advice(is_settled: bool, questions: Sequence[Question], asked: str) -> Iterator[TraceStep]:
    for question in questions:
        if question.kind is QuestionKind.LIKELY_MISTAKE:
            values = {"source": question.values["source"], "place": question.values["place"]}
            yield TraceStep(TraceKind.ADVICE_SOURCE, values)
    if not is_settled or any(question.kind in _DISPUTED for question in questions):
        yield TraceStep(TraceKind.ADVICE_DECLARE, {"asked": asked})
    if not is_settled:
        yield TraceStep(TraceKind.ADVICE_IMPORT)


def _close_accounts(register: KnownRegister, form: str) -> Iterator[TraceStep]:
    names: dict[str, list[str]] = {}
    for known in register.accounts:
        names.setdefault(addresses.name(known), []).append(known)
    for near in difflib.get_close_matches(addresses.name(form), names, _CLOSE, 0.8):
        for known in names[near]:
            yield TraceStep(TraceKind.CLOSE, {"name": known})


def _close_names(register: KnownRegister, asked: str) -> Iterator[TraceStep]:
    names = {" ".join(organisation_names.read(o.name).words): o for o in register.organisations.values()}
    words = " ".join(organisation_names.read(asked).words)
    inside = [name for name in names if words and f" {words} " in f" {name} "]
    near = [*inside[:_CLOSE], *difflib.get_close_matches(words, names, _CLOSE, 0.75)]
    for name in list(dict.fromkeys(near))[:_CLOSE]:
        yield TraceStep(TraceKind.CLOSE, {"name": names[name].name, "id": names[name].id})
