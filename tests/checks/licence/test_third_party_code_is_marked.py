# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.licence.third_party_code_is_marked import check
from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

CODE = "function ding() { return 1 }\n"
HEADER = "// Copyright 2026 Voorbeeld, https://forge.example/een\n"


def verdict(**files: str) -> Verdict:
    return check(MemorySnapshot(files))


def test_copies_with_a_licence_and_an_origin_are_met() -> None:
    files = {"vendor/een/a.js": HEADER, "vendor/twee/a.js": CODE, "NOTICE": "twee 1.0, https://forge.example, MIT\n"}

    assert verdict(**files) == met("marked", Evidence("vendor/een"), Evidence("vendor/twee"), count=2)


def test_a_copy_for_certain_without_a_licence_is_not_met() -> None:
    files = {"vendor/een.min.js": "var a=1", "vendor/twee/a.js": HEADER}

    assert verdict(**files) == not_met("no-licence", Evidence("vendor/een.min.js"), count=1, path="vendor/een.min.js")


def test_a_variable_c_between_brackets_is_no_notice() -> None:
    assert verdict(**{"vendor/een.min.js": "!function(c){return d(c)}(1)"}).reason == "no-licence"


def test_a_package_of_npm_without_a_licence_is_not_met() -> None:
    files = {"node_modules/een/package.json": '{"name": "een"}', "node_modules/een/index.js": CODE}

    assert verdict(**files).reason == "no-licence"


def test_what_may_be_code_of_ones_own_is_unknown() -> None:
    assert verdict(**{"third_party/een/a.js": CODE}) == unknown(
        "perhaps-own", Evidence("third_party/een"), count=1, path="third_party/een/"
    )


def test_a_licence_without_an_origin_is_unknown() -> None:
    assert verdict(**{"vendor/een/a.js": CODE, "vendor/een/LICENSE": "x"}) == unknown(
        "no-origin", Evidence("vendor/een"), count=1, path="vendor/een/"
    )


def test_without_copies_it_does_not_apply() -> None:
    assert verdict(**{"src/a.js": CODE, "vendor/stijl.css": "x", "tests/vendor/a.js": CODE}) == not_applicable("none")
