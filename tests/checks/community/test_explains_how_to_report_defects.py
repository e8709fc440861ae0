# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.explains_how_to_report_defects import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from snapshots import MemorySnapshot

ON_GITHUB = ("https://github.com/voorbeeld/project",)
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)


@pytest.mark.parametrize("path", [".github/ISSUE_TEMPLATE/bug.yml", ".gitlab/issue_templates/Fout.md"])
def test_a_template_for_a_defect_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: "x"})) == met("template", Evidence(path), path=path)


def test_a_section_goes_before_a_sentence() -> None:
    files = {
        "README.md": "Report bugs in the issue tracker.",
        "CONTRIBUTING.md": "# x\n\n## Bugs\n\nMail us at team@voorbeeld.example.",
    }

    verdict = met("section", Evidence("CONTRIBUTING.md", 3), path="CONTRIBUTING.md")
    assert check(MemorySnapshot(files, remotes=ON_GITLAB)) == verdict


def test_a_sentence_is_met() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nMaak een issue aan als er iets mis is.\n"}, remotes=ON_GITLAB)

    assert check(snapshot) == met("sentence", Evidence("README.md", 3), path="README.md")


def test_a_template_for_something_else_does_not_settle_it() -> None:
    path = ".github/ISSUE_TEMPLATE/feature.yml"

    for remotes in (ON_GITHUB, ON_GITLAB):
        assert check(MemorySnapshot({path: "x"}, remotes=remotes)) == unknown(
            "other-template", Evidence(path), path=path
        )


@pytest.mark.parametrize("remotes", [(), ON_GITHUB])
def test_the_owner_may_supply_it(remotes: tuple[str, ...]) -> None:
    verdict = unknown("may-be-inherited", file=".github/ISSUE_TEMPLATE/bug.yml")

    assert check(MemorySnapshot({"README.md": "# x"}, remotes=remotes)) == verdict


def test_a_guide_elsewhere_may_say_it() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nhttps://docs.voorbeeld.example/\n"}, remotes=ON_GITLAB)

    assert check(snapshot) == unknown("elsewhere", Evidence("README.md", 3), path="README.md")


@pytest.mark.parametrize("readme", ["# x\n", "# x\n\n## Security\n\nMail veilig@voorbeeld.example about problems.\n"])
def test_nothing_is_missing(readme: str) -> None:
    assert check(MemorySnapshot({"README.md": readme}, remotes=ON_GITLAB)) == not_met("missing")


def test_what_is_retired_needs_no_reports() -> None:
    snapshot = MemorySnapshot({"README.md": "# x\n\nThis project is archived.\n"})

    assert check(snapshot) == not_applicable("retired", Evidence("README.md", 3))
