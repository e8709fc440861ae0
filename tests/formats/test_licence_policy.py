# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

import licence_samples
from ospo.domain.snapshot import Unreadable
from ospo.formats import licence_policy, licences
from ospo.formats.licence_policy import Ruling, Used
from snapshots import MemorySnapshot


@pytest.mark.parametrize(
    ("expression", "allowed", "ruling"),
    [
        ("EUPL-1.2", ["EUPL-1.2", "MIT"], Ruling.ALLOWED),
        ("eupl-1.2", [" EUPL-1.2 "], Ruling.ALLOWED),
        ("ISC", ["EUPL-1.2"], Ruling.REFUSED),
        ("ISC OR EUPL-1.2", ["EUPL-1.2"], Ruling.ALLOWED),
        ("ISC AND EUPL-1.2", ["EUPL-1.2"], Ruling.REFUSED),
        ("MIT AND (ISC OR EUPL-1.2)", ["EUPL-1.2", "MIT"], Ruling.ALLOWED),
        ("GPL-3.0-only", ["GPL-3.0"], Ruling.ALLOWED),
        ("GPL-3.0-or-later", ["GPL-3.0-only"], Ruling.REFUSED),
        ("GPL-3.0", ["GPL-3.0-only"], Ruling.DEPENDS),
        ("GPL-3.0", ["GPL-3.0-only", "GPL-3.0-or-later"], Ruling.ALLOWED),
        ("GPL-3.0 OR MIT", ["GPL-3.0-only"], Ruling.DEPENDS),
        ("GPL-3.0-only WITH Classpath-exception-2.0", ["GPL-3.0-only"], Ruling.ALLOWED),
        ("geen uitdrukking", ["EUPL-1.2"], Ruling.REFUSED),
        ("", ["EUPL-1.2"], Ruling.REFUSED),
    ],
)
def test_what_a_list_says_of_an_expression(expression: str, allowed: list[str], ruling: Ruling) -> None:
    assert licence_policy.ruling(expression, allowed) is ruling


def used(**files: str | Unreadable) -> list[Used]:
    repository = MemorySnapshot(files)
    return licence_policy.used(repository, licences.read(repository))


def test_licences_come_from_texts_and_from_publiccode() -> None:
    text = licence_samples.eupl_nl()

    assert used(**{"LICENSE": text, "publiccode.yml": "legal:\n  license: MIT\n"}) == [
        Used("EUPL-1.2", "EUPL-1.2", "LICENSE", 1),
        Used("MIT", "MIT", "publiccode.yml", 2),
    ]
    assert used(**{"publiccode.yml": "legal:\n  license: onze voorwaarden\n"}) == []


def test_a_licence_that_is_only_named_counts_when_no_text_is_there() -> None:
    assert used(LICENSE="Dit valt onder de EUPL 1.2.\n") == [Used("EUPL-1.2", "EUPL-1.2", "LICENSE", 1)]


def test_a_choice_is_written_with_or() -> None:
    mit, eupl = (Used(name, name, "x", 1) for name in ("MIT", "EUPL-1.2"))
    either = Used("MIT OR EUPL-1.2", "", "publiccode.yml", 1)

    assert licence_policy.is_choice([mit, eupl, either], [mit], ["EUPL-1.2"])
    assert not licence_policy.is_choice([mit, eupl], [mit], ["EUPL-1.2"])
    assert not licence_policy.is_choice([mit, either], [Used("ISC", "ISC", "x", 1)], ["EUPL-1.2"])
