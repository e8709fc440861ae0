# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.formats import publiccode, publiccode_dependencies
from ospo.formats.publiccode_dependencies import Proprietary


def read(text: str) -> Proprietary:
    return publiccode_dependencies.proprietary(publiccode.read(text.encode()))


def test_what_is_needed_and_what_is_optional() -> None:
    found = read(
        "dependsOn:\n  proprietary:\n    - name: A\n    - {name: B, optional: true}\n    - {name: C, optional: false}\n"
    )

    assert found == Proprietary(True, ("A", "C"), 1, 2)


def test_no_list_is_no_declaration() -> None:
    assert not read("dependsOn: {proprietary: A}\n").is_declared
    assert not read("name: x\n").is_declared
    assert read("dependsOn: {proprietary: []}\n") == Proprietary(True, (), 0, 1)


def test_a_long_name_is_cut() -> None:
    assert len(read(f"dependsOn: {{proprietary: [{{name: {'x' * 500}}}]}}\n").names[0]) == 60
