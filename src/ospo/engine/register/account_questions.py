# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about accounts: said to be of two organisations, or put down to a body that goes by another name."""

from collections.abc import Iterator, Mapping, Sequence

from ospo.domain.claim import Attribute, Claim, Confidence
from ospo.domain.register import KnownAccount, KnownOrganisation, Question, QuestionKind, Value
from ospo.formats import accounts as addresses
from ospo.formats import organisation_names

_Of = Mapping[tuple[str, str], KnownOrganisation]
_MOST = 8  # claimants of one account that are held against each other
_OWN = (Confidence.DECLARED, Confidence.OFFICIAL)


def ask(organisations: Sequence[KnownOrganisation], accounts: Sequence[KnownAccount], of: _Of) -> Iterator[Question]:
    """Every question about an account."""
    by_id = {organisation.id: organisation for organisation in organisations}
    for account in accounts:
        claimants = list(account.organisations)[:_MOST]
        for number, one in enumerate(claimants):
            for other in claimants[number + 1 :]:
                yield _two(account, by_id[one], by_id[other], of)
        if len(claimants) == 1:
            yield from _community(account, by_id[claimants[0]])


def _two(account: KnownAccount, one: KnownOrganisation, other: KnownOrganisation, of: _Of) -> Question:
    """One account, two organisations: `one` is the heavier claim."""
    mine, theirs = account.organisations[one.id], account.organisations[other.id]
    kind, ids = _kind(account, one, other, of), (one.id, other.id)
    values = {"one": one.name, "other": other.name, "sources": str(len(mine.independent))}
    if kind is QuestionKind.LIKELY_MISTAKE:
        wrong = theirs.claims[0]
        values |= {"source": wrong.origin.name, "place": wrong.origin.place}
    if kind is QuestionKind.OWN_WORDS:
        own, listed = (one, other) if _is_own(mine) else (other, one)
        values |= {"own": own.name, "listed": listed.name}
    return Question(kind, ids, account.address, values, (*mine.claims, *theirs.claims))


def _kind(account: KnownAccount, one: KnownOrganisation, other: KnownOrganisation, of: _Of) -> QuestionKind:
    if _is_part(one, other, of) or _is_part(other, one, of):
        return QuestionKind.BODY_OR_PART
    if _followed(one, other) or _followed(other, one):
        return QuestionKind.EARLIER_OR_LATER
    mine, theirs = account.organisations[one.id], account.organisations[other.id]
    if _bears_name_of(other, one):
        return QuestionKind.BODY_OR_PART
    if _is_own(mine) != _is_own(theirs) and not _outnumbered(mine, theirs):
        return QuestionKind.OWN_WORDS
    if _outnumbered(mine, theirs) and (_is_in_both(mine, theirs) or _is_named_after(account, one, other)):
        return QuestionKind.LIKELY_MISTAKE
    return QuestionKind.TWO_ORGANISATIONS


def _outnumbered(mine: Value, theirs: Value) -> bool:
    """At most one list against two or more others; a source that gives the account to both speaks for neither."""
    ours, others = mine.independent, theirs.independent
    return len(others) <= 1 and not _is_own(theirs) and len(ours - others) >= 2


def _is_in_both(mine: Value, theirs: Value) -> bool:
    """Whether a source gives the account to both."""
    return not mine.independent.isdisjoint(theirs.independent)


def _is_named_after(account: KnownAccount, one: KnownOrganisation, other: KnownOrganisation) -> bool:
    """Whether the account has something of the name of the one, and nothing of that of the other."""
    name = addresses.name(account.address)
    return resembles(name, one) and not resembles(name, other)


def _bears_name_of(part: KnownOrganisation, whole: KnownOrganisation) -> bool:
    """Whether the abbreviation of one is a word in the name of the other, as institutes do."""
    short = {organisation_names.fold(text) for text in _values(whole, Attribute.ABBREVIATION)}
    words = {word for text in _names(part) for word in organisation_names.fold(text).replace("-", " ").split()}
    return any(word.strip("().,") in short and len(word) > 2 for word in words)


def _is_own(value: Value) -> bool:
    return any(claim.confidence in _OWN for claim in value.claims)


def _is_part(part: KnownOrganisation, whole: KnownOrganisation, of: _Of) -> bool:
    """Whether a source puts one below the other, directly or higher up."""
    seen: set[str] = set()
    above = [part]
    while above:
        current = above.pop()
        if current.id in seen:
            continue
        seen.add(current.id)
        parents = current.facts.get(Attribute.PARENT)
        for claim in (c for value in parents.values for c in value.claims) if parents else ():
            found = of.get((claim.origin.name, claim.value))
            if found is whole:
                return True
            if found is not None:
                above.append(found)
    return False


def _followed(one: KnownOrganisation, other: KnownOrganisation) -> bool:
    """Whether `other` came after `one`."""
    names = {organisation_names.read(n).words for n in _names(other)}
    fact = one.facts.get(Attribute.SUCCESSOR)
    return any(organisation_names.read(value.text).words in names for value in fact.values) if fact else False


def _community(account: KnownAccount, organisation: KnownOrganisation) -> Iterator[Question]:
    """An account that one list gives to a registered body, under a name that has nothing of that body's names.

    It may be a brand or a product, or a community of several of which this is one: the body can tell.
    """
    value = account.organisations[organisation.id]
    is_registered = Attribute.ROO in organisation.facts or Attribute.TOOI in organisation.facts
    if not is_registered or _is_own(value) or resembles(addresses.name(account.address), organisation):
        return
    if any(_is_of_a_part(claim, organisation) for claim in value.claims):
        return
    values = {
        "account": addresses.name(account.address),
        "one": organisation.name,
        "sources": str(len(value.independent)),
    }
    yield Question(QuestionKind.COMMUNITY, (organisation.id,), account.address, values, value.claims)


def _is_of_a_part(claim: Claim, organisation: KnownOrganisation) -> bool:
    """Whether the source names the account under a name of its own, that of a part which was joined."""
    names = organisation_names.read(claim.subject.rpartition(" / ")[2]).core
    return bool(names & frozenset(addresses.name(claim.value).split("-")))


def resembles(account: str, organisation: KnownOrganisation) -> bool:
    """Whether the name of an account has something of a name, an abbreviation or the initials of an organisation."""
    letters = "".join(c for c in organisation_names.fold(account) if c.isalnum())
    for text in _names(organisation):
        name = organisation_names.read(text)
        short = {*name.short, "".join(name.words), organisation_names.initials(name)}
        if any(len(word) > 2 and word in letters for word in short | name.core if len(word) > 3 or word in short):
            return True
        if len(letters) > 3 and letters in "".join(name.words):
            return True
    return any(
        len(word) > 1 and organisation_names.fold(word) in letters
        for word in _values(organisation, Attribute.ABBREVIATION)
    )


def _names(organisation: KnownOrganisation) -> list[str]:
    return [organisation.name, *_values(organisation, Attribute.NAME)]


def _values(organisation: KnownOrganisation, attribute: Attribute) -> list[str]:
    fact = organisation.facts.get(attribute)
    return [claim.value for value in fact.values for claim in value.claims] if fact else []
