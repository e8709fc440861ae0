# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of organisations: what counts when two are compared."""

import pytest

from ospo.domain.claim import BodyKind
from ospo.formats import organisation_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Súdwest-Fryslân", "gemeente Sudwest Fryslan"),
        ("Ministerie van Voorbeelden (VB)", "Ministerie voor voorbeelden"),
        ("Stichting Voorbeeld", "Voorbeeld"),
        ("Coöperatie Voorbeeld U.A.", "Cooperatie Voorbeeld UA"),
        ("Municipality-of-Voorbeeld", "Gemeente Voorbeeld"),
        ("Vооrbееld", "Voorbeeld"),
    ],
)
def test_spellings_of_one_name_have_the_same_words(one: str, other: str) -> None:
    assert organisation_names.read(one).words == organisation_names.read(other).words


def test_a_municipality_and_a_province_of_one_name_differ_in_kind() -> None:
    municipality, province = map(organisation_names.read, ("Gemeente Voorbeeld", "Provincie Voorbeeld"))

    assert municipality.words == province.words
    assert (municipality.kind, province.kind) == (BodyKind.MUNICIPALITY, BodyKind.PROVINCE)


def test_brackets_hold_an_abbreviation_another_name_or_a_remark() -> None:
    assert organisation_names.read("Dienst Proef (DPR)").short == ("dpr",)
    assert organisation_names.read("Dienst Proef (GitLab, self-hosted)").short == ()
    names = organisation_names.all_names("National Example (Nationaal Voorbeeld)")
    assert organisation_names.read("Nationaal Voorbeeld") in names
    assert len(organisation_names.all_names("Voorbeeld (Open Science?)")) == 1


def test_letters_that_look_latin_are_found_only_among_latin_ones() -> None:
    assert organisation_names.look_alikes("OSPO Ad\u043epter") == ("\u043e",)
    assert organisation_names.look_alikes("Ad\u043epter \u041c\u043e\u0441\u043a\u0432\u0430") == ("\u043e",)
    assert organisation_names.look_alikes("Súdwest-Fryslân") == ()


@pytest.mark.parametrize("text", ["", "(((", "\ud800", "a" * 100_000, "van", "Gemeente"])
def test_any_text_can_be_read(text: str) -> None:
    assert organisation_names.read(text).words is not None
