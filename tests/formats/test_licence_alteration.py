# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import licence_samples
from ospo.formats import licence_alteration, licences
from ospo.formats.licence_alteration import Alteration
from snapshots import MemorySnapshot

EUPL = licence_samples.eupl_nl()
W3C = licence_samples.text("W3C-20150513")


def find(**files: str) -> list[Alteration]:
    repository = MemorySnapshot(files)
    return licence_alteration.find(licences.read(repository))


def test_a_text_as_it_should_be_is_not_altered() -> None:
    assert find(LICENSE=EUPL) == []


def test_words_that_differ_are_counted() -> None:
    text = "Vooraf.\n\n" + EUPL.replace("verstrekt", "verstreid", 2)

    assert find(LICENSE=text) == [Alteration("EUPL-1.2", "LICENSE", 5, 2)]


def test_a_heading_that_is_gone_is_no_alteration() -> None:
    assert find(LICENSE=W3C.replace("Disclaimers", "", 1)) == []
    assert [one.words for one in find(LICENSE=W3C.replace("PROVIDED", "ONZIN", 1))] == [1]


def test_a_notice_has_no_text_to_alter() -> None:
    assert find(LICENSE=licence_samples.notice("Apache-2.0")) == []
