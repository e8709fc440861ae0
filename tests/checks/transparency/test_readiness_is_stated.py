# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.transparency.readiness_is_stated import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot, commit, facts, tag

CODE = {"src/a.py": "", "src/b.py": ""}
RELEASES = [tag("v1.2.0"), tag("v1.1.0"), tag("v1.0.0")]


def publiccode(status: str) -> dict[str, str]:
    return {**CODE, "publiccode.yml": f"name: Voorbeeld\ndevelopmentStatus: {status}\n"}


@pytest.mark.parametrize("status", ["stable", "beta", "concept", "obsolete", "Production"])
def test_publiccode_that_says_so_is_met(status: str) -> None:
    place = Evidence("publiccode.yml", 2)

    assert check(MemorySnapshot(publiccode(status))) == met("publiccode", place, path="publiccode.yml")


@pytest.mark.parametrize("status", ["concept", "development"])
def test_what_is_not_ready_and_released_again_and_again_is_not_met(status: str) -> None:
    place = Evidence("publiccode.yml", 2)

    assert check(MemorySnapshot(publiccode(status), tag_list=RELEASES)) == not_met(
        "released", place, tag="v1.2.0", count=3, path="publiccode.yml"
    )


@pytest.mark.parametrize(
    "tags",
    [
        RELEASES[:2],
        [tag("v0.3.0"), tag("v0.2.0"), tag("v0.1.0")],
        [tag("v2.0.0-rc.1")] * 4,
        [tag("2024.01"), tag("2024.02"), tag("2024.03")],
        [tag("part/v1.0.0"), tag("part/v1.1.0"), tag("part/v1.2.0")],
    ],
)
def test_other_tags_do_not_contradict_it(tags: list[object]) -> None:
    assert check(MemorySnapshot(publiccode("development"), tag_list=tags)).reason == "publiccode"  # type: ignore[arg-type]


def test_what_is_obsolete_and_worked_on_every_day_is_not_met() -> None:
    busy = [commit(days_before=day) for day in range(20)]
    place = Evidence("publiccode.yml", 2)

    assert check(MemorySnapshot(publiccode("obsolete"), history=busy)) == not_met(
        "busy", place, n=20, path="publiccode.yml"
    )
    assert check(MemorySnapshot(publiccode("obsolete"), history=busy[:19])).reason == "publiccode"
    assert check(MemorySnapshot(publiccode("obsolete"), history=busy, is_shallow=True)).reason == "publiccode"


def test_a_readme_that_says_so_is_met_at_its_line() -> None:
    readme = "# Voorbeeld\n\nDeze applicatie is nog in ontwikkeling.\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "readme", Evidence("README.md", 3), path="README.md"
    )


def test_a_manifest_that_says_so_is_met() -> None:
    manifest = 'classifiers = [\n  "Development Status :: 4 - Beta",\n]\n'

    assert check(MemorySnapshot({**CODE, "pyproject.toml": manifest})) == met(
        "manifest", Evidence("pyproject.toml", 2), path="pyproject.toml"
    )


def test_a_repository_that_says_it_is_over_is_met() -> None:
    readme = "# Voorbeeld\n\nThis repository is archived.\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met("retired", Evidence("README.md", 3))
    assert check(MemorySnapshot(CODE, facts=facts(archived=True))).reason == "retired"


def test_versions_alone_are_unknown() -> None:
    assert check(MemorySnapshot(CODE, tag_list=RELEASES)) == unknown("only-versions", tag="v1.2.0", count=3)


def test_nothing_at_all_is_not_met() -> None:
    assert check(MemorySnapshot({**CODE, "README.md": "# Voorbeeld\n\nIt opens doors.\n"})) == not_met("missing")


def test_documents_need_not_be_ready() -> None:
    assert check(MemorySnapshot({"a.md": "", "b.md": ""})) == not_applicable("no-program")
