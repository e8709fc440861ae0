# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.transparency.policy_is_named import check
from ospo.domain.finding import Evidence, met, not_applicable, unknown
from snapshots import MemorySnapshot

CODE = {"src/a.py": "", "src/b.py": ""}
DUTCH = ("https://git.voorbeeld.nl/dienst/code",)
LAW = "https://wetten.overheid.nl/BWBR0018451"


def test_a_link_at_the_front_door_is_met_at_its_line() -> None:
    readme = f"# Voorbeeld\n\nGebaseerd op [artikel 2]({LAW}).\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "law", Evidence("README.md", 3), path="README.md"
    )


def test_the_register_of_algorithms_is_met() -> None:
    snapshot = MemorySnapshot({**CODE, "publiccode.yml": "landingURL: https://algoritmes.overheid.nl/nl/1\n"})

    assert check(snapshot) == met("register", Evidence("publiccode.yml", 1), path="publiccode.yml")


def test_the_rules_themselves_are_met() -> None:
    path = "legislation/toeslag.yaml"

    assert check(MemorySnapshot({**CODE, path: ""})) == met("included", Evidence(path), path=path)


def test_a_link_deep_in_the_documents_is_unknown() -> None:
    snapshot = MemorySnapshot({**CODE, "docs/a.md": f"\n{LAW}\n"})

    assert check(snapshot) == unknown("in-documents", Evidence("docs/a.md", 2), path="docs/a.md")


def test_signs_are_unknown_where_the_organisation_is_dutch() -> None:
    files = {**CODE, "README.md": "# Toeslagen\n\nThis computes a toeslag under the Participatiewet.\n"}

    assert check(MemorySnapshot(files, remotes=DUTCH)) == unknown("signs", Evidence("README.md", 1), path="README.md")
    assert check(MemorySnapshot(files)).reason == "no-signs"


@pytest.mark.parametrize(
    "readme",
    [
        "This opens doors.",
        "Licensed under the EUPL: https://eur-lex.europa.eu/eli/dec_impl/2017/863/oj",
        "AVG: https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679",
    ],
)
def test_without_signs_it_does_not_apply(readme: str) -> None:
    assert check(MemorySnapshot({**CODE, "README.md": readme}, remotes=DUTCH)) == not_applicable("no-signs")


def test_documents_carry_nothing_out() -> None:
    assert check(MemorySnapshot({"a.md": "", "README.md": LAW})) == not_applicable("no-program")
