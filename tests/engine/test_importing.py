# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""An older knowledge base beside ours: what is covered, what not, what was wrong, and no crash on any file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge_base
from ospo import knowledge
from ospo.domain.imported import FlawKind, How, OldPage
from ospo.domain.link import Links
from ospo.engine.importing import Importer

LIBRARY = knowledge.load(knowledge_base.CONTENT)
LIST = """# Overzicht

## Bedrijven

- Gemeente Voorbeeld [:material-github:](https://github.com/AndereGemeente)
  [:material-web:](https://twitter.com/voorbeeld)
- Waterschap Elders [:material-github:](https://github.com/waterschapelders)
"""


def page(text: str, path: str = "docs/a.md", *others: str) -> OldPage:
    return Importer(LIBRARY, Links(), {path: text}, others).page(path)


def test_an_organisation_is_found_by_its_name_or_account_and_another_is_missing() -> None:
    found = page(LIST)

    assert [(m.id, m.how) for m in found.matches if m.kind == "organisation"] == [("gemeente-voorbeeld", How.NAME)]
    assert found.missing == ("Waterschap Elders (github.com/waterschapelders)",)
    assert {flaw.kind for flaw in found.flaws} == {FlawKind.OTHER_KIND, FlawKind.NOT_A_SITE}
    account = page(LIST.replace("AndereGemeente", "gemeentevoorbeeld").replace("Gemeente Voorbeeld", "GV"))
    assert [(m.id, m.how) for m in account.matches if m.kind == "organisation"] == [("gemeente-voorbeeld", How.ACCOUNT)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[weg](../b.md)", FlawKind.BROKEN_LINK),
        ("---\ntitle: [\n---\ntekst", FlawKind.FRONT_MATTER),
        ("leden: TBD", FlawKind.OPEN_END),
        ("zie http://voorbeeld.test/a", FlawKind.PLAIN_HTTP),
        ("[wet](https://wetten.overheid.nl/BWBR0036795/2016-10-01)", FlawKind.OLD_LAW),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, kind: FlawKind) -> None:
    assert [flaw.kind for flaw in page(f"# Kop\n\n{text}\n" if kind is not FlawKind.FRONT_MATTER else text).flaws] == [
        kind
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[daar](b.md) [anker](#x) [map](../docs/) [ver](https://dood.voorbeeld.test/)",
        "http://localhost:8000 en de TODO Group",
        "\x60\x60\x60\n[weg](niets.md) TBD\n\x60\x60\x60",
        "---\ngeen einde",
    ],
)
def test_what_cannot_be_told_is_not_called_wrong(text: str) -> None:
    assert page(text, "docs/a.md", "docs/b.md").flaws == ()


def test_an_address_that_both_name_is_a_match_and_one_that_nobody_asked_is_just_that() -> None:
    found = page("Zie https://voorbeeld.example/over en https://voorbeeld.example/niets.")

    assert [(a.url, bool(a.files), a.state) for a in found.addresses] == [
        ("https://voorbeeld.example/over", True, None),
        ("https://voorbeeld.example/niets", False, None),
    ]


def test_a_page_that_resembles_nothing_is_not_covered() -> None:
    found = page("# Kookboek\n\nDe soep moet een uur trekken met prei, wortel, laurier en een stuk mergpijp erbij in.")

    assert [m for m in found.matches if m.kind in ("practice", "page")] == []
    assert not found.is_covered
    assert [part.title for part in found.open_parts] == ["Kookboek"]


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(st.text(st.sampled_from("#-[](){}<>\x60\n: ab|*_~!/.@http"), max_size=300) | st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert page(text).path == "docs/a.md"
