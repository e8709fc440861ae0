# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""References to a page, for people and for reference managers."""

import dataclasses
import datetime
import json
from typing import Any

import pytest

from ospo.domain.language import Language
from ospo.render.citation import Citation

BASE = Citation(
    key="licentiekeuze",
    title="Kies één licentie",
    url="https://voorbeeld.example/nl/practices/licentiekeuze/",
    language=Language.NL,
    licence="CC-BY-4.0",
    dated=datetime.date(2026, 11, 23),
    version="1.2.0",
)


def citation(**changes: Any) -> Citation:
    return dataclasses.replace(BASE, **changes)


def test_a_sentence_holds_what_one_needs_to_find_the_page_again() -> None:
    assert citation().sentence() == (
        "OSPO-NL (2026). Kies één licentie. Kennisbank OSPO-NL, versie 1.2.0. Stand van 23 november 2026. CC-BY-4.0. "
        "https://voorbeeld.example/nl/practices/licentiekeuze/"
    )


def test_a_sentence_is_in_the_language_of_the_page_and_honest_about_a_date() -> None:
    text = citation(title="Checks", dated=None, language=Language.EN).sentence()

    assert text.startswith("OSPO-NL (undated). Checks. Knowledge base OSPO-NL, version 1.2.0. CC-BY-4.0. https://")


def test_csl_is_json_that_says_the_same() -> None:
    (item,) = json.loads(citation(title='Een "titel" met \\').csl())

    assert item["id"] == "ospo-nl-licentiekeuze-nl"
    assert item["type"] == "webpage"
    assert item["title"] == 'Een "titel" met \\'
    assert item["author"] == [{"literal": "OSPO-NL"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert item["URL"].startswith("https://voorbeeld.example/")
    assert "issued" not in json.loads(citation(dated=None).csl())[0]


def test_bibtex_has_the_fields_and_closes_what_it_opens() -> None:
    text = citation().bibtex()

    assert text.startswith("@misc{ospo-nl-licentiekeuze-nl,\n")
    assert "  author = {{OSPO-NL}},\n  title = {{Kies één licentie}},\n" in text
    assert "  year = {2026},\n  date = {2026-11-23},\n" in text
    assert text.count("{") == text.count("}")
    assert "year" not in citation(dated=None).bibtex()


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("100% open & vrij", r"100\% open \& vrij"),
        ("C# {x}_1 $2", r"C\# \{x\}\_1 \$2"),
        ("a\\b~c^d", r"a\textbackslash{}b\~{}c\^{}d"),
    ],
)
def test_bibtex_takes_nothing_in_a_title_for_a_command(title: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}," in citation(title=title).bibtex()


def test_a_key_holds_only_what_every_program_takes() -> None:
    assert json.loads(citation(key="repository github.com/Voorbeeld/een_twee").csl())[0]["id"] == (
        "ospo-nl-repository-github-com-voorbeeld-een-twee-nl"
    )


def test_without_an_address_nothing_is_made_up() -> None:
    nowhere = citation(url="")

    assert nowhere.sentence().endswith("CC-BY-4.0")
    assert "url" not in nowhere.bibtex()
    assert "URL" not in json.loads(nowhere.csl())[0]
