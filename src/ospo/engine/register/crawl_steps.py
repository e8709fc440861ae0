# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crawls add to a decision trace: was it asked, what came of that, how does it stand, and which field failed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ospo.domain.claim import Attribute
from ospo.domain.crawl import RepositoryState
from ospo.domain.register import AccountSeen, CrawlSeen, RepositorySeen, Trace, TraceKind, TraceStep
from ospo.formats import accounts as addresses
from ospo.formats import address

MOST_ACCOUNTS = 20  # of one organisation
_LATER = (
    TraceKind.QUESTION,
    TraceKind.CLOSE,
    TraceKind.ADVICE_DECLARE,
    TraceKind.ADVICE_SOURCE,
    TraceKind.ADVICE_IMPORT,
)
_FINE = (RepositoryState.ACTIVE, RepositoryState.ARCHIVED)


def wanted(trace: Trace) -> tuple[Sequence[str], str]:
    """The accounts that crawls may know more of, and the repository that was asked for ("" for none)."""
    forms = [step.values["address"] for step in trace.steps if step.kind is TraceKind.NORMAL_FORM]
    if forms:
        repository = address.normalise(trace.asked) or ""
        is_inside = repository.startswith(f"{forms[0]}/") and addresses.account(repository, is_forge=True) == forms[0]
        return forms[:1], repository if is_inside or repository.count("/") > forms[0].count("/") else ""
    facts = [o.facts[Attribute.ACCOUNT] for o in trace.organisations if Attribute.ACCOUNT in o.facts]
    return [value.text for fact in facts for value in fact.values][:MOST_ACCOUNTS], ""


def add(trace: Trace, seen: CrawlSeen) -> Trace:
    """The trace with what crawls saw: facts before the questions, and what to do about them at the end."""
    steps = list(trace.steps)
    place = next((number for number, step in enumerate(steps) if step.kind in _LATER), len(steps))
    return replace(trace, steps=(*steps[:place], *_facts(seen), *steps[place:], *_advice(seen)))


def _facts(seen: CrawlSeen) -> Iterator[TraceStep]:
    for account in seen.accounts:
        yield from _account(account)
    if seen.wanted and not seen.repositories and any(account.is_known for account in seen.accounts):
        yield TraceStep(TraceKind.NOT_FOUND, {"address": seen.wanted})
    for repository in seen.repositories:
        yield from _repository(repository)


def _account(account: AccountSeen) -> Iterator[TraceStep]:
    if not account.is_known:
        yield TraceStep(TraceKind.NOT_CRAWLED, {"account": account.address})
        return
    if account.listed or account.states:
        values = {"account": account.address, "day": account.listed.date().isoformat() if account.listed else ""}
        counts = {str(state): str(n) for state, n in account.states.items()}
        yield TraceStep(TraceKind.CRAWLED, {**values, "n": str(sum(account.states.values())), **counts})
    if account.trouble is not None:
        day = account.asked.date().isoformat() if account.asked else ""
        yield TraceStep(TraceKind.TROUBLE, {"subject": account.address, "day": day}, trouble=account.trouble)


def _repository(repository: RepositorySeen) -> Iterator[TraceStep]:
    if repository.was:
        yield TraceStep(TraceKind.RENAMED, {"was": repository.was, "address": repository.address})
    values = {
        "address": repository.address,
        "state": str(repository.state),
        "since": repository.since.date().isoformat(),
        "commit": repository.commit,
        "scanned": repository.scanned.date().isoformat() if repository.scanned else "",
    }
    yield TraceStep(TraceKind.REPOSITORY, values)
    if repository.trouble is not None:
        yield TraceStep(TraceKind.TROUBLE, {"subject": repository.address, "day": ""}, trouble=repository.trouble)
    for finding in repository.findings:
        yield TraceStep(TraceKind.FINDING, {"address": repository.address}, finding=finding)


def _advice(seen: CrawlSeen) -> Iterator[TraceStep]:
    for account in seen.accounts:
        if not account.is_known:
            yield TraceStep(TraceKind.ADVICE_CRAWL, {"account": account.address})
    for repository in seen.repositories:
        if repository.state not in _FINE:
            values = {"address": repository.address, "state": str(repository.state)}
            yield TraceStep(TraceKind.ADVICE_STATE, values)
        for finding in repository.findings:
            values = {"address": repository.address, "check": str(finding.check)}
            yield TraceStep(TraceKind.ADVICE_FINDING, values, finding=finding)
