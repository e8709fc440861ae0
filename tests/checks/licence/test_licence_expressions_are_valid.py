# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.licence.licence_expressions_are_valid import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from snapshots import MemorySnapshot

TAG = "SPDX-" + "License-Identifier"


def verdict(**files: str) -> Verdict:
    return check(MemorySnapshot(files))


def tagged(expression: str) -> str:
    return f"# {TAG}: {expression}\n"


def test_valid_expressions_are_met_and_counted() -> None:
    assert verdict(**{"src/a.py": tagged("MIT"), "src/b.py": tagged("MIT")}) == met(
        "valid", Evidence("src/a.py", 1), Evidence("src/b.py", 1), count=2, different=1
    )


def test_what_is_no_expression_is_not_met_and_not_repeated() -> None:
    assert verdict(**{"src/a.py": tagged("EUPL 1.2")}) == not_met(
        "invalid", Evidence("src/a.py", 1), count=1, path="src/a.py"
    )


@pytest.mark.parametrize(
    ("expression", "reason", "licence"),
    [
        ("EUPL", "unknown-id", "EUPL"),
        ("GPL-3.0", "deprecated", "GPL-3.0"),
        ("MIT OR GPL-2.0+", "deprecated", "GPL-2.0+"),
        ("LicenseRef-Logo", "no-text", "LicenseRef-Logo"),
    ],
)
def test_a_name_that_does_not_hold(expression: str, reason: str, licence: str) -> None:
    found = verdict(**{"package.json": f'{{"license": "{expression}"}}'})

    assert (found.outcome.value, found.reason, found.values) == (
        "not-met",
        reason,
        {"count": 1, "licence": licence, "path": "package.json"},
    )


def test_the_text_of_a_reference_settles_it() -> None:
    assert verdict(**{"src/a.py": tagged("LicenseRef-Logo"), "LICENSES/LicenseRef-Logo.txt": "x"}).reason == "valid"


def test_of_several_kinds_the_gravest_is_named_and_all_are_counted() -> None:
    files = {"src/a.py": tagged("GPL-3.0"), "src/b.py": tagged("Huisregels"), "src/c.py": tagged("MIT AND")}

    found = verdict(**files)

    assert (found.reason, found.values["count"], found.evidence) == ("invalid", 3, (Evidence("src/c.py", 1),))


def test_copies_of_others_and_prose_are_not_judged() -> None:
    files = {"vendor/a.py": tagged("GPL-2.0"), "README.md": tagged("GPL-2.0"), "tests/a.py": tagged("onzin hier")}

    assert verdict(**files) == not_applicable("no-expressions")


def test_what_npm_and_composer_allow_beside_an_expression_is_no_mistake() -> None:
    assert verdict(**{"package.json": '{"license": "UNLICENSED"}'}).reason == "no-expressions"
    assert verdict(**{"composer.json": '{"license": "proprietary"}'}).reason == "no-expressions"
