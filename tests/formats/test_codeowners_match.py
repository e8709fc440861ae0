# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import codeowners
from ospo.formats.codeowners_match import Coverage, TooMuch, coverage
from ospo.formats.forges import GITEA, GITHUB, GITLAB, Forge

TREE = ["README.md", "docs/a.md", "docs/deep/b.md", "src/app.py", "src/docs/c.md", "src/deep/x.test.js"]


def owned(text: str, forge: Forge, paths: list[str] | None = None) -> list[str]:
    """The paths that have an owner, asked one by one."""
    read = codeowners.parse(text, forge)
    return [path for path in (paths or TREE) if coverage(read, [path]).owned]


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("*", TREE),
        ("**", TREE),
        ("*.md", ["README.md", "docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("/*", ["README.md"]),
        ("docs/", ["docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("docs", ["docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("/docs/", ["docs/a.md", "docs/deep/b.md"]),
        ("/docs", ["docs/a.md", "docs/deep/b.md"]),
        ("docs/*", ["docs/a.md"]),
        ("docs/**", ["docs/a.md", "docs/deep/b.md"]),
        ("**/docs", ["docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("**/deep/", ["docs/deep/b.md", "src/deep/x.test.js"]),
        ("src/**/*.js", ["src/deep/x.test.js"]),
        ("src/*/", ["src/docs/c.md", "src/deep/x.test.js"]),
        ("a?p.py", ["src/app.py"]),
        ("src/app.py", ["src/app.py"]),
        ("app.py", ["src/app.py"]),
        ("/app.py", []),
        ("README", []),
        ("READme.md", []),
        ("-", []),
        ("/", []),
        ("src/app.py/", []),
    ],
)
def test_patterns_of_github(pattern: str, paths: list[str]) -> None:
    assert owned(f"{pattern} @voorbeeld/team\n", GITHUB) == paths


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("*", TREE),
        ("*.md", ["README.md", "docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("/*", ["README.md"]),
        ("docs/", ["docs/a.md", "docs/deep/b.md", "src/docs/c.md"]),
        ("/docs/", ["docs/a.md", "docs/deep/b.md"]),
        ("/docs", []),
        ("docs", []),
        ("/docs/*", ["docs/a.md"]),
        ("docs/*", ["docs/a.md", "src/docs/c.md"]),
        ("/docs/**/*.md", ["docs/a.md", "docs/deep/b.md"]),
        ("/src/app.py", ["src/app.py"]),
        ("/[a-z]*/a.md", ["docs/a.md"]),
        ("/[^d]*/app.py", ["src/app.py"]),
    ],
)
def test_patterns_of_gitlab(pattern: str, paths: list[str]) -> None:
    assert owned(f"{pattern} @voorbeeld/team\n", GITLAB) == paths


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        (".*", TREE),
        ("docs/.*", ["docs/a.md", "docs/deep/b.md"]),
        (r".*\.py", ["src/app.py"]),
        (r"^README\.md$", ["README.md"]),
        ("src", []),
        ("!docs/.*", ["README.md", "src/app.py", "src/docs/c.md", "src/deep/x.test.js"]),
        (r"[^/]+\.md", ["README.md"]),
    ],
)
def test_expressions_of_gitea(pattern: str, paths: list[str]) -> None:
    assert owned(f"{pattern} @voorbeeld/team\n", GITEA) == paths


def test_on_github_the_last_rule_wins_and_one_without_owners_takes_them_away() -> None:
    text = "* @voorbeeld/team\n/docs/ \n/docs/a.md @voorbeeld/anders\n"

    read = codeowners.parse(text, GITHUB)

    assert coverage(read, TREE) == Coverage(owned=5, unowned=1, unmatched=0)
    assert coverage(codeowners.parse("/docs/\n*.md @voorbeeld/team\n", GITHUB), TREE) == Coverage(4, 0, 2, "src")


def test_on_gitlab_one_section_that_names_an_owner_is_enough() -> None:
    text = "/docs/\n[Tekst]\n*.md @voorbeeld/team\n!/docs/deep/\n[Rest][2] @voorbeeld/anders\n/src/\n"

    assert coverage(codeowners.parse(text, GITLAB), TREE) == Coverage(owned=5, unowned=1, unmatched=0)


def test_on_gitlab_sections_of_one_name_are_one() -> None:
    text = "[Tekst]\n*.md @voorbeeld/team\n[Ander]\n*.py @voorbeeld/team\n[tekst]\n/docs/\n"

    assert coverage(codeowners.parse(text, GITLAB), TREE) == Coverage(owned=3, unowned=2, unmatched=1, gap="src")


def test_on_gitea_every_rule_that_matches_counts() -> None:
    text = "docs/.* @voorbeeld/team\n.*\n"

    assert coverage(codeowners.parse(text, GITEA), TREE) == Coverage(owned=2, unowned=4, unmatched=0)


def test_the_share_leaves_out_what_is_unowned_on_purpose() -> None:
    assert Coverage(owned=2, unowned=90, unmatched=1).percent == 66
    assert Coverage().percent == 100


@pytest.mark.parametrize("expression", ["(a|b)*c", "(?:x+x+)+y", ".*.*.*", "a{1,9}"])
def test_an_expression_that_may_run_away_is_not_tried(expression: str) -> None:
    with pytest.raises(TooMuch):
        coverage(codeowners.parse(f"{expression} @voorbeeld/team\n", GITEA), TREE)


def test_two_repeats_over_very_many_characters_are_not_tried() -> None:
    paths = [f"{number}/{'a' * 4000}" for number in range(10)]

    with pytest.raises(TooMuch):
        coverage(codeowners.parse("a.*b.* @voorbeeld/team\n", GITEA), paths)


def test_too_many_rules_over_too_many_files_are_not_tried() -> None:
    rules = "".join(f"*/{number} @voorbeeld/team\n" for number in range(400))
    paths = [f"y/x{number}" for number in range(400)]

    with pytest.raises(TooMuch):
        coverage(codeowners.parse(rules, GITHUB), paths)


def test_many_rules_for_folders_of_their_own_are_no_burden() -> None:
    rules = "".join(f"/folder{number}/ @voorbeeld/team\n" for number in range(3000))
    paths = [f"folder{number}/x" for number in range(3001)]

    assert coverage(codeowners.parse(rules, GITHUB), paths) == Coverage(3000, 0, 1, "folder3000")


def test_a_pattern_with_many_stars_is_matched_in_reasonable_time() -> None:
    pattern = "/" + "*a" * 30 + "/**/" * 30 + "*b"
    path = "a" * 250 + "/a" * 400

    assert owned(f"{pattern} @voorbeeld/team\n", GITHUB, [path]) == []
    assert owned(f"{pattern} @voorbeeld/team\n", GITLAB, [path]) == []
