# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import policy_sources


@pytest.mark.parametrize(
    ("link", "is_register"),
    [
        ("https://wetten.overheid.nl/BWBR0005537/2024-01-01#Artikel67", False),
        ("https://lokaleregelgeving.overheid.nl/CVDR1", False),
        ("https://zoek.officielebekendmakingen.nl/stcrt-2022-7812.html", False),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32018R1724", False),
        ("https://algoritmes.overheid.nl/nl/algoritme/1", True),
    ],
)
def test_links_to_rules_and_registered_algorithms(link: str, is_register: bool) -> None:
    assert policy_sources.law_line(f"a\n<{link}>") == (2, is_register)


@pytest.mark.parametrize(
    "text",
    [
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
        "https://wetten.overheid.nl/BWBR0040936/2018-07-01",
        "https://www.overheid.nl/",
        "https://standaarden.overheid.nl/tooi",
        "wetten.overheid.nl",
    ],
)
def test_rules_for_all_software_and_other_pages(text: str) -> None:
    assert policy_sources.law_line(text) is None


def test_a_rule_behind_a_rule_for_all_is_found() -> None:
    text = "https://eur-lex.europa.eu/eli/reg/2016/679/oj\nhttps://wetten.overheid.nl/BWBR0005537"

    assert policy_sources.law_line(text) == (2, False)


@pytest.mark.parametrize(
    ("path", "is_law"),
    [
        ("wetgeving/a.xml", True),
        ("corpus/regulation/nl/a.yaml", True),
        ("src/policy/a.yaml", False),
        ("tests/legislation/a.xml", False),
        ("legislation/a.py", False),
    ],
)
def test_files_with_rules(path: str, is_law: bool) -> None:
    assert policy_sources.is_law(path) is is_law


def test_signs_take_two_words() -> None:
    assert policy_sources.sign_line("x\nDe toeslag volgt uit de Participatiewet.") == 2
    assert policy_sources.sign_line("De toeslag.") is None
    assert policy_sources.sign_line("It opens doors, WOZ or not.") is None
