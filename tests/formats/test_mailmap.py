# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Kind
from ospo.formats.mailmap import Mailmap, of, parse
from snapshots import MemorySnapshot

RULES = """\
# comment <a@b.example> <c@d.example>
Alex Voorbeeld <alex@thuis.example>
<bo@werk.example> <bo@thuis.example>
Chris Voorbeeld <chris@werk.example> <chris@oud.example>
Dana Voorbeeld <dana@werk.example> beheer <root@machine.example>
Eli Voorbeeld <eli@werk.example> eli <root@machine.example> # trailing words do no harm
this is no rule
"""


@pytest.mark.parametrize(
    ("name", "email", "proper"),
    [
        ("alex", "alex@thuis.example", ("Alex Voorbeeld", "alex@thuis.example")),
        ("Bo", "BO@thuis.example", ("Bo", "bo@werk.example")),
        ("c", "chris@oud.example", ("Chris Voorbeeld", "chris@werk.example")),
        ("Beheer", "root@machine.example", ("Dana Voorbeeld", "dana@werk.example")),
        ("eli", "root@machine.example", ("Eli Voorbeeld", "eli@werk.example")),
        ("Fay", "root@machine.example", ("Fay", "root@machine.example")),
        ("Gus", "c@d.example", ("Gus", "c@d.example")),
    ],
)
def test_names_and_addresses_become_the_proper_ones(name: str, email: str, proper: tuple[str, str]) -> None:
    assert parse(RULES).resolve(name, email) == proper


def test_a_later_rule_completes_an_earlier_one() -> None:
    rules = parse("<nieuw@voorbeeld.example> <oud@voorbeeld.example>\nHanna Voorbeeld <oud@voorbeeld.example>\n")

    assert rules.resolve("h", "oud@voorbeeld.example") == ("Hanna Voorbeeld", "nieuw@voorbeeld.example")


def test_the_rules_of_a_repository_stand_in_its_root() -> None:
    files = {".mailmap": "Alex Voorbeeld <alex@thuis.example>\n"}

    assert of(MemorySnapshot(files)).resolve("alex", "alex@thuis.example")[0] == "Alex Voorbeeld"
    assert of(MemorySnapshot({"docs/.mailmap": files[".mailmap"]})) == Mailmap()
    assert of(MemorySnapshot(files, kinds={".mailmap": Kind.SYMLINK})) == Mailmap()
