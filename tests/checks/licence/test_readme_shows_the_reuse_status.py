# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo.checks.licence.readme_shows_the_reuse_status import check
from ospo.domain.finding import Evidence, met, not_met, unknown
from snapshots import MemorySnapshot

REMOTES = ("https://github.com/voorbeeld/kaart",)
OWN = "![REUSE](https://api.reuse.software/badge/github.com/voorbeeld/kaart)"
OTHER = "![REUSE](https://api.reuse.software/badge/github.com/ander/kaart)"
PICTURE = "![REUSE](https://img.shields.io/badge/reuse-compliant-green.svg)"
PIPELINE = "![REUSE](https://github.com/voorbeeld/kaart/actions/workflows/reuse.yml/badge.svg)"


def readme(line: str, path: str = "README.md") -> MemorySnapshot:
    return MemorySnapshot({path: f"# Kaart\n{line}\n"}, remotes=REMOTES)


def test_the_badge_of_this_repository_is_met() -> None:
    assert check(readme(OWN)) == met("shown", Evidence("README.md", 2), path="README.md")


def test_the_badge_of_the_pipeline_is_met() -> None:
    assert check(readme(PIPELINE)) == met("by-pipeline", Evidence("README.md", 2), path="README.md")


def test_the_badge_of_another_repository_is_unknown() -> None:
    assert check(readme(OTHER)) == unknown("of-another", Evidence("README.md", 2), path="README.md")


def test_a_picture_that_never_changes_is_unknown() -> None:
    assert check(readme(PICTURE)) == unknown("only-a-picture", Evidence("README.md", 2), path="README.md")


def test_a_readme_in_another_language_counts_and_the_best_one_wins() -> None:
    snapshot = MemorySnapshot({"README.md": PICTURE, "README.nl.md": OWN}, remotes=REMOTES)

    assert check(snapshot) == met("shown", Evidence("README.nl.md", 1), path="README.nl.md")


def test_words_about_reuse_are_not_met() -> None:
    assert check(readme("We follow [REUSE](https://reuse.software).")) == not_met(
        "no-badge", Evidence("README.md"), path="README.md"
    )


def test_a_badge_elsewhere_is_not_in_the_readme() -> None:
    assert check(MemorySnapshot({"docs/manual.md": OWN}, remotes=REMOTES)) == not_met("no-readme")
