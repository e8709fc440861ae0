# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boxes of a ladder: which are asked where, which are the same, and which are alternatives."""

import pytest

from ospo.formats.norm_texts import ladder

PATH = "docs/open-source-ambitieladder-voor-opensourcewerken-in-projecten.md"
TEXT = """\
# Overwegingen

## Transparantie & Vertrouwen

### Ambitie 1. Eerst

* Een zin zonder vakje.
    * **Groep** \\
        * [ ] Dit *blijft* staan, zie [hier](https://voorbeeld.example/x).
        * [ ] Dit vervalt.
        * [ ] Alles is:
            * [ ] Van hout.
            * [ ] Of wanneer dat niet kan van steen.
        * [ ] Een lijst met:
            * een naam
            * een bron

### Ambitie 2. Dan

* [ ] Dit blijft staan, zie hier.
* [ ] <span class="oud">Dit vervalt.</span>
* [ ] <span class="nieuw">Dit is nieuw.</span>
* [ ] Besluiten staan in documenten <span class="nieuw">óf</span>
* [ ] Discussies zijn openbaar
    * [ ] als ze lopen
    * [ ] als ze klaar zijn
* **Nog een groep**
    * [ ] Slot.

## Veilig & Betrouwbaar

### Ambitie 1 Basis

* [ ] Dit blijft staan, zie hier.

# Aanbevelingen

## Transparantie & Vertrouwen

### Ambitie 3 Is geen deel van de ladder

* [ ] Dit telt niet.
"""
FOUND = {r.id: r for r in ladder.read({PATH: TEXT})}


def test_a_box_that_is_repeated_is_one_requirement_with_the_levels_that_ask_it() -> None:
    kept, dropped = FOUND["ladder:transparant-1.1"], FOUND["ladder:transparant-1.2"]

    assert (kept.text, kept.level, kept.up_to) == ("Dit blijft staan, zie hier.", 1, None)
    assert (dropped.text, dropped.level, dropped.up_to) == ("Dit vervalt.", 1, 1)


def test_a_box_that_is_struck_out_is_neither_asked_nor_counted() -> None:
    assert (FOUND["ladder:transparant-2.2"].text, FOUND["ladder:transparant-2.2"].level) == ("Dit is nieuw.", 2)


def test_alternatives_are_one_requirement_with_what_stands_over_them() -> None:
    assert FOUND["ladder:transparant-1.3"].text == "Alles is: Van hout. Of wanneer dat niet kan van steen."
    both = "Besluiten staan in documenten óf Discussies zijn openbaar als ze lopen als ze klaar zijn"
    assert FOUND["ladder:transparant-2.3"].text == both
    assert FOUND["ladder:transparant-2.4"].text == "Slot."


def test_a_list_below_a_box_is_part_of_it() -> None:
    assert FOUND["ladder:transparant-1.4"].text == "Een lijst met: een naam een bron"


def test_the_same_words_on_another_axis_are_another_requirement_and_what_follows_the_ladder_is_none() -> None:
    assert sorted(FOUND) == [
        *(f"ladder:transparant-1.{n}" for n in (1, 2, 3, 4)),
        *(f"ladder:transparant-2.{n}" for n in (2, 3, 4)),
        "ladder:veilig-1.1",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [(PATH, True), (f"repo/{PATH}", True), ("docs/open-source-ambitieladder-voor-maatwerk.md", False)],
)
def test_the_ladder_for_projects_is_the_source(path: str, expected: bool) -> None:
    assert ladder.is_source(path) is expected


def test_a_text_of_another_kind_holds_nothing() -> None:
    assert ladder.read({}) == ()
    assert ladder.read({PATH: "* [ ] Los." * 10_000}) == ()
