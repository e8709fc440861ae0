# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.checks.licence.licence_text_is_known import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

MIT = licence_samples.text("MIT")
CONDITION = "Gebruik is alleen toegestaan " + "voor wie dit leest " * 6


def verdict(**files: str | bytes) -> Verdict:
    return check(MemorySnapshot(files))


def test_a_known_text_is_met() -> None:
    assert verdict(LICENSE=MIT) == met("exact", Evidence("LICENSE", 1), licences="MIT")


def test_two_languages_in_one_file_are_one_licence() -> None:
    found = verdict(LICENSE=licence_samples.text("EUPL-1.2") + licence_samples.eupl_nl())

    assert (found.reason, found.values, len(found.evidence)) == ("exact", {"licences": "EUPL-1.2"}, 2)


def test_a_text_with_changed_words_is_nearly_known() -> None:
    text = (
        licence_samples.eupl_nl()
        .replace("beschikking gesteld", "beschikbaar gesteld")
        .replace("verstrekt", "verstreid", 2)
    )

    found = verdict(LICENSE=text)

    assert (found.outcome.value, found.reason, found.values["licences"]) == ("met", "nearly", "EUPL-1.2")
    assert found.values["words"] == 2


def test_a_text_with_a_remark_is_said_to_have_one() -> None:
    assert verdict(LICENSE=f"{MIT}\n{CONDITION}") == met(
        "with-additions", Evidence("LICENSE", 1), licences="MIT", words=28
    )


def test_a_notice_is_no_text_but_known() -> None:
    assert verdict(LICENSE=licence_samples.notice("Apache-2.0")).reason == "notice"


def test_a_pointer_leads_to_the_text() -> None:
    assert verdict(**{"LICENSE.md": "See LICENSES/.", "LICENSES/MIT.txt": MIT}).evidence == (
        Evidence("LICENSES/MIT.txt", 1),
    )


def test_a_text_that_nobody_knows_is_not_met() -> None:
    text = "Alle rechten voorbehouden. " * 60

    assert verdict(LICENSE=text) == not_met("unrecognised", Evidence("LICENSE"), path="LICENSE")
    assert verdict(**{"LICENSE": CONDITION * 20, "LICENSES/MIT.txt": MIT}).reason == "unrecognised"


def test_a_file_that_only_names_a_licence_is_not_met() -> None:
    assert verdict(LICENSE="Onder de EUPL-1.2.") == not_met(
        "only-named", Evidence("LICENSE", 1), path="LICENSE", licences="EUPL-1.2"
    )


def test_what_is_no_text_is_unknown() -> None:
    assert verdict(**{"LICENSE.pdf": b"%PDF-1.4"}) == unknown("not-text", Evidence("LICENSE.pdf"), path="LICENSE.pdf")


def test_without_licence_file_another_check_speaks() -> None:
    assert verdict(README="x") == not_applicable("no-licence-file")


def test_a_few_sentences_are_no_text_to_compare_with_another() -> None:
    text = "Hergebruik mag onder de EUPL, behalve voor code waarbij iets anders staat.\n"

    assert verdict(**{"LICENSE.md": text}) == not_met("prose", Evidence("LICENSE.md"), path="LICENSE.md")


def test_an_agreement_with_contributors_that_names_the_licence_only_names_it() -> None:
    text = "# Licentie\n\n[EUPL](https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12)\n" + (
        CONDITION * 20
    )

    assert verdict(LICENCE=text) == not_met("only-named", Evidence("LICENCE", 3), path="LICENCE", licences="EUPL-1.2")
    assert verdict(**{"LICENCE": text, "LICENSES/MIT.txt": MIT}).reason == "unrecognised"


def test_a_notice_beside_the_text_of_another_licence_is_still_a_notice() -> None:
    text = licence_samples.notice("Apache-2.0") + "\n\n" + MIT

    found = verdict(LICENSE=text)

    assert (found.reason, found.values["licences"]) == ("notice", "Apache-2.0")


def test_an_empty_file_is_no_licence_file() -> None:
    assert verdict(LICENSE="") == not_applicable("no-licence-file")
