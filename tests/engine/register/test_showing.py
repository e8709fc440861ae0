# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the register: who has a page, what readers choose by, relations, and unsettled accounts."""

import datetime
from pathlib import Path

import pytest

import sites
from knowledge_base import KnowledgeBase
from ospo.domain.claim import Attribute, Claim, Confidence, Origin, Reading
from ospo.domain.library import Library
from ospo.domain.register import Freshness, Standing
from ospo.domain.site import Kind
from ospo.engine.register import own, reconcile, showing
from ospo.engine.register.relations import RelationKind
from ospo.engine.register.showing import Facet, Showing

TODAY = datetime.date(2026, 11, 23)
Said = tuple[str, Attribute, str]


@pytest.fixture
def library(base: KnowledgeBase) -> Library:
    return base.load()


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    import knowledge_base

    return knowledge_base.make(tmp_path)


def reading(kind: str, *said: Said, dated: datetime.date | None = TODAY) -> Reading:
    claims = [
        Claim(subject, name, value, Origin(kind, "", f"L{n}", TODAY, dated), Confidence.LISTED)
        for n, (subject, name, value) in enumerate(said)
    ]
    return Reading(kind, kind, "", TODAY, dated, tuple(claims))


def shown(library: Library, *others: Reading) -> Showing:
    known = reconcile((*own.readings(library, others), *others), TODAY)
    seen = sites.observed(gemeente_voorbeeld=[sites.repository("kaart", has_ci="met")])
    return Showing(known, library, seen, TODAY)


def test_our_own_organisations_keep_the_key_of_their_page(library: Library) -> None:
    found = shown(library).by_key["gemeente-voorbeeld"]

    assert found.own is library.organisations["gemeente-voorbeeld"]  # type: ignore[index]
    assert found.known.id == "gemeente-voorbeeld"
    assert [r.name for r in found.repositories] == ["kaart"]


def test_what_a_list_says_of_the_same_organisation_comes_on_the_same_page(library: Library) -> None:
    name = library.organisations["gemeente-voorbeeld"].name  # type: ignore[index]
    listed = reading(
        "lijst", ("g", Attribute.NAME, name), ("g", Attribute.ACCOUNT, "https://github.com/voorbeeld-extra")
    )
    found = shown(library, listed)

    assert "https://github.com/voorbeeld-extra" in found.by_key["gemeente-voorbeeld"].values(Attribute.ACCOUNT)
    fact = found.by_key["gemeente-voorbeeld"].known.facts[Attribute.NAME]
    assert fact.standing(fact.values[0]) is Standing.AGREED
    assert [key for key in found.by_key if "voorbeeld" in key] == ["gemeente-voorbeeld"]


def test_an_organisation_without_account_forge_or_ospo_has_no_page(library: Library) -> None:
    listed = reading(
        "lijst",
        ("a", Attribute.NAME, "Gemeente Zonder Code"),
        ("b", Attribute.NAME, "Gemeente Met Code"),
        ("b", Attribute.ACCOUNT, "https://github.com/met-code"),
        ("c", Attribute.NAME, "Bedrijf Met Bureau"),
        ("c", Attribute.HAS_OSPO, "yes"),
    )
    found = shown(library, listed)

    assert {"gemeente-met-code", "bedrijf-met-bureau"} <= set(found.by_key)
    assert "gemeente-zonder-code" not in found.by_key
    assert (Kind.ORGANISATION, "gemeente-met-code") in set(found.pages())
    assert (Kind.ORGANISATION, "gemeente-voorbeeld") not in set(found.pages())  # that one is planned already


def test_what_is_chosen_has_the_value_and_every_word(library: Library) -> None:
    listed = reading(
        "lijst",
        ("b", Attribute.NAME, "Waterschap Élders"),
        ("b", Attribute.KIND, "waterboard"),
        ("b", Attribute.ACCOUNT, "https://gitlab.com/ws-elders"),
    )
    found = shown(library, listed)

    assert [o.key for o in found.chosen("kind/waterboard")] == ["waterschap-elders"]
    assert [o.key for o in found.chosen("forge/gitlab.com")] == ["waterschap-elders"]
    assert [o.key for o in found.chosen("standing/account")] == ["waterschap-elders"]
    assert [o.key for o in found.chosen("", "elders WATERSCHAP")] == ["waterschap-elders"]
    assert [o.key for o in found.chosen("", "ws-elders")] == ["waterschap-elders"]
    assert found.chosen("", "elders gemeente") == []
    assert found.chosen("kind/waterboard", "voorbeeld") == []
    assert found.counts[Facet.STANDING] == {"observed": 1, "account": 1}


def test_a_long_list_comes_in_parts_that_hold_everything_once(library: Library) -> None:
    many = [
        (str(n), a, v) for n in range(300) for a, v in ((Attribute.NAME, f"Naam{n:03}x"), (Attribute.HAS_OSPO, "yes"))
    ]
    found = shown(library, reading("lijst", *many))
    every = found.chosen("ospo/yes")
    keys = ["ospo/yes", *(key for key in found.lists() if key.startswith("ospo/yes/part/"))]

    assert keys == ["ospo/yes", "ospo/yes/part/2", "ospo/yes/part/3"]
    assert [o for key in keys for o in showing.slice_of(found.chosen(key), key)] == every
    assert all(found.chosen(key) == every for key in keys)
    assert {"part/2", "part/3"} <= set(found.lists())


@pytest.mark.parametrize("days", [(0, "year"), (366, "year"), (367, "three-years"), (1099, "longer")])
def test_activity_is_told_in_three_steps(days: tuple[int, str]) -> None:
    assert showing.activity(TODAY - datetime.timedelta(days=days[0]), TODAY) == days[1]
    assert showing.activity(None, TODAY) == "not-known"


def test_an_account_of_nobody_and_one_with_a_question_are_unsettled(library: Library) -> None:
    nobodys, disputed = "https://github.com/van-niemand", "https://github.com/betwist"
    one = reading("a", ("x", Attribute.NAME, "Bedrijf Een"), ("x", Attribute.ACCOUNT, disputed))
    other = reading("b", ("y", Attribute.NAME, "Stichting Twee"), ("y", Attribute.ACCOUNT, disputed))
    found = shown(library, one, other, reading("c", (nobodys, Attribute.ACCOUNT, nobodys)))

    assert {"github.com/van-niemand", "github.com/betwist"} <= set(found.unsettled)
    assert (Kind.WHY, "github.com/van-niemand") in set(found.pages())
    settled = found.by_key["gemeente-voorbeeld"].values(Attribute.ACCOUNT)
    assert not {showing.account_key(a) for a in settled} & set(found.unsettled)


def test_a_relation_stands_on_both_sides(library: Library) -> None:
    listed = reading(
        "lijst",
        ("m", Attribute.NAME, "Ministerie van Voorbeelden"),
        ("m", Attribute.HAS_OSPO, "yes"),
        ("d", Attribute.NAME, "Dienst Proeven"),
        ("d", Attribute.PARENT, "m"),
        ("d", Attribute.SUPPLIER, "Bedrijf Onbekend"),
        ("d", Attribute.HAS_OSPO, "yes"),
    )
    related = shown(library, listed).relations

    assert [(r.kind, r.name, r.id) for r in related["dienst-proeven"]] == [
        (RelationKind.WHOLE, "Ministerie van Voorbeelden", "ministerie-van-voorbeelden"),
        (RelationKind.SUPPLIER, "Bedrijf Onbekend", ""),
    ]
    assert [(r.kind, r.id) for r in related["ministerie-van-voorbeelden"]] == [(RelationKind.PART, "dienst-proeven")]


def test_our_own_facts_are_of_the_source_they_name_and_of_its_date(base: KnowledgeBase) -> None:
    name = "organisations/gemeente-voorbeeld.yaml"
    extra = (
        "ids:\n  roo: '12345'\n  source: {title: Lijst, url: 'https://voorbeeld.example/lijst', date: 2020-01-01}\n"
        "ospo:\n  status: secondary\n  since: '2024'\n"
        "  source: {title: Krant, url: 'https://voorbeeld.example/krant', read: 2026-11-01}\n"
    )
    base.write(name, (base.path / name).read_text("utf-8") + extra)
    facts = shown(base.load()).by_key["gemeente-voorbeeld"].known.facts

    assert facts[Attribute.ROO].values[0].sources == ("Lijst",)
    assert facts[Attribute.ROO].values[0].freshness is Freshness.OLD
    assert facts[Attribute.OSPO_SINCE].values[0].text == "2024"
    assert facts[Attribute.HAS_OSPO].values[0].sources == ("Krant",)


def test_what_we_have_from_a_list_that_is_read_itself_counts_once(base: KnowledgeBase) -> None:
    base.change("organisations/gemeente-voorbeeld.yaml", "Over ons", "Een lijst")
    base.change("organisations/gemeente-voorbeeld.yaml", "example/over", "example/publishers.json")
    library = base.load()
    called = library.organisations["gemeente-voorbeeld"].name  # type: ignore[index]
    listed = reading("don-publishers", ("x", Attribute.NAME, called))

    alone = shown(library).by_key["gemeente-voorbeeld"].known.facts[Attribute.NAME].values[0]
    both = shown(library, listed).by_key["gemeente-voorbeeld"].known.facts[Attribute.NAME]
    assert alone.independent == {"Een lijst"}
    assert both.values[0].independent == {"don-publishers"}
    assert both.standing(both.values[0]) is Standing.ONE_SOURCE
