# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register for programs: JSON with every claim and its source, and CSV with a line for each value or account."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ospo.domain.claim import Claim
from ospo.domain.finding import Finding
from ospo.domain.register import KnownAccount, KnownOrganisation, KnownRegister, Question, SourceSeen, Trace, Value

_COLUMNS = ("organisation", "name", "attribute", "value", "standing", "freshness", "sources", "newest", "questions")
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def document(register: KnownRegister) -> str:
    """Everything, as JSON."""
    whole = {
        "organisations": [_organisation(o) for o in register.organisations.values()],
        "accounts": [_account(a) for a in register.accounts.values()],
        "questions": [_question(q) for q in register.questions],
        "sources": [_source(s) for s in register.sources],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def trace(found: Trace) -> str:
    """One decision trace, as JSON."""
    steps = []
    for step in found.steps:
        entry: dict[str, Any] = {"kind": step.kind, **({"values": dict(step.values)} if step.values else {})}
        if step.source is not None:
            entry["source"] = _source(step.source)
        if step.claims:
            entry["claims"] = [_claim(claim) for claim in step.claims]
        if step.passed is not None:
            entry["passed"] = {"place": step.passed.place, "reason": step.passed.reason}
        if step.question is not None:
            entry["question"] = _question(step.question)
        if step.trouble is not None:
            entry["trouble"] = step.trouble.message.format(**step.trouble.values)
        if step.finding is not None:
            entry["finding"] = _finding(step.finding)
        steps.append(entry)
    organisations = [{"id": o.id, "name": o.name} for o in found.organisations]
    whole = {"asked": found.asked, "known": found.is_known, "organisations": organisations, "steps": steps}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def table(register: KnownRegister) -> str:
    """A line for each value of each organisation, and for each account without one, as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    asked: dict[str, set[str]] = {}
    for question in register.questions:
        for who in question.organisations:
            asked.setdefault(who, set()).add(str(question.kind))
    for organisation in register.organisations.values():
        questions = " ".join(sorted(asked.get(organisation.id, ())))
        for attribute, fact in organisation.facts.items():
            for value in fact.values:
                row = (organisation.id, organisation.name, attribute, value.text, fact.standing(value), value.freshness)
                writer.writerow(_safe((*row, _sources(value.claims), _newest(value.claims), questions)))
    for account in register.accounts.values():
        if not account.organisations:
            listed = account.listed
            empty = ("", "", "account", account.address, "", "")
            writer.writerow(_safe((*empty, _sources(listed), _newest(listed), "")))
    return stream.getvalue()


def _organisation(organisation: KnownOrganisation) -> dict[str, Any]:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "members": [
            {"source": m.source, "subject": m.subject, "rule": m.rule, "shared": m.shared} for m in organisation.members
        ],
        "facts": {
            attribute: [{**_value(value), "standing": fact.standing(value)} for value in fact.values]
            for attribute, fact in organisation.facts.items()
        },
    }


def _value(value: Value) -> dict[str, Any]:
    return {"value": value.text, "freshness": value.freshness, "claims": [_claim(claim) for claim in value.claims]}


def _account(account: KnownAccount) -> dict[str, Any]:
    return {
        "address": account.address,
        "organisations": [{"id": who, **_value(value)} for who, value in account.organisations.items()],
        "listed": [_claim(claim) for claim in account.listed],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "organisations": list(question.organisations),
        "account": question.account,
        "values": dict(question.values),
        "claims": [_claim(claim) for claim in question.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    origin = claim.origin
    return {
        "source": origin.name,
        "subject": claim.subject,
        "value": claim.value,
        "url": origin.url,
        "place": origin.place,
        "read": origin.read.isoformat(),
        "dated": None if origin.dated is None else origin.dated.isoformat(),
        "confidence": claim.confidence,
    }


def _finding(found: Finding) -> dict[str, Any]:
    verdict = found.verdict
    return {
        "check": found.check,
        "outcome": verdict.outcome,
        "reason": verdict.reason,
        "values": dict(verdict.values),
        "evidence": [str(evidence) for evidence in verdict.evidence],
    }


def _source(source: SourceSeen) -> dict[str, Any]:
    return {
        "kind": source.kind,
        "name": source.name,
        "url": source.url,
        "read": source.read.isoformat(),
        "dated": None if source.dated is None else source.dated.isoformat(),
        "claims": source.claims,
        "passed": len(source.passed),
    }


def _sources(claims: Iterable[Claim]) -> str:
    return " | ".join(dict.fromkeys(claim.origin.name for claim in claims))


def _newest(claims: Iterable[Claim]) -> str:
    return max((claim.origin.dated.isoformat() for claim in claims if claim.origin.dated is not None), default="")


def _safe(row: Iterable[object]) -> list[str]:
    return [f"'{text}" if (text := str(cell)).startswith(_FORMULA) else text for cell in row]
