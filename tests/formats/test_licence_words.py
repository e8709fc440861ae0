# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.licence_words import placed, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The  Work,\nas-is", "the work AS IS"),
        ("\u201cThe Work\u201d \u2014 it", "'the work' - it"),
        ("an authorized license program", "an authorised licence programme"),
        ("the copyright owner", "the copyright holder"),
        ("1. Scope\n2. Rights\n(a) use\n b) copy\n(iv) sell", "Scope Rights use copy sell"),
        ("1.Scope", "Scope"),
        ("# Scope **of** rights", "Scope of rights"),
        ("<p>Scope<br/></p>", "Scope"),
        ("[Scope](https://voorbeeld.example/a) of it", "Scope of it"),
        ("see https://www.gnu.org/licenses/ or www.eupl.eu and creativecommons.org/x", "see or and"),
        ("terms &amp; conditions", "terms and conditions"),
        ("Copyright (c) 2026 Gemeente Voorbeeld\nScope", "Scope"),
        ("   Copyright \u00a9 Gemeente Voorbeeld\nScope", "Scope"),
        ("(c) 2026 Voorbeeld\nScope", "Scope"),
        ("Copyright [yyyy] [name of owner]\nScope", "Scope"),
        ('derived from X. Copyright \u00a9 [YEAR] W3C\u00ae (MIT)."', "derived from X. Copyright"),
        ("EUPL \u00a9 the European Union", "EUPL copyright the European Union"),
    ],
)
def test_what_the_guidelines_leave_out_makes_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("you may", "you must"),
        ("copyright treaty adopted on 20 December 1996", ""),
        ("(c) You must retain", ""),
        ("the above copyright notice", ""),
    ],
)
def test_what_counts_stays(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_each_word_has_its_line() -> None:
    text = "# The Work\n\n1. see https://voorbeeld.example/a\n<p\n class='x'>under the\nlicense"
    found, lines = placed(text)
    assert found == words(text) == ["the", "work", "see", "under", "the", "licence"]
    assert lines == [1, 1, 3, 5, 5, 6]
