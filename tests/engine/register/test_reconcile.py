# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From claims to a register: what is joined and what not, how values are weighed, and the questions that are asked."""

import datetime
from collections.abc import Sequence

import pytest

from claim_files import TODAY, all_real, needs_real_files, real_register
from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.register import (
    Freshness,
    JoinRule,
    KnownOrganisation,
    KnownRegister,
    Question,
    QuestionKind,
    Standing,
)
from ospo.engine.register import reconcile, weighing

Row = tuple[str, Attribute, str]
NAME, KIND, TOOI, ROO, OIN = Attribute.NAME, Attribute.KIND, Attribute.TOOI, Attribute.ROO, Attribute.OIN
ACCOUNT, PARENT, UNTIL = Attribute.ACCOUNT, Attribute.PARENT, Attribute.VALID_UNTIL
HUB = "https://github.com/"


def source(
    name: str, *rows: Row, dated: str = "2026-01-01", confidence: Confidence = Confidence.LISTED, kind: str = "lijst"
) -> Reading:
    day = datetime.date.fromisoformat(dated) if dated else None
    claims = tuple(
        Claim(subject, attribute, value, Origin(name, "", f"L{number}", TODAY, day), confidence)
        for number, (subject, attribute, value) in enumerate(rows, 1)
    )
    return Reading(kind, name, "", TODAY, day, claims)


def known(*readings: Reading) -> KnownRegister:
    return reconcile(readings, TODAY)


def asked(register: KnownRegister, kind: QuestionKind) -> list[Question]:
    return [question for question in register.questions if question.kind is kind]


TWINS = source(
    "a", ("x", NAME, "Gemeente Voorbeeld"), ("x", ROO, "1"), ("y", NAME, "Provincie Voorbeeld"), ("y", ROO, "2")
)


def rules(organisation: KnownOrganisation) -> set[JoinRule]:
    return {member.rule for member in organisation.members}


def test_two_names_with_one_identifier_are_one_organisation_and_the_names_are_a_question() -> None:
    register = known(
        source("a", ("x", NAME, "Ministerie van Voorbeelden"), ("x", TOOI, "t1"), ("x", ROO, "1")),
        source("b", ("y", NAME, "Voorbeelden en Proeven"), ("y", ROO, "1")),
    )

    [organisation] = register.organisations.values()
    assert rules(organisation) == {JoinRule.FIRST, JoinRule.SAME_ID}
    fact = organisation.facts[NAME]
    assert {fact.standing(value) for value in fact.values} == {Standing.CONFLICT}
    assert len(asked(register, QuestionKind.OTHER_NAME)) == 1


def test_one_name_with_two_identifiers_is_never_joined() -> None:
    register = known(
        source("a", ("x", NAME, "Dienst Proef"), ("x", ROO, "1")),
        source("b", ("y", NAME, "Dienst Proef"), ("y", ROO, "2")),
    )

    assert len(register.organisations) == 2


def test_a_name_joins_what_has_no_identifier_to_the_one_that_has() -> None:
    register = known(
        source("a", ("x", NAME, "Gemeente Voorbeeld"), ("x", ROO, "1")), source("b", ("y", NAME, "gemeente voorbeeld"))
    )

    [organisation] = register.organisations.values()
    assert rules(organisation) == {JoinRule.FIRST, JoinRule.SAME_NAME}


def test_a_municipality_and_a_province_of_one_name_stay_two() -> None:
    register = known(
        TWINS,
        source("b", ("z", NAME, "Provincie Voorbeeld"), ("z", ACCOUNT, HUB + "pv")),
    )

    assert register.organisations["provincie-voorbeeld"].first(ACCOUNT) == HUB + "pv"
    assert ACCOUNT not in register.organisations["gemeente-voorbeeld"].facts


def test_a_name_that_fits_two_registered_bodies_joins_nothing_and_is_a_question() -> None:
    register = known(
        TWINS,
        source("b", ("z", NAME, "Voorbeeld")),
    )

    assert len(register.organisations) == 3
    [question] = asked(register, QuestionKind.SAME_NAME)
    assert set(question.organisations) == set(register.organisations)


def test_an_account_alone_joins_nothing_and_with_an_abbreviation_it_does() -> None:
    listed = source("a", ("x", NAME, "Dienst Proef en Onderzoek"), ("x", ROO, "1"), ("x", ACCOUNT, HUB + "dpo"))
    other = source("b", ("y", NAME, "Heel Iets Anders"), ("y", ACCOUNT, HUB + "dpo"))
    short = source("b", ("y", NAME, "DPO"), ("y", ACCOUNT, HUB + "dpo"))

    assert len(known(listed, other).organisations) == 2
    [joined] = known(listed, short).organisations.values()
    assert rules(joined) == {JoinRule.FIRST, JoinRule.ACCOUNT_AND_NAME}


def test_a_part_is_not_joined_to_another_part_by_a_name_that_many_have() -> None:
    register = known(
        source("a", ("P", NAME, "Universiteit P"), ("P / IT", NAME, "IT"), ("P / IT", PARENT, "P")),
        source("b", ("Q", NAME, "Universiteit Q"), ("Q / IT", NAME, "IT"), ("Q / IT", PARENT, "Q")),
    )

    assert len(register.organisations) == 4


def test_a_list_that_only_names_accounts_supports_the_one_that_has_it() -> None:
    register = known(
        source("a", ("x", NAME, "Gemeente Voorbeeld"), ("x", ACCOUNT, HUB + "voorbeeld")),
        source("b", (HUB + "voorbeeld", ACCOUNT, HUB + "voorbeeld"), (HUB + "los", ACCOUNT, HUB + "los")),
    )

    assert list(register.organisations) == ["gemeente-voorbeeld"]
    assert len(register.accounts[HUB + "voorbeeld"].listed) == 1
    assert register.accounts[HUB + "los"].organisations == {}


def claims_on_one_account(*names: str, last: str) -> list[Reading]:
    account = HUB + "mindaan"
    for_one = [source(n, ("x", NAME, "Ministerie van Daan"), ("x", ROO, "1"), ("x", ACCOUNT, account)) for n in names]
    return [*for_one, source(last, ("y", NAME, "Netwerk"), ("y", ACCOUNT, account))]


def test_three_lists_that_use_one_name_mean_one_organisation_and_one_of_another_kind_is_another() -> None:
    lists = [source(name, (name, NAME, "Bedrijf Een")) for name in ("a", "b", "c")]
    town = source("d", ("d", NAME, "Gemeente Een"))

    assert [o.id for o in known(*lists).organisations.values()] == ["bedrijf-een"]
    assert {o.id for o in known(*lists, town).organisations.values()} == {"bedrijf-een", "gemeente-een"}


def test_one_list_against_several_others_is_probably_a_mistake_of_that_list_at_that_line() -> None:
    register = known(*claims_on_one_account("a", "b", last="c"))

    [question] = asked(register, QuestionKind.LIKELY_MISTAKE)
    assert question.organisations == ("ministerie-van-daan", "netwerk")
    assert (question.values["source"], question.values["place"]) == ("c", "L2")


def test_one_list_against_one_list_is_only_a_question() -> None:
    register = known(*claims_on_one_account("a", last="c"))

    assert asked(register, QuestionKind.LIKELY_MISTAKE) == []
    assert len(asked(register, QuestionKind.TWO_ORGANISATIONS)) == 1


def test_a_list_that_took_it_from_others_does_not_make_two_sources_of_one() -> None:
    first, wrong = claims_on_one_account("a", last="c")
    copy = source(
        "b", ("x", NAME, "Ministerie van Daan"), ("x", ACCOUNT, HUB + "mindaan"), confidence=Confidence.DERIVED
    )
    register = known(first, copy, wrong)

    assert asked(register, QuestionKind.LIKELY_MISTAKE) == []
    value = register.organisations["ministerie-van-daan"].facts[ACCOUNT]
    assert value.standing(value.values[0]) is Standing.ONE_SOURCE


def test_what_an_account_says_of_itself_is_never_called_a_mistake() -> None:
    *lists, _ = claims_on_one_account("a", "b", last="c")
    account = HUB + "mindaan"
    own = source("eigen", (account, NAME, "Netwerk"), (account, ACCOUNT, account), confidence=Confidence.DECLARED)
    register = known(*lists, own)

    [question] = asked(register, QuestionKind.OWN_WORDS)
    assert (question.values["own"], question.values["listed"]) == ("Netwerk", "Ministerie van Daan")
    assert asked(register, QuestionKind.LIKELY_MISTAKE) == []


def test_a_body_and_its_part_are_no_mistake() -> None:
    *lists, _ = claims_on_one_account("a", "b", last="c")
    nested = source(
        "c", ("M", NAME, "Ministerie van Daan"), ("M / N", NAME, "Netwerk"), ("M / N", PARENT, "M"),
        ("M / N", ACCOUNT, HUB + "mindaan"),
    )  # fmt: skip
    register = known(*lists, nested)

    assert [q.kind for q in register.questions] == [QuestionKind.BODY_OR_PART]


def test_an_account_under_a_name_of_its_own_asks_whether_it_is_of_a_community() -> None:
    body = (("x", NAME, "Gemeente Voorbeeld"), ("x", ROO, "1"))
    register = known(source("a", *body, ("x", ACCOUNT, HUB + "samenopen"), ("x", ACCOUNT, HUB + "gem-voorbeeld-nl")))

    [question] = asked(register, QuestionKind.COMMUNITY)
    assert (question.account, question.organisations) == (HUB + "samenopen", ("gemeente-voorbeeld",))
    own = source("b", *body, ("x", ACCOUNT, HUB + "samenopen"), confidence=Confidence.DECLARED)
    assert asked(known(source("a", *body, ("x", ACCOUNT, HUB + "samenopen")), own), QuestionKind.COMMUNITY) == []


def body(key: str, kind: str, until: str = "", **more: str) -> list[Row]:
    rows: list[Row] = [(key, NAME, f"Lichaam {key}"), (key, KIND, kind), (key, ROO, more.pop("roo", f"9{key}"))]
    if until:
        rows.append((key, UNTIL, until))
    return rows + [(key, Attribute(name), value) for name, value in more.items()]


def doubts(*rows: Row, more: Sequence[Reading] = ()) -> dict[str, str]:
    register = known(source("a", *rows), *more)
    return {q.organisations[0]: q.values["reason"] for q in asked(register, QuestionKind.DOUBTFUL_END)}


def test_the_end_of_a_province_on_an_odd_day_is_doubted() -> None:
    assert doubts(*body("1", "province", "2024-02-04")) == {"lichaam-1": "odd-day"}
    assert doubts(*body("1", "province", "2024-01-01")) == {}
    assert doubts(*body("1", "province", "2024-12-31")) == {}
    assert doubts(*body("1", "zbo", "2024-02-04")) == {}


def test_several_ends_on_one_day_are_a_reorganisation() -> None:
    assert doubts(*body("1", "municipality", "2014-03-19"), *body("2", "municipality", "2014-03-19")) == {}


def test_an_end_is_doubted_when_a_later_list_still_has_an_account() -> None:
    later = source("b", ("1", ROO, "91"), ("1", NAME, "Lichaam 1"), ("1", ACCOUNT, HUB + "lichaam"), dated="2025-01-01")
    before = source(
        "b", ("1", ROO, "91"), ("1", NAME, "Lichaam 1"), ("1", ACCOUNT, HUB + "lichaam"), dated="2023-01-01"
    )

    assert doubts(*body("1", "zbo", "2023-12-31"), more=[later]) == {"lichaam-1": "still-listed"}
    assert doubts(*body("1", "zbo", "2023-12-31"), more=[before]) == {}


def renamed() -> Reading:
    return source(
        "a",
        ("oud", NAME, "Ministerie van Water"), ("oud", KIND, "ministry"), ("oud", OIN, "7"),
        ("oud", UNTIL, "2017-12-31"),
        ("nieuw", NAME, "Water"), ("nieuw", KIND, "ministry"), ("nieuw", OIN, "7"), ("nieuw", ROO, "1"),
        ("ander", NAME, "Toezichthouder"), ("ander", KIND, "zbo"), ("ander", OIN, "7"), ("ander", ROO, "2"),
    )  # fmt: skip


def test_a_renamed_ministry_follows_itself_and_a_body_of_another_kind_does_not() -> None:
    register = known(renamed())

    assert register.organisations["ministerie-van-water"].first(Attribute.SUCCESSOR) == "Water"
    assert register.organisations["water"].first(Attribute.PREDECESSOR) == "Ministerie van Water"
    assert Attribute.PREDECESSOR not in register.organisations["toezichthouder"].facts
    [earlier] = asked(register, QuestionKind.EARLIER_NAME)
    assert earlier.values == {"name": "Water", "until": "2017-12-31"}
    [shared] = asked(register, QuestionKind.SHARED_ID)
    assert set(shared.organisations) == {"water", "toezichthouder"}


def test_a_list_with_the_name_of_before_goes_to_who_came_after() -> None:
    register = known(renamed(), source("b", ("z", NAME, "Ministerie van Water"), ("z", ACCOUNT, HUB + "minwater")))

    [who] = register.accounts[HUB + "minwater"].organisations
    assert register.organisations[who].first(ROO) == "1"


def test_letters_that_look_latin_are_told() -> None:
    register = known(source("a", ("x", NAME, "V\u043e\u043erbeeld BV")))

    assert [q.values["letters"] for q in asked(register, QuestionKind.LOOK_ALIKE)] == ["U+043E"]


def claim(dated: str, confidence: Confidence = Confidence.LISTED) -> Claim:
    day = datetime.date.fromisoformat(dated) if dated else None
    return Claim("x", NAME, "X", Origin("a", "", "L1", TODAY, day), confidence)


def test_a_claim_weighs_half_after_two_years_and_one_without_a_date_as_much() -> None:
    new, old = weighing.weight(claim("2026-11-26"), TODAY), weighing.weight(claim("2024-11-26"), TODAY)

    assert new == pytest.approx(0.6)
    assert old == pytest.approx(0.3)
    assert weighing.weight(claim(""), TODAY) == pytest.approx(0.3)
    assert weighing.weight(claim("2030-01-01"), TODAY) == pytest.approx(0.6)
    by_confidence = [weighing.weight(claim("2026-11-26", c), TODAY) for c in Confidence]
    assert by_confidence == sorted(by_confidence, reverse=True)


@pytest.mark.parametrize(
    ("dated", "freshness"),
    [
        ("2026-01-01", Freshness.FRESH),
        ("2024-01-01", Freshness.AGEING),
        ("2020-01-01", Freshness.OLD),
        ("", Freshness.UNDATED),
    ],
)
def test_the_age_of_a_claim_is_that_of_its_source(dated: str, freshness: Freshness) -> None:
    assert weighing.value([claim(dated)], TODAY).freshness is freshness


def test_a_newer_pair_of_lists_outweighs_an_old_one() -> None:
    register = known(
        source("oud", ("x", ROO, "1"), ("x", NAME, "Oude Naam"), dated="2018-01-01"),
        source("a", ("x", ROO, "1"), ("x", NAME, "Nieuwe Naam"), dated="2026-01-01"),
    )

    assert [o.name for o in register.organisations.values()] == ["Nieuwe Naam"]


@needs_real_files
def test_the_order_in_which_the_real_lists_are_read_does_not_matter() -> None:
    readings = all_real()
    first = known(*readings)

    assert known(*reversed(readings)) == first
    assert known(*readings[5:], *readings[:5]) == first


@needs_real_files
def test_the_wrong_row_of_the_old_overview_is_found_by_rule() -> None:
    found = asked(real_register(), QuestionKind.LIKELY_MISTAKE)

    assert [(q.account, q.organisations[1], q.values["source"], q.values["place"]) for q in found] == [
        ("https://github.com/minbzk", "alliander", "ospo-nl-kennisbank", "L75")
    ]


@needs_real_files
def test_the_false_end_dates_of_the_real_provinces_are_all_doubted_and_no_other_province() -> None:
    register = real_register()
    doubted = {q.organisations[0] for q in asked(register, QuestionKind.DOUBTFUL_END)}

    assert {name for name in doubted if name.startswith("provincie-")} == {
        f"provincie-{name}" for name in ("fryslan", "groningen", "noord-holland", "overijssel", "utrecht")
    }
    assert len(doubted) == 10  # with four water boards, and one municipality that did end on another day


@needs_real_files
def test_community_accounts_in_the_real_lists_are_asked_about() -> None:
    register = real_register()
    communities = {q.account: q.organisations for q in asked(register, QuestionKind.COMMUNITY)}
    [own] = asked(register, QuestionKind.OWN_WORDS)

    assert communities["https://gitlab.com/blauwe-knop"] == ("centraal-justitieel-incassobureau",)
    assert (own.account, set(own.organisations)) == (
        "https://github.com/openwebconcept",
        {"gemeente-buren", "openwebconcept"},
    )


@needs_real_files
def test_renamed_ministries_in_the_real_lists_are_one_line_and_their_names_are_asked_about() -> None:
    register = real_register()
    names = {question.organisations[0] for question in asked(register, QuestionKind.EARLIER_NAME)}

    assert "ministerie-van-infrastructuur-en-milieu" in names
    economic = asked(register, QuestionKind.OTHER_NAME)[0].organisations[0]
    assert economic in names
    assert register.organisations[economic].first(Attribute.ROO) == "10621"
