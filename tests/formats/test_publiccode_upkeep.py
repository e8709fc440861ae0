# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from ospo.formats import publiccode, publiccode_upkeep


def upkeep(text: str) -> publiccode_upkeep.Upkeep | None:
    return publiccode_upkeep.read(publiccode.read(text.encode()))


def test_the_block_is_read_with_its_lines() -> None:
    found = upkeep(
        "maintenance:\n  type: contract\n  contractors:\n    - {name: A, until: '2026-12-31'}\n    - {name: B}\n"
        "  contacts:\n    - {name: Team}\n"
    )

    assert found is not None
    assert (found.kind, found.line, found.contractors_line, found.contacts_line) == ("contract", 2, 3, 6)
    assert (found.contractors, found.ends, found.endless, found.contacts) == (2, (date(2026, 12, 31),), 1, 1)


def test_what_is_no_block_or_no_list_says_nothing() -> None:
    assert upkeep("name: x\n") is None
    assert upkeep("maintenance: internal\n") is None
    found = upkeep("maintenance: {type: 3, contractors: {name: A}, contacts: [x, {}, 3]}\n")
    assert found is not None
    assert (found.kind, found.contractors, found.contacts) == ("", 0, 0)
