# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.checks.licence.licence_text_is_unaltered import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from snapshots import MemorySnapshot

EUPL, MIT = licence_samples.eupl_nl(), licence_samples.text("MIT")


def verdict(**files: str | bytes) -> Verdict:
    return check(MemorySnapshot(files))


def test_the_official_text_is_met() -> None:
    assert verdict(LICENSE=MIT) == met("unaltered", Evidence("LICENSE", 1), licences="MIT")


def test_layout_and_a_copyright_line_do_not_count() -> None:
    text = "Copyright (c) 2026 Gemeente Voorbeeld\n\n" + MIT.upper().replace("\n", "  \n")

    assert verdict(LICENSE=text).reason == "unaltered"


def test_words_that_differ_are_not_met_and_counted() -> None:
    text = EUPL.replace("verstrekt", "verstreid", 2)

    assert verdict(LICENSE=text) == not_met(
        "altered", Evidence("LICENSE", 3), licences="EUPL-1.2", path="LICENSE", words=2
    )


def test_one_altered_text_beside_a_good_one_is_not_met() -> None:
    found = verdict(**{"LICENSE": MIT, "LICENSE-EUPL": EUPL.replace("verstrekt", "verstreid", 1)})

    assert (found.reason, found.values["path"], found.values["words"]) == ("altered", "LICENSE-EUPL", 1)


def test_text_around_it_is_told_but_allowed() -> None:
    found = verdict(LICENSE=MIT + "\nDit is een toelichting " + "voor wie dit leest " * 6)

    assert (found.outcome.value, found.reason) == ("met", "with-additions")


def test_what_cannot_be_compared_does_not_apply() -> None:
    assert verdict() == not_applicable("no-licence-file")
    assert verdict(LICENSE="Eigen regels. " * 200) == not_applicable(
        "not-recognised", Evidence("LICENSE"), path="LICENSE"
    )
    assert verdict(LICENSE="Zie de EUPL 1.2.").reason == "not-recognised"
    assert verdict(LICENSE=licence_samples.notice("Apache-2.0")) == not_applicable(
        "notice", Evidence("LICENSE"), path="LICENSE"
    )
    assert verdict(**{"LICENSE.pdf": b"%PDF\0"}).reason == "not-recognised"
