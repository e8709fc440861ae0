# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

import licence_samples
from ospo.domain.snapshot import Unreadable
from ospo.formats import licence_claims
from ospo.formats.licence_claims import Claims
from snapshots import MemorySnapshot

MIT, GPL, EUPL = licence_samples.text("MIT"), licence_samples.text("GPL-3.0"), licence_samples.eupl_nl()
TAG = "SPDX-" + "License-Identifier: "


def read(**files: str | bytes | Unreadable) -> Claims:
    return licence_claims.read(MemorySnapshot(files))


def places(found: Claims) -> list[str]:
    return [claim.path for claim in found.claims]


def pair(found: Claims) -> tuple[str, str] | None:
    both = found.contradiction
    return None if both is None else (both[0].path, both[1].path)


def npm(licence: str) -> str:
    return f'{{"name": "ding", "license": "{licence}"}}'


def test_claims_come_from_every_place_and_the_licence_file_is_first() -> None:
    sources = {f"src/{name}.py": f"# {TAG}EUPL-1.2\n" for name in "abcde"}
    found = read(
        **{
            "LICENSE": EUPL,
            "publiccode.yml": "legal:\n  license: EUPL-1.2\n",
            "package.json": npm("EUPL-1.2"),
            "web/package.json": npm("EUPL-1.2"),
            "README.md": "# Ding\n\n## Licentie\n\nEUPL v1.2\n",
            **sources,
        }
    )

    assert places(found) == ["LICENSE", "publiccode.yml", "package.json", "web/package.json", "src/a.py", "README.md"]
    assert found.contradiction is None
    assert [claim.line for claim in found.claims] == [1, 2, 1, 1, 1, 5]


@pytest.mark.parametrize("licence", ["MIT", "ISC", "UNLICENSED", "EUPL-1.1"])
def test_a_manifest_that_says_another_licence_contradicts(licence: str) -> None:
    assert pair(read(**{"LICENSE": EUPL, "package.json": npm(licence)})) == ("LICENSE", "package.json")


@pytest.mark.parametrize("licence", ["EUPL-1.2", "EUPL-1.2 OR MIT", "SEE LICENSE IN LICENSE", "eigen voorwaarden"])
def test_a_manifest_that_may_say_the_same_does_not(licence: str) -> None:
    assert pair(read(**{"LICENSE": EUPL, "package.json": npm(licence)})) is None


@pytest.mark.parametrize("licence", ["GPL-3.0", "GPL-3.0-only", "GPL-3.0-or-later", "GPLv3+"])
def test_a_gnu_text_leaves_open_whether_later_versions_apply(licence: str) -> None:
    assert pair(read(**{"LICENSE": GPL, "package.json": npm(licence)})) is None


def test_two_claims_that_fit_the_text_can_still_contradict_each_other() -> None:
    files = {"publiccode.yml": "legal:\n  license: GPL-3.0-or-later\n", "package.json": npm("GPL-3.0-only")}

    assert pair(read(**files, LICENSE=GPL)) == ("publiccode.yml", "package.json")


def test_with_two_licences_one_each_is_no_contradiction() -> None:
    files = {"LICENSE-MIT": MIT, "LICENSE-EUPL": EUPL, "package.json": npm("MIT"), "setup.py": 'license="EUPL-1.2"'}

    assert pair(read(**files)) is None


def test_without_a_licence_file_the_others_are_compared() -> None:
    assert pair(read(**{"package.json": npm("MIT"), "setup.py": 'license="EUPL-1.2"'})) == ("package.json", "setup.py")


def test_a_package_with_its_own_licence_file_speaks_for_itself() -> None:
    files = {"LICENSE": EUPL, "web/package.json": npm("MIT")}

    assert pair(read(**files)) == ("LICENSE", "web/package.json")
    assert pair(read(**files, **{"web/LICENSE": MIT})) is None
    assert pair(read(**files, **{"LICENSES/MIT.txt": MIT})) is None


def test_parts_do_not_contradict_each_other() -> None:
    assert pair(read(**{"web/package.json": npm("MIT"), "api/package.json": npm("ISC")})) is None


@pytest.mark.parametrize(
    "folder", ["node_modules/x", "vendor/x", "tests/x", "examples/x", "static/lib", "docs", "templates/x"]
)
def test_copies_and_examples_claim_nothing(folder: str) -> None:
    assert places(read(**{"LICENSE": EUPL, f"{folder}/package.json": npm("MIT")})) == ["LICENSE"]


def test_a_few_headers_tell_nothing_and_a_majority_does() -> None:
    few = {f"src/{name}.py": f"# {TAG}MIT\n" for name in "abcd"}
    half = {f"src/{name}.py": f"# {TAG}EUPL-1.2\n" for name in "ijklmn"}

    assert pair(read(LICENSE=EUPL, **few)) is None
    assert pair(read(LICENSE=EUPL, **few, **{"src/e.py": f"# {TAG}MIT\n"})) == ("LICENSE", "src/a.py")
    assert pair(read(LICENSE=EUPL, **few, **half)) is None


def test_a_licence_file_that_names_one_makes_a_claim() -> None:
    found = read(**{"LICENSE.md": "Dit valt onder de EUPL 1.2.\n", "package.json": npm("MIT")})

    assert pair(found) == ("LICENSE.md", "package.json")


def test_a_text_that_is_not_recognised_is_said_to_be_so() -> None:
    found = read(LICENSE="Wij behouden ons alle rechten voor op dit werk. " * 60)

    assert (found.unrecognised, found.claims) == ("LICENSE", ())


def test_a_manifest_that_cannot_be_read_is_passed_over() -> None:
    assert places(read(**{"LICENSE": EUPL, "package.json": Unreadable("missing")})) == ["LICENSE"]
    assert places(read(**{"LICENSE": EUPL, "publiccode.yml": "legal: [1]\n"})) == ["LICENSE"]
