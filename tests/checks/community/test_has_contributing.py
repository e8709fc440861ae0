# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.community.has_contributing import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
ON_GITHUB = ("https://github.com/voorbeeld/project",)


@pytest.mark.parametrize(
    "path",
    ["CONTRIBUTING.md", "CONTRIBUTING.MD", "CONTRIBUTING.rst", ".github/CONTRIBUTING.md", "docs/contributing.adoc"],
)
def test_a_file_with_text_is_met(path: str) -> None:
    assert check(MemorySnapshot({path: "Fork it."}, remotes=ON_GITLAB)) == met("found", Evidence(path), path=path)


@pytest.mark.parametrize(
    "title",
    ["## Contributing", "## 🤝 Contributing", "## Hoe kun je bijdragen?", "## Meedoen", "## Wijzigingen voorstellen"],
)
def test_a_section_of_the_readme_is_met(title: str) -> None:
    snapshot = MemorySnapshot({"README.md": f"# x\n\n{title}\n\nStuur een voorstel.\n"}, remotes=ON_GITLAB)

    assert check(snapshot) == met("section", Evidence("README.md", 3), path="README.md")


@pytest.mark.parametrize(
    "readme",
    [
        "# x\n\n## Contributing\n",
        "# x\n\n## Usage\n\nContribute!\n",
        "## Contributors\n\n- het team",
        "## Contributies en deploy\n\nEen test.",
    ],
)
def test_an_empty_or_another_section_is_not(readme: str) -> None:
    assert check(MemorySnapshot({"README.md": readme}, remotes=ON_GITLAB)) == not_met("missing")


@pytest.mark.parametrize(
    ("sentence", "is_met"),
    [
        ("Wil je bijdragen? Maak een issue.", True),
        ("Want to help us? We take pull requests.", True),
        ("Wil je bijdragen? Dat kan.", False),
        ("```\nWil je bijdragen? Maak een issue.\n```", False),
    ],
)
def test_a_sentence_that_invites_and_says_how_is_met(sentence: str, is_met: bool) -> None:
    verdict = check(MemorySnapshot({"README.md": f"# x\n\n{sentence}\n"}, remotes=ON_GITLAB))

    assert verdict == (met("sentence", Evidence("README.md", 3), path="README.md") if is_met else not_met("missing"))


@pytest.mark.parametrize("text", ["\n", "[](){}\n"])
def test_a_file_without_text_is_not_met(text: str) -> None:
    verdict = check(MemorySnapshot({"CONTRIBUTING.md": text}, remotes=ON_GITHUB))

    assert verdict == not_met("empty", Evidence("CONTRIBUTING.md"), path="CONTRIBUTING.md")


@pytest.mark.parametrize("remotes", [(), ON_GITHUB])
def test_the_owner_may_supply_it(remotes: tuple[str, ...]) -> None:
    assert check(MemorySnapshot({}, remotes=remotes)) == unknown("may-be-inherited", file="CONTRIBUTING.md")


def test_a_page_of_a_knowledge_base_is_not_ours() -> None:
    snapshot = MemorySnapshot({"docs/nieuw-project/CONTRIBUTING.md": "x"}, remotes=ON_GITLAB)

    assert check(snapshot) == not_met("missing")
