# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The importers of lists: what they take over, what they pass over and why, and the traps of the real files."""

import pytest

from claim_files import DATES, TODAY, all_real, needs_real_files, read, real, said
from ospo.domain.claim import Attribute, BodyKind, Confidence, PassedReason, SourceFile
from ospo.errors import ParseError, UnknownId
from ospo.formats import accounts, importers

POLDER = (
    "id,type,name,abbr,tooi,roo_id,oin,kvk,wikidata,parent_id,valid_from,valid_until\n"
    "org:prov-vb,provincie,Provincie Voorbeeld,VB,https://identifier.overheid.nl/tooi/id/provincie/pv99,777,,,Q1,,"
    "1900-01-01,2024-02-04\n"
    "org:min-vb,ministerie,Voorbeelden,,,,,,,,2018-01-01,\n"
    ",zbo,Zonder id,,,,,,,,,\n"
)
DON = """{"data": [
 {"description": "Gemeente Voorbeeld", "rooId": "12", "codeHosting": [
   {"url": "git://GitHub.com/Gemeente-Voorbeeld.git", "group": true},
   {"url": "https://gitlab.com/Voorbeeld/Groep/", "group": true}, {"url": "geen adres"}]},
 {"description": "Gestopt", "active": false, "codeHosting": [{"url": "https://github.com/gestopt"}]},
 {"rooId": "13"}]}"""
README = """# Open source & Dutch public sector

[About](https://github.com/voorbeeld-lijst)

## Organisations

### Universities

* Universiteit Voorbeeld [(GitLab, self-hosted)](https://gitlab.voorbeeld.example/explore)
    * [Faculteit (GitHub)](http://github.com/Voorbeeld-Faculteit/)

## About

Thanks to [dev
one](https://github.com/dev-one).
"""
OVERVIEW = """# Overzicht
## Ministeries
- Ministerie van Voorbeelden (VB)
    - VB [:material-github:]( https://gitlab.com/voorbeelden)
      [:material-mail:](mailto:dev-one@voorbeeld.example) [:material-web:](https://vb.example.org)
    - Dienst Proef [:material-web:](https://twitter.com/proef)
## Private sector
- Voorbeeld BV [:material-github:](https://github.com/voorbeeld-bv)
"""
LANDSCAPE = """landscape:
  - category:
    name: TODO Group Member
    subcategories:
      - subcategory:
        name: General
        items:
          - item:
            name: Voorbeeld (Member)
            homepage_url: https://github.com/voorbeeld
  - category:
    name: OSPO Adopter
    subcategories:
      - subcategory:
        name: OSPO Associate
        items:
          - item:
            name: Adviseur (Associate)
      - subcategory:
        name: OSPO Ad\u043epter
        items:
          - item:
            name: Voorbeeld (Adopter)
            homepage_url: https://www.voorbeeld.example/open-source
"""
FRENCH = """https://ospo.voorbeeld.example:
  name: OSPO de l'Exemple
  country: FR
  created: 2021-11-08
  email: dev-one@exemple.fr
  floss_policy: https://ospo.voorbeeld.example/politique
  code:
    - https://github.com/orgs/Exemple/repositories
    - https://gitlab.exemple.fr
    - https://documentation.exemple.fr
"""
UNION = (
    "url,organisation,tooi,oin,roo_id,sources,n_sources\n"
    "https://github.com/dev-one,Dev One,,,,PublicSectorNL,1\n"
    "https://github.com/voorbeeld,Gemeente Voorbeeld,,,,openCatalogi.yaml,1\n"
    "https://github.com/dev-two,Dev Two,,,,openCatalogi.yaml,1\n"
)


def test_every_kind_is_found_by_walking_and_can_be_loaded() -> None:
    assert set(importers.kinds()) >= {"polder", "don-publishers", "open-catalogi", "ospo-yml", "publiccode"}
    for kind in importers.kinds():
        module = importers.load(kind)
        assert module.NAME
        assert not module.recognises("README.md", "# Iets anders")
    with pytest.raises(UnknownId):
        importers.load("geen-soort")


def test_polder_gives_ids_and_leaves_out_the_date_that_stands_for_none() -> None:
    reading = read("polder", POLDER)

    assert said(reading, Attribute.VALID_FROM) == [("org:min-vb", "2018-01-01")]
    assert said(reading, Attribute.VALID_UNTIL) == [("org:prov-vb", "2024-02-04")]
    assert said(reading, Attribute.ROO) == [("org:prov-vb", "777")]
    assert ("org:min-vb", BodyKind.MINISTRY) in said(reading, Attribute.KIND)
    assert [(p.place, p.reason) for p in reading.passed] == [("L4", PassedReason.UNREADABLE)]
    assert reading.claims[0].origin.place == "L2"


def test_publishers_give_accounts_in_one_form_and_pass_over_what_is_none() -> None:
    reading = read("don-publishers", DON)

    assert said(reading, Attribute.ACCOUNT) == [
        ("roo:12", "https://github.com/gemeente-voorbeeld"),
        ("roo:12", "https://gitlab.com/voorbeeld/groep"),
    ]
    assert [(p.place, p.reason) for p in reading.passed] == [
        ("data[0].codeHosting[2]", PassedReason.NO_ACCOUNT),
        ("data[1].codeHosting[0]", PassedReason.ENDED),
        ("data[2]", PassedReason.UNREADABLE),
    ]


def test_links_outside_the_list_are_passed_over_and_leave_no_address_behind() -> None:
    reading = read("public-sector-nl", README)

    assert said(reading, Attribute.FORGE) == [("Universiteit Voorbeeld", "https://gitlab.voorbeeld.example")]
    assert said(reading, Attribute.ACCOUNT) == [
        ("Universiteit Voorbeeld / Faculteit", "https://github.com/voorbeeld-faculteit")
    ]
    assert said(reading, Attribute.PARENT) == [("Universiteit Voorbeeld / Faculteit", "Universiteit Voorbeeld")]
    assert said(reading, Attribute.KIND) == [("Universiteit Voorbeeld", BodyKind.UNIVERSITY)]
    assert [p.reason for p in reading.passed] == [PassedReason.ELSEWHERE] * 2
    assert reading.passed[1].mark == accounts.mark("http://github.com/dev-one/")
    assert "dev-one" not in repr(reading)


def test_an_item_that_repeats_an_abbreviation_is_the_body_above_it_and_mail_is_left_out() -> None:
    reading = read("kennisbank-overview", OVERVIEW)

    assert said(reading, Attribute.ACCOUNT) == [
        ("Ministerie van Voorbeelden (VB)", "https://gitlab.com/voorbeelden"),
        ("Voorbeeld BV", "https://github.com/voorbeeld-bv"),
    ]
    assert said(reading, Attribute.WEBSITE) == [("Ministerie van Voorbeelden (VB)", "https://vb.example.org")]
    assert said(reading, Attribute.KIND) == [("Voorbeeld BV", BodyKind.COMPANY)]
    assert "@" not in repr(reading)


def test_a_category_with_a_cyrillic_letter_is_read_as_what_it_looks_like() -> None:
    reading = read("todo-landscape", LANDSCAPE)

    assert said(reading, Attribute.HAS_OSPO) == [("Voorbeeld", "yes")]
    assert said(reading, Attribute.MEMBER_OF) == [("Voorbeeld", "TODO Group")]
    assert said(reading, Attribute.ACCOUNT) == [("Voorbeeld", "https://github.com/voorbeeld")]
    assert [p.reason for p in reading.passed] == [PassedReason.ELSEWHERE]


def test_french_ospos_give_their_facts_and_no_mailbox_that_may_be_of_a_person() -> None:
    reading = read("fr-ospo", FRENCH)
    subject = "https://ospo.voorbeeld.example"

    assert said(reading, Attribute.ACCOUNT) == [(subject, "https://github.com/exemple")]
    assert said(reading, Attribute.FORGE) == [(subject, "https://gitlab.exemple.fr")]
    assert said(reading, Attribute.OSPO_SINCE) == [(subject, "2021-11-08")]
    assert said(reading, Attribute.OSPO_MAILBOX) == []
    assert [p.reason for p in reading.passed] == [PassedReason.NO_ACCOUNT]
    role = read("fr-ospo", FRENCH.replace("dev-one@", "opensource@"))
    assert said(role, Attribute.OSPO_MAILBOX) == [(subject, "opensource@exemple.fr")]


def test_the_union_counts_only_where_its_source_is_not_at_hand_and_keeps_no_name_of_a_person() -> None:
    reading = read("forge-accounts-union", UNION)

    assert said(reading, Attribute.NAME) == [("Gemeente Voorbeeld", "Gemeente Voorbeeld")]
    assert said(reading, Attribute.ACCOUNT) == [
        ("Gemeente Voorbeeld", "https://github.com/voorbeeld"),
        ("https://github.com/dev-two", "https://github.com/dev-two"),
    ]
    assert {claim.confidence for claim in reading.claims} == {Confidence.DERIVED}
    assert [p.reason for p in reading.passed] == [PassedReason.SECOND_HAND]
    assert "Dev" not in repr(reading)


def test_government_accounts_get_the_country_of_their_group() -> None:
    text = "Netherlands:\n  - Voorbeeld\n  - about\nU.K. Councils:\n  - council\nElsewhere:\n  - iemand\n"
    reading = read("government-github", text)

    assert said(reading, Attribute.COUNTRY) == [
        ("https://github.com/voorbeeld", "NL"),
        ("https://github.com/council", "GB"),
    ]
    assert [(p.place, p.reason) for p in reading.passed] == [("L3", PassedReason.NO_ACCOUNT)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("polder", "id,name\n1,2\n"),
        ("forge-accounts-union", "a,b\n"),
        ("don-publishers", "{"),
        ("don-publishers", "[]"),
        ("don-publishers", '{"data": {}}'),
        ("public-sector-nl", "# Open source & Dutch public sector\n"),
        ("kennisbank-overview", "# Leeg\n"),
        ("government-github", "- a\n"),
        ("fr-ospo", "- a\n"),
        ("todo-landscape", "landscape: 3\n"),
        ("todo-landscape", "{{"),
        ("open-catalogi", "- a\n"),
    ],
)
def test_a_file_that_is_not_what_its_kind_promises_is_an_error_that_names_it(kind: str, text: str) -> None:
    with pytest.raises(ParseError) as found:
        importers.load(kind).read(SourceFile("lijst.txt", text, TODAY))

    assert "lijst.txt" in str(found.value)


@pytest.mark.parametrize("kind", ["fr-ospo", "government-github", "todo-landscape", "open-catalogi", "ospo-yml"])
def test_odd_values_are_passed_over(kind: str) -> None:
    texts = (
        "a: 1\n",
        "a: [1, {b: 2}]\n",
        "landscape: [1, {subcategories: [2, {items: [3, {name: 4}]}]}]\n",
        "name: [1]\n",
    )
    for text in texts:
        try:
            importers.load(kind).read(SourceFile("x", text, TODAY))
        except ParseError:
            continue


@needs_real_files
def test_every_real_list_is_recognised_and_gives_as_many_accounts_as_it_holds() -> None:
    counts = {name: len(set(said(real(name), Attribute.ACCOUNT))) for name in DATES}

    assert counts == {
        "don-oss-register.publishers.json": 79,
        "polder.organisaties.core.csv": 0,
        "government.github.com.governments.yml": 956,
        "PublicSectorNL.README.md": 110,
        "ospo-nl-kennisbank.nederlands-overzicht.md": 25,
        "codegouvfr-data.fr-public-sector-ospo.yml": 11,
        "todogroup-ospolandscape.landscape.yml": 41,
        "nl-forge-accounts.union.csv": 7,
    }


@needs_real_files
def test_the_adopters_of_the_real_landscape_are_all_there() -> None:
    assert len(said(real("todogroup-ospolandscape.landscape.yml"), Attribute.HAS_OSPO)) == 125


@needs_real_files
def test_no_mail_address_or_telephone_number_of_the_real_files_is_kept() -> None:
    values = [claim.value for reading in all_real() for claim in reading.claims]

    assert [value for value in values if "@" in value or value.startswith("+")] == []
