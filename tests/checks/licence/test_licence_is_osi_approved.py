# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

import licence_samples
from ospo.checks.licence.licence_is_osi_approved import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

CODE = {f"src/module{number}.py": "" for number in range(12)}
CONDITION = "Gebruik is alleen toegestaan " + "voor wie dit leest " * 6


def verdict(**files: str | bytes) -> Verdict:
    return check(MemorySnapshot(files))


@pytest.mark.parametrize("licence_id", ["MIT", "EUPL-1.2", "GPL-3.0", "CC0-1.0", "GPL-3.0-or-later"])
def test_an_approved_licence_is_met(licence_id: str) -> None:
    found = verdict(LICENSE=licence_samples.text(licence_id), **CODE)

    assert (found.outcome.value, found.reason, found.evidence) == ("met", "approved", (Evidence("LICENSE", 1),))


def test_the_dutch_text_is_met() -> None:
    assert verdict(LICENSE=licence_samples.eupl_nl()) == met("approved", Evidence("LICENSE", 1), licences="EUPL-1.2")


def test_a_licence_for_documentation_beside_it_does_no_harm() -> None:
    files = {f"LICENSES/{name}.txt": licence_samples.text(name) for name in ("CC-BY-4.0", "MIT")}

    assert verdict(**files, **CODE).values == {"licences": "MIT, CC-BY-4.0"}
    assert verdict(**files, **CODE).reason == "approved"


def test_remarks_around_an_approved_licence_are_pointed_out() -> None:
    assert verdict(LICENSE=licence_samples.text("MIT") + CONDITION).reason == "approved-with-additions"


@pytest.mark.parametrize("licence_id", ["BUSL-1.1", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "JSON"])
def test_a_licence_on_neither_list_is_not_met(licence_id: str) -> None:
    assert verdict(LICENSE=licence_samples.text(licence_id), **CODE) == not_met(
        "not-approved", Evidence("LICENSE", 1), licences=licence_id
    )


def test_a_clause_that_takes_rights_back_is_not_met() -> None:
    text = licence_samples.text("CommonsClause") + "\n" + licence_samples.text("MIT")

    assert verdict(LICENSE=text) == not_met("restricted", Evidence("LICENSE", 1), licences="CommonsClause, MIT")


def test_a_licence_for_texts_fits_texts_and_not_programs() -> None:
    text = licence_samples.text("CC-BY-4.0")

    assert verdict(LICENSE=text, **{"docs/a.md": ""}) == met(
        "free-content", Evidence("LICENSE", 1), licences="CC-BY-4.0"
    )
    assert verdict(LICENSE=text, **CODE).reason == "not-for-software"


def test_a_licence_that_is_only_named_counts_when_it_fits() -> None:
    assert verdict(LICENSE="Onder de EUPL-1.2.", **CODE) == met(
        "named", Evidence("LICENSE", 1), path="LICENSE", licences="EUPL-1.2"
    )
    assert verdict(LICENSE="CC-BY-4.0", **{"a.md": ""}).reason == "named"


@pytest.mark.parametrize(
    "text", ["CC-BY-4.0", "CC-BY-NC-4.0", "Alle rechten voorbehouden.", "Onder de EUPL-1.2. " + CONDITION * 20]
)
def test_what_is_not_recognised_proves_nothing(text: str) -> None:
    assert verdict(LICENSE=text, **CODE) == unknown("unrecognised", Evidence("LICENSE"), path="LICENSE")


def test_without_licence_file_another_check_speaks() -> None:
    assert verdict(README="x") == not_applicable("no-licence-file")
