# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.continuity.configuration_is_apart import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

NAME = "x = 1\nurl = 'https://zaken.dienst.intra/api'\n"
NUMBER = "url = 'http://10.14.3.7/api'\n"


def test_a_name_inside_an_organisation_is_not_met() -> None:
    verdict = check(MemorySnapshot({"app.py": NAME, "lib.py": NUMBER}))

    assert verdict == not_met("internal-name", Evidence("app.py", 2), count=1, path="app.py:2")


def test_a_private_number_alone_is_unknown() -> None:
    verdict = check(MemorySnapshot({"app.py": NUMBER, "lib.py": "x = 1\n"}))

    assert verdict == unknown("private-number", Evidence("app.py", 1), count=1, path="app.py:1")


@pytest.mark.parametrize(
    "path",
    [
        "tests/x.py",
        "docs/x.py",
        "examples/x.py",
        "settings/dev.py",
        "vendor/x.py",
        "README.md",
        "config.yml",
        "vite.config.ts",
    ],
)
def test_outside_the_program_itself_it_does_not_count(path: str) -> None:
    verdict = check(MemorySnapshot({"app.py": "x = 1\n", "lib.py": "", path: NAME}))

    assert verdict == met("none-found", count=2)


def test_nothing_found_is_met() -> None:
    assert check(MemorySnapshot({"app.py": "url = os.environ['URL']\n"})) == met("none-found", count=1)


def test_what_could_not_be_read_makes_nothing_found_unknown() -> None:
    missing = Unreadable("missing", "app.py")

    assert check(MemorySnapshot({"app.py": missing, "lib.py": ""})) == unknown(
        "not-all-read", Evidence("app.py"), count=1
    )
    assert check(MemorySnapshot({"app.py": missing, "lib.py": NAME})).reason == "internal-name"


def test_without_a_program_there_is_no_verdict() -> None:
    assert check(MemorySnapshot({"README.md": NAME})) == not_applicable("no-program")
