# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions that the claims leave open, each found by a rule that names nobody."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ospo.domain.claim import Attribute, Claim
from ospo.domain.register import KnownAccount, KnownOrganisation, Question, QuestionKind
from ospo.engine.register import account_questions
from ospo.engine.register.joining import Joined
from ospo.engine.register.succession import Line
from ospo.formats import organisation_names

# Bodies with a territory: when one is merged or split, that is normally at the turn of a year.
_TERRITORIAL = {"municipality", "province", "waterboard"}
_TURN = ("-12-31", "-01-01")
_ORDER = {kind: number for number, kind in enumerate(QuestionKind)}
_LETTERS = (Attribute.NAME, Attribute.ABBREVIATION, Attribute.OSPO_NAME)


def ask(
    organisations: Sequence[KnownOrganisation],
    accounts: Sequence[KnownAccount],
    joined: Joined,
    line: Line,
    today: datetime.date,
) -> tuple[Question, ...]:
    """Every question, the most pressing kind first."""
    of = {(m.source, m.subject): o for o in organisations for m in o.members}
    days = Counter((o.first(Attribute.KIND), o.first(Attribute.VALID_UNTIL)) for o in organisations)
    alone = {day for day, times in days.items() if times == 1}
    found = [
        *account_questions.ask(organisations, accounts, of),
        *(q for o in organisations for q in _about(o, today, alone)),
        *_earlier_names(organisations, of, line),
        *_shared(joined, of),
        *_ambiguous(joined, of),
        *_abbreviations(organisations),
    ]
    return tuple(sorted(found, key=lambda q: (_ORDER[q.kind], q.account, q.organisations)))


def _doubt(organisation: KnownOrganisation, today: datetime.date, alone: set[tuple[str, str]]) -> str:
    """Why the end date of an organisation is doubted: a reason key, or "" when it is not (or there is none).

    `still-listed`: a source that is dated after the end still lists an account of it. `odd-day`: it is a body with a
    territory and a number in the register of organisations, no successor is named, the day is not the turn of a year,
    and nothing else of its kind ended that day.
    """
    end = organisation.first(Attribute.VALID_UNTIL)
    if not end:
        return ""
    ends = {claim.origin.name for value in organisation.facts[Attribute.VALID_UNTIL].values for claim in value.claims}
    accounts = organisation.facts.get(Attribute.ACCOUNT)
    for claim in (c for value in accounts.values for c in value.claims) if accounts else ():
        dated = claim.origin.dated
        if claim.origin.name not in ends and dated is not None and dated.isoformat() > end and end <= today.isoformat():
            return "still-listed"
    kind = organisation.first(Attribute.KIND)
    is_open = Attribute.ROO in organisation.facts and Attribute.SUCCESSOR not in organisation.facts
    is_odd = kind in _TERRITORIAL and not end.endswith(_TURN) and (kind, end) in alone
    return "odd-day" if is_open and is_odd else ""


def _about(organisation: KnownOrganisation, today: datetime.date, alone: set[tuple[str, str]]) -> Iterator[Question]:
    """The questions about one organisation by itself."""
    reason = _doubt(organisation, today, alone)
    facts = organisation.facts
    if reason:
        value = facts[Attribute.VALID_UNTIL].values[0]
        values = {"until": value.text, "reason": reason}
        yield Question(QuestionKind.DOUBTFUL_END, (organisation.id,), values=values, claims=value.claims)
    name = facts.get(Attribute.NAME)
    if name is not None and name.is_conflict:
        # Only when an identifier joined them; otherwise the rule that joined them says how the names go together.
        registered = [value for value in name.values if _by_id(organisation, value.claims)]
        if len(registered) > 1:
            names = {"names": " | ".join(value.text for value in registered)}
            claims = tuple(c for value in registered for c in value.claims)
            yield Question(QuestionKind.OTHER_NAME, (organisation.id,), values=names, claims=claims)
    for attribute in _LETTERS:
        for value in facts[attribute].values if attribute in facts else ():
            for claim in value.claims:
                if letters := organisation_names.look_alikes(claim.value):
                    shown = {"letters": " ".join(f"U+{ord(letter):04X}" for letter in letters), "text": claim.value}
                    yield Question(QuestionKind.LOOK_ALIKE, (organisation.id,), values=shown, claims=(claim,))


def _by_id(organisation: KnownOrganisation, claims: Sequence[Claim]) -> bool:
    """Whether one of the sources that say so also gives it a number in a national register."""
    ids = {
        (claim.origin.name, claim.subject)
        for attribute in (Attribute.TOOI, Attribute.ROO)
        if attribute in organisation.facts
        for value in organisation.facts[attribute].values
        for claim in value.claims
    }
    return any((claim.origin.name, claim.subject) in ids for claim in claims)


def _earlier_names(
    organisations: Sequence[KnownOrganisation], of: Mapping[tuple[str, str], KnownOrganisation], line: Line
) -> Iterator[Question]:
    """A body that bears the very name of one that ended before it; of several such, the last one."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    by_end = sorted(line.next, key=lambda p: of[p].first(Attribute.VALID_UNTIL) if p in of else "", reverse=True)
    for place in by_end:
        earlier, last = of.get(place), of.get(line.last(place))
        if earlier is None or last is None or earlier is last:
            continue
        old = _words(earlier)
        for value in last.facts[Attribute.NAME].values if Attribute.NAME in last.facts else ():
            words = organisation_names.read(value.text).words
            if words in old and (last.id, words) not in seen:
                seen.add((last.id, words))
                shown = {"name": value.text, "until": earlier.first(Attribute.VALID_UNTIL)}
                yield Question(QuestionKind.EARLIER_NAME, (last.id, earlier.id), values=shown, claims=value.claims)


def _words(organisation: KnownOrganisation) -> set[tuple[str, ...]]:
    fact = organisation.facts.get(Attribute.NAME)
    return {organisation_names.read(value.text).words for value in fact.values} if fact else set()


def _shared(joined: Joined, of: Mapping[tuple[str, str], KnownOrganisation]) -> Iterator[Question]:
    """An identifier that one source gives to several bodies that exist at the same time."""
    for (attribute, value), group in joined.shared.items():
        current = [subject for subject in group if not subject.one(Attribute.VALID_UNTIL)]
        ids = tuple(dict.fromkeys(of[s.source, s.key].id for s in current if (s.source, s.key) in of))
        if len(ids) > 1:
            claims = tuple(c for s in current for c in s.claims if c.attribute is attribute)
            yield Question(QuestionKind.SHARED_ID, ids, values={"id": value, "attribute": attribute}, claims=claims)


def _ambiguous(joined: Joined, of: Mapping[tuple[str, str], KnownOrganisation]) -> Iterator[Question]:
    seen = set()
    for subject, others in joined.ambiguous:
        asked = of.get((subject.source, subject.key))
        ids = tuple(dict.fromkeys(of[place].id for place in others if place in of))
        if asked is not None and (asked.id, ids) not in seen:
            seen.add((asked.id, ids))
            yield Question(QuestionKind.SAME_NAME, (asked.id, *ids), values={"name": asked.name})


def _abbreviations(organisations: Sequence[KnownOrganisation]) -> Iterator[Question]:
    """An organisation whose whole name is the abbreviation of one other: that was not enough to join them."""
    short: dict[str, list[KnownOrganisation]] = {}
    for organisation in organisations:
        fact = organisation.facts.get(Attribute.ABBREVIATION)
        for value in fact.values if fact and not organisation.first(Attribute.VALID_UNTIL) else ():
            short.setdefault(organisation_names.fold(value.text), []).append(organisation)
    for organisation in organisations:
        if Attribute.ROO in organisation.facts or Attribute.TOOI in organisation.facts:
            continue
        for words in sorted(_words(organisation)):
            others = short.get("".join(words), []) if len(words) == 1 and len(words[0]) > 2 else []
            if len(others) == 1 and others[0] is not organisation:
                shown = {"name": organisation.name, "other": others[0].name}
                yield Question(QuestionKind.MAY_BE_SAME, (organisation.id, others[0].id), values=shown)
